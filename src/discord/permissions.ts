/** What the bot and its members may do, by what Discord says. What is not known for certain counts as not allowed. */
import {
  type BaseInteraction,
  GuildMember,
  type GuildTextBasedChannel,
  type Message,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import { UpstreamError } from '../errors.ts';
import type { KnownSettings } from '../guilds/guild-settings.ts';
import { type Asked, isModerator, type Standing } from '../guilds/policy.ts';
import type { Translate } from '../locales/translator.ts';
import { callDiscord } from './discord-call.ts';
import { installedGuildId } from './installation.ts';

const needed = {
  ViewChannel: PermissionFlagsBits.ViewChannel,
  SendMessages: PermissionFlagsBits.SendMessages,
  SendMessagesInThreads: PermissionFlagsBits.SendMessagesInThreads,
  CreatePublicThreads: PermissionFlagsBits.CreatePublicThreads,
  ManageThreads: PermissionFlagsBits.ManageThreads,
  ReadMessageHistory: PermissionFlagsBits.ReadMessageHistory,
  EmbedLinks: PermissionFlagsBits.EmbedLinks,
  Connect: PermissionFlagsBits.Connect,
} as const;
export type Needed = keyof typeof needed;

/** The names of permissions that are missing to answer an interaction in public. */
export function missingForInteraction(interaction: BaseInteraction): readonly Needed[] {
  if (installedGuildId(interaction) === null) return [];
  const inThread = interaction.channel?.isThread() ?? false;
  return missing(interaction.appPermissions, [
    'ViewChannel',
    inThread ? 'SendMessagesInThreads' : 'SendMessages',
  ]);
}

/** The names of permissions that are missing to reply to a message. Where Discord has not said, none: the reply will tell. */
export function missingForReply({ channel, client }: Message): readonly Needed[] {
  if (channel.isDMBased()) return [];
  const held = channel.permissionsFor(client.user);
  return held === null ? [] : missing(held, ['ViewChannel', ...speechIn(channel), 'ReadMessageHistory']);
}

/** Where rich messages are not allowed, an answer is text. */
export function missingForComponents(held: Readonly<PermissionsBitField> | null): readonly Needed[] {
  return held === null ? [] : missing(held, ['EmbedLinks']);
}

/** The same for a reply to a message. */
export function missingForReplyComponents({ channel, client }: Message): readonly Needed[] {
  return channel.isDMBased() ? [] : missingForComponents(channel.permissionsFor(client.user));
}

/** What a member lacks to speak where they tapped; nothing outside servers. */
export function missingForMember({
  guildId,
  channel,
  memberPermissions,
}: BaseInteraction): readonly Needed[] {
  if (guildId === null) return [];
  const speak = channel?.isThread() ? 'SendMessagesInThreads' : 'SendMessages';
  return memberPermissions === null ? [speak] : missing(memberPermissions, [speak]);
}

/** In a thread that is locked, only who manages threads may write. */
function speechIn(channel: GuildTextBasedChannel): readonly Needed[] {
  if (!channel.isThread()) return ['SendMessages'];
  return channel.locked ? ['SendMessagesInThreads', 'ManageThreads'] : ['SendMessagesInThreads'];
}

/** Those of the named permissions that are not held. */
export function missing(held: Readonly<PermissionsBitField>, names: readonly Needed[]): readonly Needed[] {
  return names.filter((name) => !held.has(needed[name]));
}

/** Those of the permissions that the bot can use somewhere which are held. */
export function heldOf(held: Readonly<PermissionsBitField> | null): readonly Needed[] {
  return Object.entries(needed).flatMap(([name, bit]) => (isNeeded(name) && held?.has(bit) ? [name] : []));
}

function isNeeded(name: string): name is Needed {
  return Object.hasOwn(needed, name);
}

/** The permissions' names as Discord shows them in the reader's language. */
export function namePermissions(names: readonly Needed[], translate: Translate): string {
  return names.map((name) => translate(`permission.${name}`)).join(translate('permission.separator'));
}

/** Whether the member who did this may change the server's settings, now. */
export function mayModerate(interaction: BaseInteraction, known: KnownSettings): boolean {
  return installedGuildId(interaction) !== null && isModerator(standingOf(interaction), known);
}

/** A member as far as an interaction tells. */
export function standingOf(interaction: BaseInteraction): Standing {
  const { member, memberPermissions } = interaction;
  const roles = member instanceof GuildMember ? [...member.roles.cache.keys()] : (member?.roles ?? []);
  return { manageServer: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false, roles };
}

const authors = new WeakMap<Message, GuildMember | null>();

/** Remembers who wrote a message for as long as it is at work: members are not kept. `as`: the same message as it came first. */
export function noteAuthor(message: Message, as = message): void {
  authors.set(message, authors.get(as) ?? as.member);
}

/** The same for a message that was read from Discord, which does not tell who in the server wrote it. */
export async function fetchAuthor(message: Message): Promise<void> {
  const { guild, author } = message;
  try {
    if (guild !== null) authors.set(message, await callDiscord(() => guild.members.fetch(author.id)));
  } catch (error) {
    // Who has left has no roles.
    if (!(error instanceof UpstreamError)) throw error;
  }
}

/** A member as far as a message tells. */
export function standingOfAuthor(message: Message): Standing {
  return standingOfMember(authors.get(message) ?? message.member);
}

/** A member as far as their permissions and roles are known. */
export function standingOfMember(member: GuildMember | null): Standing {
  return {
    manageServer: member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
    roles: [...(member?.roles.cache.keys() ?? [])],
  };
}

/** Who does something by an interaction, and where. */
export function askedByInteraction(interaction: BaseInteraction): Asked {
  const { channel } = interaction;
  return {
    guildId: installedGuildId(interaction),
    channelId: interaction.channelId ?? '',
    parentChannelId: channel?.isThread() ? channel.parentId : null,
    memberId: interaction.user.id,
    roles: standingOf(interaction).roles,
    way: 'command',
  };
}

/** Who writes a message, and where. */
export function askedByMessage(message: Message): Asked {
  const { channel, guildId, author } = message;
  return {
    guildId,
    channelId: channel.id,
    parentChannelId: channel.isThread() ? channel.parentId : null,
    memberId: author.id,
    roles: standingOfAuthor(message).roles,
    way: 'chat',
  };
}
