/** From a question to an answer in which everything was checked: what every way of asking ends in. */
import { UpstreamError } from '../../errors.ts';
import { noTelemetry, type Telemetry } from '../../telemetry.ts';
import type { Article } from '../article.ts';
import { type Curated, composeCurated, putPinnedFirst } from '../curated/curated-answer.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import { detectLanguage } from '../text/language.ts';
import type { Answer, Turn } from './answer.ts';
import { checkQuestion } from './check-question.ts';
import {
  type Budget,
  type CountTokens,
  choosePassages,
  promptBudget,
  quotesBudget,
} from './choose-passages.ts';
import { composeAnswer } from './compose-answer.ts';
import { recentTurns, turnsForDraft } from './conversation.ts';
import { draftAnswer, isSettled } from './draft-answer.ts';
import { findPlace, planForPlace } from './find-place.ts';
import { gatherFor } from './gather.ts';
import type { GenerateRequest, Generator } from './generator.ts';
import { isUnclear } from './is-unclear.ts';
import { planQuestion } from './plan-question.ts';
import type { OnProgress } from './progress.ts';
import type { QueryPlanner } from './query-planner.ts';
import { readQuestion } from './question.ts';
import { type CheckedDraft, runDraft } from './run-draft.ts';
import { isSmallTalk } from './small-talk.ts';
import type { Verifier } from './verifier.ts';

const defaultDeadline = 60_000;

export interface QuestionRequest {
  readonly question: string;
  /** The turns before it, oldest first. */
  readonly history: readonly Turn[];
  /** BCP 47 tag of the language to answer in; the question's own where it is left out. */
  readonly language?: string;
  readonly length: GenerateRequest['length'];
  /** How the server's moderators want what a model writes to sound. */
  readonly tone?: string;
  /** What the server's moderators wrote or pinned for this question; null or absent for nothing. */
  readonly curated?: Curated | null;
  /** Told of each stage, and of the statements that stand so far each time one is added. */
  readonly onProgress?: OnProgress;
}

export interface AnswerPorts {
  readonly article: Article;
  readonly retriever: Retriever;
  readonly generator: Generator;
  /** Answers when the generator fails or nothing of its draft stands; must not fail itself. */
  readonly fallback: Generator;
  readonly planner: QueryPlanner | null;
  /** A model's second opinion on what it drafted; null or absent for none. */
  readonly verifier?: Verifier | null;
  /** Gives what counts a prompt's tokens, once it is loaded; absent: each UTF-16 unit counts as one. */
  readonly loadTokenCounter?: () => Promise<CountTokens>;
  /** Ends the work; its reason is thrown. */
  readonly signal: AbortSignal;
  /** Milliseconds for all calls of the model together; 60,000 by default. After it the fallback answers. */
  readonly deadline?: number;
  /** Told of each failure of the model that the member does not see. */
  readonly onModelFailure?: (error: UpstreamError) => void;
  /** Told how long each step takes; absent: nobody is. */
  readonly telemetry?: Telemetry;
}

/** What belongs to one version of the article, and is exchanged with it. */
export type Edition = Pick<AnswerPorts, 'article' | 'retriever' | 'fallback'>;

/** What each of several models answers with, by the model's name. */
export type ModelPorts = ReadonlyMap<string, Pick<AnswerPorts, 'generator' | 'planner' | 'verifier'>>;

/**
 * Answers a question from the article. Throws `UserError` (`question-empty`, `question-too-long`,
 * `question-without-words`) before anything is asked of a model, and the signal's reason when it is aborted; a model
 * that fails is no error: the fallback answers.
 */
export async function answerQuestion(request: QuestionRequest, ports: AnswerPorts): Promise<Answer> {
  const question = checkQuestion(request.question);
  const history = recentTurns(request.history);
  const language = request.language ?? languageOf(question, history, ports.article);
  const compose = { article: ports.article, question, language };
  const { answer: curated = null, pins = [] } = request.curated ?? {};
  if (curated !== null) return composeCurated(curated, pins, compose);
  const told = isSmallTalk(question)
    ? 'small-talk'
    : history.length === 0 && isUnclear(question)
      ? 'unclear'
      : null;
  if (told !== null)
    return composeAnswer({ ...compose, told, plan: null, drafts: [], by: ports.fallback.name });

  const timeout = AbortSignal.timeout(ports.deadline ?? defaultDeadline);
  const { telemetry = noTelemetry } = ports;
  const retriever: Retriever = {
    retrieve: (query, options) => telemetry.step('retrieve', () => ports.retriever.retrieve(query, options)),
  };
  const bounded = { ...ports, retriever, telemetry, signal: AbortSignal.any([ports.signal, timeout]) };
  /** Passes on what is not the model's failure. */
  const noteFailure = (error: unknown): void => {
    ports.signal.throwIfAborted();
    const upstream =
      timeout.aborted && !(error instanceof UpstreamError)
        ? new UpstreamError('model', 'timeout', error)
        : error;
    if (!(upstream instanceof UpstreamError)) throw error;
    ports.onModelFailure?.(upstream);
  };
  const onProgress: OnProgress = (progress) => request.onProgress?.(progress);
  const isWritten = ports.generator.name !== ports.fallback.name;
  // Quotes are found before anybody could read that they are looked for.
  if (isWritten) onProgress({ stage: 'searching' });
  const place = findPlace(question, ports.article);
  const found = await telemetry.step('plan', async () =>
    place === null
      ? planQuestion(question, history, { ...bounded, noteFailure })
      : planForPlace(question, place),
  );
  const plan = { ...found, hits: putPinnedFirst(found.hits, pins, ports.article) };
  const wide = place !== null || readQuestion(plan.query).sought === 'list';
  const gathered = gatherFor(plan.query, ports.article);
  const choose = (budget: Budget) => choosePassages(ports.article, plan.hits, { wide, gathered, budget });
  const toDraft = {
    ...{
      question,
      query: plan.query,
      language,
      length: request.length,
      ...(request.tone !== undefined && { tone: request.tone }),
    },
    history: turnsForDraft(history),
  };

  const drafts: CheckedDraft[] = [];
  if (isWritten) {
    try {
      const countTokens = (await ports.loadTokenCounter?.()) ?? countUnits;
      await draftAnswer(
        { ...toDraft, passages: choose(promptBudget(countTokens)) },
        { ...bounded, verifier: ports.verifier ?? null, countTokens, onProgress, noteFailure },
        drafts,
      );
      if (isSettled(drafts.at(-1)))
        return composeAnswer({ ...compose, plan, drafts, by: ports.generator.name });
    } catch (error) {
      noteFailure(error);
    }
  }
  const passages = choose(quotesBudget);
  const wholeArticle = passages.length === ports.article.passages.length;
  drafts.push(
    await runDraft(
      ports.fallback,
      { ...toDraft, passages, wholeArticle, missedLanguage: false },
      { article: ports.article, signal: ports.signal, telemetry },
    ),
  );
  return composeAnswer({ ...compose, plan, drafts, by: ports.fallback.name });
}

/** Never too few. */
const countUnits: CountTokens = (text) => text.length;

/** The question's language; of one without letters (“2018?”) that of the turns before it. */
function languageOf(question: string, history: readonly Turn[], article: Article): string {
  const asked = [
    question,
    ...history
      .filter(({ role }) => role === 'user')
      .map(({ content }) => content)
      .reverse(),
  ];
  return asked.map(detectLanguage).find((language) => language !== 'und') ?? article.language;
}
