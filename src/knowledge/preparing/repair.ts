/** What a step of preparing gives: the text it made, and each thing that it put right. */
import type { Repair } from '../article.ts';

/** A repair before it is known in which field or paragraph it stands. */
export type TextRepair = Omit<Repair, 'where'>;

/** A step's result. Clean text comes back as it was, with no repairs. */
export interface Repaired {
  readonly text: string;
  readonly repairs: readonly TextRepair[];
}

/** Like repairs of one place as one, with their count, in order of first appearance. */
export function countRepairs<Item extends TextRepair>(repairs: readonly Item[]): Item[] {
  const counted = new Map<string, Item>();
  for (const repair of repairs) {
    const key = JSON.stringify({ ...repair, count: undefined });
    const count = (counted.get(key)?.count ?? 0) + (repair.count ?? 1);
    counted.set(key, { ...repair, count });
  }
  return [...counted.values()].map((repair) =>
    repair.count === 1 ? { ...repair, count: undefined } : repair,
  );
}
