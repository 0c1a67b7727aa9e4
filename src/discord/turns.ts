/**
 * Who answers next. Making an answer keeps the process from everything else for some milliseconds, so answers are begun
 * one at a time, and between two of them whatever has come meanwhile is read and responded to.
 */

/** A place in the line. */
interface Turn {
  /** Resolves when it has come. Until it next waits for anything, whoever has it is alone. */
  readonly come: Promise<void>;
  /** How many turns come before it; 0 when it is next, or has come. */
  position(): number;
}

interface Turns {
  /** Stands in line, behind all who stand there already. */
  join(): Turn;
}

export function createTurns(): Turns {
  const waiting = new Set<() => void>();
  let isCalling = false;
  const callNext = (): void => {
    const [next] = waiting;
    isCalling = next !== undefined;
    if (next === undefined) return;
    waiting.delete(next);
    next();
    // After the answer that this begins, and after whatever is read once that has let go.
    setImmediate(callNext);
  };
  return {
    join() {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(resolve);
      if (!isCalling) setImmediate(callNext);
      isCalling = true;
      return { come: promise, position: () => Math.max(0, [...waiting].indexOf(resolve)) };
    },
  };
}
