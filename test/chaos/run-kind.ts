/** Plays one kind of fault: so many moments, under load, and what is found afterwards. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkIntegrity, forgetLogins, readCommitted, readSetting } from './committed.ts';
import type { FaultKind } from './fault.ts';
import { checkAll, isDuring, longestRecovery, type Moment } from './invariants.ts';
import { type Asked, changedSetting } from './load.ts';
import { createRandom, type Random } from './random.ts';
import { openStage, type Stage } from './stage.ts';
import { type Told, tellAll } from './transcript.ts';

/** What came of one kind. */
export interface Result {
  readonly kind: string;
  readonly family: string;
  readonly moments: number;
  readonly exits: number;
  readonly asked: number;
  /** Milliseconds until the next question after a fault was answered, at the longest. */
  readonly slowest: number;
  readonly seconds: number;
  readonly findings: readonly string[];
}

export interface RunOptions {
  readonly seed: string;
  readonly moments: number;
  /** How long Discord takes a first response, in milliseconds. */
  readonly firstResponse: number;
  /** A folder where what the bot has printed is kept, of kinds that broke something. */
  readonly logs?: string | undefined;
}

/** A moment that the bot did not meet is played again, so often. */
const mostMisses = 8;
/** The longest until everything that was asked has come to an end: two calls of a model that hangs, and some. */
const settleTimeout = 100_000;
/** What nothing has come of in so many milliseconds, nothing will come of; less where the fault may have taken it. */
const latestAcceptance = { usual: 10_000, taken: 3_000 };

export async function runKind(
  kind: FaultKind,
  { seed, moments: wanted, firstResponse, logs }: RunOptions,
): Promise<Result> {
  const random = createRandom(`${seed}/${kind.name}`);
  const startedAt = performance.now();
  const stage = await openStage(random, { ...kind, firstResponse });
  try {
    stage.load.start();
    const moments: Moment[] = [];
    const findings: string[] = [];
    let misses = 0;
    while (moments.length < wanted && misses < mostMisses) {
      const moment = await playMoment(kind, stage, random);
      if (moment === null) {
        misses += 1;
        // A model that was left alone is tried again after half a minute.
        await sleep(1_000 * misses);
      } else {
        misses = 0;
        moments.push(moment);
      }
      if (moment?.recoveredAt === null) break;
    }
    if (misses === mostMisses) findings.push(`the bot met the fault ${moments.length} times only`);
    stage.load.stop();
    await settle(stage, (askedAt) => kind.takes !== 'nothing' && isDuring(moments, askedAt));
    await stage.bot.running();
    const lastEnd = await stage.bot.stop('SIGTERM');
    const told = tellAll(stage.load.asked, stage.sandbox);
    findings.push(
      ...checkAll({
        ...{ kind, moments, told, lastEnd, firstResponse, ends: stage.bot.ends, lines: stage.bot.lines },
        committed: readCommitted(stage.databasePath),
        integrity: checkIntegrity(stage.databasePath),
        broken: findBroken(stage, kind.restoresBackup ? moments : []),
      }),
      ...stage.sandbox.bugs.map((bug) => `the sandbox has a fault: ${bug}`),
      ...stage.load.problems.map((problem) => `the load has a fault: ${problem}`),
    );
    if (logs !== undefined && findings.length > 0)
      writeFileSync(
        join(logs, `${kind.name}.log`),
        [
          ...findings,
          JSON.stringify(stage.bot.ends.map(({ at, how }) => ({ at, how }))),
          ...stage.bot.lines,
        ].join('\n'),
      );
    return {
      ...{ kind: kind.name, family: kind.family, moments: moments.length, exits: stage.bot.ends.length },
      asked: told.length,
      slowest: Math.max(
        0,
        ...moments.map(({ healedAt, recoveredAt }) => (recoveredAt ?? Infinity) - healedAt),
      ),
      seconds: Math.round((performance.now() - startedAt) / 1_000),
      findings,
    };
  } finally {
    await stage.close();
  }
}

/** One fault, begun at a random moment. Null where the bot never met it. */
async function playMoment(kind: FaultKind, stage: Stage, random: Random): Promise<Moment | null> {
  await sleep(random.between(150, 900));
  forgetLogins(stage.databasePath);
  const committed = readCommitted(stage.databasePath);
  const injectedAt = Date.now();
  const fault = await kind.inject(stage, random);
  await sleep(random.between(...kind.lasts));
  const isMet = await fault.heal();
  const healedAt = Date.now();
  const recoveredAt = await waitForAnswer(stage);
  return isMet || recoveredAt === null ? { injectedAt, healedAt, recoveredAt, committed } : null;
}

/** Asks until a question is answered: a member who hears that it failed asks again. An answer has buttons; a sentence that there is none has not. */
async function waitForAnswer({ load }: Stage): Promise<number | null> {
  const until = Date.now() + longestRecovery + 5_000;
  while (Date.now() < until) {
    const { interaction } = await load.ask();
    while (interaction !== null && !interaction.failed && Date.now() < until) {
      const { original } = interaction;
      if (original !== null && original.buttons.length > 0) return Date.now();
      if (original !== null && !original.loading && !original.isV2) break;
      await sleep(10);
    }
  }
  return null;
}

/** Waits until everything that was asked has come to an end, as far as it will. */
async function settle({ load, sandbox }: Stage, mayBeTaken: (askedAt: number) => boolean): Promise<void> {
  const until = Date.now() + settleTimeout;
  const patience = (askedAt: number): number =>
    mayBeTaken(askedAt) ? latestAcceptance.taken : latestAcceptance.usual;
  const isOpen = (one: Told): boolean =>
    one.isThinking ||
    one.unfinished > 0 ||
    (one.finals === 0 && (one.isAccepted || Date.now() - one.askedAt < patience(one.askedAt)));
  while (tellAll(load.asked, sandbox).some(isOpen) && Date.now() < until) await sleep(250);
  // What comes twice comes a little later.
  await sleep(1_000);
}

/** Votes and settings of which the bot said that they are kept, but for what it said during some moments. */
function findBroken({ load, sandbox, databasePath }: Stage, excused: readonly Moment[]): string[] {
  const committed = readCommitted(databasePath);
  const says = ({ interaction }: Asked, words: string): boolean =>
    interaction?.original?.text.includes(words) === true &&
    !excused.some(
      ({ injectedAt, healedAt }) => interaction.changedAt >= injectedAt && interaction.changedAt <= healedAt,
    );
  const votes = load.asked
    .filter((one) => one.way === 'vote' && says(one, 'noted as helpful'))
    .map(({ value, interaction }) => `vote ${value} ${interaction?.user.id}`)
    .filter((name) => !committed.has(name));
  const { given, now } = readSetting(databasePath, sandbox.seeded.guild.id, changedSetting);
  const settings = load.asked
    .filter((one) => one.way === 'setting' && says(one, 'from the next question'))
    .flatMap(({ value }) => (value === null || given.includes(value) ? [] : [`setting ${value}`]));
  const last = given.at(-1) ?? null;
  return [...votes, ...settings, ...(now === last ? [] : [`setting ${last}, which is now ${now}`])];
}
