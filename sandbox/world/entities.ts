import type { AuditLogEvent, ChannelType } from 'discord-api-types/v10';
import type { Message } from './message.ts';

export interface User {
  readonly id: string;
  username: string;
  displayName: string | null;
  readonly bot: boolean;
  /** False refuses a direct message from the bot with 50007. */
  acceptsDirectMessages: boolean;
}

export interface Role {
  readonly id: string;
  name: string;
  permissions: bigint;
  position: number;
  readonly managed: boolean;
  mentionable: boolean;
}

export interface Member {
  readonly user: User;
  nick: string | null;
  roles: string[];
  readonly joinedAt: number;
}

export interface Overwrite {
  readonly id: string;
  readonly kind: 'role' | 'member';
  allow: bigint;
  deny: bigint;
}

/** What only a thread has. */
export interface ThreadState {
  readonly ownerId: string;
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
  members: Set<string>;
  appliedTags: string[];
}

export interface ForumTag {
  readonly id: string;
  name: string;
}

/** A text channel, category, forum, thread or direct message. A thread's permissions are its parent's. */
export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly guildId: string | null;
  name: string;
  topic: string | null;
  parentId: string | null;
  position: number;
  slowmodeSeconds: number;
  overwrites: Map<string, Overwrite>;
  /** The person at the other end of a direct message. */
  readonly recipientId: string | null;
  readonly thread: ThreadState | null;
  tags: ForumTag[];
  /** Everything posted here that was not deleted, oldest first, ephemeral messages too. */
  readonly messages: Message[];
}

/** A line of a server's audit log: who did what, to whom. */
export interface AuditEntry {
  readonly id: string;
  readonly action: AuditLogEvent;
  readonly by: User;
  readonly targetId: string;
}

export interface Guild {
  readonly id: string;
  name: string;
  /** Where Discord's own notices go. */
  systemChannelId: string | null;
  /** Newest last. */
  readonly auditLog: AuditEntry[];
  ownerId: string;
  locale: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  readonly channels: Map<string, Channel>;
}
