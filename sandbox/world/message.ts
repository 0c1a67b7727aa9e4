import { ComponentType, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { Button, MessageComponent, Select } from '../forms/component-schema.ts';
import { allComponents, isButton, isSelect } from '../forms/component-tree.ts';
import type { Embed } from '../forms/embed-schema.ts';
import type { Channel, User } from './entities.ts';

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Which interaction a message answers. */
export interface MessageOrigin {
  readonly id: string;
  readonly type: number;
  readonly name: string | null;
  readonly user: User;
  /** The message whose component was used, where one was. */
  readonly sourceId?: string | null;
}

/** What a message is made of when it is posted. */
export interface MessageDraft {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  readonly createdAt: number;
  readonly type?: MessageType;
  readonly content?: string;
  readonly embeds?: readonly Embed[];
  readonly components?: readonly MessageComponent[];
  readonly attachments?: readonly Attachment[];
  readonly flags?: number;
  readonly mentions?: readonly string[];
  readonly mentionRoles?: readonly string[];
  readonly mentionsEveryone?: boolean;
  readonly reference?: { readonly channelId: string; readonly messageId: string } | null;
  readonly nonce?: string | number | null;
  readonly origin?: MessageOrigin | null;
  readonly visibleTo?: string | null;
  readonly webhook?: boolean;
}

/** A message as it stands now: edits change it in place, and a deleted one says so. */
export class Message {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  readonly createdAt: number;
  readonly type: MessageType;
  content: string;
  embeds: readonly Embed[];
  components: readonly MessageComponent[];
  attachments: readonly Attachment[];
  flags: number;
  /** Ids of the users it pings: named in its text or replied to with a ping. */
  mentions: readonly string[];
  mentionRoles: readonly string[];
  mentionsEveryone: boolean;
  readonly reference: { readonly channelId: string; readonly messageId: string } | null;
  readonly nonce: string | number | null;
  readonly origin: MessageOrigin | null;
  /** For an ephemeral message, the id of the only person who sees it. */
  readonly visibleTo: string | null;
  readonly webhook: boolean;
  readonly reactions = new Map<string, Set<string>>();
  /** How often it was edited, and when it last changed (real time, for waiting until it is final). */
  revisions = 0;
  changedAt = Date.now();
  editedAt: number | null = null;
  deleted = false;
  thread: Channel | null = null;

  constructor(draft: MessageDraft) {
    this.id = draft.id;
    this.channel = draft.channel;
    this.author = draft.author;
    this.createdAt = draft.createdAt;
    this.type = draft.type ?? MessageType.Default;
    this.content = draft.content ?? '';
    this.embeds = draft.embeds ?? [];
    this.components = draft.components ?? [];
    this.attachments = draft.attachments ?? [];
    this.flags = draft.flags ?? 0;
    this.mentions = draft.mentions ?? [];
    this.mentionRoles = draft.mentionRoles ?? [];
    this.mentionsEveryone = draft.mentionsEveryone ?? false;
    this.reference = draft.reference ?? null;
    this.nonce = draft.nonce ?? null;
    this.origin = draft.origin ?? null;
    this.visibleTo = draft.visibleTo ?? null;
    this.webhook = draft.webhook ?? false;
  }

  get ephemeral(): boolean {
    return (this.flags & MessageFlags.Ephemeral) !== 0;
  }

  /** A deferred answer that shows "is thinking". */
  get loading(): boolean {
    return (this.flags & MessageFlags.Loading) !== 0;
  }

  get isV2(): boolean {
    return (this.flags & MessageFlags.IsComponentsV2) !== 0;
  }

  /** Every word it shows but its buttons and menus: content, embeds, text displays. */
  get text(): string {
    const embeds = this.embeds.flatMap((embed) => [
      embed.author?.name,
      embed.title,
      embed.description,
      ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
      embed.footer?.text,
    ]);
    const displays = allComponents(this.components).map((component) =>
      component.type === ComponentType.TextDisplay ? component.content : '',
    );
    return [this.content, ...embeds, ...displays].filter(Boolean).join('\n');
  }

  get buttons(): Button[] {
    return allComponents(this.components).filter(isButton);
  }

  get selects(): Select[] {
    return allComponents(this.components).filter(isSelect);
  }
}
