/** What a server's moderators are told of its answers and votes. */
import { setImmediate as otherWork } from 'node:timers/promises';
import type { AnsweredQuestion, FeedbackStore } from '../guilds/stores.ts';
import type { Database } from './database.ts';
import { readMaking } from './making.ts';

/** Rows that are read at once: the connection blocks, so in between others have their turn. */
const pageSize = 2_000;

export async function readGuild(
  database: Database,
  guildId: string,
  since: string,
): ReturnType<FeedbackStore['ofGuild']> {
  const answers: AnsweredQuestion[] = [];
  let last = { shown_at: since, id: '' };
  for (;;) {
    const page = await readPage(database, guildId, last);
    for (const row of page)
      answers.push({
        ...{ outcome: row.outcome, shownAt: row.shown_at, language: row.language },
        ...{ question: row.question, making: readMaking(row) },
      });
    last = page.at(-1) ?? last;
    if (page.length < pageSize) break;
    await otherWork();
  }
  const votes = await database.use((connection) =>
    connection
      .selectFrom('votes')
      .select(['helpful', 'reason', 'voted_at'])
      .where('guild_id', '=', guildId)
      .where('voted_at', '>=', since)
      .orderBy('voted_at')
      .execute(),
  );
  return {
    answers,
    votes: votes.map((row) => ({ helpful: row.helpful === 1, reason: row.reason, votedAt: row.voted_at })),
  };
}

function readPage(
  database: Database,
  guildId: string,
  after: { readonly shown_at: string; readonly id: string },
) {
  return database.use((connection) =>
    connection
      .selectFrom('answers')
      .select(['id', 'outcome', 'shown_at', 'language', 'question', 'made_by', 'milliseconds'])
      .select(['tokens_in', 'tokens_out', 'tokens_cached', 'cost'])
      .where('guild_id', '=', guildId)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('shown_at', 'id'), '>', tuple(after.shown_at, after.id)),
      )
      .orderBy('shown_at')
      .orderBy('id')
      .limit(pageSize)
      .execute(),
  );
}
