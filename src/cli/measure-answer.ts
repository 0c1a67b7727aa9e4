/** What is measured of an answer without knowing the right one. */
import type { Answer } from '../knowledge/answering/answer.ts';
import type { Article } from '../knowledge/article.ts';
import { detectLanguage } from '../knowledge/text/language.ts';
import { type CitationScore, createCitationScorer, noCitations } from './score-citations.ts';

export interface Measures {
  readonly citations: CitationScore;
  /** Null for quotes, which stay in the article's language, and where nothing was stated. */
  readonly inOtherLanguage: boolean | null;
  /** In and out, of all calls. */
  readonly tokens: number;
}

/** Of what was answered before anything was looked for. */
export const noMeasures: Measures = {
  citations: { shown: noCitations, drafted: noCitations },
  inOtherLanguage: null,
  tokens: 0,
};

/** Makes what measures answers from this article. */
export function createMeasure(article: Article): (question: string, answer: Answer) => Measures {
  const scoreCitations = createCitationScorer(article);
  return (question, answer) => ({
    citations: scoreCitations(answer),
    inOtherLanguage: isInOtherLanguage(question, answer),
    tokens: answer.usage.tokensIn + answer.usage.tokensOut,
  });
}

/** By all statements together: a short one may be names and figures alone. */
function isInOtherLanguage(question: string, { statements, quotesOnly, language }: Answer): boolean | null {
  if (statements.length === 0 || quotesOnly) return null;
  const asked = detectLanguage(question);
  const said = detectLanguage(statements.map(({ text }) => text).join('\n'));
  return said !== 'und' && baseOf(said) !== baseOf(asked === 'und' ? language : asked);
}

/** Both scripts of Chinese are one language. */
function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
