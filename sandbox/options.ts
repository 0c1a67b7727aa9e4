import type { IdentifyLimits } from './gateway/gateway.ts';
import type { PrivilegedIntent } from './gateway/identify.ts';
import type { RequestRecord } from './records.ts';
import type { LimitTable } from './rest/limits.ts';

export interface SandboxOptions {
  readonly botName?: string;
  /** The language of the server; `en-US` unless given. */
  readonly guildLocale?: string;
  /** The language of everybody's client; `en-US` unless given. */
  readonly locale?: string;
  /** Privileged intents granted to the application; none unless given. */
  readonly grantedIntents?: readonly PrivilegedIntent[];
  /** Rate limits; Discord's unless given. */
  readonly limits?: LimitTable;
  readonly heartbeatIntervalMs?: number;
  /** How long a first response is taken: Discord's three seconds unless given, such as more on a machine with much else to do. */
  readonly firstResponseMs?: number;
  /** Where the bot is told to find the gateway, such as a proxy before it; the sandbox itself unless given. */
  readonly gatewayUrl?: string;
  /** The number of shards that `/gateway/bot` recommends. */
  readonly shards?: number;
  /** How often the bot may identify itself: in a day, and in five seconds. Those of a large bot unless given, so that tests that start it again need not wait. */
  readonly identifyLimits?: IdentifyLimits;
  /** Looks at every body that the bot sends; what it returns is kept in `violations`. */
  readonly validate?: (request: RequestRecord) => readonly string[];
  /** Whether the bot is at work, where that can be asked: an answer of one that is not needs no wait to be final. */
  readonly isBusy?: () => boolean;
  /** How many requests and events are kept at most. */
  readonly recordLimit?: number;
  /** How many messages of a channel, and interactions, are kept at most; all that can still be used unless given. */
  readonly messageLimit?: number;
  readonly interactionLimit?: number;
  /** Told of every request once it is over. */
  readonly onAnswer?: (request: RequestRecord) => void;
}
