import { describe, expect, it } from 'vitest';
import { type MessageFacts, type Trigger, triggerOf } from '../../src/discord/trigger.ts';

const said: MessageFacts = {
  fromMember: true,
  toEveryone: false,
  inDirectMessage: false,
  inOwnThread: false,
  mentionsBot: false,
  repliesToBot: false,
  isEmpty: false,
  hasOtherContent: false,
  messageContent: false,
};

const table: readonly (readonly [string, Partial<MessageFacts>, Trigger])[] = [
  ['talk of others', {}, 'ignore'],
  ['talk of others, its text kept back', { isEmpty: true }, 'ignore'],
  ['talk of others, where the bot may read it', { messageContent: true }, 'ignore'],
  ['a mention', { mentionsBot: true }, 'ask'],
  ['a mention with no word', { mentionsBot: true, isEmpty: true }, 'ask'],
  ['a mention together with everyone', { mentionsBot: true, toEveryone: true }, 'ignore'],
  ['a mention by a bot', { mentionsBot: true, fromMember: false }, 'ignore'],
  ['a direct message', { inDirectMessage: true }, 'ask'],
  ['a direct message of a bot', { inDirectMessage: true, fromMember: false }, 'ignore'],
  ['a picture in a direct message', { inDirectMessage: true, isEmpty: true, hasOtherContent: true }, 'ask'],
  ['a reply that pings', { repliesToBot: true, mentionsBot: true }, 'ask'],
  ['a reply without a ping, its text kept back', { repliesToBot: true, isEmpty: true }, 'ignore'],
  ['a reply without a ping, readable', { repliesToBot: true, messageContent: true }, 'ask'],
  ['a message in its own thread, its text kept back', { inOwnThread: true, isEmpty: true }, 'withheld'],
  ['a message in its own thread, readable', { inOwnThread: true, messageContent: true }, 'ask'],
  ['a sticker in its own thread', { inOwnThread: true, isEmpty: true, hasOtherContent: true }, 'ignore'],
  [
    'an empty message in its own thread, with the intent',
    { inOwnThread: true, isEmpty: true, messageContent: true },
    'ignore',
  ],
  ['everyone in its own thread', { inOwnThread: true, toEveryone: true }, 'ignore'],
  ['a webhook in its own thread', { inOwnThread: true, fromMember: false }, 'ignore'],
];

describe('a message', () => {
  it.each(table)('%s', (_, facts, trigger) => {
    expect(triggerOf({ ...said, ...facts })).toBe(trigger);
  });
});
