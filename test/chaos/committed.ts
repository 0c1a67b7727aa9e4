/** What the database says it keeps for good, so that it can be compared with what is there after a fault. */
import Sqlite from 'better-sqlite3';
import { z } from 'zod';

/** Rows by a name that stays theirs, with a number that never goes down: a count, or the time of the last change. */
export type Committed = ReadonlyMap<string, number>;

/** Milliseconds in which Discord allows one login. */
const concurrencyWindow = 6_000;

const rowSchema = z.object({ name: z.string(), size: z.number() });

const queries = [
  `select 'answer ' || id as name, 1 as size from answers`,
  `select 'vote ' || answer_id || ' ' || member_id as name, 1 as size from votes`,
  `select 'edit of settings ' || id as name, 1 as size from settings_edits`,
  `select 'count of ' || scope || ' on ' || day as name, answers as size from daily_answers where scope != 'check'`,
  `select 'tokens of ' || scope || ' on ' || day as name, tokens as size from daily_spending`,
] as const;

export function readCommitted(path: string): Committed {
  const file = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    const rows = queries.flatMap((query) => file.prepare(query).all());
    return new Map(
      z
        .array(rowSchema)
        .parse(rows)
        .map(({ name, size }) => [name, size]),
    );
  } finally {
    file.close();
  }
}

/** The ids of interactions and messages that are recorded as not answered yet; none where the file cannot be read. */
export function readPending(path: string): ReadonlySet<string> {
  try {
    const file = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
    try {
      return new Set(file.prepare('select id from pending').pluck().all().map(String));
    } finally {
      file.close();
    }
  } catch {
    return new Set();
  }
}

/** Forgets logins of before, as if they were long ago: a bot that logs in so often would be made to wait. */
export function forgetLogins(path: string): void {
  const file = new Sqlite(path, { timeout: 5_000 });
  file.prepare('delete from identifies where at < ?').run(Date.now() - concurrencyWindow);
  file.close();
}

/** What SQLite finds wrong with the file; `ok` where nothing is. */
export function checkIntegrity(path: string): string {
  const file = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    return String(file.pragma('integrity_check(1)', { simple: true }));
  } catch (error) {
    return String(error);
  } finally {
    file.close();
  }
}

/** The names of what was kept before and is gone, or has become less. */
export function findLost(before: Committed, after: Committed): string[] {
  return [...before].flatMap(([name, size]) => ((after.get(name) ?? -1) < size ? [name] : []));
}

/** The values that a setting of a server was given, oldest first, and the one that it has. */
export function readSetting(
  path: string,
  guildId: string,
  key: string,
): { given: string[]; now: string | null } {
  const file = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    const edits = file
      .prepare('select json_extract(after, ?) as value from settings_edits where guild_id = ? order by id')
      .pluck()
      .all(`$.${key}`, guildId);
    const now = file
      .prepare('select value from guild_settings where guild_id = ? and key = ?')
      .pluck()
      .get(guildId, key);
    const given = edits.filter((value) => value !== null).map(String);
    return { given, now: now === undefined ? null : String(now) };
  } finally {
    file.close();
  }
}
