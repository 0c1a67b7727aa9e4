// The shapes in which the API and the gateway speak of what exists.
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { AuditEntry, Channel, Guild, Member, Role, User } from './entities.ts';
import { channelPermissions } from './permissions.ts';
import type { World } from './world.ts';

export function userPayload(user: User) {
  return {
    id: user.id,
    username: user.username,
    global_name: user.displayName,
    discriminator: user.bot ? '0001' : '0',
    avatar: null,
    bot: user.bot,
    public_flags: 0,
    flags: 0,
  };
}

export function memberPayload(member: Member) {
  return {
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: [...member.roles],
    joined_at: isoTime(member.joinedAt),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

export function rolePayload(role: Role) {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: role.permissions.toString(),
    managed: role.managed,
    mentionable: role.mentionable,
    flags: 0,
  };
}

export function channelPayload(world: World, channel: Channel) {
  if (channel.recipientId !== null) {
    return {
      id: channel.id,
      type: channel.type,
      flags: 0,
      last_message_id: lastMessageId(channel),
      recipients: [userPayload(world.user(channel.recipientId))],
    };
  }
  if (channel.type === ChannelType.GroupDM)
    return {
      id: channel.id,
      type: channel.type,
      flags: 0,
      name: channel.name,
      icon: null,
      last_message_id: lastMessageId(channel),
      recipients: [],
    };
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId ?? undefined,
    name: channel.name,
    parent_id: channel.parentId,
    last_message_id: lastMessageId(channel),
    rate_limit_per_user: channel.slowmodeSeconds,
    flags: 0,
    ...(channel.thread === null ? openChannelFields(channel) : threadFields(world, channel)),
  };
}

function openChannelFields(channel: Channel) {
  const overwrites = [...channel.overwrites.values()].map((overwrite) => ({
    id: overwrite.id,
    type: overwrite.kind === 'role' ? 0 : 1,
    allow: overwrite.allow.toString(),
    deny: overwrite.deny.toString(),
  }));
  const forum = {
    available_tags: channel.tags.map((tag) => ({
      id: tag.id,
      name: tag.name,
      moderated: false,
      emoji_id: null,
      emoji_name: null,
    })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
  };
  return {
    position: channel.position,
    permission_overwrites: overwrites,
    topic: channel.topic,
    nsfw: false,
    ...(channel.type === ChannelType.GuildForum ? forum : {}),
  };
}

function threadFields(world: World, channel: Channel) {
  const { thread } = channel;
  if (thread === null) return {};
  return {
    owner_id: thread.ownerId,
    message_count: channel.messages.length,
    total_message_sent: channel.messages.length,
    member_count: thread.members.size,
    applied_tags: [...thread.appliedTags],
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: isoTime(world.clock.now()),
      create_timestamp: isoTime(world.clock.now()),
      invitable: true,
    },
    ...(thread.members.has(world.bot.id)
      ? { member: threadMemberPayload(world, channel, world.bot.id) }
      : {}),
  };
}

export function threadMemberPayload(world: World, channel: Channel, userId: string) {
  return { id: channel.id, user_id: userId, join_timestamp: isoTime(world.clock.now()), flags: 0 };
}

/** An audit log as Discord gives it, newest first, with the people in it. */
export function auditLogPayload(entries: readonly AuditEntry[]) {
  return {
    audit_log_entries: entries.toReversed().map(({ id, action, by, targetId }) => ({
      ...{ id, action_type: action, user_id: by.id, target_id: targetId },
    })),
    users: [...new Set(entries.map(({ by }) => by))].map(userPayload),
    ...{ webhooks: [], integrations: [], threads: [], application_commands: [] },
    ...{ auto_moderation_rules: [], guild_scheduled_events: [] },
  };
}

/** A server as `GET /guilds/:id` gives it. */
export function guildPayload(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: guild.systemChannelId,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    widget_enabled: false,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    application_id: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.locale,
    nsfw_level: 0,
    nsfw: false,
    hub_type: null,
    incidents_data: null,
    max_members: 500_000,
    features: [],
    roles: [...guild.roles.values()].map(rolePayload),
    emojis: [],
    stickers: [],
  };
}

/** A server as the gateway sends it: with the channels and threads the bot sees, and the bot's own membership. */
export function guildCreatePayload(world: World, guild: Guild) {
  const self = guild.members.get(world.bot.id);
  const seen = [...guild.channels.values()].filter(
    (channel) =>
      self !== undefined &&
      (channelPermissions(guild, channel, self) & PermissionFlagsBits.ViewChannel) !== 0n,
  );
  return {
    ...guildPayload(guild),
    joined_at: isoTime(self?.joinedAt ?? world.clock.now()),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: self === undefined ? [] : [{ ...memberPayload(self), user: userPayload(self.user) }],
    channels: [...guild.channels.values()]
      .filter((channel) => channel.thread === null)
      .map((channel) => channelPayload(world, channel)),
    threads: seen
      .filter((channel) => channel.thread !== null && !channel.thread.archived)
      .map((channel) => channelPayload(world, channel)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function lastMessageId(channel: Channel): string | null {
  return channel.messages.findLast((message) => !message.ephemeral)?.id ?? null;
}

export function isoTime(time: number): string {
  return new Date(time).toISOString().replace('Z', '000+00:00');
}
