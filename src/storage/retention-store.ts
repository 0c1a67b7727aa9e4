import { sql } from 'kysely';
import type { RetentionStore } from '../guilds/retention-store.ts';
import type { Database } from './database.ts';
import { datedTables, dropEmptyGaps, dropExpired } from './expired.ts';

/** Every table with rows of one server, and the column with its id. A test reads the schema for those that are not here. */
export const guildTables = {
  guild_settings: 'guild_id',
  settings_edits: 'guild_id',
  daily_answers: 'scope',
  daily_spending: 'scope',
  answers: 'guild_id',
  votes: 'guild_id',
  gap_wishes: 'guild_id',
  gap_questions: 'guild_id',
  gaps: 'guild_id',
  pending: 'guild_id',
  left_guilds: 'guild_id',
} as const;
const tables = namesOf(guildTables);
const dated = namesOf(datedTables);

function namesOf<Name extends string>(record: Readonly<Record<Name, string>>): Name[] {
  const names: Name[] = [];
  for (const name in record) names.push(name);
  return names;
}

export function createRetentionStore(database: Database): RetentionStore {
  return {
    async keptGuilds() {
      const found = new Set<string>();
      // Where a scope stands for a server, another may stand for all direct messages.
      for (const table of tables)
        for (const { id } of await database.use((connection) =>
          connection
            .selectFrom(table)
            .select(sql.ref<string | null>(guildTables[table]).as('id'))
            .distinct()
            .execute(),
        ))
          if (id !== null && /^\d+$/.test(id)) found.add(id);
      return [...found];
    },
    async noteLeft(guildIds, at) {
      for (const guild_id of guildIds)
        await database.use((connection) =>
          connection
            .insertInto('left_guilds')
            .values({ guild_id, left_at: at })
            .onConflict((conflict) => conflict.doNothing())
            .execute(),
        );
    },
    async noteBack(guildIds) {
      const noted = await database.use((connection) =>
        connection.selectFrom('left_guilds').select('guild_id').execute(),
      );
      const back = new Set(guildIds);
      for (const { guild_id } of noted.filter((row) => back.has(row.guild_id)))
        await database.use((connection) =>
          connection.deleteFrom('left_guilds').where('guild_id', '=', guild_id).execute(),
        );
    },
    async eraseLeft(guildIds, before) {
      const erased: string[] = [];
      for (const guildId of guildIds) if (await eraseGuild(database, guildId, before)) erased.push(guildId);
      return erased;
    },
    async datedGuilds(before) {
      const found = new Set<string | null>();
      for (const table of dated)
        for (const { id } of await database.use((connection) =>
          connection
            .selectFrom(table)
            .select(sql.ref<string | null>('guild_id').as('id'))
            .where(sql.ref(datedTables[table]), '<', before)
            .distinct()
            .execute(),
        ))
          found.add(id);
      return [...found];
    },
    eraseExpired: (guildId, now, keepDays) =>
      database.transact('gaps', (transaction) => dropExpired(transaction, dated, guildId, { now, keepDays })),
    eraseEmptyGaps: () => database.transact('gaps', dropEmptyGaps),
    scrub: () => database.scrub(),
  };
}

/** All or nothing, and only where the note is still there: whoever takes it back at the same moment is before or after. */
function eraseGuild(database: Database, guildId: string, before: string): Promise<boolean> {
  return database.transact('gaps', async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('left_guilds')
      .where('guild_id', '=', guildId)
      .where('left_at', '<=', before)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    for (const table of tables)
      await transaction.deleteFrom(table).where(sql.ref(guildTables[table]), '=', guildId).execute();
    await transaction
      .deleteFrom('rate_limits')
      .where(({ eb, or }) => or([eb('key', 'like', `%/${guildId}`), eb('key', 'like', `%/${guildId}/%`)]))
      .execute();
    return true;
  });
}
