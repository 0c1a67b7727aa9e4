import { describe, expect, it } from 'vitest';
import {
  describeSetting,
  describeWord,
  explainSetting,
  nameSetting,
  readSettingText,
} from '../../src/discord/setting-words.ts';
import { UserError } from '../../src/errors.ts';
import { parseSetting, settingKeys, settingsTable } from '../../src/guilds/settings.ts';
import { createTranslator, locales } from '../../src/locales/translator.ts';

describe.each(locales)('settings in %s', (locale) => {
  const translate = createTranslator(locale);

  it('have a word for each text with a fixed meaning, which is read back', () => {
    for (const key of settingKeys) {
      for (const word of settingsTable[key].words) {
        const shown = describeWord(word, translate);
        expect(shown).not.toBe('');
        const typed = ` ${shown.toUpperCase().replaceAll(/\s/g, ' ')} `;
        expect(readSettingText(key, typed, translate)).toEqual(parseSetting(key, word));
      }
    }
  });

  it('have a name of their own, and one sentence that fits on a line', () => {
    expect(new Set(settingKeys.map((key) => nameSetting(key, translate))).size).toBe(settingKeys.length);
    for (const key of settingKeys) {
      const sentence = explainSetting(key, translate);
      expect(sentence).toMatch(/[.。]$/);
      expect(sentence.length, sentence).toBeLessThanOrEqual(90);
    }
  });

  it('have different words for different values', () => {
    for (const key of settingKeys) {
      const shown = settingsTable[key].words.map((word) => describeWord(word, translate));
      expect(new Set(shown).size).toBe(shown.length);
    }
  });

  it('are refused with the words that can be typed', () => {
    const typed = (): string[] => {
      try {
        readSettingText('language', '???', translate);
      } catch (error) {
        if (error instanceof UserError) return String(error.values.words).split(/, |、/);
      }
      return [];
    };
    const words = typed();
    expect(words.length).toBe(settingsTable.language.words.length);
    for (const word of words) expect(() => readSettingText('language', word, translate)).not.toThrow();
  });

  it('name any language', () => {
    expect(describeSetting('language', 'fr', translate)).not.toBe('fr');
    expect(describeSetting('language', 'zh-TW', translate)).not.toBe(
      describeSetting('language', 'zh-CN', translate),
    );
  });
});
