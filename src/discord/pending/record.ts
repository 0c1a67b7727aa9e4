import type { AskRequest } from '../ask.ts';
import type { Deferred } from '../deferred.ts';
import type { Unsent } from '../responder.ts';

/** What is needed to go on with what a member waits for. Plain values only. */
export type PendingRecord = PendingInteraction | PendingMessage;

/** A question as far as it can be kept. */
export type PendingQuestion = Omit<AskRequest, 'translate' | 'signal' | 'origin' | 'isResumed'>;

export interface PendingInteraction {
  readonly kind: 'interaction';
  readonly deferred: Deferred;
  /** The member's. */
  readonly locale: string;
  /** Null where it is not known yet, or it is none. */
  readonly question: PendingQuestion | null;
  /** Where it is answered on several pages. */
  readonly unsent?: Unsent;
}

/** Discord has its words. */
export interface PendingMessage {
  readonly kind: 'message';
  readonly channelId: string;
  readonly messageId: string;
  /** In milliseconds since 1970, for a post that is left to people until then; nobody has asked the bot. */
  readonly notBefore?: number;
  readonly unsent?: Unsent;
}
