/** Drawing in a thread of its own: it takes about a second, in which the bot answers others. */
import { Worker } from 'node:worker_threads';
import type { Picture } from './panels.ts';

const timeLimit = 20_000;

/** A picture as PNG; null where it cannot be drawn, which must keep nobody from the figures. */
export async function drawPicture(picture: Picture): Promise<Buffer | null> {
  const worker = new Worker(new URL('./drawing-thread.ts', import.meta.url), { workerData: picture });
  const { promise, resolve } = Promise.withResolvers<Buffer | null>();
  const timer = setTimeout(() => resolve(null), timeLimit);
  worker.once('message', (png: Uint8Array) => resolve(Buffer.from(png)));
  worker.once('error', () => resolve(null));
  worker.once('exit', () => resolve(null));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
