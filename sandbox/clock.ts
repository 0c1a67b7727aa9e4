/** The sandbox's time: real time that a test may push forward, never back. Milliseconds since 1970. */
export interface Clock {
  now(): number;
  advance(milliseconds: number): void;
}

export function createClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance(milliseconds) {
      if (milliseconds < 0) throw new RangeError('time cannot be turned back');
      ahead += milliseconds;
    },
  };
}
