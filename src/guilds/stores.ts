/** The ports to what outlives the process. Each throws `UpstreamError('database')` when the database is down, locked, full or broken. */
import type { StoredSettings } from './settings.ts';

/** What moderators changed, by server. */
export interface SettingsStore {
  /** Of every server that has changed anything. */
  loadAll(): Promise<ReadonlyMap<string, StoredSettings>>;
  /** Of one server; empty when it has changed nothing. */
  load(guildId: string): Promise<StoredSettings>;
  /**
   * Writes values, all or none; null takes a key back to its default. Keys that are not named stay as they are.
   * Returns what was stored just before.
   */
  save(guildId: string, changes: StoredSettings): Promise<StoredSettings>;
}

/** How many answers a model wrote for a server on a day. */
export interface UsageStore {
  /** Counts one more answer unless `limit` is reached. Returns the day's count, or null when it is. Two at once never pass it. */
  take(scope: string, day: string, limit: number): Promise<number | null>;
  /** The day's count. */
  used(scope: string, day: string): Promise<number>;
}
