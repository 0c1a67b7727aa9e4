/** The bot as a whole: connects to Discord, registers the commands, and answers until it is stopped. */
import type { Client } from 'discord.js';
import { UpstreamError, UserError } from '../errors.ts';
import { createAnswerCache } from '../knowledge/answering/answer-cache.ts';
import type { Edition } from '../knowledge/answering/answer-question.ts';
import type { Article } from '../knowledge/article.ts';
import { noTelemetry, type Vitals } from '../telemetry.ts';
import type { BotPorts } from './bot-ports.ts';
import { createChat } from './chat.ts';
import { createServices } from './create-services.ts';
import { createWelcome } from './doctor/joined-server.ts';
import { createForumDelay } from './forum-delay.ts';
import { inviteUrlOf } from './invite.ts';
import { createPending } from './pending/pending.ts';
import { createSeal } from './pending/seal.ts';
import { createRouter } from './router.ts';
import { createShardOpener } from './shard.ts';
import { createShardWatch } from './shards.ts';
import { createWithdrawals } from './withdrawals.ts';
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
/** In milliseconds: so long it takes to say that the bot stops. */
const lastWords = { least: 1_500, most: 8_000 };
/** Of the requests that are let through in a second, to have a little to spare. */
const ofPace = 0.8;

/** Starts the bot. Throws `UserError` `token-wrong`, `intents-disallowed` or `discord-unreachable` when it cannot connect. */
export async function startBot(given: BotPorts): Promise<Bot> {
  const ports = { ...given, telemetry: given.telemetry ?? noTelemetry };
  const { config, log, telemetry, fleet, guildSettings } = ports;
  const { token } = config.discord;
  if (token === null) throw new UserError('token-wrong', 'DISCORD_TOKEN is not set.');
  const stopping = new AbortController();
  const clients = new Map<number, Client<true>>();
  const shardWatch = createShardWatch();
  const answers = createAnswerCache(() => performance.now());
  const pending = createPending({ store: ports.pendingStore, seal: createSeal(token), log, fleet });
  const services = createServices(ports, clients, { stopping: stopping.signal, pending, answers });
  const withdrawals = createWithdrawals();
  const work = createWork(log, telemetry);
  const chat = createChat(services.current, withdrawals);
  const openShard = createShardOpener({
    ...ports,
    ...{ clients, shardWatch, pending, withdrawals, work, chat },
    services: services.current,
    router: createRouter(services.current),
    onMessage: createForumDelay(guildSettings, work, chat, pending),
    welcome: createWelcome(services.current),
  });

  await guildSettings.warm();
  await keepArticle(ports.article, ports);
  await fleet.hold(openShard);
  const [client] = clients.values();
  if (client === undefined) throw new Error('no shard is open');
  return {
    name: client.user.username,
    inviteUrl: inviteUrlOf(client),
    isBusy: () => work.size() > 0,
    async serve(edition) {
      await keepArticle(edition.article, ports);
      await services.serve(edition);
    },
    vitals: () => ({
      isStopping: work.isStopped(),
      shards: shardWatch.read(clients.values()),
      guilds: [...clients.values()].reduce((count, { guilds }) => count + guilds.cache.size, 0),
      underWay: work.size(),
      waiting: services.current().turns.length(),
      keptAnswers: answers.size(),
    }),
    async stop() {
      const reason = new UserError('stopping', 'the bot is being stopped');
      services.current().turns.close(reason);
      const perSecond = ofPace * config.discord.requestsPerSecond * fleet.share();
      const wordsTimeout = Math.min(
        lastWords.most,
        Math.max(lastWords.least, (1_000 * work.size()) / perSecond),
      );
      await work.stop(stopTimeout - wordsTimeout);
      // What is still under way is ended, and has a moment to say so.
      stopping.abort(reason);
      await work.stop(wordsTimeout);
      await pending.stop();
      await fleet.leave();
    },
  };
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
