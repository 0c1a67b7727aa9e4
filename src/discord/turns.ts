/**
 * Who answers next. Making an answer keeps the process from everything else for some milliseconds, so answers are begun
 * one at a time, and between two of them whatever has come meanwhile is read and responded to.
 */
import { UserError } from '../errors.ts';

/** A place in the line. */
interface Turn {
  /** Resolves when it has come, and throws why it never will. Until it next waits for anything, whoever has it is alone. */
  readonly come: Promise<void>;
  /** How many turns come before it; 0 when it is next, or has come. */
  position(): number;
}

export interface Turns {
  /** Keeps the next turn from coming, for a while, until what it returns is called: somebody is being told that the bot is at it. */
  hold(): () => void;
  /** Notes that an answer is being sent, until what it returns is called. While a second's worth of them is, no turn comes. */
  send(): () => void;
  /** Whether answers wait to be sent, so that what is only on the way to one should not be. */
  isCrowded(): boolean;
  /** Whether the line is too long to join. */
  isFull(): boolean;
  /** Stands in line, behind all who stand there already. Throws `UserError('too-busy')` where the line is too long. */
  join(): Turn;
  /** How many stand in line. */
  length(): number;
  /** Lets nobody's turn come any more: whoever stands in line, or joins it, is told the reason. */
  close(reason: UserError): void;
}

/** So many wait for ten seconds or so where answers are quotes; beyond them it is kinder to say so. */
const longest = 1_000;
const tryAgainAfter = 30_000;
/** In milliseconds: whoever waits less is told nothing, since what is told is sent before the answers. */
const tellEvery = 1_000;

/** In milliseconds: a first response takes less, and whoever waits for an answer is not kept by those who come for ever. */
const mostHeld = 300;

/** Discord takes 50 requests a second. What is sent beyond them waits, and so would all answers that are made meanwhile. */
const mostSending = 50;
/** More than are ever under way where Discord takes them at once. */
const crowd = 5;
/** In milliseconds: where none arrived for so long, they do not wait for Discord's limit but hang, and one turn comes all the same. */
const longestSending = 2_000;

/** Waits for a turn, and tells from time to time how many come before it. */
export async function waitForTurn(
  turn: Turn,
  tell: (before: number) => void,
  every = tellEvery,
): Promise<void> {
  const timer = setInterval(() => {
    const before = turn.position();
    if (before > 0) tell(before);
  }, every);
  await turn.come.finally(() => clearInterval(timer));
}

export function createTurns(): Turns {
  const waiting = new Set<PromiseWithResolvers<void>>();
  let closed: UserError | null = null;
  let isCalling = false;
  let joined = 0;
  let called = 0;
  let sending = 0;
  let sentAt = 0;
  let holding = 0;
  let heldSince: number | null = null;
  const isHeld = (): boolean => {
    const now = performance.now();
    const since = heldSince ?? now;
    const isKept = holding > 0 && now - since < mostHeld;
    heldSince = isKept ? since : null;
    return isKept;
  };
  const isBacked = (): boolean => {
    if (sending < mostSending) return false;
    const now = performance.now();
    if (now - sentAt < longestSending) return true;
    sentAt = now;
    return false;
  };
  const callNext = (): void => {
    const [next] = waiting;
    isCalling = next !== undefined;
    if (next === undefined) return;
    if (isHeld() || isBacked()) {
      setTimeout(callNext, 1);
      return;
    }
    waiting.delete(next);
    called += 1;
    next.resolve();
    // After the answer that this begins, and after whatever is read once that has let go.
    setImmediate(callNext);
  };
  return {
    hold() {
      holding += 1;
      return () => {
        holding -= 1;
      };
    },
    send() {
      sending += 1;
      if (sending === 1) sentAt = performance.now();
      return () => {
        sending -= 1;
        sentAt = performance.now();
      };
    },
    isCrowded: () => sending >= crowd,
    isFull: () => waiting.size >= longest,
    length: () => waiting.size,
    close(reason) {
      closed = reason;
      for (const { reject } of waiting) reject(reason);
      waiting.clear();
    },
    join() {
      if (closed !== null) throw closed;
      if (waiting.size >= longest) throw tooBusy();
      const turn = Promise.withResolvers<void>();
      waiting.add(turn);
      const number = joined;
      joined += 1;
      if (!isCalling) setImmediate(callNext);
      isCalling = true;
      return { come: turn.promise, position: () => Math.max(0, number - called) };
    },
  };
}

/** Says when to try again. */
export function tooBusy(): UserError {
  return new UserError('too-busy', 'too many are waiting', {
    endsAt: Math.ceil((Date.now() + tryAgainAfter) / 1000),
  });
}
