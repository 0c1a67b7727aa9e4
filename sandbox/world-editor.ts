import { AuditLogEvent, type ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Core } from './core.ts';
import { guildEvent } from './gateway/events.ts';
import { announceGuild, announceGuildRemoval, announceMember, announceRole } from './guilds.ts';
import { announceChannel, removeChannel } from './threads.ts';
import type { Channel, ForumTag, Guild, Member, Role, User } from './world/entities.ts';
import { channelPayload, guildPayload } from './world/payloads.ts';

export type PermissionName = keyof typeof PermissionFlagsBits;

/** Changes the world behind the bot's back, telling it what Discord would tell it. */
export class WorldEditor {
  private readonly core: Core;

  constructor(core: Core) {
    this.core = core;
  }

  /** Another server, with the bot in it: invited by its owner, with a channel that the bot may speak in unless told otherwise. */
  addGuild(
    name: string,
    given: {
      readonly locale?: string;
      readonly owner?: User;
      /** Of the bot's own role; none unless given. */
      readonly permissions?: readonly PermissionName[];
      /** Changes the server before the bot is told of it. */
      readonly prepare?: (guild: Guild) => void;
    } = {},
  ): Guild {
    const { world } = this.core;
    const owner = given.owner ?? world.addUser(`owner-of-${name}`);
    const everyone = [...world.guilds.values()][0];
    const permissions = everyone?.roles.get(everyone.id)?.permissions ?? 0n;
    const guild = world.addGuild(name, owner, permissions, given.locale ?? 'en-US');
    world.addChannel(guild, { name: 'general' });
    given.prepare?.(guild);
    this.inviteBot(guild, owner, given.permissions);
    return guild;
  }

  /** The bot is invited to a server that it is not in, with permissions of its own role. */
  inviteBot(guild: Guild, by: User, permissions: readonly PermissionName[] = []): void {
    const { world } = this.core;
    const role = world.addRole(guild, world.bot.username, bitsOf(permissions), true);
    world.addMember(guild, world.bot, [role]);
    const added = { action: AuditLogEvent.BotAdd, by, targetId: world.bot.id };
    guild.auditLog.push({ id: world.ids.next(), ...added });
    announceGuild(this.core, guild);
  }

  /** A server that the bot is not in, with a channel and people: whoever installed the bot may bring it along. */
  addForeignGuild(name: string, people: readonly User[], permissions: readonly PermissionName[]): Channel {
    const { world } = this.core;
    const guild = world.addGuild(name, world.addUser(`owner-of-${name}`), bitsOf(permissions), 'en-US');
    for (const user of people) world.addMember(guild, user);
    return world.addChannel(guild, { name: 'general' });
  }

  /** A group chat, which the bot is not in. */
  addGroupChat(name: string): Channel {
    return this.core.world.addGroupChat(name);
  }

  /** An outage on Discord's side: the server goes away for the bot, and comes back. */
  interruptGuild(guild: Guild): void {
    const { gateway } = this.core;
    gateway.dispatch(guildEvent('GUILD_DELETE', guild.id, { id: guild.id, unavailable: true }));
    announceGuild(this.core, guild);
  }

  renameGuild(guild: Guild, name: string): void {
    guild.name = name;
    this.core.gateway.dispatch(guildEvent('GUILD_UPDATE', guild.id, guildPayload(guild)));
    this.core.changes.announce();
  }

  /** The bot is removed from a server. */
  removeBot(guild: Guild): void {
    announceGuildRemoval(this.core, guild);
  }

  addUser(username: string, guild?: Guild, roles: readonly Role[] = []): User {
    const user = this.core.world.addUser(username);
    if (guild !== undefined) this.core.world.addMember(guild, user, roles);
    return user;
  }

  addRole(guild: Guild, name: string, permissions: readonly PermissionName[] = []): Role {
    const role = this.core.world.addRole(guild, name, bitsOf(permissions));
    announceRole(this.core, guild, role, 'GUILD_ROLE_CREATE');
    return role;
  }

  setRolePermissions(guild: Guild, role: Role, permissions: readonly PermissionName[]): void {
    role.permissions = bitsOf(permissions);
    announceRole(this.core, guild, role);
  }

  removeRole(guild: Guild, role: Role): void {
    guild.roles.delete(role.id);
    for (const member of guild.members.values()) {
      member.roles = member.roles.filter((id) => id !== role.id);
    }
    announceRole(this.core, guild, role, 'GUILD_ROLE_DELETE');
  }

  setMemberRoles(guild: Guild, user: User, roles: readonly Role[]): Member {
    const member = guild.members.get(user.id) ?? this.core.world.addMember(guild, user);
    member.roles = roles.map((role) => role.id);
    announceMember(this.core, guild, member);
    return member;
  }

  addChannel(guild: Guild, name: string, type?: ChannelType): Channel {
    const channel = this.core.world.addChannel(guild, { name, ...(type === undefined ? {} : { type }) });
    this.core.gateway.dispatch(
      guildEvent('CHANNEL_CREATE', guild.id, channelPayload(this.core.world, channel)),
    );
    this.core.changes.announce();
    return channel;
  }

  removeChannel(channel: Channel): void {
    removeChannel(this.core, channel);
  }

  /** What a role or member may and may not do in a channel, beside its general rights. */
  setOverwrite(
    channel: Channel,
    subject: Role | User,
    given: { allow?: readonly PermissionName[]; deny?: readonly PermissionName[] },
  ): void {
    channel.overwrites.set(subject.id, {
      id: subject.id,
      kind: 'username' in subject ? 'member' : 'role',
      allow: bitsOf(given.allow ?? []),
      deny: bitsOf(given.deny ?? []),
    });
    announceChannel(this.core, channel);
  }

  addForumTag(forum: Channel, name: string): ForumTag {
    const tag = { id: this.core.world.ids.next(), name };
    forum.tags.push(tag);
    announceChannel(this.core, forum);
    return tag;
  }

  setPostTags(post: Channel, tags: readonly ForumTag[]): void {
    if (post.thread === null) throw new Error(`${post.name} is no post`);
    post.thread.appliedTags = tags.map(({ id }) => id);
    announceChannel(this.core, post);
  }

  archiveThread(
    channel: Channel,
    given: { archived?: boolean; locked?: boolean } = { archived: true },
  ): void {
    if (channel.thread === null) throw new Error(`${channel.name} is no thread`);
    channel.thread.archived = given.archived ?? channel.thread.archived;
    channel.thread.locked = given.locked ?? channel.thread.locked;
    announceChannel(this.core, channel);
  }
}

function bitsOf(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
}
