import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Guild, Member } from './entities.ts';

const all = Object.values(PermissionFlagsBits).reduce((bits, bit) => bits | bit, 0n);

/** A member's permissions in the whole server, before any channel's overwrites. */
export function guildPermissions(guild: Guild, member: Member): bigint {
  if (guild.ownerId === member.user.id) return all;
  const granted = [guild.id, ...member.roles].reduce(
    (bits, id) => bits | (guild.roles.get(id)?.permissions ?? 0n),
    0n,
  );
  return (granted & PermissionFlagsBits.Administrator) === 0n ? granted : all;
}

/** A member's permissions in a channel, after overwrites and what their absence implies. A thread has its parent's. */
export function channelPermissions(guild: Guild, channel: Channel, member: Member): bigint {
  let permissions = guildPermissions(guild, member);
  if (permissions === all) return all;
  const parent = channel.thread === null ? undefined : guild.channels.get(channel.parentId ?? '');
  const { overwrites } = parent ?? channel;

  const everyone = overwrites.get(guild.id);
  if (everyone !== undefined) permissions = (permissions & ~everyone.deny) | everyone.allow;

  let allow = 0n;
  let deny = 0n;
  for (const role of member.roles) {
    const overwrite = overwrites.get(role);
    allow |= overwrite?.allow ?? 0n;
    deny |= overwrite?.deny ?? 0n;
  }
  permissions = (permissions & ~deny) | allow;

  const own = overwrites.get(member.user.id);
  if (own !== undefined) permissions = (permissions & ~own.deny) | own.allow;

  return withImplied(permissions, channel);
}

function withImplied(permissions: bigint, channel: Channel): bigint {
  if ((permissions & PermissionFlagsBits.ViewChannel) === 0n) return 0n;
  const speak =
    channel.thread === null ? PermissionFlagsBits.SendMessages : PermissionFlagsBits.SendMessagesInThreads;
  if ((permissions & speak) !== 0n) return permissions;
  const needsSpeech =
    PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.AttachFiles | PermissionFlagsBits.MentionEveryone;
  return permissions & ~needsSpeech;
}
