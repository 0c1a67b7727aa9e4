/** Answers with the article's own sentences: no model, no words of its own. */
import type { Article } from '../article.ts';
import { foldText } from '../text/fold.ts';
import { createAnswerabilityCheck } from './answerability.ts';
import { namesMembers } from './counted-members.ts';
import { findSeries } from './enumerations.ts';
import { findPlace, type NamedPlace } from './find-place.ts';
import { type Form, holdsForm, readGathering } from './gather.ts';
import type { DraftPart, GenerateRequest, Generator } from './generator.ts';
import { removeInstructions } from './instructions.ts';
import { findNamedMembers } from './named-members.ts';
import { createTopicCheck } from './on-topic.ts';
import { type QuestionReading, readQuestion } from './question.ts';
import { type Candidate, createSentenceRanker } from './sentence-ranker.ts';
import type { Sought } from './sought.ts';
import { hasMark } from './sought-form.ts';

/** At most this many quotes. */
const mostQuotes = { one: 3, list: 4 };
/** A further quote is given when its score is at least this share of the best one's. */
const enough = { one: 0.72, list: 0.6 };
/** With at least this share of the best score a sentence that holds the form sought, or names members, comes before it. */
const nearForm = 0.5;
const nearMembers = 0.95;
/** At most this many quotes of a series, and how near a narrowed-down one lies to its best. */
const mostGathered = 8;
const nearGathered = 0.4;

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
    const place = findPlace(request.question, article);
    if (place !== null) {
      const parts = partsOf(place, request);
      yield { type: 'outcome', outcome: parts.length > 0 ? 'answered' : 'not-in-article' };
      yield* quotes(parts);
      return;
    }
    const query = removeInstructions(request.query);
    const gathering = readGathering(foldText(query).text);
    const isAboutArticle = gathering?.isNarrow === false || isOnTopic(query);
    if (query === '' || !isAboutArticle) {
      yield { type: 'outcome', outcome: 'off-topic' };
      return;
    }
    const question = readQuestion(query, removeInstructions(request.question));
    const ranked = rank(question, request.passages);
    const candidates = preferFitting(ranked, question);
    const gathered = gathering === null ? [] : gather(gathering, ranked);
    const named = question.sought === 'list' ? findNamedMembers(question.folded, ranked) : [];
    const whole = [gathered, named].find(({ length }) => length > 1);
    if (whole !== undefined) {
      yield { type: 'outcome', outcome: 'answered' };
      yield* quotes(inOrder(whole.slice(0, mostGathered)));
      return;
    }
    const series = question.sought === 'list' ? seriesIn(question.folded, request) : [];
    const isListed = series.length > 0 || namesMembers(question, candidates[0]?.text ?? '');
    if (!isListed || !isAnswerable(question, candidates)) {
      yield { type: 'outcome', outcome: 'not-in-article' };
      return;
    }
    yield { type: 'outcome', outcome: 'answered' };
    yield* quotes(series.length > 0 ? series : choose(candidates, question.sought));
  }
  return { name: 'extractive', generate };
}

/** All of a paragraph; of a section of several the beginning of each. */
function partsOf({ paragraphs, passages }: NamedPlace, request: GenerateRequest) {
  const [first] = paragraphs;
  const wanted = passages.filter(({ paragraph, start }) =>
    paragraphs.length > 1 ? start === 0 : paragraph === first,
  );
  return wanted
    .flatMap(({ id }) => request.passages.filter(({ passage }) => passage.id === id))
    .slice(0, mostGathered)
    .map(({ number, passage }) => ({ number, text: passage.text }));
}

function* quotes(parts: readonly { readonly number: number; readonly text: string }[]): Iterable<DraftPart> {
  for (const { number, text } of parts)
    yield { type: 'statement', statement: { text, citations: [{ passage: number, quote: text }] } };
}

/** The sentences that hold the form; where the question narrows it down, only those near what it says. */
function gather(
  { form, isNarrow }: { readonly form: Form; readonly isNarrow: boolean },
  ranked: readonly Candidate[],
): Candidate[] {
  const holding = ranked.filter(({ passage, text }) => passage.field === null && holdsForm(form, text));
  const least = isNarrow ? (holding[0]?.score ?? 0) * nearGathered : 0;
  return holding.filter(({ score }) => score >= least);
}

function inOrder(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((one, other) => one.order - other.order);
}

/** Puts those of the near candidates first that hold the form sought, and of as good ones those that name what they count. */
function preferFitting(candidates: readonly Candidate[], question: QuestionReading): Candidate[] {
  const near = hasMark(question.sought) ? nearForm : nearMembers;
  const least = near * Math.max(0, ...candidates.map(({ wordScore }) => wordScore));
  const fits = ({ wordScore, text, holdsSought }: Candidate) =>
    wordScore >= least && holdsSought && namesMembers(question, text);
  return [...candidates.filter(fits), ...candidates.filter((candidate) => !fits(candidate))];
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
