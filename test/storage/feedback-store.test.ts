import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createFeedbackStore } from '../../src/storage/feedback-store.ts';
import { answer, itIsAFeedbackStore, vote } from '../guilds/feedback-store-contract.ts';
import { kinds, newPath, open, openNew } from './fixture.ts';

for (const kind of kinds) itIsAFeedbackStore(kind, async () => createFeedbackStore(await openNew(kind)));

describe('a member who is forgotten', () => {
  it('is in no byte of the database’s files', async () => {
    const path = newPath();
    const store = createFeedbackStore(await open(path));
    const files = () => {
      const folder = dirname(path);
      return readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('');
    };
    await store.keepAnswer(
      {
        ...answer,
        asked: { question: 'a question to forget', memberId: '777777777777' },
      },
      180,
    );
    await store.vote({ ...vote, memberId: '777777777777', note: 'a note to forget' });
    for (const trace of ['a question to forget', '777777777777', 'a note to forget'])
      expect(files()).toContain(trace);
    await store.forget('777777777777');
    for (const trace of ['a question to forget', '777777777777', 'a note to forget'])
      expect(files()).not.toContain(trace);
  });
});

describe('a server with many answers', () => {
  it('is told of each once, also of those of one moment', async () => {
    const database = await open();
    await database.use((connection) =>
      sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 4500)
        insert into answers (id, guild_id, outcome, citations, language, versions, shown_at)
        select 'answer-' || i, '1', 'answered', '[]', 'l' || i, '{}', '2026-11-2' || (i / 3000) from n`.execute(
        connection,
      ),
    );
    const { answers } = await createFeedbackStore(database).ofGuild('1', '2026-11-20');
    expect(answers).toHaveLength(4500);
    expect(new Set(answers.map(({ language }) => language)).size).toBe(4500);
    expect(answers.map(({ shownAt }) => shownAt)).toEqual(answers.map(({ shownAt }) => shownAt).toSorted());
  });
});
