/** A sentence's place in its text, UTF-16 offsets. */
export interface SentenceRange {
  readonly start: number;
  readonly end: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** How much of a sentence's end the rules below look at; it bounds their work on text that never ends one. */
const tailLength = 24;

/** Words whose full stop does not end a sentence, single letters (initials, U.S.) among them. */
const abbreviation =
  /(?:^|[^\p{L}\p{N}])(?:(?:[\p{Script=Latin}\p{Script=Cyrillic}]\.)*[\p{Script=Latin}\p{Script=Cyrillic}]|mr|mrs|ms|dr|prof|sr|jr|st|gen|col|rev|hon|vs|cf|al|ed|eds|vol|fig|figs|eq|no|nos|pp|ca|approx|dept|est|inc|ltd|co|corp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.\s*$/iu;

/** A list's number alone: `1.` or `(2).` */
const listNumber = /^\s*[([]?\p{Nd}{1,3}[)\]]?\.\s*$/u;

/** What goes on with the sentence after a quotation: a Japanese particle, or punctuation that joins. */
const continues = /^\s*(?:(?:と|って|という|の|は|が|を|に)|[,，、;；:：])/u;

const endsInQuotation = /[」』”’"']\s*$/u;

/** Opening marks after a sentence's end: they belong to what follows, though UAX #29 gives them to what was before. */
const trailingOpeners = /(?<=[。！？!?.｡．…”’」』）)】》"']\s*)[“‘「『（(【《[]+$/u;

/** The same for the quotation mark that looks alike on both sides. */
const trailingQuote = /(?<=[。！？!?.｡．]\s*)"$/u;

function countQuotes(text: string): number {
  return text.split('"').length - 1;
}

/** How many units at the end of a segment open the next sentence; `quotes` is the number of `"` so far in this line. */
function openingLength(tail: string, quotes: number): number {
  const openers = trailingOpeners.exec(tail)?.[0].length ?? 0;
  return openers > 0 ? openers : quotes % 2 === 1 && trailingQuote.test(tail) ? 1 : 0;
}

/**
 * Cuts a text into sentences of Chinese, English, Japanese and the like. The ranges together are exactly the
 * text: white space after a sentence stays with it, closing quotation marks and brackets too. Decimals,
 * abbreviations and list numbers end nothing; a line end always does. An empty text has none.
 */
export function splitSentences(text: string): SentenceRange[] {
  const sentences: SentenceRange[] = [];
  let start = 0;
  let quotes = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    let end = index + segment.length;
    const endsLine = /\n[ \t]*$/u.test(segment.slice(-tailLength));
    quotes = endsLine ? 0 : quotes + countQuotes(segment);
    if (end < text.length && !endsLine) {
      end -= openingLength(text.slice(Math.max(start, end - tailLength), end), quotes);
      const tail = text.slice(Math.max(start, end - tailLength), end);
      const isList = end - start < tailLength && listNumber.test(tail);
      const goesOn = endsInQuotation.test(tail) && continues.test(text.slice(end, end + 4));
      if (isList || goesOn || abbreviation.test(tail)) continue;
    }
    if (end > start) sentences.push({ start, end });
    start = end;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}
