import type { ModalComponent } from '../forms/component-schema.ts';
import type { Channel, User } from '../world/entities.ts';
import type { Message } from '../world/message.ts';

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** A modal as the bot opened it. */
export interface Modal {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly ModalComponent[];
}

export type InteractionKind = 'command' | 'component' | 'autocomplete' | 'modal';

/** The first thing the bot did with an interaction. */
export type FirstResponse = 'message' | 'deferred' | 'update' | 'deferred-update' | 'choices' | 'modal';

export interface InteractionOrigin {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionKind;
  /** The command's name; null for components and modals. */
  readonly name: string | null;
  readonly user: User;
  readonly channel: Channel;
  readonly createdAt: number;
  /** The message whose component was used, or whose modal was sent. */
  readonly source: Message | null;
}

/** One thing a person did, and what the bot made of it so far. */
export class Interaction implements InteractionOrigin {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly name: string | null;
  readonly user: User;
  readonly channel: Channel;
  readonly createdAt: number;
  readonly source: Message | null;
  firstResponse: FirstResponse | null = null;
  /** Milliseconds until the first response, by the sandbox's clock. */
  respondedAfterMs: number | null = null;
  /** The message that answers it: its own, or for an update the one it was used on. */
  original: Message | null = null;
  readonly followUps: Message[] = [];
  choices: readonly Choice[] = [];
  modal: Modal | null = null;

  private readonly now: () => number;
  private readonly firstResponseMs: number;

  constructor(origin: InteractionOrigin, now: () => number, firstResponseMs: number) {
    this.now = now;
    this.firstResponseMs = firstResponseMs;
    this.id = origin.id;
    this.token = origin.token;
    this.kind = origin.kind;
    this.name = origin.name;
    this.user = origin.user;
    this.channel = origin.channel;
    this.createdAt = origin.createdAt;
    this.source = origin.source;
  }

  /** A first response is not taken any more. */
  get isLate(): boolean {
    return this.now() - this.createdAt > this.firstResponseMs;
  }

  /** No response within three seconds: the person sees "The application did not respond". */
  get failed(): boolean {
    return this.firstResponse === null && this.isLate;
  }

  /** When anything the person sees of it last changed (real time). */
  get changedAt(): number {
    return Math.max(0, ...[this.original, ...this.followUps].map((message) => message?.changedAt ?? 0));
  }
}
