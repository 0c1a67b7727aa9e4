/** What takes an edit of the settings back. */
import type { SettingsChanges } from './guild-settings.ts';
import { isSettingKey, readSettings, type SettingKey, type Settings, showSetting } from './settings.ts';
import type { KeptEdit } from './stores.ts';

/** Values to store, and whether the settings still are what the edit made of them. */
interface Undo {
  readonly changes: SettingsChanges;
  readonly isExpected: (settings: Settings) => boolean;
}

/** Null where the edit is of settings that there are no longer. A value that is allowed no longer becomes the default. */
export function undoOf({ before, after }: KeptEdit): Undo | null {
  const keys = Object.keys(before).filter(isSettingKey);
  if (keys.length === 0) return null;
  const earlier = readSettings(before);
  const later = readSettings(after);
  const changes: Draft = {};
  for (const key of keys) take(key, before[key] === null ? null : earlier, changes);
  return {
    changes,
    isExpected: (settings) =>
      keys.every((key) => showSetting(key, settings[key]) === showSetting(key, later[key])),
  };
}

type Draft = { -readonly [Key in SettingKey]?: Settings[Key] | null };

function take<Key extends SettingKey>(key: Key, settings: Settings | null, changes: Draft): void {
  changes[key] = settings === null ? null : settings[key];
}
