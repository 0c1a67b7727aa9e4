/** Answers with the article's own sentences: no model, no words of its own. */
import type { Article } from '../article.ts';
import { createAnswerabilityCheck } from './answerability.ts';
import type { DraftPart, GenerateRequest, Generator } from './generator.ts';
import { removeInstructions } from './instructions.ts';
import { createTopicCheck } from './on-topic.ts';
import { readQuestion, type Sought } from './question.ts';
import { type Candidate, createSentenceRanker } from './sentence-ranker.ts';

/** At most this many quotes, whatever is asked. */
const mostQuotes = 3;
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

  async function* generate(request: GenerateRequest): AsyncIterable<DraftPart> {
    const query = removeInstructions(request.query);
    if (query === '' || !isOnTopic(query)) {
      yield { type: 'outcome', outcome: 'off-topic' };
      return;
    }
    const question = readQuestion(query);
    const candidates = rank(question, request.passages);
    if (!isAnswerable(question, candidates)) {
      yield { type: 'outcome', outcome: 'not-in-article' };
      return;
    }
    yield { type: 'outcome', outcome: 'answered' };
    for (const { number, text } of choose(candidates, question.sought)) {
      yield { type: 'statement', statement: { text, citations: [{ passage: number, quote: text }] } };
    }
  }
  return { name: 'extractive', generate };
}

/** The best sentences in the order of the article; for a list the whole of the passages that they stand in. */
function choose(candidates: readonly Candidate[], sought: Sought): Candidate[] {
  const [best] = candidates;
  if (best === undefined) return [];
  const isList = sought === 'list';
  const near = candidates.filter(({ score }) => score >= best.score * (isList ? enough.list : enough.one));
  return (isList ? widen(near) : near).slice(0, mostQuotes).sort((one, other) => one.order - other.order);
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
