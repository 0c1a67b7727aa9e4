import { ChannelType } from 'discord-api-types/v10';
import type { Core } from './core.ts';
import { botSees, guildEvent } from './gateway/events.ts';
import type { Channel, User } from './world/entities.ts';
import type { Message } from './world/message.ts';
import { channelPayload } from './world/payloads.ts';

export interface ThreadRequest {
  readonly parent: Channel;
  readonly name: string;
  readonly owner: User;
  readonly autoArchiveMinutes?: number;
  readonly type?: ChannelType;
  /** The message it hangs from; the thread then has that message's id. */
  readonly from?: Message;
  readonly appliedTags?: readonly string[];
}

/** Opens a thread and tells the bot, where it sees the channel. */
export function openThread(core: Core, request: ThreadRequest): Channel {
  const { world, gateway, changes } = core;
  const { parent, from } = request;
  const guild = world.guildOf(parent);
  if (guild === null) throw new Error('a direct message has no threads');
  const channel = world.addChannel(guild, {
    name: request.name,
    type: request.type ?? ChannelType.PublicThread,
    parentId: parent.id,
    ...(from === undefined ? {} : { id: from.id }),
    thread: {
      ownerId: request.owner.id,
      archived: false,
      locked: false,
      autoArchiveMinutes: request.autoArchiveMinutes ?? 4320,
      members: new Set([request.owner.id]),
      appliedTags: [...(request.appliedTags ?? [])],
    },
  });
  if (from !== undefined) from.thread = channel;
  if (botSees(world, channel)) {
    gateway.dispatch(
      guildEvent('THREAD_CREATE', guild.id, { ...channelPayload(world, channel), newly_created: true }),
    );
  }
  changes.announce();
  return channel;
}

/** Tells the bot that a channel or thread has changed. */
export function announceChannel(core: Core, channel: Channel): void {
  if (channel.guildId !== null) {
    const name = channel.thread === null ? 'CHANNEL_UPDATE' : 'THREAD_UPDATE';
    core.gateway.dispatch(guildEvent(name, channel.guildId, channelPayload(core.world, channel)));
  }
  core.changes.announce();
}

/** Takes a channel away, with the threads below it. */
export function removeChannel(core: Core, channel: Channel): void {
  const { world, gateway, changes } = core;
  const guild = world.guildOf(channel);
  if (guild === null) return;
  for (const child of [...guild.channels.values()]) {
    if (child.parentId === channel.id && child.thread !== null) removeChannel(core, child);
  }
  const name = channel.thread === null ? 'CHANNEL_DELETE' : 'THREAD_DELETE';
  gateway.dispatch(guildEvent(name, guild.id, channelPayload(world, channel)));
  guild.channels.delete(channel.id);
  world.channels.delete(channel.id);
  changes.announce();
}
