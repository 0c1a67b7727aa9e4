import { ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Interaction } from '../../sandbox/interactions/interaction.ts';
import { commands } from '../../src/commands/index.ts';
import { settingKeys } from '../../src/guilds/settings.ts';
import { article, startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const names = commands.flatMap(({ components = [] }) => components.map(({ name }) => name));

const part = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom(
    article.version,
    'ffffffffffff',
    'AAAAAAAA',
    'AAAAAAAAAAAA',
    '1.0.1.0',
    'zzzzzz',
    '__proto__',
  ),
  fc.constantFrom(...settingKeys),
  fc.nat(999_999_999).map(String),
  fc.bigInt({ min: 0n, max: 2n ** 64n }).map(String),
);

/** Ids of nobody, of a handler with any parts, and those that stand somewhere, with another part or version. */
const idsLike = (standing: readonly string[], modals: readonly string[]) =>
  fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom(...names), fc.array(part, { maxLength: 5 }))
        .map(([name, parts]) => [name, ...parts].join(':')),
      fc
        .tuple(fc.oneof(fc.constantFrom(...standing), fc.constantFrom(...modals)), fc.nat(6), part)
        .map(([id, at, other]) =>
          id
            .split(':')
            .map((each, index) => (index === at ? other : each))
            .join(':'),
        ),
    )
    .map((id) => id.slice(0, 100) || ':');

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('x'.repeat(4000)));
const choices = fc.array(fc.oneof(part, fc.constantFrom('who', 'how', 'other')), { maxLength: 3 });
const fields = fc.oneof(part, fc.constantFrom('question', 'context', 'reason', 'note', 'value'));

it('a forged tap, choice or modal gets one response, and is no bug', async () => {
  const { sandbox, bot, logged } = await startTestBot();
  const { member, moderator } = sandbox;
  const answers = [
    shownBy(await member.slash('ask', { question })),
    await member.ask(question, { mention: true }),
  ];
  const [answer = null] = answers;
  if (answer === null) throw new Error('there is no answer');
  const quoted = shownBy(await moderator.tap(answer, answer.buttons[0]?.custom_id ?? ''));
  const panel = shownBy(await moderator.slash('config show', { setting: 'language' }));
  const found = shownBy(await moderator.slash('search', { query: '张家港' }));
  const read = shownBy(await moderator.slash('read'));
  const standing = [answer, quoted, panel, found, read].flatMap(({ buttons, selects }) =>
    [...buttons, ...selects].flatMap(({ custom_id }) => custom_id ?? []),
  );
  const opened = [
    await moderator.tap(answer, 'Ask further'),
    await moderator.tap(answer, 'Not helpful'),
    await moderator.contextMenu('Ask about this', await member.say('张家港和沿河是结对的。')),
    await moderator.tap(panel, standing.find((id) => id.startsWith('config-type:')) ?? ''),
  ];
  const modals = opened.flatMap(({ modal }) => modal?.customId ?? []);
  expect([standing.length > 15, modals.length]).toEqual([true, opened.length]);
  const tap = fc.record({
    id: idsLike(standing, modals),
    by: fc.constantFrom('member' as const, 'moderator' as const),
    holds: fc.oneof(
      fc.constant({}),
      fc.record({
        type: fc.constantFrom(
          ComponentType.StringSelect,
          ComponentType.UserSelect,
          ComponentType.ChannelSelect,
        ),
        values: choices,
      }),
      fc.dictionary(fields, fc.oneof(text, choices), { maxKeys: 4 }).map((filledIn) => ({ filledIn })),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(tap, { minLength: 40, maxLength: 40 }), async (taps) => {
      const before = sandbox.requestsTo('POST', '/interactions/:interaction/:token/callback').length;
      const sent: Interaction[] = [];
      for (const [index, { id, by, holds }] of taps.entries()) {
        // One that stands may have deleted the message.
        const message = [...answers.slice(index % 2), ...answers].find(({ deleted }) => !deleted);
        if (message !== undefined)
          sent.push(await sandbox[by].forge(message, id, { ...holds, settle: false }));
      }
      await sandbox.waitFor(
        () => (sent.every(({ firstResponse }) => firstResponse !== null) && !bot.isBusy()) || undefined,
      );
      const responses = sandbox
        .requestsTo('POST', '/interactions/:interaction/:token/callback')
        .slice(before);
      expect(responses.map(({ status }) => status)).toEqual(sent.map(() => expect.toBeOneOf([200, 204])));
      expect(logged.filter((line) => line.includes('"event":"bug"'))).toEqual([]);
    }),
    { numRuns: 4, endOnFailure: true },
  );
});
