import type { Gateway } from './gateway/gateway.ts';
import type { Interactions } from './interactions/interactions.ts';
import type { Changes } from './records.ts';
import type { World } from './world/world.ts';

/** What every part of the sandbox works on. */
export interface Core {
  readonly world: World;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly changes: Changes;
  /** The privileged Message Content intent is granted: fetched messages are whole. */
  readonly readsContent: boolean;
  /** Whether the bot is at work; always true where nobody knows. */
  readonly isBusy: () => boolean;
  /** How many messages of a channel are kept at most. */
  readonly messageLimit: number;
  /** The bot is typing in these channels until the time given (real time). */
  readonly typing: Map<string, number>;
}
