/** Answers with the article's own sentences: no model, no words of its own. */
import type { Article } from '../article.ts';
import { createAnswerabilityCheck } from './answerability.ts';
import { namesMembers } from './counted-members.ts';
import { findSeries } from './enumerations.ts';
import type { DraftPart, GenerateRequest, Generator } from './generator.ts';
import { removeInstructions } from './instructions.ts';
import { createTopicCheck } from './on-topic.ts';
import { readQuestion } from './question.ts';
import { type Candidate, createSentenceRanker } from './sentence-ranker.ts';
import type { Sought } from './sought.ts';

/** At most this many quotes. */
const mostQuotes = { one: 3, list: 4 };
/** A further quote is given when its score is at least this share of the best one's. */
const enough = { one: 0.72, list: 0.6 };

/**
 * Picks the one to three sentences of the passages shown that best answer, or says that the article does not. Each
 * statement of its draft is a quote. A pure function of the request: it never fails.
 */
export function createExtractiveGenerator(article: Article): Generator {
  const rank = createSentenceRanker(article);
  const isOnTopic = createTopicCheck(article);
  const isAnswerable = createAnswerabilityCheck(article);

  const findParts = findSeries(article);
  /** The parts of the series that is asked for, should all of them have been shown. */
  const seriesIn = (folded: string, { passages }: GenerateRequest) => {
    const parts = findParts(folded).map(({ passage, text }) => ({
      number: passages.find((shown) => shown.passage.id === passage.id)?.number,
      text,
    }));
    return parts.flatMap(({ number, text }) => (number === undefined ? [] : [{ number, text }]));
  };

  async function* generate(request: GenerateRequest): AsyncIterable<DraftPart> {
    const query = removeInstructions(request.query);
    if (query === '' || !isOnTopic(query)) {
      yield { type: 'outcome', outcome: 'off-topic' };
      return;
    }
    const question = readQuestion(query, removeInstructions(request.question));
    const candidates = rank(question, request.passages);
    const series = question.sought === 'list' ? seriesIn(question.folded, request) : [];
    const isListed = series.length > 0 || namesMembers(question, candidates[0]?.text ?? '');
    if (!isListed || !isAnswerable(question, candidates)) {
      yield { type: 'outcome', outcome: 'not-in-article' };
      return;
    }
    yield { type: 'outcome', outcome: 'answered' };
    for (const { number, text } of series.length > 0 ? series : choose(candidates, question.sought)) {
      yield { type: 'statement', statement: { text, citations: [{ passage: number, quote: text }] } };
    }
  }
  return { name: 'extractive', generate };
}

/** The best sentences in the order of the article; for a list all of the best passage, and what else is near. */
function choose(candidates: readonly Candidate[], sought: Sought): Candidate[] {
  const [best] = candidates;
  if (best === undefined) return [];
  const size = sought === 'list' ? 'list' : 'one';
  const near = candidates.filter(({ score }) => score >= best.score * enough[size]);
  return (size === 'list' ? widen(near) : near)
    .slice(0, mostQuotes[size])
    .sort((one, other) => one.order - other.order);
}

/** Each passage once, as a whole: what a list has is seldom in one sentence. */
function widen(candidates: readonly Candidate[]): Candidate[] {
  const passages = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (!passages.has(candidate.passage.id))
      passages.set(candidate.passage.id, { ...candidate, text: candidate.passage.text });
  }
  return [...passages.values()];
}
