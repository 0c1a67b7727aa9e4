/** A server's settings as a file: what differs from the defaults. */
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { SettingsChanges } from './guild-settings.ts';
import {
  defaultSettings,
  isSettingKey,
  type SettingKey,
  type Settings,
  settingKeys,
  settingsTable,
  showSetting,
} from './settings.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * What makes the settings of a file of one version those of the next: the first entry is for version 1. Whatever renames a
 * setting or changes what its values may be adds an entry, and a file to `test/fixtures/settings/` that is read for ever.
 */
const upgrades: readonly ((settings: Values) => Values)[] = [
  ({ questionsPerMinute, ...others }) =>
    questionsPerMinute === undefined ? others : { memberPerMinute: questionsPerMinute, ...others },
];
const version = upgrades.length + 1;
const versioned = z.object({ version: z.int().min(1) });
const content = z.object({ settings: z.record(z.string(), z.unknown()) });
/** Of what is wrong in a file, as many are named. */
const maxNamed = 5;

export function writeSettingsFile(settings: Settings): string {
  const changed = settingKeys.filter(
    (key) => showSetting(key, settings[key]) !== showSetting(key, defaultSettings[key]),
  );
  const values = Object.fromEntries(changed.map((key) => [key, settings[key]]));
  return `${JSON.stringify({ version, settings: values }, null, 2)}\n`;
}

/**
 * What makes a server's settings those of the file: what it does not name goes back to the default. Throws `UserError`
 * `settings-file-unreadable`, `settings-file-newer`, or `settings-file-values` with the names of what is not allowed.
 */
export function readSettingsFile(text: string): SettingsChanges {
  const file = parseJson(text);
  const found = versioned.safeParse(file);
  if (!found.success) throw new UserError('settings-file-unreadable', 'no file of settings');
  if (found.data.version > version)
    throw new UserError('settings-file-newer', 'a file of settings of a later version');
  const read = content.safeParse(file);
  if (!read.success) throw new UserError('settings-file-unreadable', 'no file of settings');
  const settings = upgrades
    .slice(found.data.version - 1)
    .reduce<Values>((values, upgrade) => upgrade(values), read.data.settings);
  const changes: Draft = {};
  for (const key of settingKeys) changes[key] = null;
  const bad = Object.keys(settings).filter(
    (key) => !isSettingKey(key) || !takeValue(key, settings[key], changes),
  );
  if (bad.length > 0)
    throw new UserError('settings-file-values', 'values that are not allowed', { names: nameAll(bad) });
  return changes;
}

type Draft = { -readonly [Key in SettingKey]?: Settings[Key] | null };

/** False where the value is not allowed. */
function takeValue<Key extends SettingKey>(key: Key, value: unknown, changes: Draft): boolean {
  const checked = settingsTable[key].schema.safeParse(value);
  if (checked.success) changes[key] = checked.data;
  return checked.success;
}

/** A file may call its settings anything: only what could be a key is repeated. */
function nameAll(keys: readonly string[]): string {
  const named = keys.slice(0, maxNamed).map((key) => (/^[\w-]{1,40}$/.test(key) ? `\`${key}\`` : '…'));
  return [...named, ...(keys.length > maxNamed ? ['…'] : [])].join(', ');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
