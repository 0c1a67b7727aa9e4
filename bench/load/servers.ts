/** Servers as large as they are: channels in categories, some with overwrites, and roles. */
import { ChannelType } from 'discord-api-types/v10';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Channel, Guild, Overwrite } from '../../sandbox/world/entities.ts';

const channels = 30;
const roles = 20;
const channelsOfCategory = 7;

/** Adds a server of 30 channels and 20 roles, with the bot in it, before anybody is connected; gives its text channels. */
export function addServer({ world, seeded }: Sandbox, name: string): readonly Channel[] {
  const guild = world.addGuild(name, seeded.users.owner, everyoneOf(seeded.guild), 'en-US');
  const ofGuild = Array.from({ length: roles - 2 }, (_, number) =>
    world.addRole(guild, `Role ${number} of many`, BigInt(number * 1024)),
  );
  const botRole = world.addRole(guild, world.bot.username, 0n, true);
  world.addMember(guild, world.bot, [botRole]);
  let parentId: string | null = null;
  const added: Channel[] = [];
  for (let number = 0; number < channels; number += 1) {
    const type = typeOf(number);
    const isCategory = type === ChannelType.GuildCategory;
    // In most servers every third channel is for some alone.
    const overwrites: Overwrite[] =
      number % 3 === 2
        ? [
            { id: guild.id, kind: 'role', allow: 0n, deny: 1n << 38n },
            { id: ofGuild[number % ofGuild.length]?.id ?? '', kind: 'role', allow: 1n << 38n, deny: 0n },
          ]
        : [];
    const topic = isCategory
      ? undefined
      : `What this channel is for: a sentence that says so, number ${number}`;
    const channel: Channel = world.addChannel(guild, {
      ...{ name: `channel-${number}-of-${guild.name}`, type, overwrites },
      parentId: isCategory ? null : parentId,
      ...(topic === undefined ? {} : { topic }),
    });
    if (isCategory) parentId = channel.id;
    added.push(channel);
  }
  return added.filter(({ type }) => type === ChannelType.GuildText);
}

function typeOf(number: number): ChannelType {
  if (number % channelsOfCategory === 0) return ChannelType.GuildCategory;
  if (number === 8) return ChannelType.GuildAnnouncement;
  if (number === 9) return ChannelType.GuildForum;
  return number % channelsOfCategory === 6 ? ChannelType.GuildVoice : ChannelType.GuildText;
}

function everyoneOf(guild: Guild): bigint {
  return guild.roles.get(guild.id)?.permissions ?? 0n;
}
