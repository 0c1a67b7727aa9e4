/** One question, from its admission to its answer on the screen: slash commands, chat, modals and buttons all end here. */

import { findModel, type ModelConfig } from '../config.ts';
import { UserError } from '../errors.ts';
import { type AdmissionPorts, admit, scopeOf } from '../guilds/admission.ts';
import type { Gaps } from '../guilds/gaps.ts';
import { withoutLimits } from '../guilds/limits.ts';
import type { Asked, Standing } from '../guilds/policy.ts';
import type { Settings } from '../guilds/settings.ts';
import type { FeedbackStore } from '../guilds/stores.ts';
import type { Answer, Turn } from '../knowledge/answering/answer.ts';
import type { AnswerCache } from '../knowledge/answering/answer-cache.ts';
import { type AnswerPorts, answerQuestion, type ModelPorts } from '../knowledge/answering/answer-question.ts';
import { checkQuestion } from '../knowledge/answering/check-question.ts';
import type { Generator } from '../knowledge/answering/generator.ts';
import { costOf, noUsage } from '../knowledge/answering/usage.ts';
import { type Curated, remapPins } from '../knowledge/curated/curated-answer.ts';
import type { Translate } from '../locales/translator.ts';
import type { Log } from '../log.ts';
import { noTelemetry } from '../telemetry.ts';
import { languageOfQuestion } from './asker-language.ts';
import type { BudgetWarning } from './budget-warning.ts';
import { createCollectGap } from './collect-gap.ts';
import { createAnswerRecord, newAnswerId } from './feedback.ts';
import { createModeratorWarning } from './moderator-warning.ts';
import { offerCurated } from './offer-curated.ts';
import { renderAnswer, renderProgress } from './render-answer.ts';
import type { Responder } from './responder.ts';
import { type Turns, waitForTurn } from './turns.ts';
import type { UsageRecord } from './usage-record.ts';

export interface AskRequest {
  readonly question: string;
  /** The turns before it, oldest first. */
  readonly history: readonly Turn[];
  readonly asked: Asked;
  /** Moderators are told more. */
  readonly standing: Standing;
  /** Words in the reader's language. */
  readonly translate: Translate;
  /**
   * Whether the answer shows the question: not where it stands above it already, as a message does. Read when the answer
   * is laid out, since a message may be edited until then.
   */
  readonly showQuestion: boolean;
  /** Whether a thread can be opened under the answer, to go on in; offered where the server wants it and chat is on. */
  readonly offersThread: boolean;
  /** Whose answer it is; the one who asks unless given. */
  readonly askerId?: string;
  /** Whether the answer is to be made anew, even where one is kept. */
  readonly isAnew?: boolean;
  /** Aborted when the question is taken back. */
  readonly signal?: AbortSignal;
  /** Whether another process has let it in before, so that it counts in no limit again. */
  readonly isResumed?: boolean;
  /** A line that is shown with the answer, such as why it is private; null for none. */
  readonly notice: string | null;
  /** Ids for the log. */
  readonly origin: { readonly interactionId?: string; readonly messageId?: string };
}

/** Answers one question. Throws `UserError` when it is not admitted or not a question, and the reason of its signal. */
export type Ask = (request: AskRequest, reply: Responder) => Promise<void>;

interface AskPorts extends AdmissionPorts, Omit<AnswerPorts, 'signal' | 'generator'> {
  readonly feedbackStore: FeedbackStore;
  readonly gaps: Gaps;
  /** The bot's own version. */
  readonly version: string;
  /** The model's generator; null when none is configured. */
  readonly generator: Generator | null;
  readonly byModel: ModelPorts;
  readonly model: ModelConfig | null;
  /** Tells a server's log channel that a budget is nearly or wholly spent. */
  readonly warnOfBudget: BudgetWarning;
  readonly log: Log;
  readonly answers: AnswerCache;
  readonly usageRecord: UsageRecord;
  readonly turns: Turns;
  /** Aborted when the bot stops. */
  readonly stopping: AbortSignal;
}

export function createAsk(ports: AskPorts): Ask {
  const { article, log, fallback, answers, turns, telemetry = noTelemetry } = ports;
  const warnModerator = createModeratorWarning(ports);
  const recordAnswer = createAnswerRecord(ports);
  const collectGap = createCollectGap(ports.gaps, log);
  return async (request, reply) => {
    const { asked, translate, notice } = request;
    const startedAt = performance.now();
    const question = checkQuestion(request.question);
    const framing = {
      ...{ article, translate, notice },
      get question() {
        return request.showQuestion ? question : null;
      },
    };
    // What is on the way is told where answers do not have to wait for it.
    const tell = (progress: Parameters<typeof renderProgress>[0], frame: typeof framing): void => {
      if (!turns.isCrowded()) reply.progress(renderProgress(progress, frame));
    };
    const { isAnew = false, isResumed = false } = request;
    const { admission, toAnswer } = await telemetry.step('admit', async () => {
      await waitForTurn(turns.join(), (before) => tell({ stage: 'waiting', before }, framing));
      const curated = await findCurated(request, question, ports);
      const toAnswer = (settings: Settings) => ({
        question,
        history: request.history,
        ...languageFor(question, settings.language, translate),
        length: settings.length,
        tone: settings.tone,
        scope: scopeOf(asked),
        articleVersion: article.version,
        settings,
        curated,
      });
      const admission = await admit(
        asked,
        { ...ports, ...(isResumed && { limits: withoutLimits(ports.limits) }) },
        (settings) =>
          typeof curated?.answer === 'string' ||
          (!isAnew && answers.has({ ...toAnswer(settings), by: (ports.generator ?? fallback).name })),
      );
      if (!admission.admitted)
        throw new UserError(
          admission.refusal.code,
          'the question was not admitted',
          admission.refusal.values,
        );
      return { admission, toAnswer };
    });
    const { settings } = admission.known;
    const layout = {
      ...{ article, translate, notice },
      get question() {
        return framing.question;
      },
      offersThread:
        request.offersThread && settings.followUps === 'thread' && settings.chat && !reply.isPrivate,
      askerId: request.askerId ?? asked.memberId,
      isPrivate: reply.isPrivate,
      gapOffer:
        asked.guildId === null ? null : settings.keepQuestions ? ('tell' as const) : ('send' as const),
    };
    const generator = admission.by === 'model' ? ports.generator : null;
    const writer = findModel(ports.model, settings.model);
    const answering =
      generator === null
        ? { ...ports, generator: fallback, planner: null }
        : { ...ports, generator, ...(writer !== null && ports.byModel.get(writer.name)) };
    const wanted = { ...toAnswer(settings), by: answering.generator.name };
    const { answer: made, origin } = await answers.answer(
      wanted,
      (onProgress, unwanted) =>
        answerQuestion(
          { ...wanted, onProgress },
          { ...answering, signal: AbortSignal.any([ports.stopping, unwanted]) },
        ),
      {
        onProgress: (progress) => tell(progress, layout),
        isAnew,
        ...(request.signal !== undefined && { signal: request.signal }),
      },
    );
    const answer = await offerCurated(made, question, asked, ports.gaps);
    const answeredAt = performance.now();
    const answerId = newAnswerId();
    await telemetry
      .step('render', () => reply.finish(renderAnswer(answer, { ...layout, answerId })))
      .finally(turns.send());
    const milliseconds = Math.round(performance.now() - startedAt);
    await warnModerator(request, admission.known, reply);
    const usage = origin === 'made' ? answer.usage : noUsage;
    ports.usageRecord.add(usage);
    const spent = {
      tokens: usage.tokensIn + usage.tokensOut,
      money: writer === null || writer.prices === null ? 0 : costOf(usage, writer.prices),
    };
    const crossed = await ports.spending.add(scopeOf(asked), spent, settings);
    if (crossed !== null) await ports.warnOfBudget(crossed, asked, settings, answerId);
    log.info('question-answered', {
      ...request.origin,
      answerId,
      guildId: asked.guildId,
      channelId: asked.channelId,
      way: asked.way,
      origin,
      ...figuresOf(answer),
      ...usage,
      milliseconds,
      stages: {
        answer: Math.round(answeredAt - startedAt),
        send: Math.round(performance.now() - answeredAt),
      },
    });
    const making = {
      by: answer.generator === 'extractive' ? ('quotes' as const) : ('model' as const),
      ...{ milliseconds, usage },
      cost: (writer?.prices ?? null) === null ? null : Math.round(1_000_000 * spent.money),
    };
    await recordAnswer({ answerId, answer, asked, question, settings, making });
    const open = { answerId, question: answer.understoodAs ?? question, reason: answer.outcome };
    await collectGap({ ...open, guildId: asked.guildId, memberId: layout.askerId }, settings);
  };
}

/** What moderators made of the same question. What goes on with a conversation may mean something else by the same words. */
async function findCurated(
  { asked: { guildId }, history }: AskRequest,
  question: string,
  { gaps, article }: Pick<AskPorts, 'gaps' | 'article'>,
): Promise<Curated | null> {
  if (guildId === null || history.length > 0) return null;
  const gap = await gaps.findAnswered(guildId, question);
  return gap === null ? null : { answer: gap.answer, pins: remapPins(gap.pins, article).found };
}

/** Left out where it is for `answerQuestion` to tell, from the question or the conversation. */
function languageFor(question: string, setting: string, { locale }: Translate): { language?: string } {
  if (setting !== 'asker') return { language: setting };
  const language = languageOfQuestion(question, locale);
  return language === 'zh-TW' ? { language } : {};
}

/** What was kept or shared has been paid for by the question that it was made for. */
function figuresOf(answer: Answer) {
  return {
    outcome: answer.outcome,
    generator: answer.generator,
    language: answer.language,
    quotesOnly: answer.quotesOnly,
    statements: answer.statements.length,
    citations: answer.citations.length,
    dropped: answer.ledger.filter(({ status }) => status === 'dropped').length,
  };
}
