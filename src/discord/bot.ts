/** The bot as a whole: connects to Discord, registers the commands, and answers until it is stopped. */
import { type Client, Events, ShardClientUtil } from 'discord.js';
import { UpstreamError, UserError } from '../errors.ts';
import { createAnswerCache } from '../knowledge/answering/answer-cache.ts';
import type { Edition } from '../knowledge/answering/answer-question.ts';
import type { Article } from '../knowledge/article.ts';
import { noTelemetry, type Vitals } from '../telemetry.ts';
import type { BotPorts } from './bot-ports.ts';
import { createChat } from './chat.ts';
import { connect, createClient, refusalOf } from './connect.ts';
import { createServices } from './create-services.ts';
import { watchDepartures } from './departures.ts';
import { createWelcome } from './doctor/joined-server.ts';
import { createForumDelay } from './forum-delay.ts';
import { inviteUrlOf } from './invite.ts';
import { findMissedReplies } from './missed-replies.ts';
import { createPending } from './pending/pending.ts';
import { createResume } from './pending/resume.ts';
import { createSeal } from './pending/seal.ts';
import { fetchAuthor } from './permissions.ts';
import { register } from './register-commands.ts';
import { createRouter } from './router.ts';
import { createShardWatch } from './shards.ts';
import { createWithdrawals, noteChanges } from './withdrawals.ts';
import { createWork } from './work.ts';

export interface Bot {
  /** The bot's name on Discord. */
  readonly name: string;
  /** The link that invites the bot to a server, with just the permissions it needs. */
  readonly inviteUrl: string;
  /** Whether anything that was asked is still being answered. */
  isBusy(): boolean;
  /** How it is at this moment. */
  vitals(): Vitals;
  /** Goes on with another edition: what is asked from now on is answered from it, and what was asked before, as it was begun. */
  serve(edition: Edition): Promise<void>;
  /** Takes no new work, lets what is under way finish for up to ten seconds, and disconnects. */
  stop(): Promise<void>;
}

/** In milliseconds: less than the ten seconds after which whatever stops the process kills it. */
const stopTimeout = 9_500;
/** As many requests a second are sent, with a little to spare, and so long it takes at least to say that the bot stops. */
const lastWord = 25;
const lastWords = { least: 1_500, most: 8_000 };

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
  const chat = createChat(services.current, withdrawals);
  const router = createRouter(services.current);
  const work = createWork(log, telemetry);

  await guildSettings.warm();
  await keepArticle(ports.article, ports);
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
  const resume = createResume(services.current, ready, chat);
  const catchUp = async (): Promise<void> => {
    const left = await pending.claim((guildId) => isOwnGuild(ready, guildId));
    if (left.length > 0) log.info('resuming', { count: left.length });
    for (const one of left) work.run(() => resume(one));
    for (const message of await findMissedReplies(ready, Date.now()))
      work.run(() => fetchAuthor(message).then(() => chat(message)));
  };
  await catchUp();
  // Not before: the servers that the bot is in already come with the connection.
  const welcome = createWelcome(services.current);
  ready.on(Events.GuildCreate, (guild) => work.run(() => welcome(guild)));
  // A new session, where an old one could not be resumed: what was written between them is never delivered.
  ready.on(Events.ShardReady, () => work.run(catchUp));
  departures.start();
  return {
    name: ready.user.username,
    inviteUrl: inviteUrlOf(ready),
    isBusy: () => work.size() > 0,
    async serve(edition) {
      await keepArticle(edition.article, ports);
      await services.serve(edition);
    },
    vitals: () => ({
      isStopping: work.isStopped(),
      shards: shardWatch.read([client]),
      guilds: client.guilds.cache.size,
      underWay: work.size(),
      waiting: services.current().turns.length(),
      keptAnswers: answers.size(),
    }),
    async stop() {
      departures.stop();
      const reason = new UserError('stopping', 'the bot is being stopped');
      services.current().turns.close(reason);
      const wordsTimeout = Math.min(lastWords.most, Math.max(lastWords.least, lastWord * work.size()));
      await work.stop(stopTimeout - wordsTimeout);
      // What is still under way is ended, and has a moment to say so.
      stopping.abort(reason);
      await work.stop(wordsTimeout);
      await pending.stop();
      await client.destroy();
    },
  };
}

/** Whether what happens in a server is this process's to answer, by its shards; direct messages are those of the first. */
function isOwnGuild({ ws, options }: Client<true>, guildId: string | null): boolean {
  const shard = guildId === null ? 0 : ShardClientUtil.shardIdForGuildId(guildId, options.shardCount ?? 1);
  return ws.shards.has(shard);
}

/** A start goes on without: until the next one, cards of this version are shown from memory. */
async function keepArticle(
  article: Article,
  { articleVersions, log }: Pick<BotPorts, 'articleVersions' | 'log'>,
): Promise<void> {
  try {
    await articleVersions.keep(article);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    log.warn('article-not-kept', { version: article.version, reason: error.reason });
  }
}
