import { sanitise } from '../sanitise.ts';

const longestStatement = 1_200;

/** Markers, Markdown and list signs are the renderer's to put in; a model's are taken out. */
const markers =
  /\s*(?:\[\^?\d{1,3}(?:\s*[,，、–-]\s*\d{1,3})*\]|【\d{1,3}(?:†[^】]*)?】|［\d{1,3}］|\(¶\s?\d+\)|（¶\s?\d+）|¶\s?\d+|[\u00b9\u00b2\u00b3\u2070-\u2079]+(?=[\s.。,，;；]|$))/gu;
const leading = /^\s*(?:#{1,6}\s+|>+\s*|[-*•·]\s+|\(?\d{1,2}[.)、]\s+|（\d{1,2}）\s*)+/u;
const emphasis = /(\*\*|__|~~|\|\||`{1,3}|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}]))/gu;

/** A statement as plain text of one line, sanitised, without markers or Markdown. Null when nothing or too much is left. */
export function cleanStatement(text: string, ownUrl: string | null): string | null {
  let current = sanitise(text, ownUrl);
  for (let previous = ''; previous !== current; ) {
    previous = current;
    current = sanitise(current.replace(leading, '').replace(markers, '').replace(emphasis, ''), ownUrl);
  }
  const plain = current.replace(/\s+/gu, ' ').trim();
  return /[\p{L}\p{N}]/u.test(plain) && [...plain].length <= longestStatement ? plain : null;
}
