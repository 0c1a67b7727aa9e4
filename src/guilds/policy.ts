/** May the bot answer here, in this way? Pure rules over settings. */
import { UserError } from '../errors.ts';
import type { KnownSettings } from './guild-settings.ts';
import { showSetting } from './settings.ts';

/** Who asks, where, and in which way. */
export interface Asked {
  /** Null in direct messages. */
  readonly guildId: string | null;
  readonly channelId: string;
  /** The channel that a thread belongs to; null outside threads. */
  readonly parentChannelId: string | null;
  readonly memberId: string;
  /** `command`: slash commands, menus and buttons, which can be answered in private. `chat`: messages. */
  readonly way: 'command' | 'chat';
}

/**
 * Why the settings do not let the bot answer here, or null when they do. Its codes: `settings-unknown`, `chat-off`,
 * `wrong-channel` (with the `channels` that are). Direct messages are always allowed.
 */
export function findRefusal(asked: Asked, { state, settings }: KnownSettings): UserError | null {
  if (asked.guildId === null) return null;
  // Where the rules of a server are not known, nothing may be said aloud there.
  if (state === 'unknown')
    return asked.way === 'chat'
      ? new UserError('settings-unknown', 'The settings of this server are not known.')
      : null;
  if (asked.way === 'chat' && !settings.chat) return new UserError('chat-off', 'Chat is off in this server.');
  const { channels } = settings;
  const here = [asked.channelId, asked.parentChannelId];
  if (channels === 'all' || channels.some((id) => here.includes(id))) return null;
  return new UserError('wrong-channel', 'Not in this channel.', {
    channels: showSetting('channels', channels),
  });
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
