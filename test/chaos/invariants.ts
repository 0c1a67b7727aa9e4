/** What must hold after every fault. Pure: facts in, findings out. */
import type { End } from './bot-process.ts';
import type { Committed } from './committed.ts';
import { findLost } from './committed.ts';
import type { FaultKind } from './fault.ts';
import type { Told } from './transcript.ts';

/** One fault, from when it began to when the next question after it was answered. */
export interface Moment {
  readonly injectedAt: number;
  readonly healedAt: number;
  /** Null: no question was answered any more. */
  readonly recoveredAt: number | null;
  /** What the database kept just before it. */
  readonly committed: Committed;
}

/** All that is known of the moments of one kind. */
export interface Played {
  readonly kind: Pick<FaultKind, 'takes' | 'end'>;
  /** How long Discord takes a first response, in milliseconds. */
  readonly firstResponse: number;
  readonly moments: readonly Moment[];
  readonly told: readonly Told[];
  readonly ends: readonly End[];
  readonly lines: readonly string[];
  readonly committed: Committed;
  readonly integrity: string;
  /** Votes and settings that the bot said it had kept, and that the database does not have. */
  readonly broken: readonly string[];
  /** How the process ended when it was asked to, at the very end. */
  readonly lastEnd: number | string;
}

/** The longest until a question is answered after a fault. */
export const longestRecovery = 30_000;

export function checkAll(played: Played): string[] {
  return [
    ...checkEnds(played),
    ...checkRecovery(played),
    ...checkLog(played),
    ...checkThinking(played),
    ...checkFinals(played),
    ...checkCommitted(played),
  ];
}

/** The process lives, or ends as this kind of fault ends it: once each time. */
export function checkEnds({ kind, ends, moments, lastEnd }: Played): string[] {
  const wrong = ends.filter(({ how }) => how !== kind.end);
  const expected = kind.end === null ? 0 : moments.length;
  return [
    ...wrong.map(({ how }) => `the process ended with ${how}, not ${kind.end ?? 'at all'}`),
    ...(wrong.length === 0 && ends.length !== expected
      ? [`the process ended ${ends.length} times with ${kind.end}, not ${expected}`]
      : []),
    ...(lastEnd === 0 ? [] : [`when it was asked to stop, the process ended with ${lastEnd}`]),
  ];
}

/** The next question after a fault is answered within 30 seconds. */
export function checkRecovery({ moments }: Pick<Played, 'moments'>): string[] {
  return moments.flatMap(({ healedAt, recoveredAt }, index) =>
    recoveredAt === null || recoveredAt - healedAt > longestRecovery
      ? [`moment ${index + 1}: no question was answered within 30 s`]
      : [],
  );
}

/** Nothing that the log calls a fault of the program. */
export function checkLog({ lines }: Pick<Played, 'lines'>): string[] {
  const faults = lines.filter((line) => /"event":"(?:bug|unhandled-rejection)"/.test(line));
  return faults.map((line) => `logged: ${line.slice(0, 900)}`);
}

/** Nobody is left with a bot that thinks. */
export function checkThinking(played: Played): string[] {
  return played.told
    .filter((one) => one.isThinking && !isExcused(played, one))
    .map((one) => `${nameOf(one)}: still thinking${beforeEnd(one, played.ends)}`);
}

/** One final message for each question that was accepted, and for each that no fault kept from the bot. */
export function checkFinals(played: Played): string[] {
  const { kind, told, moments, firstResponse } = played;
  return told.flatMap((one) => {
    const wasDuring = isDuring(moments, one.askedAt, firstResponse);
    if (one.finals > 1) return [`${nameOf(one)}: ${one.finals} final messages: ${one.shown.join(' | ')}`];
    if (one.unfinished > 0 && one.finals === 1) return [`${nameOf(one)}: a message on the way was left`];
    if (one.finals === 1 || one.isThinking || isExcused(played, one)) return [];
    if (one.isAccepted)
      return [`${nameOf(one)}: accepted, and left with: ${one.shown.join(' | ') || 'nothing'}`];
    if (kind.takes !== 'nothing' && wasDuring) return [];
    return [`${nameOf(one)}: no response${wasDuring ? ' during a fault' : ' outside of any fault'}`];
  });
}

/** What was committed before a fault is there at the end, and so is what the bot said it had kept. */
export function checkCommitted({ moments, committed, integrity, broken }: Played): string[] {
  const lost = new Set(moments.flatMap((moment) => findLost(moment.committed, committed)));
  return [
    ...[...lost].map((name) => `lost: ${name}`),
    ...broken.map((name) => `said to be kept, and is not: ${name}`),
    ...(integrity === 'ok' ? [] : [`the database is not whole: ${integrity}`]),
  ];
}

/** What is accepted is recorded within a quarter of a second (`pending.ts`), or within so many milliseconds on a busy machine. */
const unrecorded = 1_500;

/**
 * A fault that refuses a request for good, of a kind that may, takes the answer that the request was for. A kill takes
 * what was accepted so shortly before it that it was not recorded yet.
 */
function isExcused({ kind, ends }: Pick<Played, 'kind' | 'ends'>, one: Told): boolean {
  if (kind.takes === 'answers' && one.isRefused) return true;
  const { id, acceptedAt } = one;
  if (acceptedAt === null || kind.end !== 'SIGKILL') return false;
  return ends.some(({ at, pending }) => at >= acceptedAt && at - acceptedAt < unrecorded && !pending.has(id));
}

/** Whether something was asked from when a first response was still due as a fault began, until the bot is known to be back. */
export function isDuring(moments: readonly Moment[], askedAt: number, firstResponse = 0): boolean {
  return moments.some(
    ({ injectedAt, healedAt, recoveredAt }) =>
      askedAt + firstResponse >= injectedAt && askedAt <= (recoveredAt ?? healedAt + longestRecovery),
  );
}

function beforeEnd({ acceptedAt }: Told, ends: readonly End[]): string {
  const end = acceptedAt === null ? undefined : ends.find(({ at }) => at >= acceptedAt);
  return end === undefined ? '' : `, accepted ${end.at - (acceptedAt ?? 0)} ms before the process ended`;
}

function nameOf({ way, askedAt, words }: Told): string {
  const what = words === null ? '' : ` (${words})`;
  return `${way} at ${new Date(askedAt).toISOString().slice(11, 23)}${what}`;
}
