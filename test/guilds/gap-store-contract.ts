/** What every gap store promises, whatever it is kept in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GapQuestion, GapStore, GapVerdict } from '../../src/guilds/gap-store.ts';

const now = '2026-11-24T12:00:00.000Z';
export const gapQuestion: GapQuestion = {
  ...{ answerId: 'answer-one--', question: 'Who pays?', memberId: '7' },
  ...{ reason: 'not-in-article', askedAt: now },
};
const answered: GapVerdict = {
  state: 'answered',
  wordings: ['Who pays for it?'],
  answer: 'The county.',
  pins: [{ paragraph: 2, text: 'The county pays.' }],
};
const wish = { memberId: '7', locale: 'fr' };

export function itIsAGapStore(name: string, openStore: () => Promise<GapStore>, histories = 30): void {
  describe(`${name} as a gap store`, () => {
    it('puts a question into its gap once, or into a new one', async () => {
      const store = await openStore();
      const id = await store.add('1', gapQuestion, null, 90);
      const later = { ...gapQuestion, answerId: 'answer-two--', askedAt: '2026-11-25T12:00:00.000Z' };
      expect(await store.add('1', later, id, 90)).toBe(id);
      expect(await store.add('1', { ...later, reason: 'unhelpful' }, null, 90)).toBe(id);
      expect(await store.list('1')).toEqual([
        {
          ...{ id, state: 'open', wordings: [], answer: null, pins: [], revision: 0 },
          questions: [later, gapQuestion],
        },
      ]);
    });

    it('takes the verdict of who was first, and tells the second', async () => {
      const store = await openStore();
      const id = await store.add('1', gapQuestion, null, 90);
      expect(await store.decide('1', { id, revision: 0 }, answered)).toBe('decided');
      expect(await store.decide('1', { id, revision: 0 }, { ...answered, answer: 'Nobody.' })).toBe(
        'changed',
      );
      expect(await store.decide('1', { id: id + 1, revision: 0 }, answered)).toBe('gone');
      expect(await store.list('1')).toMatchObject([{ ...answered, revision: 1 }]);
    });

    it('gives each wish once', async () => {
      const store = await openStore();
      const id = await store.add('1', gapQuestion, null, 90);
      expect(await store.wish('1', gapQuestion.answerId, { ...wish, locale: 'de' }, now)).toBe('noted');
      expect(await store.wish('1', gapQuestion.answerId, wish, now)).toBe('noted');
      expect(await store.wish('1', 'answer-other', wish, now)).toBe('gone');
      await store.decide('1', { id, revision: 0 }, answered);
      expect(await store.wish('1', gapQuestion.answerId, { ...wish, memberId: '8' }, now)).toBe('answered');
      expect(await store.takeWishes('1', id)).toEqual([wish]);
      expect(await store.takeWishes('1', id)).toEqual([]);
    });

    it('forgets a member, and a gap that only they asked about, but no answer', async () => {
      const store = await openStore();
      const open = await store.add('1', gapQuestion, null, 90);
      const done = await store.add('2', gapQuestion, null, 90);
      await store.add('1', { ...gapQuestion, answerId: 'answer-two--', memberId: '8' }, null, 90);
      await store.wish('1', gapQuestion.answerId, wish, now);
      await store.wish('1', gapQuestion.answerId, { ...wish, memberId: '8' }, now);
      await store.decide('2', { id: done, revision: 0 }, answered);
      expect(await store.ofMember('7')).toEqual({
        questions: [
          { ...gapQuestion, guildId: '1' },
          { ...gapQuestion, guildId: '2' },
        ],
        wishes: [{ guildId: '1', wishedAt: now }],
      });
      expect(await store.forget('7')).toBe(3);
      expect(await store.ofMember('7')).toEqual({ questions: [], wishes: [] });
      expect(await store.list('1')).toMatchObject([{ questions: [{ memberId: '8' }] }]);
      expect(await store.takeWishes('1', open)).toEqual([]);
      expect(await store.list('2')).toMatchObject([{ ...answered, questions: [] }]);
    });

    it('keeps questions and wishes no longer than their server does', async () => {
      const store = await openStore();
      await store.add('1', gapQuestion, null, 90);
      await store.add('2', gapQuestion, null, 90);
      const later = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();
      await store.add('1', { ...gapQuestion, answerId: 'answer-two--', askedAt: later(31) }, null, 30);
      expect((await store.list('1')).map(({ questions }) => questions.length)).toEqual([1]);
      expect(await store.list('2')).toHaveLength(1);
    });

    it('shows no server what is another’s, after any history', async () => {
      const guild = fc.constantFrom('1', '2', '3', '4', '5');
      const number = fc.integer({ min: 0, max: 6 });
      const step = fc.record({ kind: fc.constantFrom('add', 'decide', 'wish', 'take'), guild, number });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          const store = await openStore();
          for (const { kind, guild, number } of steps) {
            const answerId = `answer-${number}`;
            if (kind === 'add')
              await store.add(guild, { ...gapQuestion, answerId, question: `of ${guild}` }, number, 90);
            else if (kind === 'decide')
              await store.decide(guild, { id: number, revision: 0 }, { ...answered, answer: `of ${guild}` });
            else if (kind === 'wish') await store.wish(guild, answerId, { ...wish, memberId: guild }, now);
            else
              for (const { memberId } of await store.takeWishes(guild, number)) expect(memberId).toBe(guild);
          }
          for (const id of ['1', '2', '3', '4', '5']) {
            for (const { questions, answer } of await store.list(id)) {
              for (const { question } of questions) expect(question).toBe(`of ${id}`);
              expect([null, `of ${id}`]).toContain(answer);
            }
          }
        }),
        { numRuns: histories },
      );
    });
  });
}
