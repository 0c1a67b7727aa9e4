/** Puts together what handlers work with: what lasts as long as the process, and what goes with one edition of the article. */
import { type Client, ShardClientUtil } from 'discord.js';
import { createDrawingLine } from '../charts/drawing-line.ts';
import { admit } from '../guilds/admission.ts';
import { createGaps } from '../guilds/gaps.ts';
import type { AnswerCache } from '../knowledge/answering/answer-cache.ts';
import type { Edition } from '../knowledge/answering/answer-question.ts';
import type { Telemetry } from '../telemetry.ts';
import { createAsk } from './ask.ts';
import type { BotPorts } from './bot-ports.ts';
import { createBudgetWarning } from './budget-warning.ts';
import type { Pending } from './pending/pending.ts';
import type { Services } from './services.ts';
import { createSuggestQuestions, type SuggestQuestions } from './suggest-questions.ts';
import { createTurns } from './turns.ts';
import { createUsageRecord } from './usage-record.ts';

/** Whoever handles something takes what is current once, and goes on with that to the end. */
export interface ServicesOfEditions {
  current(): Services;
  serve(edition: Edition): Promise<void>;
}

export function createServices(
  ports: BotPorts & { readonly telemetry: Telemetry },
  clients: ReadonlyMap<number, Client>,
  {
    stopping,
    pending,
    answers,
  }: { readonly stopping: AbortSignal; readonly pending: Pending; readonly answers: AnswerCache },
): ServicesOfEditions {
  const { config, log, telemetry, articleVersions, guildSettings, dayBudget, feedbackStore, keptCounts } =
    ports;
  const { commands, version, checkDatabase } = ports;
  const clientOf = (guildId: string) =>
    clients.get(ShardClientUtil.shardIdForGuildId(guildId, ports.fleet.shardCount));
  const usageRecord = createUsageRecord();
  const turns = createTurns();
  const gaps = createGaps(ports.gapStore, log);
  const lasting = {
    ...{ config, log, telemetry, articleVersions, guildSettings, dayBudget, feedbackStore, keptCounts },
    ...{ commands, version, checkDatabase, usageRecord, turns, pending, gaps },
    checkModel: ports.checkModel ?? null,
    draw: createDrawingLine(),
    figures: ports.figures ?? null,
    async admit(asked: Parameters<Services['admit']>[0]) {
      const admission = await admit(asked, { ...ports, modelConfigured: false });
      if (!admission.admitted) throw admission.refusal;
    },
  };
  const asking = {
    ...ports,
    ...{ answers, gaps, usageRecord, turns, stopping },
    modelConfigured: ports.generator !== null,
    model: config.model,
    byModel: ports.byModel ?? new Map(),
    warnOfBudget: createBudgetWarning(clientOf, ports.spending, log),
  };
  const servicesFor = (
    { article, retriever, fallback }: Edition,
    suggestQuestions: SuggestQuestions,
  ): Services => {
    const ask = createAsk({ ...asking, article, retriever, fallback });
    return {
      ...lasting,
      ...{ article, retriever, suggestQuestions },
      ask: (request, reply) => telemetry.question(() => ask(request, reply)),
    };
  };
  const suggestQuestions = ports.suggestQuestions ?? createSuggestQuestions(ports.article);
  let current = servicesFor(ports, suggestQuestions);
  return {
    current: () => current,
    async serve(edition) {
      const suggest = createSuggestQuestions(edition.article);
      await new Promise(setImmediate);
      current = servicesFor(edition, suggest);
    },
  };
}
