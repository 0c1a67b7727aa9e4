/** What is kept for a number of days only, and how it is taken away. */
import { sql, type Transaction } from 'kysely';
import { longestKept } from '../guilds/stores.ts';
import type { Tables } from './tables.ts';

const day = 86_400_000;

/** When each row was written, as ISO 8601. */
export const datedTables = {
  answers: 'shown_at',
  votes: 'voted_at',
  gap_questions: 'asked_at',
  gap_wishes: 'wished_at',
} as const;
type DatedTable = keyof typeof datedTables;

/** Deletes of a server (null: of direct messages) what it has kept for long enough, and of any what none may keep. Returns how many rows. */
export async function dropExpired(
  transaction: Transaction<Tables>,
  tables: readonly DatedTable[],
  guildId: string | null,
  { now, keepDays }: { readonly now: string; readonly keepDays: number },
): Promise<number> {
  const before = (days: number): string => new Date(Date.parse(now) - days * day).toISOString();
  let count = 0;
  for (const table of tables) {
    const writtenAt = sql.ref(datedTables[table]);
    const { numDeletedRows } = await transaction
      .deleteFrom(table)
      .where(({ eb, and, or }) =>
        or([
          eb(writtenAt, '<', before(longestKept)),
          and([eb(writtenAt, '<', before(keepDays)), eb('guild_id', 'is not distinct from', guildId)]),
        ]),
      )
      .executeTakeFirst();
    count += Number(numDeletedRows);
  }
  return count;
}

/** A gap that nobody asks about any more, with the wishes to hear of it. What has an answer stays. */
export async function dropEmptyGaps(transaction: Transaction<Tables>): Promise<void> {
  await transaction
    .deleteFrom('gaps')
    .where('state', '!=', 'answered')
    .where('id', 'not in', transaction.selectFrom('gap_questions').select('gap_id'))
    .execute();
  await transaction
    .deleteFrom('gap_wishes')
    .where('gap_id', 'not in', transaction.selectFrom('gaps').select('id'))
    .execute();
}
