/** A piece of a text as it is shown in a list of results: one line, escaped, with what was found in bold. */
import { chooseStretch, type FindWords, type Span } from '../knowledge/find-words.ts';
import { escapeText } from './escape-text.ts';
import { lengthOf } from './limits.ts';

/** At most `limit` code points, around most of what `find` finds, or else around `centre`. */
export function renderExcerpt(
  text: string,
  limit: number,
  find: FindWords,
  centre: Span | null = null,
): string {
  const line = text.toWellFormed().replace(/\s/gu, ' ').trimEnd();
  const found = find(line);
  const wanted = found.length > 0 || centre === null ? found : [centre];
  let kept = limit;
  let shown = renderStretch(line, chooseStretch(line, wanted, kept), found);
  // Escaping and bold make a text longer, by how much depends on the text.
  while (lengthOf(shown) > limit && kept > 1) {
    kept -= Math.max(1, Math.floor((lengthOf(shown) - limit) / 2));
    shown = renderStretch(line, chooseStretch(line, wanted, kept), found);
  }
  return shown;
}

function renderStretch(text: string, { start, end }: Span, found: readonly Span[]): string {
  let shown = start > 0 ? '…' : '';
  let reached = start;
  for (const span of found) {
    if (span.start < reached || span.end > end) continue;
    const words = escapeText(text.slice(span.start, span.end));
    shown += `${escapeText(text.slice(reached, span.start))}**${words}**`;
    reached = span.end;
  }
  return `${shown}${escapeText(text.slice(reached, end))}${end < text.length ? '…' : ''}`;
}
