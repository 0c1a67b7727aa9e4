/** Drawing in a thread of its own: it takes about a second, in which the bot answers others. */
import { UserError } from '../errors.ts';
import { runBounded } from '../run-bounded.ts';
import type { Picture } from './panels.ts';

/** What is drawn stands outside of the memory that is bounded. */
const bounds = { time: 20_000, memory: 512 };

/** A picture as PNG; null where it cannot be drawn, which must keep nobody from the figures. */
export async function drawPicture(picture: Picture): Promise<Buffer | null> {
  try {
    const png = await runBounded<Picture, Uint8Array>(
      new URL('./drawing-thread.ts', import.meta.url),
      picture,
      {
        bounds,
        beyond: () => new UserError('picture-too-complex', 'drawing takes too much time or memory'),
      },
    );
    return Buffer.from(png);
  } catch {
    return null;
  }
}
