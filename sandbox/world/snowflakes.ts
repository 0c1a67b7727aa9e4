import type { Clock } from '../clock.ts';

const discordEpoch = 1_420_070_400_000;

/** Makes ids as Discord does: they carry their time and grow, also within one millisecond. */
export interface Snowflakes {
  next(): string;
  /** An id of an earlier moment, for a message that was sent while nobody looked. */
  at(time: number): string;
}

export function createSnowflakes(clock: Clock): Snowflakes {
  let last = 0n;
  let earlier = 0n;
  return {
    next() {
      const fromTime = BigInt(clock.now() - discordEpoch) << 22n;
      last = fromTime > last ? fromTime : last + 1n;
      return last.toString();
    },
    at(time) {
      earlier += 1n;
      return ((BigInt(time - discordEpoch) << 22n) + (earlier % 4096n)).toString();
    },
  };
}
