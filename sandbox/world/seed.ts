// The world that a sandbox begins with.
import { PermissionFlagsBits as Can, ChannelType } from 'discord-api-types/v10';
import type { Channel, Guild, Role, User } from './entities.ts';
import type { World } from './world.ts';

const everyone =
  Can.ViewChannel |
  Can.SendMessages |
  Can.SendMessagesInThreads |
  Can.CreatePublicThreads |
  Can.EmbedLinks |
  Can.AttachFiles |
  Can.ReadMessageHistory |
  Can.AddReactions |
  Can.UseApplicationCommands;

export interface Seeded {
  readonly guild: Guild;
  readonly roles: { readonly bot: Role; readonly moderators: Role; readonly editors: Role };
  readonly users: {
    readonly owner: User;
    readonly member: User;
    readonly other: User;
    readonly moderator: User;
    readonly editor: User;
    readonly otherBot: User;
  };
  readonly channels: {
    readonly general: Channel;
    readonly questions: Channel;
    /** The bot sees it but may not speak in it. */
    readonly announcements: Channel;
    /** The bot may speak in it, but not in its threads. */
    readonly lobby: Channel;
    readonly lobbyThread: Channel;
    /** The bot does not see it. */
    readonly staff: Channel;
    readonly thread: Channel;
    readonly forum: Channel;
    readonly forumPost: Channel;
  };
}

/** One server, Reading Room, with a few channels and people; the bot has what it needs and no more. */
export function seedWorld(world: World, locale: string): Seeded {
  const owner = world.addUser('owner', { displayName: 'Olga' });
  const guild = world.addGuild('Reading Room', owner, everyone, locale);
  const roles = {
    bot: world.addRole(guild, world.bot.username, 0n, true),
    moderators: world.addRole(guild, 'Moderators', Can.ManageGuild | Can.ManageMessages | Can.ManageThreads),
    editors: world.addRole(guild, 'Editors', 0n),
  };
  world.addMember(guild, world.bot, [roles.bot]);
  const users = {
    owner,
    member: world.addUser('mei', { displayName: 'Mei' }),
    other: world.addUser('jun', { displayName: 'Jun' }),
    moderator: world.addUser('mod', { displayName: 'Mo' }),
    editor: world.addUser('edda', { displayName: 'Edda' }),
    otherBot: world.addUser('otherbot', { bot: true }),
  };
  world.addMember(guild, users.member);
  world.addMember(guild, users.other);
  world.addMember(guild, users.moderator, [roles.moderators]);
  world.addMember(guild, users.editor, [roles.editors]);
  world.addMember(guild, users.otherBot);

  const deny = (role: Role, permissions: bigint) => ({
    id: role.id,
    kind: 'role' as const,
    allow: 0n,
    deny: permissions,
  });
  const everyoneRole = guild.roles.get(guild.id);
  if (everyoneRole === undefined) throw new Error('a server has its @everyone role');
  const general = world.addChannel(guild, { name: 'general' });
  const questions = world.addChannel(guild, { name: 'questions' });
  const announcements = world.addChannel(guild, {
    name: 'announcements',
    overwrites: [deny(roles.bot, Can.SendMessages | Can.SendMessagesInThreads)],
  });
  const lobby = world.addChannel(guild, {
    name: 'lobby',
    overwrites: [deny(roles.bot, Can.SendMessagesInThreads | Can.CreatePublicThreads)],
  });
  const staff = world.addChannel(guild, {
    name: 'staff',
    overwrites: [
      deny(everyoneRole, Can.ViewChannel),
      { id: roles.moderators.id, kind: 'role', allow: Can.ViewChannel, deny: 0n },
    ],
  });
  const forum = world.addChannel(guild, { name: 'help', type: ChannelType.GuildForum });
  const threadOf = (parent: Channel, name: string, by: User) =>
    world.addChannel(guild, {
      name,
      type: ChannelType.PublicThread,
      parentId: parent.id,
      thread: {
        ownerId: by.id,
        archived: false,
        locked: false,
        autoArchiveMinutes: 4320,
        members: new Set([by.id]),
        appliedTags: [],
      },
    });
  return {
    guild,
    roles,
    users,
    channels: {
      general,
      questions,
      announcements,
      lobby,
      lobbyThread: threadOf(lobby, 'Lobby talk', users.member),
      staff,
      thread: threadOf(general, 'Reading group', users.member),
      forum,
      forumPost: threadOf(forum, 'How do I cite?', users.member),
    },
  };
}
