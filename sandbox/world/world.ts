import { ChannelType } from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import { refusals } from '../discord-error.ts';
import type { StoredCommand } from '../rest/command-schema.ts';
import type { Channel, Guild, Member, Overwrite, Role, ThreadState, User } from './entities.ts';
import type { Attachment, Message } from './message.ts';
import { createSnowflakes, type Snowflakes } from './snowflakes.ts';

/** Everything that exists in this Discord: people, servers, channels and the bot's commands. */
export class World {
  readonly clock: Clock;
  readonly ids: Snowflakes;
  readonly bot: User;
  /** The application's id, which is its bot's id too. */
  readonly applicationId: string;
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  /** Every registered command; `guildId` is null for a global one. */
  readonly commands = new Map<string, StoredCommand>();
  /** Every file that was uploaded. */
  readonly files = new Map<string, Attachment>();
  /** Where files are downloaded. */
  cdnUrl = 'https://cdn.discordapp.com';

  constructor(clock: Clock, botName: string) {
    this.clock = clock;
    this.ids = createSnowflakes(clock);
    this.bot = this.addUser(botName, { bot: true });
    this.applicationId = this.bot.id;
  }

  addFile(file: Omit<Attachment, 'id'>): Attachment {
    const kept = { id: this.ids.next(), ...file };
    this.files.set(kept.id, kept);
    return kept;
  }

  addUser(username: string, given: { bot?: boolean; displayName?: string } = {}): User {
    const user: User = {
      id: this.ids.next(),
      username,
      displayName: given.displayName ?? null,
      bot: given.bot ?? false,
      acceptsDirectMessages: true,
    };
    this.users.set(user.id, user);
    return user;
  }

  addGuild(name: string, owner: User, everyone: bigint, locale: string): Guild {
    const id = this.ids.next();
    const everyoneRole: Role = {
      id,
      name: '@everyone',
      permissions: everyone,
      position: 0,
      managed: false,
      mentionable: false,
    };
    const guild: Guild = {
      id,
      name,
      systemChannelId: null,
      auditLog: [],
      ownerId: owner.id,
      locale,
      roles: new Map([[id, everyoneRole]]),
      members: new Map(),
      channels: new Map(),
    };
    this.guilds.set(id, guild);
    this.addMember(guild, owner);
    return guild;
  }

  addRole(guild: Guild, name: string, permissions: bigint, managed = false): Role {
    const role: Role = {
      id: this.ids.next(),
      name,
      permissions,
      position: guild.roles.size,
      managed,
      mentionable: false,
    };
    guild.roles.set(role.id, role);
    return role;
  }

  addMember(guild: Guild, user: User, roles: readonly Role[] = []): Member {
    const member: Member = {
      user,
      nick: null,
      roles: roles.map((role) => role.id),
      joinedAt: this.clock.now(),
    };
    guild.members.set(user.id, member);
    return member;
  }

  addChannel(
    guild: Guild,
    given: {
      name: string;
      type?: ChannelType;
      id?: string;
      parentId?: string | null;
      overwrites?: readonly Overwrite[];
      thread?: ThreadState;
      topic?: string;
    },
  ): Channel {
    const channel: Channel = {
      id: given.id ?? this.ids.next(),
      type: given.type ?? ChannelType.GuildText,
      guildId: guild.id,
      name: given.name,
      topic: given.topic ?? null,
      parentId: given.parentId ?? null,
      position: guild.channels.size,
      slowmodeSeconds: 0,
      overwrites: new Map((given.overwrites ?? []).map((overwrite) => [overwrite.id, overwrite])),
      recipientId: null,
      thread: given.thread ?? null,
      tags: [],
      messages: [],
    };
    guild.channels.set(channel.id, channel);
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The direct message channel with a person; made when it is first asked for. */
  directChannel(recipient: User): Channel {
    for (const channel of this.channels.values()) {
      if (channel.recipientId === recipient.id) return channel;
    }
    const channel = this.directChannelOf(recipient.username, recipient.id);
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** A group chat: the bot is not in it, but a person who installed it to themselves may bring it along. */
  addGroupChat(name: string): Channel {
    const channel: Channel = { ...this.directChannelOf(name, null), type: ChannelType.GroupDM };
    this.channels.set(channel.id, channel);
    return channel;
  }

  guildOf(channel: Channel): Guild | null {
    return channel.guildId === null ? null : (this.guilds.get(channel.guildId) ?? null);
  }

  channel(id: string): Channel {
    const channel = this.channels.get(id);
    if (channel === undefined) throw refusals.unknownChannel();
    return channel;
  }

  guild(id: string): Guild {
    const guild = this.guilds.get(id);
    if (guild === undefined) throw refusals.unknownGuild();
    return guild;
  }

  user(id: string): User {
    const user = this.users.get(id);
    if (user === undefined) throw refusals.unknownUser();
    return user;
  }

  /** A message of a channel that the bot can fetch; ephemeral ones cannot be fetched. */
  message(channel: Channel, id: string): Message {
    const message = channel.messages.find((candidate) => candidate.id === id);
    if (message === undefined || message.ephemeral) throw refusals.unknownMessage();
    return message;
  }

  private directChannelOf(name: string, recipientId: string | null): Channel {
    return {
      id: this.ids.next(),
      type: ChannelType.DM,
      guildId: null,
      name,
      topic: null,
      parentId: null,
      position: 0,
      slowmodeSeconds: 0,
      overwrites: new Map(),
      recipientId,
      thread: null,
      tags: [],
      messages: [],
    };
  }
}
