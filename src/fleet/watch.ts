/** Tells which processes live and which are lost, by what is seen of them: no clock of another machine is asked. */
import type { KnownProcess } from './fleet-store.ts';
import type { Whereabouts } from './this-process.ts';

export interface Watch {
  /** Looks at the other processes, and returns those that are lost: gone from this machine, or without a beat for too long. */
  look(processes: readonly KnownProcess[]): readonly KnownProcess[];
  /** Whether it is known to live: it is on this machine, or a beat of it was seen. */
  isAlive(process: KnownProcess): boolean;
}

export function createWatch({
  whereIs,
  clock,
  lostAfter,
}: {
  readonly whereIs: (process: KnownProcess) => Whereabouts;
  /** Milliseconds of a clock that never jumps. */
  readonly clock: () => number;
  readonly lostAfter: number;
}): Watch {
  const seen = new Map<string, { readonly beat: number; readonly at: number; readonly alive: boolean }>();
  let lookedAt = 0;
  return {
    look(processes) {
      const now = clock();
      // Whoever was suspended, or could not look, has not seen that there was no beat.
      const hasWatched = now - lookedAt < lostAfter / 2;
      lookedAt = now;
      for (const id of seen.keys()) if (!processes.some((process) => process.id === id)) seen.delete(id);
      return processes.filter((process) => {
        const before = seen.get(process.id);
        if (before === undefined || before.beat !== process.beat || !hasWatched)
          seen.set(process.id, {
            beat: process.beat,
            at: now,
            alive: before !== undefined && (before.alive || before.beat !== process.beat),
          });
        if (whereIs(process) === 'gone') return true;
        return now - (seen.get(process.id)?.at ?? now) >= lostAfter;
      });
    },
    isAlive: (process) => whereIs(process) === 'here' || seen.get(process.id)?.alive === true,
  };
}
