// What the bot may do where, as Discord refuses it.
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { refusals } from '../discord-error.ts';
import type { Channel, Guild } from '../world/entities.ts';
import { channelPermissions } from '../world/permissions.ts';

export type Permission = keyof typeof PermissionFlagsBits;

/** A channel that the bot can see: 10003 when there is none, 50001 when it may not. */
export function visibleChannel(core: Core, id: string): Channel {
  const channel = core.world.channel(id);
  const guild = core.world.guildOf(channel);
  if (channel.type === ChannelType.GroupDM) throw refusals.missingAccess();
  if (guild === null) return channel;
  if (!botMay(core, guild, channel, 'ViewChannel')) throw refusals.missingAccess();
  return channel;
}

/** Refuses with 50013 unless the bot has the permission in the channel. */
export function requirePermission(core: Core, channel: Channel, permission: Permission): void {
  const guild = core.world.guildOf(channel);
  if (guild !== null && !botMay(core, guild, channel, permission)) throw refusals.missingPermissions();
}

export function botMay(core: Core, guild: Guild, channel: Channel, permission: Permission): boolean {
  const self = guild.members.get(core.world.bot.id);
  if (self === undefined) return false;
  return (channelPermissions(guild, channel, self) & PermissionFlagsBits[permission]) !== 0n;
}

/** A server that the bot is in: 10004 when there is none, 50001 when it is not in it. */
export function joinedGuild(core: Core, id: string): Guild {
  const guild = core.world.guild(id);
  if (!guild.members.has(core.world.bot.id)) throw refusals.missingAccess();
  return guild;
}

/** Everything that must hold before the bot may post in a channel. */
export function requireSpeech(core: Core, channel: Channel): void {
  if (channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildCategory) {
    throw refusals.notATextChannel();
  }
  if (channel.recipientId !== null && !core.world.user(channel.recipientId).acceptsDirectMessages) {
    throw refusals.cannotMessageUser();
  }
  requirePermission(core, channel, channel.thread === null ? 'SendMessages' : 'SendMessagesInThreads');
  const guild = core.world.guildOf(channel);
  if (channel.thread?.locked && guild !== null && !botMay(core, guild, channel, 'ManageThreads'))
    throw refusals.threadArchived();
}
