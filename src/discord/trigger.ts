/** Which messages are questions: the table of rules for chat. */

/** What matters about a message. */
export interface MessageFacts {
  /** Who wrote it; `system` is Discord itself, `self` this bot. */
  readonly author: 'member' | 'bot' | 'webhook' | 'system' | 'self';
  /** `own-thread`: a thread that the bot opened. `forum-post`: the first message of a post. `channel`: anywhere else in a server. */
  readonly place: 'channel' | 'own-thread' | 'forum-post' | 'direct-message';
  /** The server's settings make it a channel, or a forum, where questions need no mention. */
  readonly opened: boolean;
  /** It is solved or closed, or a moderator has written under it. */
  readonly attended: boolean;
  readonly mentionsBot: boolean;
  /** Addresses everyone or everyone here. */
  readonly toEveryone: boolean;
  readonly repliesTo: 'nobody' | 'bot' | 'somebody';
  /**
   * `kept-back`: Discord delivers no text of messages that do not mention the bot, unless the operator has the intent.
   * `none`: it is a sticker, a picture or the like.
   */
  readonly text: 'given' | 'kept-back' | 'none';
  /** The operator was granted the Message Content intent. */
  readonly messageContent: boolean;
}

/** `ask`: a question. `withheld`: perhaps one, but its text was kept back. `ignore`: not for the bot. */
export type Trigger = 'ask' | 'withheld' | 'ignore';

/** Rules in order: the first that applies decides. */
const rules: readonly (readonly [Trigger, (facts: MessageFacts) => boolean])[] = [
  ['ignore', ({ author, toEveryone }) => author !== 'member' || toEveryone],
  ['ask', ({ mentionsBot, place }) => mentionsBot || place === 'direct-message'],
  ['withheld', ({ place, text }) => place === 'own-thread' && text === 'kept-back'],
  ['ignore', ({ text }) => text !== 'given'],
  ['ask', ({ repliesTo, place }) => repliesTo === 'bot' || place === 'own-thread'],
  ['ignore', ({ opened, messageContent }) => !opened || !messageContent],
  // Members who reply to each other there are talking to each other.
  ['ask', ({ place, repliesTo }) => place === 'channel' && repliesTo === 'nobody'],
  ['ask', ({ place, attended }) => place === 'forum-post' && !attended],
];

export function triggerOf(facts: MessageFacts): Trigger {
  return rules.find(([, applies]) => applies(facts))?.[0] ?? 'ignore';
}
