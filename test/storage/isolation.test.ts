/** What one server does is never seen in another: random histories of five servers against one database. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createGaps } from '../../src/guilds/gaps.ts';
import { createGuildSettings } from '../../src/guilds/guild-settings.ts';
import { defaultSettings, type Settings } from '../../src/guilds/settings.ts';
import { createSpending } from '../../src/guilds/spending.ts';
import { createLog } from '../../src/log.ts';
import { createFeedbackStore } from '../../src/storage/feedback-store.ts';
import { createGapStore } from '../../src/storage/gap-store.ts';
import { createSettingsStore } from '../../src/storage/settings-store.ts';
import { createSpendingStore } from '../../src/storage/spending-store.ts';
import { createUsageStore } from '../../src/storage/usage-store.ts';
import { open } from './fixture.ts';

const day = '2026-11-24';
const now = () => Date.parse(`${day}T12:00:00Z`);
const servers = 5;

/** What a server has done, as it must be found again. */
interface Expected {
  settings: Settings;
  edits: number;
  answers: number;
  tokens: number;
  questions: string[];
  curated: string | null;
}

const openQuestion = '张家港的市长是谁？';

const server = fc.integer({ min: 0, max: servers - 1 });
const step = fc.oneof(
  fc.record({ does: fc.constant('set' as const), server, length: fc.constantFrom('short', 'long', null) }),
  fc.record({ does: fc.constant('answer' as const), server }),
  fc.record({ does: fc.constant('spend' as const), server, tokens: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    does: fc.constant('curate' as const),
    server,
    text: fc.string({ minLength: 1, maxLength: 9 }),
  }),
  fc.record({ does: fc.constant('keep' as const), server, question: fc.string({ maxLength: 20 }) }),
);

it('a thousand histories of five servers: no setting, count, question or curated answer of one is seen in another', async () => {
  const database = await open();
  const log = createLog({ level: 'silent', destination: { write: () => undefined } });
  const guildSettings = createGuildSettings({ store: createSettingsStore(database), log, now });
  const usage = createUsageStore(database);
  const spending = createSpending({ store: createSpendingStore(database), now, log });
  const feedback = createFeedbackStore(database);
  const gaps = createGaps(createGapStore(database), log);
  await guildSettings.warm();
  let runs = 0;
  let answers = 0;

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (history) => {
      runs += 1;
      // Other servers and askers for each history, in the same database as all those before.
      const idOf = (index: number): string => String(1_000_000 + runs * servers + index);
      const expected = Array.from(
        { length: servers },
        (): Expected => ({
          settings: defaultSettings,
          edits: 0,
          answers: 0,
          tokens: 0,
          questions: [],
          curated: null,
        }),
      );
      for (const taken of history) {
        const guildId = idOf(taken.server);
        const own = expected[taken.server];
        if (own === undefined) throw new RangeError('no such server');
        if (taken.does === 'set') {
          const { before, after } = await guildSettings.change(
            guildId,
            { length: taken.length },
            { memberId: '7' },
          );
          own.settings = { ...own.settings, length: taken.length ?? defaultSettings.length };
          if (before.length !== after.length) own.edits += 1;
        } else if (taken.does === 'answer')
          own.answers = (await usage.take(guildId, day, 1000)) ?? own.answers;
        else if (taken.does === 'spend') {
          await spending.add(guildId, { tokens: taken.tokens, money: 0 }, defaultSettings);
          own.tokens += taken.tokens;
        } else if (taken.does === 'curate') {
          const gapQuestion = { answerId: `gap-${runs}`, question: openQuestion, memberId: guildId };
          await gaps.collect(
            guildId,
            { ...gapQuestion, reason: 'sent', askedAt: `${day}T12:00:00.000Z` },
            180,
          );
          const [gap] = await gaps.list(guildId);
          if (gap === undefined) throw new RangeError('no gap was kept');
          const verdict = { wordings: [openQuestion], answer: taken.text, pins: [] };
          expect(await gaps.decide(guildId, gap, { ...verdict, state: 'answered' })).toBe('decided');
          own.curated = taken.text;
        } else {
          answers += 1;
          own.questions.push(taken.question);
          await feedback.keepAnswer(
            {
              ...{ id: `answer-${answers}`, guildId, outcome: 'answered', citations: [], language: 'en' },
              ...{ versions: { article: 'a', bot: 'b', prompt: 'p' }, shownAt: `${day}T12:00:00.000Z` },
              asked: { question: taken.question, memberId: guildId },
              making: null,
            },
            180,
          );
        }
      }
      for (const [index, own] of expected.entries()) {
        const guildId = idOf(index);
        expect((await guildSettings.load(guildId)).settings).toEqual(own.settings);
        expect(await guildSettings.history(guildId, { skip: 0, take: 50 })).toHaveLength(own.edits);
        expect(await usage.used(guildId, day)).toBe(own.answers);
        expect((await spending.today(guildId)).tokens).toBe(own.tokens);
        expect((await gaps.findAnswered(guildId, openQuestion))?.answer ?? null).toBe(own.curated);
        expect(await gaps.list(guildId)).toHaveLength(own.curated === null ? 0 : 1);
        const kept = (await feedback.ofMember(guildId)).answers;
        expect(kept.map(({ asked }) => asked?.question).toSorted()).toEqual(own.questions.toSorted());
        expect(kept.every((answer) => answer.guildId === guildId)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
