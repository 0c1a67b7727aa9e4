import type { AskRequest } from '../ask.ts';
import type { Deferred } from '../deferred.ts';

/** A question as far as it can be kept. */
export type PendingQuestion = Omit<AskRequest, 'translate' | 'signal' | 'origin' | 'isResumed'>;

/** What is needed to go on with what a member waits for. Plain values only. */
export type PendingRecord =
  | {
      readonly kind: 'interaction';
      readonly deferred: Deferred;
      /** The member's. */
      readonly locale: string;
      /** Null where it is not known yet, or it is none. */
      readonly question: PendingQuestion | null;
    }
  /** Discord has the words of a message. */
  | {
      readonly kind: 'message';
      readonly channelId: string;
      readonly messageId: string;
      /** In milliseconds since 1970, for a post that is left to people until then; nobody has asked the bot. */
      readonly notBefore?: number;
    };
