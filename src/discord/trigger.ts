/** Which messages are questions: the table of rules for chat. */

/** What matters about a message. */
export interface MessageFacts {
  /** Written by a member, not by a bot, a webhook or Discord itself. */
  readonly fromMember: boolean;
  /** Addresses everyone or everyone here. */
  readonly toEveryone: boolean;
  readonly inDirectMessage: boolean;
  /** In a thread that the bot opened. */
  readonly inOwnThread: boolean;
  readonly mentionsBot: boolean;
  readonly repliesToBot: boolean;
  /** Discord delivers no text of messages that do not mention the bot, unless the operator has the intent. */
  readonly isEmpty: boolean;
  /** Holds attachments, stickers or the like, so that it may be empty by itself. */
  readonly hasOtherContent: boolean;
  /** The operator was granted the Message Content intent. */
  readonly messageContent: boolean;
}

/** `ask`: a question. `withheld`: perhaps one, but its text was kept back. `ignore`: not for the bot. */
export type Trigger = 'ask' | 'withheld' | 'ignore';

/** Rules in order: the first that applies decides. */
const rules: readonly (readonly [Trigger, (facts: MessageFacts) => boolean])[] = [
  ['ignore', ({ fromMember, toEveryone }) => !fromMember || toEveryone],
  ['ask', ({ mentionsBot, inDirectMessage }) => mentionsBot || inDirectMessage],
  ['ask', ({ repliesToBot, inOwnThread, isEmpty }) => (repliesToBot || inOwnThread) && !isEmpty],
  [
    'withheld',
    ({ inOwnThread, messageContent, hasOtherContent }) => inOwnThread && !messageContent && !hasOtherContent,
  ],
];

export function triggerOf(facts: MessageFacts): Trigger {
  return rules.find(([, applies]) => applies(facts))?.[0] ?? 'ignore';
}
