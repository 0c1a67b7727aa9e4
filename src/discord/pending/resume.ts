/** Goes on with what another process left: finishes it, or tells the member that it was not finished. */
import { type Client, InteractionWebhook, type Message, SnowflakeUtil } from 'discord.js';
import { UpstreamError, UserError } from '../../errors.ts';
import { createTranslator } from '../../locales/translator.ts';
import type { Chat } from '../chat.ts';
import type { Deferred } from '../deferred.ts';
import { orTellWhy } from '../describe-failure.ts';
import { callDiscord } from '../discord-call.ts';
import { openServer } from '../folded-servers.ts';
import { customIdsOf } from '../message-text.ts';
import { fetchAuthor } from '../permissions.ts';
import { createInteractionResponder, createMessageResponder } from '../responder.ts';
import type { Services } from '../services.ts';
import type { Left } from './pending.ts';
import type { PendingInteraction, PendingMessage } from './record.ts';

/** Tried once: what may be what ended the process is not tried again. */
const mostAttempts = 1;
/** As many as Discord gives at once. */
const reach = 100;

/** Goes on with one thing. */
type Resume = (left: Left) => Promise<void>;

/** How long that has to wait, in milliseconds. */
export function waitFor({ record }: Left): number {
  return record?.kind === 'message' ? Math.max(0, (record.notBefore ?? 0) - Date.now()) : 0;
}

export function createResume(current: () => Services, client: Client<true>, chat: Chat): Resume {
  const { log, pending } = current();
  return async ({ id, guildId, record, attempt }) => {
    const isAnswered = attempt <= mostAttempts;
    if (guildId !== null) openServer(client, guildId);
    try {
      if (record?.kind === 'message') await resumeMessage(record, isAnswered);
      else if (record?.kind === 'interaction') await resumeInteraction(record, isAnswered);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      log.warn('not-resumed', { reason: error.reason });
    } finally {
      pending.done(id);
    }
  };

  async function resumeMessage(
    { channelId, messageId, notBefore, unsent }: PendingMessage,
    isAnswered: boolean,
  ): Promise<void> {
    if (notBefore !== undefined && !isAnswered) return;
    const message = await fetchMessage(client, channelId, messageId);
    if (message === null) return;
    const replies = await findReplies(message);
    const [begun = null] = replies;
    if (begun === null || !isFinished(begun)) {
      await fetchAuthor(message);
      await chat(message, { begun, isAnswered });
    } else if (unsent !== undefined) {
      const { signal } = new AbortController();
      await createMessageResponder(message, log, signal, { begun }).finish(unsent.pages, replies.length);
    }
  }

  async function resumeInteraction(
    { deferred, locale, question, unsent }: PendingInteraction,
    isAnswered: boolean,
  ): Promise<void> {
    const original = await fetchOriginal(client, deferred);
    if (original === null) return;
    const reply = createInteractionResponder(deferred, client, log);
    if (isFinished(original) && isSince(original, deferred)) {
      // One that was sent just before is sent again with its nonce, which makes it no second one.
      if (unsent !== undefined) await reply.finish(unsent.pages, Math.max(1, unsent.sent));
      return;
    }
    const translate = createTranslator(locale);
    const origin = { interactionId: deferred.interactionId };
    const run = async (): Promise<void> => {
      if (question === null || !isAnswered)
        throw new UserError('interrupted', 'the process that was at it ended');
      await current().ask({ ...question, translate, origin, isResumed: true }, reply);
    };
    await orTellWhy(run, reply, { translate, log, origin });
  }
}

/** Whatever is finished can be tapped, but for what was only said, which may be said again in its place. */
function isFinished(message: Message): boolean {
  return customIdsOf(message).length > 0;
}

/** In place of a message that was tapped there was something to tap before. */
function isSince({ editedTimestamp }: Message, { place, interactionId }: Deferred): boolean {
  return place !== 'in-place' || (editedTimestamp ?? 0) >= SnowflakeUtil.timestampFrom(interactionId);
}

async function fetchOriginal(
  client: Client<true>,
  { applicationId, token }: Deferred,
): Promise<Message | null> {
  const webhook = new InteractionWebhook(client, applicationId, token);
  return unlessGone(() => webhook.fetchMessage('@original'));
}

async function fetchMessage(
  client: Client<true>,
  channelId: string,
  messageId: string,
): Promise<Message | null> {
  return unlessGone(async () => {
    const channel = await client.channels.fetch(channelId);
    return channel?.isTextBased() ? channel.messages.fetch(messageId) : null;
  });
}

/** What the bot has replied to a message, oldest first. */
async function findReplies({ channel, client, id }: Message): Promise<readonly Message[]> {
  const later = await callDiscord(() => channel.messages.fetch({ after: id, limit: reach, cache: false }));
  return [...later.values()]
    .filter(({ author, reference }) => author.id === client.user.id && reference?.messageId === id)
    .sort((one, other) => one.createdTimestamp - other.createdTimestamp);
}

async function unlessGone<Found>(find: () => Promise<Found>): Promise<Found | null> {
  try {
    return await callDiscord(find);
  } catch (error) {
    if (error instanceof UpstreamError && ['gone', 'permission'].includes(error.reason)) return null;
    throw error;
  }
}
