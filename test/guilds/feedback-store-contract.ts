/** What every feedback store promises, whatever it is kept in. */
import { describe, expect, it } from 'vitest';
import { type FeedbackStore, longestKept, type ShownAnswer, type Vote } from '../../src/guilds/stores.ts';

const now = '2026-11-24T12:00:00.000Z';
export const answer: ShownAnswer = {
  ...{ id: 'answer-one--', guildId: '1', outcome: 'answered', language: 'en' },
  citations: [{ paragraph: 3, start: 10, end: 24 }],
  versions: { article: 'a1', bot: '0.1.0', prompt: '1234abcd' },
  ...{ shownAt: now, asked: null, making: null },
};
export const vote: Vote = {
  ...{ answerId: answer.id, memberId: '7', guildId: '1', helpful: false },
  ...{ reason: 'other', note: 'the year is missing', votedAt: now },
};

export function itIsAFeedbackStore(name: string, openStore: () => Promise<FeedbackStore>): void {
  describe(`${name} as a feedback store`, () => {
    it('gives a member’s votes back with the answers they are on, and nobody else’s', async () => {
      const store = await openStore();
      await store.keepAnswer(answer, 180);
      await store.vote(vote);
      await store.vote({ ...vote, memberId: '8', helpful: true, reason: null, note: null });
      expect(await store.ofMember('7')).toEqual({ votes: [vote], answers: [answer] });
      expect(await store.ofMember('9')).toEqual({ votes: [], answers: [] });
    });

    it('keeps one vote a member and answer, the last', async () => {
      const store = await openStore();
      const changed = { ...vote, helpful: true, reason: null, note: null };
      await store.vote(vote);
      await store.vote(changed);
      expect((await store.ofMember('7')).votes).toEqual([changed]);
    });

    it('gives a kept question to its asker alone', async () => {
      const store = await openStore();
      const asked = { question: 'When?', memberId: '8' };
      await store.keepAnswer({ ...answer, asked }, 180);
      await store.vote(vote);
      expect((await store.ofMember('8')).answers).toEqual([{ ...answer, asked }]);
      expect((await store.ofMember('7')).answers).toEqual([answer]);
    });

    it('forgets a member in every server, and nobody else', async () => {
      const store = await openStore();
      await store.keepAnswer({ ...answer, asked: { question: 'When?', memberId: '7' } }, 180);
      await store.vote(vote);
      await store.vote({ ...vote, answerId: 'answer-two--', guildId: '2' });
      await store.vote({ ...vote, memberId: '8' });
      expect(await store.forget('7')).toEqual({ votes: 2, questions: 1 });
      expect(await store.ofMember('7')).toEqual({ votes: [], answers: [] });
      expect(await store.ofMember('8')).toEqual({ votes: [{ ...vote, memberId: '8' }], answers: [answer] });
      expect(await store.forget('7')).toEqual({ votes: 0, questions: 0 });
    });

    it('tells a server’s moderators what was asked there from a time on, and not who asked or voted', async () => {
      const store = await openStore();
      const asked = { question: 'When?', memberId: '7' };
      const making = {
        ...{ by: 'model' as const, milliseconds: 1200, cost: 40 },
        usage: { tokensIn: 900, tokensOut: 80, tokensCached: 500 },
      };
      await store.keepAnswer({ ...answer, id: 'answer-old--', shownAt: '2026-11-20T12:00:00.000Z' }, 180);
      await store.keepAnswer({ ...answer, id: 'answer-two--', asked, making }, 180);
      await store.keepAnswer(answer, 180);
      await store.keepAnswer({ ...answer, id: 'answer-else-', guildId: '2' }, 180);
      await store.vote(vote);
      await store.vote({ ...vote, guildId: '2', memberId: '8' });
      const told = { outcome: 'answered', shownAt: now, language: 'en' };
      expect(await store.ofGuild('1', '2026-11-21T00:00:00.000Z')).toEqual({
        answers: [
          { ...told, question: null, making: null },
          { ...told, question: 'When?', making },
        ],
        votes: [{ helpful: false, reason: 'other', votedAt: now }],
      });
    });

    it('keeps nothing of a server longer than that server says', async () => {
      const store = await openStore();
      await store.keepAnswer(answer, 30);
      await store.vote(vote);
      const later = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();
      await store.keepAnswer({ ...answer, id: 'answer-two--', shownAt: later(30) }, 30);
      await store.keepAnswer({ ...answer, id: 'answer-else-', guildId: '2', shownAt: later(31) }, 1);
      await store.keepAnswer({ ...answer, id: 'answer-dm---', guildId: null, shownAt: later(31) }, 1);
      expect((await store.ofMember('7')).answers).toHaveLength(1);
      await store.keepAnswer({ ...answer, id: 'answer-three', shownAt: later(31) }, 30);
      expect(await store.ofMember('7')).toEqual({ votes: [], answers: [] });
    });

    it('keeps nothing for ever of a server that asks no more', async () => {
      const store = await openStore();
      await store.keepAnswer({ ...answer, guildId: '9' }, 365);
      await store.vote({ ...vote, guildId: '9' });
      const muchLater = new Date(Date.parse(now) + (longestKept + 1) * 86_400_000).toISOString();
      await store.keepAnswer({ ...answer, id: 'answer-two--', shownAt: muchLater }, 365);
      expect(await store.ofMember('7')).toEqual({ votes: [], answers: [] });
    });
  });
}
