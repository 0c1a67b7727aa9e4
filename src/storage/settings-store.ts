import type { Selectable, Transaction } from 'kysely';
import type { StoredSettings } from '../guilds/settings.ts';
import type { KeptEdit, SettingsStore } from '../guilds/stores.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** What is announced begins with it. */
const settingsOf = 'settings ';

/** Keeps servers' settings as one row a changed setting, and each edit of them as one row. */
export function createSettingsStore(database: Database): SettingsStore {
  return {
    async loadAll() {
      const rows = await database.use((connection) =>
        connection.selectFrom('guild_settings').selectAll().execute(),
      );
      const byGuild = Map.groupBy(rows, (row) => row.guild_id);
      return new Map([...byGuild].map(([guildId, ofGuild]) => [guildId, toStored(ofGuild)]));
    },
    load: (guildId) => database.use((connection) => load(connection, guildId)),
    save: (guildId, changes, { memberId, at, isExpected = () => true }) =>
      database.transact(`settings/${guildId}`, async (transaction) => {
        const before = await load(transaction, guildId);
        if (!isExpected(before)) return { saved: false, before };
        await write(transaction, guildId, changes);
        const keys = Object.keys(changes).filter((key) => asJson(before[key]) !== asJson(changes[key]));
        if (keys.length > 0)
          await transaction
            .insertInto('settings_edits')
            .values({
              guild_id: guildId,
              member_id: memberId,
              edited_at: at,
              before: pick(before, keys),
              after: pick(changes, keys),
            })
            .execute();
        await database.announce(transaction, `${settingsOf}${guildId}`);
        return { saved: true, before };
      }),
    listen(onChange) {
      database.listen({
        onMessage: (message) => {
          if (message.startsWith(settingsOf)) onChange(message.slice(settingsOf.length));
        },
        onGap: () => onChange(null),
      });
    },
    async history(guildId, { skip, take }) {
      const rows = await database.use((connection) =>
        connection
          .selectFrom('settings_edits')
          .selectAll()
          .where('guild_id', '=', guildId)
          .orderBy('id', 'desc')
          .offset(skip)
          .limit(take)
          .execute(),
      );
      return rows.map(toEdit);
    },
    async findEdit(guildId, id) {
      const row = await database.use((connection) =>
        connection
          .selectFrom('settings_edits')
          .selectAll()
          .where('guild_id', '=', guildId)
          .where('id', '=', id)
          .executeTakeFirst(),
      );
      return row === undefined ? null : toEdit(row);
    },
  };
}

type Connection = Pick<Transaction<Tables>, 'selectFrom'>;

async function load(connection: Connection, guildId: string): Promise<StoredSettings> {
  return toStored(
    await connection.selectFrom('guild_settings').selectAll().where('guild_id', '=', guildId).execute(),
  );
}

async function write(
  transaction: Transaction<Tables>,
  guildId: string,
  changes: StoredSettings,
): Promise<void> {
  const keys = Object.keys(changes);
  if (keys.length > 0)
    await transaction
      .deleteFrom('guild_settings')
      .where('guild_id', '=', guildId)
      .where('key', 'in', keys)
      .execute();
  const rows = Object.entries(changes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ({ guild_id: guildId, key, value: JSON.stringify(value) }));
  if (rows.length > 0) await transaction.insertInto('guild_settings').values(rows).execute();
}

function toStored(rows: readonly { readonly key: string; readonly value: string }[]): StoredSettings {
  return Object.fromEntries(rows.map(({ key, value }) => [key, parseValue(value)]));
}

/** Text that is no JSON was not written here; as `undefined` it gives way to the default. */
function parseValue(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What is not stored has its default, as null has. */
function asJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}

function pick(values: StoredSettings, keys: readonly string[]): string {
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, values[key] ?? null])));
}

function toEdit(row: Selectable<Tables['settings_edits']>): KeptEdit {
  return {
    id: row.id,
    memberId: row.member_id,
    at: row.edited_at,
    before: readKept(row.before),
    after: readKept(row.after),
  };
}

function readKept(json: string): StoredSettings {
  const values = parseValue(json);
  return typeof values === 'object' && values !== null ? Object.fromEntries(Object.entries(values)) : {};
}
