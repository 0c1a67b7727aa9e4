/** The custom ids of evidence: they hold all that a card needs, so that it works after a restart and months later. */
import type { Citation } from '../knowledge/answering/answer.ts';
import type { Article } from '../knowledge/article.ts';
import { defineComponentId, toWholeNumber } from './component-ids.ts';
import { limits } from './limits.ts';

/** Exact words in a paragraph: UTF-16 offsets. */
export interface Range {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** The words that a marker of an answer leads to. */
interface Quote extends Range {
  readonly marker: number;
}

/** A place in the article to look at: a paragraph, or a part of one that is too long for a message. */
export interface View {
  /** The version of the article that the places are in. */
  readonly version: string;
  readonly paragraph: number;
  readonly part: number;
  /** What the answer cites, in order; empty for one who just reads. */
  readonly quotes: readonly Quote[];
  /** Which of the quotes the reader looks at; null for none. */
  readonly at: number | null;
  /** Whether the translation is shown. */
  readonly glossed: boolean;
}

/** The quote that the reader looks at. */
export function quoteAt({ quotes, at }: View): Quote | null {
  return (at === null ? null : quotes[at]) ?? null;
}

/** A button under an answer: shows the words of one citation. The marker keeps ids of one message apart. */
export const quoteId = defineComponentId<Quote & { readonly version: string }>({
  name: 'quote',
  toParts: ({ version, marker, paragraph, start, end }) => [version, marker, paragraph, start, end],
  fromParts([version = '', ...rest]) {
    const [marker, paragraph, start, end] = rest.map(toWholeNumber);
    if (marker == null || paragraph == null || start == null || end == null) return null;
    return { version, marker, paragraph, start, end };
  },
});

/** The custom id of the button that shows a citation's words. */
export function quoteButtonId(article: Article, { marker, paragraph, start, end }: Citation): string {
  return quoteId.encode({ version: article.version, marker, paragraph, start, end });
}

/** A button of a card: shows another place, in the same message. */
export const viewId = defineViewId('view');
/** A button of a card: shows it to all in the channel. */
export const postId = defineViewId('post');

function defineViewId(name: string) {
  return defineComponentId<View>({
    name,
    toParts: ({ version, paragraph, part, at, glossed, quotes }) => [
      version,
      pack([paragraph, part, at === null ? 0 : at + 1, Number(glossed)]),
      quotes
        .map(({ marker, paragraph: number, start, end }) => pack([marker, number, start, end - start]))
        .join('_'),
    ],
    fromParts([version = '', place = '', list = '', ...rest]) {
      const [paragraph, part, at, glossed, ...more] = unpack(place);
      const quotes = list === '' ? [] : list.split('_').map(toQuote);
      if (paragraph === undefined || part === undefined || at === undefined || glossed === undefined)
        return null;
      if (rest.length > 0 || more.length > 0 || at > quotes.length) return null;
      const whole = quotes.filter((quote) => quote !== null);
      if (whole.length < quotes.length) return null;
      return {
        version,
        paragraph,
        part,
        quotes: whole,
        at: at === 0 ? null : at - 1,
        glossed: glossed === 1,
      };
    },
  });
}

function toQuote(text: string): Quote | null {
  const [marker, paragraph, start, length, ...more] = unpack(text);
  if (marker === undefined || paragraph === undefined || start === undefined || length === undefined)
    return null;
  return more.length > 0 ? null : { marker, paragraph, start, end: start + length };
}

function pack(numbers: readonly number[]): string {
  return numbers.map((number) => number.toString(36)).join('.');
}

function unpack(text: string): readonly number[] {
  return /^[0-9a-z]{1,6}(?:\.[0-9a-z]{1,6})*$/.test(text)
    ? text.split('.').map((each) => Number.parseInt(each, 36))
    : [];
}

/** The same view with as many quotes around the one looked at as an id has room for. */
export function withinId(view: View): View {
  const { quotes, at } = view;
  let kept = quotes;
  let first = 0;
  const current = at ?? 0;
  while (kept.length > 1 && idLength({ ...view, quotes: kept, at: current - first }) > limits.customId) {
    const dropsFirst = current - first > first + kept.length - 1 - current;
    kept = dropsFirst ? kept.slice(1) : kept.slice(0, -1);
    first += Number(dropsFirst);
  }
  return { ...view, quotes: kept, at: at === null ? null : at - first };
}

/** With room for the largest part and flags. */
function idLength({ version, paragraph, quotes }: View): number {
  const list = quotes.map((quote) =>
    pack([quote.marker, quote.paragraph, quote.start, quote.end - quote.start]),
  );
  return ['view', version, `${pack([paragraph])}zz.zz.zz.1`, list.join('_')].join(':').length;
}
