/** The bot as a whole: connects to Discord, registers the commands, and answers until it is stopped. */
import { type Client, Events, ShardClientUtil } from 'discord.js';
import { createDrawingLine } from '../charts/drawing-line.ts';
import type { Config } from '../config.ts';
import { UpstreamError, UserError } from '../errors.ts';
import { admit } from '../guilds/admission.ts';
import type { GapStore } from '../guilds/gap-store.ts';
import { createGaps } from '../guilds/gaps.ts';
import type { GuildSettings } from '../guilds/guild-settings.ts';
import type { Limits } from '../guilds/limits.ts';
import type { PendingStore } from '../guilds/pending-store.ts';
import type { DayBudget } from '../guilds/quotas.ts';
import type { KeptRateLimiter } from '../guilds/rate-limiter.ts';
import type { Retention } from '../guilds/retention.ts';
import type { Spending } from '../guilds/spending.ts';
import type { FeedbackStore } from '../guilds/stores.ts';
import { type AnswerCache, createAnswerCache } from '../knowledge/answering/answer-cache.ts';
import type { AnswerPorts, ModelPorts } from '../knowledge/answering/answer-question.ts';
import type { Generator } from '../knowledge/answering/generator.ts';
import type { ModelCheck } from '../knowledge/answering/model-check.ts';
import type { QueryPlanner } from '../knowledge/answering/query-planner.ts';
import type { Verifier } from '../knowledge/answering/verifier.ts';
import type { Article } from '../knowledge/article.ts';
import type { ArticleVersions } from '../knowledge/article-versions.ts';
import type { Figures } from '../knowledge/figures.ts';
import type { Retriever } from '../knowledge/retrieval/retriever.ts';
import type { Log } from '../log.ts';
import { noTelemetry, type Telemetry, type Vitals } from '../telemetry.ts';
import { createAsk } from './ask.ts';
import { createBudgetWarning } from './budget-warning.ts';
import { createChat } from './chat.ts';
import type { AnyCommand } from './command.ts';
import { connect, createClient, refusalOf } from './connect.ts';
import { watchDepartures } from './departures.ts';
import { createWelcome } from './doctor/joined-server.ts';
import { createForumDelay } from './forum-delay.ts';
import { inviteUrlOf } from './invite.ts';
import { findMissedReplies } from './missed-replies.ts';
import { createPending, type Pending } from './pending/pending.ts';
import { createResume } from './pending/resume.ts';
import { createSeal } from './pending/seal.ts';
import { fetchAuthor } from './permissions.ts';
import { register } from './register-commands.ts';
import { createRouter } from './router.ts';
import type { Services } from './services.ts';
import { createShardWatch } from './shards.ts';
import { createSuggestQuestions, type SuggestQuestions } from './suggest-questions.ts';
import { createTurns } from './turns.ts';
import { createUsageRecord } from './usage-record.ts';
import { createWithdrawals, noteChanges } from './withdrawals.ts';
import { createWork } from './work.ts';

interface BotPorts {
  readonly config: Config;
  readonly log: Log;
  /** Absent: nobody watches. */
  readonly telemetry?: Telemetry;
  readonly article: Article;
  readonly articleVersions: ArticleVersions;
  readonly retriever: Retriever;
  /** The model's generator, planner and verifier; null when no model is configured. */
  readonly generator: Generator | null;
  readonly planner: QueryPlanner | null;
  readonly verifier?: Verifier | null;
  readonly loadTokenCounter?: AnswerPorts['loadTokenCounter'];
  /** The same for each model that servers may choose. */
  readonly byModel?: ModelPorts;
  /** Answers with the article's own sentences. */
  readonly fallback: Generator;
  readonly guildSettings: GuildSettings;
  readonly limits: Limits;
  /** What limits have counted and kept, for who wants to know what is kept of them. */
  readonly keptCounts: Pick<KeptRateLimiter, 'ofMember'>;
  readonly dayBudget: DayBudget;
  readonly spending: Spending;
  readonly feedbackStore: FeedbackStore;
  readonly gapStore: GapStore;
  readonly pendingStore: PendingStore;
  readonly retention: Retention;
  readonly commands: readonly AnyCommand[];
  /** Of this article, where it was made already. */
  readonly suggestQuestions?: SuggestQuestions;
  /** What the last evaluation measured. */
  readonly figures?: Figures | null;
  readonly checkModel?: ModelCheck | null;
  readonly checkDatabase: () => Promise<void>;
  readonly version: string;
  /** Told when Discord ends the connection for good, after the start. */
  readonly onEnd: (error: UserError) => void;
}

export interface Bot {
  /** The bot's name on Discord. */
  readonly name: string;
  /** The link that invites the bot to a server, with just the permissions it needs. */
  readonly inviteUrl: string;
  /** Whether anything that was asked is still being answered. */
  isBusy(): boolean;
  /** How it is at this moment. */
  vitals(): Vitals;
  /** Takes no new work, lets what is under way finish for up to ten seconds, and disconnects. */
  stop(): Promise<void>;
}

const stopTimeout = 8_000;
const lastWordsTimeout = 1_500;

/** Starts the bot. Throws `UserError` `token-wrong`, `intents-disallowed` or `discord-unreachable` when it cannot connect. */
export async function startBot(ports: BotPorts): Promise<Bot> {
  const { config, log, guildSettings, commands, telemetry = noTelemetry } = ports;
  const { token, guildId } = config.discord;
  if (token === null) throw new UserError('token-wrong', 'DISCORD_TOKEN is not set.');
  const stopping = new AbortController();
  const client = createClient(config, log, telemetry);
  const shardWatch = createShardWatch();
  shardWatch.add(client);
  const answers = createAnswerCache(() => performance.now());
  const pending = createPending({ store: ports.pendingStore, seal: createSeal(token), log });
  const services = createServices({ ...ports, telemetry }, client, {
    stopping: stopping.signal,
    pending,
    answers,
  });
  const withdrawals = createWithdrawals();
  const chat = createChat(services, withdrawals);
  const router = createRouter(services);
  const work = createWork(log, telemetry);

  await guildSettings.warm();
  await keepArticle(ports);
  client.on(Events.InteractionCreate, (interaction) =>
    work.run(
      () => router.handle(interaction),
      () => router.refuseLate(interaction),
    ),
  );
  client.on(Events.MessageCreate, createForumDelay(guildSettings, work, chat));
  noteChanges(client, withdrawals);
  const departures = watchDepartures(client, ports.retention, work);
  const ready = await connect(client, token);
  log.info('connected', { guilds: ready.guilds.cache.size, applicationId: ready.application.id });
  ready.on(Events.ShardDisconnect, ({ code }) => ports.onEnd(refusalOf(code)));
  ready.on(Events.Invalidated, () => ports.onEnd(refusalOf(0)));

  await register(ready, { guildId, commands, log });
  const resume = createResume(services, ready, chat);
  const catchUp = async (): Promise<void> => {
    const left = await pending.claim((guildId) => isOwnGuild(ready, guildId));
    if (left.length > 0) log.info('resuming', { count: left.length });
    for (const one of left) work.run(() => resume(one));
    for (const message of await findMissedReplies(ready, Date.now()))
      work.run(() => fetchAuthor(message).then(() => chat(message)));
  };
  await catchUp();
  // Not before: the servers that the bot is in already come with the connection.
  const welcome = createWelcome(services);
  ready.on(Events.GuildCreate, (guild) => work.run(() => welcome(guild)));
  // A new session, where an old one could not be resumed: what was written between them is never delivered.
  ready.on(Events.ShardReady, () => work.run(catchUp));
  departures.start();
  return {
    name: ready.user.username,
    inviteUrl: inviteUrlOf(ready),
    isBusy: () => work.size() > 0,
    vitals: () => ({
      isStopping: work.isStopped(),
      shards: shardWatch.read([client]),
      guilds: client.guilds.cache.size,
      underWay: work.size(),
      waiting: services.turns.length(),
      keptAnswers: answers.size(),
    }),
    async stop() {
      departures.stop();
      await work.stop(stopTimeout);
      // What is still under way is ended, and has a moment to say so.
      stopping.abort(new UserError('stopping', 'the bot is being stopped'));
      await work.stop(lastWordsTimeout);
      await pending.stop();
      await client.destroy();
    },
  };
}

function createServices(
  ports: BotPorts & { readonly telemetry: Telemetry },
  client: Client,
  {
    stopping,
    pending,
    answers,
  }: { readonly stopping: AbortSignal; readonly pending: Pending; readonly answers: AnswerCache },
): Services {
  const { config, log, telemetry, article, articleVersions, retriever } = ports;
  const { guildSettings, dayBudget, feedbackStore, keptCounts, commands, version, checkDatabase } = ports;
  const usageRecord = createUsageRecord();
  const turns = createTurns();
  const gaps = createGaps(ports.gapStore, log);
  const suggestQuestions = ports.suggestQuestions ?? createSuggestQuestions(article);
  // What the first letter typed would wait for is read while the bot connects.
  setImmediate(() => suggestQuestions('a', article.language));
  const ask = createAsk({
    ...ports,
    answers,
    gaps,
    modelConfigured: ports.generator !== null,
    model: config.model,
    byModel: ports.byModel ?? new Map(),
    warnOfBudget: createBudgetWarning(client, ports.spending, log),
    usageRecord,
    turns,
    stopping,
  });
  return {
    ...{ config, log, telemetry, article, articleVersions, retriever, gaps },
    ...{
      guildSettings,
      dayBudget,
      feedbackStore,
      keptCounts,
      commands,
      version,
      usageRecord,
      turns,
      pending,
      checkDatabase,
    },
    checkModel: ports.checkModel ?? null,
    suggestQuestions,
    draw: createDrawingLine(),
    figures: ports.figures ?? null,
    async admit(asked) {
      const admission = await admit(asked, { ...ports, modelConfigured: false });
      if (!admission.admitted) throw admission.refusal;
    },
    ask: (request, reply) => telemetry.question(() => ask(request, reply)),
  };
}

/** Whether what happens in a server is this process's to answer, by its shards; direct messages are those of the first. */
function isOwnGuild({ ws, options }: Client<true>, guildId: string | null): boolean {
  const shard = guildId === null ? 0 : ShardClientUtil.shardIdForGuildId(guildId, options.shardCount ?? 1);
  return ws.shards.has(shard);
}

/** A start goes on without: until the next one, cards of this version are shown from memory. */
async function keepArticle({ article, articleVersions, log }: BotPorts): Promise<void> {
  try {
    await articleVersions.keep(article);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    log.warn('article-not-kept', { version: article.version, reason: error.reason });
  }
}
