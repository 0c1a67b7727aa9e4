import { setImmediate as nextTurn } from 'node:timers/promises';

/** Bytes in use in the heap and in array buffers, after garbage was collected (Node has to be started with `--expose-gc`). */
export async function heldBytes(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    await nextTurn();
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
