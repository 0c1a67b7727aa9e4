import type { StoredSettings } from '../guilds/settings.ts';
import type { SettingsStore } from '../guilds/stores.ts';
import type { Database } from './database.ts';

/** Keeps servers' settings as one row a changed setting. */
export function createSettingsStore(database: Database): SettingsStore {
  return {
    async loadAll() {
      const rows = await database.use((connection) =>
        connection.selectFrom('guild_settings').selectAll().execute(),
      );
      const byGuild = Map.groupBy(rows, (row) => row.guild_id);
      return new Map([...byGuild].map(([guildId, ofGuild]) => [guildId, toStored(ofGuild)]));
    },
    async load(guildId) {
      return toStored(
        await database.use((connection) =>
          connection.selectFrom('guild_settings').selectAll().where('guild_id', '=', guildId).execute(),
        ),
      );
    },
    async save(guildId, changes) {
      const keys = Object.keys(changes);
      const rows = Object.entries(changes)
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([key, value]) => ({ guild_id: guildId, key, value: JSON.stringify(value) }));
      const before = await database.use((connection) =>
        connection.transaction().execute(async (transaction) => {
          const stored = await transaction
            .selectFrom('guild_settings')
            .selectAll()
            .where('guild_id', '=', guildId)
            .execute();
          if (keys.length > 0) {
            await transaction
              .deleteFrom('guild_settings')
              .where('guild_id', '=', guildId)
              .where('key', 'in', keys)
              .execute();
          }
          if (rows.length > 0) await transaction.insertInto('guild_settings').values(rows).execute();
          return stored;
        }),
      );
      return toStored(before);
    },
  };
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
