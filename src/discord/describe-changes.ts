/** What was changed of the settings, as lines of a bounded length. */
import { type SettingKey, type Settings, settingKeys, showSetting } from '../guilds/settings.ts';
import type { Translate } from '../locales/translator.ts';
import { lengthOf } from './limits.ts';
import { describeBriefly, describeSetting, nameSetting } from './setting-words.ts';

interface Change {
  readonly before: Settings;
  readonly after: Settings;
}

/** The settings that differ. */
export function changedKeys({ before, after }: Change): readonly SettingKey[] {
  return settingKeys.filter((key) => showSetting(key, before[key]) !== showSetting(key, after[key]));
}

/**
 * A line for each setting that differs, from what to what: together within `room` code points, in full where that fits,
 * else briefly, and what is left then is counted.
 */
export function describeChanges(change: Change, translate: Translate, room = 1500): readonly string[] {
  const keys = changedKeys(change);
  const inFull = keys.map((key) => lineOf(key, change, translate, describeSetting));
  if (fits(inFull, room)) return inFull;
  const lines = keys.map((key) => lineOf(key, change, translate, describeBriefly));
  if (fits(lines, room)) return lines;
  const shown = lines.filter((_, index) => index === 0 || fits(lines.slice(0, index + 2), room));
  return [...shown, translate('config.andMore', { shown: '…', more: lines.length - shown.length })];
}

function fits(lines: readonly string[], room: number): boolean {
  return lengthOf(lines.join('\n')) <= room;
}

function lineOf<Key extends SettingKey>(
  key: Key,
  { before, after }: Change,
  translate: Translate,
  describe: typeof describeSetting,
): string {
  return translate('config.changed', {
    name: nameSetting(key, translate),
    before: describe(key, before[key], translate),
    after: describe(key, after[key], translate),
  });
}
