/** A citation that shows what is said to stand in it. */
import type { Article } from '../article.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Citation } from './answer.ts';

/**
 * The citation as far as the sentence beside it that has the number which was found: a translation may join what the
 * article says in two sentences. Null where the number stands nowhere near, so that it would be shown without proof.
 */
export function citeFound(citation: Citation, found: string, { paragraphs }: Article): Citation | null {
  const [digits] = /\d[\d.]*/.exec(found.replace(/(?<=\d),(?=\d{3})/g, '')) ?? [];
  if (digits === undefined || citation.quote.includes(digits)) return citation;
  const text = paragraphs[citation.paragraph]?.text ?? '';
  const sentences = splitSentences(text);
  const isCited = ({ start, end }: { start: number; end: number }): boolean =>
    start < citation.end && citation.start < end;
  const first = sentences.findIndex(isCited);
  const last = sentences.findLastIndex(isCited);
  const beside = [sentences[last + 1], sentences[first - 1]].find(
    (sentence) => sentence !== undefined && text.slice(sentence.start, sentence.end).includes(digits),
  );
  if (beside === undefined) return null;
  const start = Math.min(citation.start, beside.start);
  const quote = text.slice(start, Math.max(citation.end, beside.end)).trimEnd();
  return { ...citation, start, end: start + quote.length, quote };
}
