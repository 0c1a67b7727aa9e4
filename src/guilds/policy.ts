/** May the bot answer here, in this way? Pure rules over settings. */
import type { KnownSettings } from './guild-settings.ts';

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

/** Why a member gets no answer; locales have a sentence for each code. */
export interface Refusal {
  readonly code: 'settings-unknown' | 'chat-off' | 'wrong-channel' | 'too-many-questions';
  readonly values: Readonly<Record<string, string | number>>;
}

/** Why the settings do not let the bot answer here, or null when they do. Direct messages are always allowed. */
export function findRefusal(asked: Asked, { state, settings }: KnownSettings): Refusal | null {
  if (asked.guildId === null) return null;
  // Where the rules of a server are not known, nothing may be said aloud there.
  if (state === 'unknown') return asked.way === 'chat' ? { code: 'settings-unknown', values: {} } : null;
  if (asked.way === 'chat' && !settings.chat) return { code: 'chat-off', values: {} };
  const { channels } = settings;
  const here = [asked.channelId, asked.parentChannelId];
  if (channels === 'all' || channels.some((id) => here.includes(id))) return null;
  return { code: 'wrong-channel', values: { channels: channels.map((id) => `<#${id}>`).join(' ') } };
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
