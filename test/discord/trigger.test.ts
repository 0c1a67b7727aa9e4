import { describe, expect, it } from 'vitest';
import { type MessageFacts, type Trigger, triggerOf } from '../../src/discord/trigger.ts';

/** Every value of every fact. */
const domains: { readonly [Fact in keyof MessageFacts]: readonly MessageFacts[Fact][] } = {
  author: ['member', 'bot', 'webhook', 'system', 'self'],
  place: ['channel', 'own-thread', 'forum-post', 'direct-message'],
  opened: [true, false],
  attended: [true, false],
  mentionsBot: [true, false],
  toEveryone: [true, false],
  repliesTo: ['nobody', 'bot', 'somebody'],
  text: ['given', 'kept-back', 'none'],
  messageContent: [true, false],
};

type Pattern = { readonly [Fact in keyof MessageFacts]?: MessageFacts[Fact] | readonly MessageFacts[Fact][] };

const member: Pattern = { author: 'member', toEveryone: false };
const unnamed: Pattern = { ...member, mentionsBot: false };
const inServer: Pattern = { ...unnamed, place: ['channel', 'forum-post'] };
const readable: Pattern = { ...unnamed, text: 'given' };
const open: Pattern = { ...readable, opened: true, messageContent: true };

/** In no order: each combination of facts is in exactly one row. */
const table: readonly (readonly [string, Pattern, Trigger])[] = [
  ['of no member', { author: ['bot', 'webhook', 'system', 'self'] }, 'ignore'],
  ['of a member to everyone', { author: 'member', toEveryone: true }, 'ignore'],
  ['with a mention, wherever and whatever it is', { ...member, mentionsBot: true }, 'ask'],
  ['in direct messages', { ...unnamed, place: 'direct-message' }, 'ask'],
  ['in its own thread', { ...readable, place: 'own-thread' }, 'ask'],
  ['in its own thread, kept back', { ...unnamed, place: 'own-thread', text: 'kept-back' }, 'withheld'],
  ['in its own thread, a sticker', { ...unnamed, place: 'own-thread', text: 'none' }, 'ignore'],
  ['in a server, without text', { ...inServer, text: ['kept-back', 'none'] }, 'ignore'],
  ['in a server, a reply to the bot', { ...inServer, text: 'given', repliesTo: 'bot' }, 'ask'],
  [
    'in a server, talk of others',
    { ...inServer, text: 'given', repliesTo: ['nobody', 'somebody'], opened: false },
    'ignore',
  ],
  [
    'where the setting is on, but not the intent',
    { ...inServer, text: 'given', repliesTo: ['nobody', 'somebody'], opened: true, messageContent: false },
    'ignore',
  ],
  ['in a question channel', { ...open, place: 'channel', repliesTo: 'nobody' }, 'ask'],
  [
    'in a question channel, to another member',
    { ...open, place: 'channel', repliesTo: 'somebody' },
    'ignore',
  ],
  [
    'a post in a question forum',
    { ...open, place: 'forum-post', repliesTo: ['nobody', 'somebody'], attended: false },
    'ask',
  ],
  [
    'a post in a question forum that a moderator has taken up',
    { ...open, place: 'forum-post', repliesTo: ['nobody', 'somebody'], attended: true },
    'ignore',
  ],
];

function* allFacts(): Iterable<MessageFacts> {
  for (const author of domains.author)
    for (const place of domains.place)
      for (const opened of domains.opened)
        for (const attended of domains.attended)
          for (const mentionsBot of domains.mentionsBot)
            for (const toEveryone of domains.toEveryone)
              for (const repliesTo of domains.repliesTo)
                for (const text of domains.text)
                  for (const messageContent of domains.messageContent)
                    yield {
                      ...{ author, place, opened, attended, mentionsBot },
                      ...{ toEveryone, repliesTo, text, messageContent },
                    };
}

const product = [...allFacts()];

function matches(facts: MessageFacts, pattern: Pattern): boolean {
  const values = new Map<string, unknown>(Object.entries(facts));
  return Object.entries(pattern).every(([fact, wanted]) =>
    [wanted].flat().some((value) => value === values.get(fact)),
  );
}

describe('a message', () => {
  it('is in exactly one row, whatever its facts', () => {
    expect(product).toHaveLength(Object.values(domains).reduce((size, { length }) => size * length, 1));
    const rowsOf = (facts: MessageFacts) => table.filter(([, pattern]) => matches(facts, pattern));
    expect(product.filter((facts) => rowsOf(facts).length !== 1)).toEqual([]);
  });

  it.each(table)('%s', (_, pattern, trigger) => {
    const those = product.filter((facts) => matches(facts, pattern));
    expect(those.length).toBeGreaterThan(0);
    expect(those.filter((facts) => triggerOf(facts) !== trigger)).toEqual([]);
  });
});
