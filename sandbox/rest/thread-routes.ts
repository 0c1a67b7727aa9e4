import { ChannelType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Core } from '../core.ts';
import { refusals } from '../discord-error.ts';
import { readForm, snowflake, text } from '../forms/fields.ts';
import { readNewMessage } from '../forms/message-schema.ts';
import { readableWhenFetched } from '../messages.ts';
import { announceChannel, openThread } from '../threads.ts';
import type { Channel } from '../world/entities.ts';
import { messagePayload } from '../world/message-payload.ts';
import { channelPayload, threadMemberPayload } from '../world/payloads.ts';
import { requirePermission, visibleChannel } from './access.ts';
import { postAsBot } from './bot-message.ts';
import { created, noContent, ok, param, type RestRequest, type Route, route } from './route.ts';

const fromMessage = z.object({
  name: text(1, 100),
  auto_archive_duration: z
    .union([z.literal(60), z.literal(1440), z.literal(4320), z.literal(10080)])
    .nullish(),
  rate_limit_per_user: z.number().int().nullish(),
});
const withoutMessage = fromMessage.extend({
  type: z.number().int().nullish(),
  message: z.unknown().nullish(),
  applied_tags: z.array(snowflake).nullish(),
});

/** The routes on which a bot opens, joins and looks into threads. */
export function threadRoutes(core: Core): Route[] {
  const { world } = core;
  const channelOf = (request: RestRequest) => visibleChannel(core, param(request, 'channel'));
  const threadOf = (request: RestRequest): Channel => {
    const channel = channelOf(request);
    if (channel.thread === null) throw refusals.wrongChannelType();
    return channel;
  };

  const openFromMessage = (request: RestRequest) => {
    const parent = channelOf(request);
    const message = world.message(parent, param(request, 'message'));
    if (parent.guildId === null || parent.thread !== null) throw refusals.wrongChannelType();
    if (message.thread !== null) throw refusals.threadExists();
    requirePermission(core, parent, 'CreatePublicThreads');
    requirePermission(core, parent, 'ReadMessageHistory');
    const form = readForm(fromMessage, request.body);
    const thread = openThread(core, {
      parent,
      from: message,
      name: form.name,
      owner: world.bot,
      ...(form.auto_archive_duration ? { autoArchiveMinutes: form.auto_archive_duration } : {}),
    });
    return created(channelPayload(world, thread));
  };

  const open = (request: RestRequest) => {
    const parent = channelOf(request);
    if (parent.guildId === null || parent.thread !== null) throw refusals.wrongChannelType();
    const form = readForm(withoutMessage, request.body);
    const isForum = parent.type === ChannelType.GuildForum;
    const type =
      form.type === ChannelType.PublicThread || isForum
        ? ChannelType.PublicThread
        : ChannelType.PrivateThread;
    if (isForum) requirePermission(core, parent, 'SendMessages');
    else {
      requirePermission(
        core,
        parent,
        type === ChannelType.PublicThread ? 'CreatePublicThreads' : 'CreatePrivateThreads',
      );
    }
    const first = isForum ? readNewMessage(form.message, request.files.length, ['message']) : null;
    const thread = openThread(core, {
      parent,
      name: form.name,
      owner: world.bot,
      type,
      appliedTags: form.applied_tags ?? [],
    });
    if (first === null) return created(channelPayload(world, thread));
    const message = postAsBot(core, thread, first, request.files);
    return created({
      ...channelPayload(world, thread),
      message: messagePayload(world, message, readableWhenFetched(core)),
    });
  };

  const setMember = (request: RestRequest, present: boolean) => {
    const thread = threadOf(request);
    const wanted = param(request, 'user');
    const id = wanted === '@me' ? world.bot.id : world.user(wanted).id;
    if (present) thread.thread?.members.add(id);
    else thread.thread?.members.delete(id);
    announceChannel(core, thread);
    return noContent();
  };

  const active = (request: RestRequest) => {
    const guild = world.guild(param(request, 'guild'));
    const threads = [...guild.channels.values()].filter(
      (channel) => channel.thread !== null && !channel.thread.archived,
    );
    return ok({
      threads: threads.map((thread) => channelPayload(world, thread)),
      members: threads
        .filter((thread) => thread.thread?.members.has(world.bot.id))
        .map((thread) => threadMemberPayload(world, thread, world.bot.id)),
    });
  };

  const members = '/channels/:channel/thread-members';
  return [
    route('POST', '/channels/:channel/messages/:message/threads', openFromMessage),
    route('POST', '/channels/:channel/threads', open),
    route('GET', members, (request) => {
      const thread = threadOf(request);
      return ok([...(thread.thread?.members ?? [])].map((id) => threadMemberPayload(world, thread, id)));
    }),
    route('GET', `${members}/:user`, (request) => {
      const thread = threadOf(request);
      const wanted = param(request, 'user');
      const id = wanted === '@me' ? world.bot.id : wanted;
      if (!thread.thread?.members.has(id)) throw refusals.unknownMember();
      return ok(threadMemberPayload(world, thread, id));
    }),
    route('PUT', `${members}/:user`, (request) => setMember(request, true)),
    route('DELETE', `${members}/:user`, (request) => setMember(request, false)),
    route('GET', '/guilds/:guild/threads/active', active),
  ];
}
