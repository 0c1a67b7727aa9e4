/** Puts an answer in words, in one place: Discord lays them out, the command line prints them. */
import type { Answer, Citation, Outcome, Statement } from '../knowledge/answering/answer.ts';
import type { Progress } from '../knowledge/answering/progress.ts';
import type { Article } from '../knowledge/article.ts';
import { findGloss } from '../knowledge/find-gloss.ts';
import type { Translate } from './translator.ts';

/** One line that says where a marker leads. Nothing in it is escaped: `quote` and `place` hold the article's own text. */
export interface CitationText {
  readonly citation: Citation;
  /** `¶3`, or the words for the article's own fields. */
  readonly place: string;
  /** The heading that the quote stands under; null where there is none. */
  readonly heading: string | null;
  /** The start of the quote, on one line. */
  readonly quote: string;
  /** The quote's translation, where the reader needs one and has no statement for it; else null. */
  readonly gloss: string | null;
}

/** A statement, and its translation where it is a quote in another language than the reader's; else null. */
export interface StatementText extends Statement {
  readonly gloss: string | null;
}

/** An answer in words. The edge that shows it escapes and lays out each part. */
interface AnswerText {
  /** What comes before the statements; null where they stand for themselves. */
  readonly lead: string | null;
  readonly understoodAs: string | null;
  readonly statements: readonly StatementText[];
  /** A line for each citation of the statements, in order of their markers. */
  readonly citations: readonly CitationText[];
  /** The nearest that the article does say, with the words that introduce it; null when there is nothing. */
  readonly nearest: { readonly lead: string; readonly citations: readonly CitationText[] } | null;
  /** Questions to go on with, with the words that introduce them; null when there are none. */
  readonly suggestions: { readonly lead: string; readonly questions: readonly string[] } | null;
  /** A quiet line on how far the answer was checked; null when there is nothing to check. */
  readonly footer: string | null;
}

/** How much of a quote the line of a citation shows, in code points; more of it where it is all that is shown. */
const quoteStartLength = 48;
const nearestLength = 160;

/** Words for an answer in the translator's language. */
export function describeAnswer(answer: Answer, article: Article, translate: Translate): AnswerText {
  const citationText =
    (length: number, glossed: boolean) =>
    (citation: Citation): CitationText => ({
      citation,
      place: placeOf(citation.paragraph, translate),
      heading: article.paragraphs[citation.paragraph]?.heading ?? null,
      quote: preview(citation.quote, length),
      gloss: glossed ? findGloss(article, citation, answer.language) : null,
    });
  return {
    lead: leadOf(answer, article, translate),
    understoodAs:
      answer.understoodAs === null
        ? null
        : translate('answer.understoodAs', { question: answer.understoodAs }),
    statements: withGlosses(answer, article),
    citations: answer.citations.map(citationText(quoteStartLength, false)),
    nearest:
      answer.nearest.length === 0
        ? null
        : {
            lead: translate('answer.nearest'),
            citations: answer.nearest.map(citationText(nearestLength, true)),
          },
    suggestions:
      answer.suggestions.length === 0
        ? null
        : {
            lead: translate(answer.outcome === 'unclear' ? 'answer.choices' : 'answer.suggestions'),
            questions: answer.suggestions,
          },
    footer: footerOf(answer, translate),
  };
}

/** A model's statements are in the reader's language; quotes are not, and each translation is given once. */
function withGlosses(answer: Answer, article: Article): readonly StatementText[] {
  const given = new Set<string>();
  return answer.statements.map((statement) => {
    const cited = answer.citations.filter(({ marker }) => statement.markers.includes(marker));
    const glosses = answer.quotesOnly
      ? cited.map((citation) => findGloss(article, citation, answer.language))
      : [];
    const fresh = glosses.filter((gloss) => gloss !== null).filter((gloss) => !given.has(gloss));
    for (const gloss of fresh) given.add(gloss);
    return { ...statement, gloss: fresh.length === 0 ? null : fresh.join(' ') };
  });
}

/** Before an answer is begun: how many questions come before it. */
export interface Waiting {
  readonly stage: 'waiting';
  readonly before: number;
}

/** What is being done, in words: searching, reading ¶3 ¶7, checking what is written. */
export function describeProgress(progress: Progress | Waiting, translate: Translate): string {
  if (progress.stage === 'waiting') return translate('answer.stage.waiting', { before: progress.before });
  if (progress.stage === 'searching') return translate('answer.stage.searching');
  if (progress.stage === 'answering') return translate('answer.progress');
  if (progress.paragraphs === null) return translate('answer.stage.readingAll');
  const places = progress.paragraphs.map((paragraph) => placeOf(paragraph, translate)).join(' ');
  return translate('answer.stage.reading', { places });
}

/** The labelled line of a translation: it helps a reader, and is nobody's own words. `gloss` is put in as it is. */
export function glossLine(gloss: string, translate: Translate): string {
  return `↳ ${translate('gloss.label')}${gloss}`;
}

/** Where a quote stands, and its words, as one line. Both are put in as they are. */
export function citationLine(
  { place, quote }: { readonly place: string; readonly quote: string },
  translate: Translate,
): string {
  return translate('answer.citation', { place, quote: quoteInMarks(quote, translate) });
}

/** A quote in the reader's quotation marks: the second kind where its own words have the first. */
export function quoteInMarks(quote: string, translate: Translate): string {
  const marks = translate('answer.quoted', { quote: '' }).replaceAll(/\s/g, '');
  const taken = [...marks].some((mark) => quote.includes(mark));
  return translate(taken ? 'answer.quotedWithin' : 'answer.quoted', { quote });
}

/** `¶3`, or the words for paragraph 0, which holds the article's own fields. */
export function placeOf(paragraph: number, translate: Translate): string {
  return paragraph === 0 ? translate('answer.details') : translate('answer.paragraph', { number: paragraph });
}

/** The first `length` code points of a text on one line, with an ellipsis where it goes on. */
export function preview(text: string, length: number): string {
  const points = [...text.replace(/\s+/gu, ' ').trim()];
  return points.length <= length ? points.join('') : `${points.slice(0, length - 1).join('')}…`;
}

const leadKeys = {
  partly: 'answer.lead.partly',
  'not-in-article': 'answer.lead.notInArticle',
  'off-topic': 'answer.lead.offTopic',
  unclear: 'answer.lead.unclear',
} as const satisfies Partial<Record<Outcome, string>>;

function leadOf(answer: Answer, article: Article, translate: Translate): string | null {
  if (answer.outcome === 'small-talk') return translate('answer.lead.smallTalk', { title: article.title });
  if (answer.correction !== null) {
    const { found, asked } = answer.correction;
    return translate('answer.lead.correction', { found, asked });
  }
  if (answer.outcome === 'answered') return answer.quotesOnly ? translate('answer.lead.quotes') : null;
  if (answer.outcome === 'partly' && answer.quotesOnly) return translate('answer.lead.partlyQuotes');
  return translate(leadKeys[answer.outcome]);
}

function footerOf(answer: Answer, translate: Translate): string | null {
  if (answer.statements.length === 0) return null;
  if (answer.generator === 'moderators') return translate('answer.footer.moderators');
  if (answer.quotesOnly) return translate('answer.footer.quotesOnly');
  return translate('answer.footer.checked', { count: answer.statements.length });
}
