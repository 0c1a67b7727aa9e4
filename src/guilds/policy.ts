/** May the bot answer here, in this way? Pure rules over settings. */
import { UserError } from '../errors.ts';
import type { KnownSettings } from './guild-settings.ts';
import { type Settings, showSetting } from './settings.ts';

/** Who asks, where, and in which way. */
export interface Asked {
  /** Null in direct messages. */
  readonly guildId: string | null;
  readonly channelId: string;
  /** The channel that a thread belongs to; null outside threads. */
  readonly parentChannelId: string | null;
  readonly memberId: string;
  /** Of the member in that server, as far as Discord tells. */
  readonly roles: readonly string[];
  /** `command`: slash commands, menus and buttons, which can be answered in private. `chat`: messages. */
  readonly way: 'command' | 'chat';
}

/** Rules in order: the first that applies decides. */
const rules: readonly ((asked: Asked, settings: Settings) => UserError | null)[] = [
  ({ memberId }, { barredMembers }) =>
    barredMembers !== 'nobody' && barredMembers.includes(memberId)
      ? new UserError('member-barred', 'This member may not ask.')
      : null,
  ({ way }, { chat }) =>
    way === 'chat' && !chat ? new UserError('chat-off', 'Chat is off in this server.') : null,
  (asked, { deniedChannels }) =>
    deniedChannels !== 'nowhere' && isIn(asked, deniedChannels)
      ? new UserError('denied-channel', 'Not in this channel.')
      : null,
  (asked, { channels }) =>
    channels === 'all' || isIn(asked, channels)
      ? null
      : new UserError('wrong-channel', 'Not in this channel.', {
          channels: showSetting('channels', channels),
        }),
  ({ roles }, { deniedRoles }) =>
    deniedRoles !== 'nobody' && holdsOne(roles, deniedRoles)
      ? new UserError('role-denied', 'Not with this role.')
      : null,
  ({ roles }, { allowedRoles }) =>
    allowedRoles === 'everyone' || holdsOne(roles, allowedRoles)
      ? null
      : new UserError('role-missing', 'Only with a certain role.', {
          roles: showSetting('allowedRoles', allowedRoles),
        }),
];

/** A thread follows the channel that it belongs to. */
function isIn({ channelId, parentChannelId }: Asked, channels: readonly string[]): boolean {
  return channels.some((id) => id === channelId || id === parentChannelId);
}

function holdsOne(held: readonly string[], roles: readonly string[]): boolean {
  return roles.some((id) => held.includes(id));
}

/**
 * Why the settings do not let the bot answer here and now, or null when they do: `settings-unknown` in chat, or the
 * code of the first rule that is against it. In direct messages the operator alone says: `direct-off`.
 */
export function findRefusal(asked: Asked, { state, settings }: KnownSettings): UserError | null {
  if (asked.guildId === null)
    return asked.way === 'chat' && !settings.chat
      ? new UserError('direct-off', 'Direct messages are not answered.')
      : null;
  // Where the rules of a server are not known, nothing may be said aloud there.
  if (state === 'unknown')
    return asked.way === 'chat'
      ? new UserError('settings-unknown', 'The settings of this server are not known.')
      : null;
  for (const rule of rules) {
    const refusal = rule(asked, settings);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** A member as far as permissions go. What is not known for certain counts as not held. */
export interface Standing {
  readonly manageServer: boolean;
  readonly roles: readonly string[];
}

/** Whether a member may change a server's settings: Manage Server, or a role that the settings name. */
export function isModerator(member: Standing, { state, settings }: KnownSettings): boolean {
  if (member.manageServer) return true;
  const { moderatorRoles } = settings;
  return (
    state !== 'unknown' && moderatorRoles !== 'none' && moderatorRoles.some((id) => member.roles.includes(id))
  );
}
