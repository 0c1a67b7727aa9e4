/** Who does what when: decided by the clock and a seed before anything is sent, so that slow answers slow nobody down. */

export type Kind = 'slash' | 'mention' | 'autocomplete' | 'button';

export interface Arrival {
  /** Milliseconds after the start. */
  readonly at: number;
  readonly kind: Kind;
}

const shares: readonly (readonly [Kind, number])[] = [
  ['slash', 0.75],
  ['mention', 0.1],
  ['autocomplete', 0.1],
  ['button', 0.05],
];

/** Arrivals at a rate (a second) on the average, each independent of the others. */
export function scheduleArrivals(rate: number, seconds: number, random: () => number): readonly Arrival[] {
  const arrivals: Arrival[] = [];
  for (let at = next(); at < seconds * 1_000; at += next()) arrivals.push({ at, kind: kindOf(random()) });
  return arrivals;

  function next(): number {
    return (-Math.log(1 - random()) * 1_000) / rate;
  }
}

/** So many slash commands, spread evenly over a second. */
export function scheduleBurst(size: number): readonly Arrival[] {
  return Array.from({ length: size }, (_, number) => ({ at: (number * 1_000) / size, kind: 'slash' }));
}

function kindOf(share: number): Kind {
  let sum = 0;
  for (const [kind, part] of shares) {
    sum += part;
    if (share < sum) return kind;
  }
  return 'slash';
}
