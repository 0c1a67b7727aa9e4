import type { Transaction } from 'kysely';
import type { ClaimedRow, PendingRow, PendingStore } from '../guilds/pending-store.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export function createPendingStore(database: Database): PendingStore {
  /** Whether files of ours may have what was erased. */
  let hasErased = true;
  return {
    async write(holder, kept, erased) {
      await database.transact(null, async (transaction) => {
        if (kept.length > 0) await keep(transaction, holder, kept);
        if (erased.length === 0) return;
        await transaction
          .deleteFrom('pending')
          .where('holder', '=', holder)
          .where('id', 'in', erased)
          .execute();
      });
      hasErased ||= erased.length > 0;
    },
    claim: (holder, isLeft, time) =>
      database.transact('pending', async (transaction) => {
        const left = await transaction
          .selectFrom('pending')
          .selectAll()
          .where('holder', '!=', holder)
          .where('expires_at', '>', time)
          .orderBy('expires_at')
          .orderBy('id')
          .execute();
        const claimed: ClaimedRow[] = [];
        for (const row of left.filter((one) => isLeft(one.guild_id, one.holder))) {
          const attempt = row.attempt + 1;
          const { numUpdatedRows } = await transaction
            .updateTable('pending')
            .set({ holder, attempt })
            .where('id', '=', row.id)
            .where('holder', '=', row.holder)
            .executeTakeFirst();
          const { id, guild_id: guildId, expires_at: expiresAt, sealed } = row;
          // Nothing is updated where it was done meanwhile.
          if (numUpdatedRows > 0n) claimed.push({ id, guildId, expiresAt, sealed, attempt });
        }
        return claimed;
      }),
    async sweep(time) {
      const { numDeletedRows } = await database.use((connection) =>
        connection.deleteFrom('pending').where('expires_at', '<=', time).executeTakeFirst(),
      );
      if (numDeletedRows === 0n && !hasErased) return;
      await database.scrub();
      hasErased = false;
    },
  };
}

/** A row that another holder has claimed meanwhile stays as it is. */
async function keep(
  transaction: Transaction<Tables>,
  holder: string,
  rows: readonly PendingRow[],
): Promise<void> {
  await transaction
    .insertInto('pending')
    .values(
      rows.map(({ id, guildId, expiresAt, sealed }) => ({
        ...{ id, guild_id: guildId, holder, attempt: 0, expires_at: expiresAt, sealed },
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((row) => ({ sealed: row.ref('excluded.sealed') }))
        .where('pending.holder', '=', holder),
    )
    .execute();
}
