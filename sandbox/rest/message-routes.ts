import { GatewayIntentBits } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { invalidForm, refusals } from '../discord-error.ts';
import { type NewMessage, readEditedMessage, readNewMessage } from '../forms/message-schema.ts';
import { deleteMessage, editMessage, readableWhenFetched } from '../messages.ts';
import type { Channel } from '../world/entities.ts';
import type { Message } from '../world/message.ts';
import { messagePayload } from '../world/message-payload.ts';
import { botMay, requirePermission, requireSpeech, visibleChannel } from './access.ts';
import { postAsBot, storeFiles } from './bot-message.ts';
import { noContent, ok, param, type RestRequest, type Route, route } from './route.ts';

/** For this long a message with the same nonce is the same message. */
const nonceLifeMs = 5 * 60_000;

/** The routes on which a bot reads and writes messages. */
export function messageRoutes(core: Core): Route[] {
  const { world } = core;
  const channelOf = (request: RestRequest) => visibleChannel(core, param(request, 'channel'));
  const messageOf = (request: RestRequest) => world.message(channelOf(request), param(request, 'message'));
  const answer = (message: Message) => ok(messagePayload(world, message, readableWhenFetched(core)));

  const create = (request: RestRequest) => {
    const channel = channelOf(request);
    requireSpeech(core, channel);
    const form = readNewMessage(request.body, request.files.length);
    if ((form.embeds ?? []).length > 0) requirePermission(core, channel, 'EmbedLinks');
    if (request.files.length > 0) requirePermission(core, channel, 'AttachFiles');
    const repeated = findRepeated(core, channel, form);
    if (repeated !== null) return answer(repeated);
    const reference = findReference(core, channel, form);
    return answer(postAsBot(core, channel, form, request.files, reference === null ? {} : { reference }));
  };

  const edit = (request: RestRequest) => {
    const message = messageOf(request);
    if (message.author.id !== world.bot.id) throw refusals.editOthers();
    const form = readEditedMessage(
      request.body,
      { ...shownBy(message), fileCount: message.attachments.length },
      request.files.length,
    );
    editMessage(core, message, form, storeFiles(core, request.files, form.attachments ?? []));
    return answer(message);
  };

  const remove = (request: RestRequest) => {
    const message = messageOf(request);
    if (message.author.id !== world.bot.id) {
      if (message.channel.guildId === null) throw refusals.systemMessage();
      requirePermission(core, message.channel, 'ManageMessages');
    }
    deleteMessage(core, message);
    return noContent();
  };

  const list = (request: RestRequest) => {
    const channel = channelOf(request);
    const guild = world.guildOf(channel);
    if (guild !== null && !botMay(core, guild, channel, 'ReadMessageHistory')) return ok([]);
    const limit = Number(request.query.get('limit') ?? 50);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
      throw invalidForm([
        { path: ['limit'], code: 'NUMBER_TYPE_MAX', message: 'int value should be between 1 and 100.' },
      ]);
    }
    const page = selectPage(
      channel.messages.filter((message) => !message.ephemeral),
      request.query,
      limit,
    );
    return ok(page.map((message) => messagePayload(world, message, readableWhenFetched(core))));
  };

  const react = (request: RestRequest) => {
    const message = messageOf(request);
    requirePermission(core, message.channel, 'ReadMessageHistory');
    const emoji = param(request, 'emoji');
    if (!message.reactions.has(emoji)) requirePermission(core, message.channel, 'AddReactions');
    changeReaction(core, message, emoji, true);
    return noContent();
  };

  const one = '/channels/:channel/messages/:message';
  return [
    route('POST', '/channels/:channel/messages', create),
    route('GET', '/channels/:channel/messages', list),
    route('GET', one, (request) => {
      const message = messageOf(request);
      requirePermission(core, message.channel, 'ReadMessageHistory');
      return answer(message);
    }),
    route('PATCH', one, edit),
    route('DELETE', one, remove),
    route('PUT', `${one}/reactions/:emoji/@me`, react),
    route('DELETE', `${one}/reactions/:emoji/@me`, (request) => {
      changeReaction(core, messageOf(request), param(request, 'emoji'), false);
      return noContent();
    }),
    route('POST', '/channels/:channel/typing', (request) => {
      const channel = channelOf(request);
      requireSpeech(core, channel);
      core.typing.set(channel.id, Date.now() + 10_000);
      core.changes.announce();
      return noContent();
    }),
  ];
}

/** What a message shows, in the words of the form that edits it. */
export function shownBy(message: Message) {
  return {
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    flags: message.flags,
    fileCount: message.attachments.length,
  };
}

function findRepeated(core: Core, channel: Channel, form: NewMessage): Message | null {
  if (!form.enforce_nonce || form.nonce === undefined || form.nonce === null) return null;
  const since = core.world.clock.now() - nonceLifeMs;
  return (
    channel.messages.find(
      (message) =>
        message.author.id === core.world.bot.id &&
        String(message.nonce) === String(form.nonce) &&
        message.createdAt > since,
    ) ?? null
  );
}

function findReference(core: Core, channel: Channel, form: NewMessage): Message | null {
  const wanted = form.message_reference;
  if (!wanted) return null;
  const guild = core.world.guildOf(channel);
  if (guild !== null && !botMay(core, guild, channel, 'ReadMessageHistory')) throw refusals.cannotReply();
  const found = channel.messages.find((message) => message.id === wanted.message_id && !message.ephemeral);
  if (found !== undefined) return found;
  if (wanted.fail_if_not_exists === false) return null;
  throw invalidForm([
    { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
  ]);
}

/** Newest first, as Discord lists them. */
function selectPage(messages: readonly Message[], query: URLSearchParams, limit: number): Message[] {
  const id = (name: string) => {
    const value = query.get(name);
    return value === null ? null : BigInt(value);
  };
  const before = id('before');
  const after = id('after');
  const around = id('around');
  if (around !== null) {
    const half = Math.floor(limit / 2);
    const older = messages.filter((message) => BigInt(message.id) < around).slice(-half);
    const rest = messages.filter((message) => BigInt(message.id) >= around).slice(0, limit - half);
    return [...older, ...rest].reverse();
  }
  if (after !== null) {
    return messages
      .filter((message) => BigInt(message.id) > after)
      .slice(0, limit)
      .reverse();
  }
  const until = before === null ? messages : messages.filter((message) => BigInt(message.id) < before);
  return until.slice(-limit).reverse();
}

function changeReaction(core: Core, message: Message, emoji: string, add: boolean): void {
  const users = message.reactions.get(emoji) ?? new Set<string>();
  if (add) users.add(core.world.bot.id);
  else users.delete(core.world.bot.id);
  if (users.size > 0) message.reactions.set(emoji, users);
  else message.reactions.delete(emoji);
  const { guildId } = message.channel;
  core.gateway.dispatch({
    name: add ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE',
    guildId,
    intent:
      guildId === null ? GatewayIntentBits.DirectMessageReactions : GatewayIntentBits.GuildMessageReactions,
    data: () => ({
      user_id: core.world.bot.id,
      channel_id: message.channel.id,
      message_id: message.id,
      message_author_id: message.author.id,
      emoji: { id: null, name: emoji },
      burst: false,
      type: 0,
      ...(guildId === null ? {} : { guild_id: guildId }),
    }),
  });
  core.changes.announce();
}
