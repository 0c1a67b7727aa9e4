/** Makes any text harmless in a Discord message: it shows as it is, and formats, links and pings nothing. */

import { makeLegible } from '../knowledge/text/legible.ts';
import { lengthOf, shorten } from './limits.ts';

const controls = /(?!\n)\p{Cc}/gu;

/** An invisible break, put where Discord would see a mention or a link. */
const breaker = '\u200b';

/** Escapes text of an article, a model or a member. Lines stay lines, and none becomes a heading, a list or a quotation. */
export function escapeText(text: string): string {
  const lines = text.toWellFormed().replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n');
  const escaped = makeLegible(lines.replace(controls, ''))
    .replace(/[\\*_~`|<>[\]]/gu, '\\$&')
    .replace(/^([^\S\n]*)([#+-])/gmu, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])/gmu, '$1\\$2');
  return breakLinks(escaped);
}

function breakLinks(text: string): string {
  return text
    .replace(/@/gu, `@${breaker}`)
    .replace(/(https?|ftp|discord|steam|mailto|tel|sms):/giu, `$1:${breaker}`)
    .replace(/(discord(?:app)?|dsc|invite)\.(?=\p{L})/giu, `$1.${breaker}`);
}

/** A text for where Discord formats nothing, such as a label: one line of what is seen. */
export function toLine(text: string): string {
  return makeLegible(text.toWellFormed().replace(/\s+/gu, ' ').replace(controls, '')).trim();
}

/** The same without mentions and links, for what others are shown beside messages, such as the name of a thread. */
export function defuseLine(text: string): string {
  return breakLinks(toLine(text));
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
