/** What a check-up of a server rests on, gathered by `gather-facts.ts` and judged by `examine.ts`. */
import type { KnownSettings } from '../../guilds/guild-settings.ts';
import type { Needed } from '../permissions.ts';

/** `locked-thread`: one that is open but locked. Other threads follow their channel. `other` holds no messages. */
export type ChannelKind =
  | 'text'
  | 'announcement'
  | 'voice'
  | 'stage'
  | 'forum'
  | 'media'
  | 'locked-thread'
  | 'other';

export interface ChannelFacts {
  readonly id: string;
  readonly kind: ChannelKind;
  /** What the bot may do there. */
  readonly held: readonly Needed[];
  /** Whether the settings let the bot answer there. */
  readonly mayAnswer: boolean;
}

export type ModelFacts =
  | { readonly state: 'none' }
  /** `unlisted`: its server answers, and does not name it among its models. */
  | { readonly state: 'fine' | 'unlisted'; readonly model: string }
  | { readonly state: 'away'; readonly model: string; readonly reason: string };

export type CommandFacts =
  /** Names of commands that Discord does not have, or has otherwise; `twice`: it offers older ones besides. */
  | { readonly state: 'registered'; readonly differing: readonly string[]; readonly twice: boolean }
  /** They are registered in another server only. */
  | { readonly state: 'elsewhere' }
  | { readonly state: 'unknown'; readonly reason: string };

export interface Facts {
  /** The bot's own role there. */
  readonly role: string;
  /** What its roles allow in the whole server, before what channels say. */
  readonly heldInServer: readonly Needed[];
  readonly channels: readonly ChannelFacts[];
  /** Threads that are open and roles, which settings may name as well. */
  readonly others: readonly string[];
  readonly known: KnownSettings;
  readonly messageContent: boolean;
  readonly model: ModelFacts;
  /** Why the database cannot be read or written; null where it can. */
  readonly databaseFailure: string | null;
  readonly article: { readonly title: string; readonly version: string; readonly paragraphs: number };
  readonly commandCount: number;
  readonly commands: CommandFacts;
  /** Seconds by which the local clock is ahead of Discord's. */
  readonly clockAhead: number;
}
