// Which session hears of what: an event names the intent it needs, and whether the bot may see its place.
import { ChannelType, GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel } from '../world/entities.ts';
import type { Message } from '../world/message.ts';
import { messagePayload } from '../world/message-payload.ts';
import { channelPermissions } from '../world/permissions.ts';
import type { World } from '../world/world.ts';

/** An event on its way to the sessions of the bot. */
export interface GatewayEvent {
  readonly name: string;
  /** Null goes to shard 0, as direct messages do. */
  readonly guildId: string | null;
  /** The intent without which the event is not sent; 0 for none. */
  readonly intent: number;
  /** The data, as a session with these intents is given it. */
  readonly data: (intents: number) => object;
}

export function botSees(world: World, channel: Channel): boolean {
  const guild = world.guildOf(channel);
  if (guild === null) return channel.type !== ChannelType.GroupDM;
  const self = guild.members.get(world.bot.id);
  if (self === undefined) return false;
  return (channelPermissions(guild, channel, self) & PermissionFlagsBits.ViewChannel) !== 0n;
}

/**
 * Whether the bot may read what a message holds without the Message Content intent: its own messages, direct
 * messages, and messages that mention it, a reply that pings included.
 */
export function readableWithoutIntent(world: World, message: Message): boolean {
  return (
    message.author.id === world.bot.id ||
    message.channel.guildId === null ||
    message.mentions.includes(world.bot.id)
  );
}

export function messageEvent(
  world: World,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: Message,
): GatewayEvent {
  const { channel } = message;
  const guild = world.guildOf(channel);
  const member = guild?.members.get(message.author.id);
  return {
    name,
    guildId: channel.guildId,
    intent: guild === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages,
    data: (intents) => ({
      ...messagePayload(
        world,
        message,
        (other) => (intents & GatewayIntentBits.MessageContent) !== 0 || readableWithoutIntent(world, other),
      ),
      channel_type: channel.type,
      ...(guild === null ? {} : { guild_id: guild.id }),
      ...(member === undefined || message.webhook ? {} : { member: memberOfMessage(member) }),
    }),
  };
}

function memberOfMessage(member: { nick: string | null; roles: string[]; joinedAt: number }) {
  return {
    nick: member.nick,
    roles: [...member.roles],
    joined_at: new Date(member.joinedAt).toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
  };
}

/** An event that every session with the Guilds intent hears. */
export function guildEvent(name: string, guildId: string, data: object): GatewayEvent {
  return { name, guildId, intent: GatewayIntentBits.Guilds, data: () => data };
}
