/** Makes any text harmless in a Discord message: it shows as it is, and formats, links and pings nothing. */

import { lengthOf, shorten } from './limits.ts';

/** Control characters but for line breaks, and those that hide in a text or turn its direction. */
const invisible = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** An invisible break, put where Discord would see a mention or a link. */
const breaker = '\u200b';

/** Escapes text of an article, a model or a member. Lines stay lines, and none becomes a heading, a list or a quotation. */
export function escapeText(text: string): string {
  const escaped = text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(invisible, (character) => (character === '\n' ? character : ''))
    .replace(/[\\*_~`|<>[\]]/gu, '\\$&')
    .replace(/^([^\S\n]*)([#+-])/gmu, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])/gmu, '$1\\$2');
  return breakLinks(escaped);
}

function breakLinks(text: string): string {
  return text
    .replace(/@/gu, `@${breaker}`)
    .replace(/(https?|ftp|discord|steam|mailto|tel|sms):/giu, `$1:${breaker}`)
    .replace(/(discord(?:app)?|dsc)\.(?=gg|com|me|io|li)/giu, `$1.${breaker}`);
}

/** Makes a text harmless where Discord formats nothing, such as the name of a thread: one line, without mentions and links. */
export function defuseLine(text: string): string {
  return breakLinks(text.toWellFormed().replace(/\s+/gu, ' ').replace(invisible, '').trim());
}

/** Escapes text for one line: line breaks become spaces. */
export function escapeLine(text: string): string {
  return escapeText(text.replace(/\s+/gu, ' ').trim());
}

/** Escapes text for one line of at most `limit` code points, with an ellipsis where something was left out. */
export function escapeShort(text: string, limit: number): string {
  let kept = limit;
  let escaped = escapeLine(shorten(text, kept));
  // Escaping makes a text longer, by how much depends on the text.
  while (lengthOf(escaped) > limit && kept > 1) {
    kept -= Math.max(1, Math.floor((lengthOf(escaped) - limit) / 2));
    escaped = escapeLine(shorten(text, kept));
  }
  return escaped;
}
