/** The settings of every server as far as they are known: read from the store, remembered while it is away. */
import { UpstreamError, UserError } from '../errors.ts';
import type { Log } from '../log.ts';
import {
  defaultSettings,
  findBadSettings,
  readSettings,
  type SettingKey,
  type Settings,
  type StoredSettings,
} from './settings.ts';
import type { SettingsStore } from './stores.ts';

/**
 * `fresh`: as stored. `stale`: the store is away, and these are the last that were known.
 * `unknown`: they were never read; `settings` are then the defaults, and nothing may be answered in public.
 */
export interface KnownSettings {
  readonly state: 'fresh' | 'stale' | 'unknown';
  readonly settings: Settings;
}

/** One change of one setting. */
export interface SettingChange {
  readonly before: Settings;
  readonly after: Settings;
}

/** New values by setting; null takes one back to its default. */
export type SettingsChanges = { readonly [Key in SettingKey]?: Settings[Key] | null };

export interface ChangeEdit {
  readonly memberId: string;
  /** Whether the settings at that moment are still those that the change was decided on. */
  readonly isExpected?: (settings: Settings) => boolean;
}

export interface GuildSettings {
  /** Reads all servers' settings, so that `peek` knows them. Never throws. */
  warm(): Promise<void>;
  /** What is known now, without waiting: for a choice that must be made before the first reply. */
  peek(guildId: string | null): KnownSettings;
  /** What is stored, or else the last that was known. Never throws. */
  load(guildId: string | null): Promise<KnownSettings>;
  /**
   * Stores values, and who changed them. Changes nothing and throws `UpstreamError('database')` when it cannot, and
   * `UserError('settings-moved')` where what is set is not what the change was decided on.
   */
  change(guildId: string, changes: SettingsChanges, edit: ChangeEdit): Promise<SettingChange>;
  /** The newest edits of a server first. Throws `UpstreamError('database')`. */
  history: SettingsStore['history'];
  /** One of its edits. Throws `UpstreamError('database')`. */
  findEdit: SettingsStore['findEdit'];
}

/** Remembers the settings of all servers of `store`; direct messages (no server) have the defaults. */
export function createGuildSettings(ports: {
  readonly store: SettingsStore;
  readonly log: Log;
  readonly now: () => number;
  /** Whether direct messages are answered, besides commands there; they are unless given. */
  readonly directMessages?: boolean;
}): GuildSettings {
  const { store, log, now, directMessages = true } = ports;
  const directSettings: Settings = { ...defaultSettings, chat: directMessages };
  /** Servers that changed something; once `complete`, any other server has the defaults. */
  const known = new Map<string, Settings>();
  let complete = false;
  let away = false;

  const recall = (guildId: string): KnownSettings => {
    const settings = known.get(guildId) ?? (complete ? defaultSettings : undefined);
    if (settings === undefined) return { state: 'unknown', settings: defaultSettings };
    return { state: away ? 'stale' : 'fresh', settings };
  };

  const remember = (guildId: string, stored: StoredSettings): Settings => {
    const settings = readSettings(stored);
    const bad = findBadSettings(stored);
    // Once for a server, not at each of its questions.
    if (bad.length > 0 && !known.has(guildId)) log.warn('settings-not-allowed', { guildId, setting: bad });
    known.set(guildId, settings);
    if (away) log.info('settings-store-back');
    away = false;
    return settings;
  };

  const fail = (error: unknown): void => {
    if (!(error instanceof UpstreamError)) throw error;
    if (!away)
      log.warn('settings-store-away', { reason: error.reason, state: complete ? 'stale' : 'unknown', error });
    away = true;
  };

  const readAll = async (): Promise<void> => {
    const all = await store.loadAll();
    // Whatever it had set was taken back.
    for (const guildId of known.keys()) if (!all.has(guildId)) known.delete(guildId);
    for (const [guildId, stored] of all) remember(guildId, stored);
    if (away) log.info('settings-store-back');
    away = false;
    complete = true;
  };

  const load = async (guildId: string): Promise<void> => {
    try {
      if (complete) remember(guildId, await store.load(guildId));
      else await readAll();
    } catch (error) {
      fail(error);
    }
  };
  store.listen((guildId) => void (guildId === null ? readAll().catch(fail) : load(guildId)));

  return {
    async warm() {
      await readAll().catch(fail);
    },
    peek: (guildId) => (guildId === null ? { state: 'fresh', settings: directSettings } : recall(guildId)),
    async load(guildId) {
      if (guildId === null) return { state: 'fresh', settings: directSettings };
      await load(guildId);
      return recall(guildId);
    },
    async change(guildId, changes, { memberId, isExpected = () => true }) {
      const { saved, before } = await store.save(guildId, changes, {
        memberId,
        at: new Date(now()).toISOString(),
        isExpected: (stored) => isExpected(readSettings(stored)),
      });
      if (!saved) {
        remember(guildId, before);
        throw new UserError('settings-moved', 'somebody else changed this setting meanwhile');
      }
      const kept = Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null);
      return { before: readSettings(before), after: remember(guildId, Object.fromEntries(kept)) };
    },
    history: (guildId, page) => store.history(guildId, page),
    findEdit: (guildId, id) => store.findEdit(guildId, id),
  };
}
