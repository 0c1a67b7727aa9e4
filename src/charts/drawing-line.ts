/** Pictures are drawn one after another: each takes a thread with a canvas and fonts, and anybody may moderate a server. */
import { drawPicture } from './draw-picture.ts';
import type { Picture } from './panels.ts';

/** A picture as PNG; null where it cannot be drawn, or where too many wait already. */
export type Draw = (picture: Picture) => Promise<Buffer | null>;

/** So many wait for ten seconds or so. */
const longest = 10;

export function createDrawingLine(draw: Draw = drawPicture): Draw {
  let length = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (picture) => {
    if (length >= longest) return Promise.resolve(null);
    length += 1;
    const drawn = last
      .then(() => draw(picture))
      .finally(() => {
        length -= 1;
      });
    last = drawn.catch(() => null);
    return drawn;
  };
}
