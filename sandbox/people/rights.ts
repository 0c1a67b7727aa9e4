import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { StoredCommand } from '../rest/command-schema.ts';
import type { Channel, User } from '../world/entities.ts';
import { channelPermissions, guildPermissions } from '../world/permissions.ts';
import type { World } from '../world/world.ts';

/** Whether someone has a permission in a channel; in a direct message, whether it is theirs. */
export function mayIn(
  world: World,
  user: User,
  channel: Channel,
  permission: keyof typeof PermissionFlagsBits,
): boolean {
  const guild = world.guildOf(channel);
  if (guild === null) return channel.type === ChannelType.GroupDM || channel.recipientId === user.id;
  const member = guild.members.get(user.id);
  if (member === undefined) return false;
  return (channelPermissions(guild, channel, member) & PermissionFlagsBits[permission]) !== 0n;
}

/** Throws unless Discord's client offers a command to someone in a channel. */
export function requireOffered(world: World, user: User, channel: Channel, command: StoredCommand): void {
  const guild = world.guildOf(channel);
  const context = contextOf(channel);
  const contexts = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2]);
  // Where the bot is not, a person has only what they installed to themselves.
  const types = command.integration_types ?? [0];
  const reaches = isPresent(world, channel) || (command.guildId === null && types.includes(1));
  if (!contexts.includes(context) || !reaches)
    throw new Error(`the command ${command.name} is not offered here`);
  const needed = BigInt(command.default_member_permissions ?? 0);
  if (guild === null || needed === 0n) return;
  const member = guild.members.get(user.id);
  const has = member === undefined ? 0n : guildPermissions(guild, member);
  if ((has & needed) !== needed) {
    throw new Error(`the command ${command.name} is not offered to ${user.username}`);
  }
}

/** Where an interaction happens: in a server, in a direct message with the bot, or in another private channel. */
export function contextOf({ guildId, type }: Channel): 0 | 1 | 2 {
  if (guildId !== null) return 0;
  return type === ChannelType.GroupDM ? 2 : 1;
}

/** Whether the bot itself is there, as a member of the server or at the other end of a direct message. */
export function isPresent(world: World, channel: Channel): boolean {
  const guild = world.guildOf(channel);
  return guild === null ? channel.type !== ChannelType.GroupDM : guild.members.has(world.bot.id);
}
