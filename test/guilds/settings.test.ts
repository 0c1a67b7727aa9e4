import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import {
  defaultSettings,
  isSettingKey,
  parseSetting,
  readSettings,
  type SettingKey,
  settingKeys,
  settingsTable,
  showSetting,
} from '../../src/guilds/settings.ts';
import { settingValues } from './any-settings.ts';

function checkRoundTrip<Key extends SettingKey>(key: Key): void {
  fc.assert(
    fc.property(settingValues[key], (value) => {
      expect(parseSetting(key, showSetting(key, value))).toEqual(value);
      expect(readSettings(JSON.parse(JSON.stringify({ [key]: value })))[key]).toEqual(value);
    }),
  );
}

describe.each(settingKeys)('the setting %s', (key) => {
  it('reads back what it shows and what was stored', () => checkRoundTrip(key));

  it('has a default that it allows', () => {
    expect(settingsTable[key].schema.safeParse(defaultSettings[key]).success).toBe(true);
  });

  it('reads each of the words that it offers', () => {
    for (const word of settingsTable[key].words)
      expect(() => parseSetting(key, ` ${word.toUpperCase()} `)).not.toThrow();
  });

  it('takes any typed text, or refuses it by name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        try {
          expect(settingsTable[key].schema.safeParse(parseSetting(key, text)).success).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect(error).toMatchObject({ code: `setting-invalid-${settingsTable[key].kind}` });
        }
      }),
    );
  });
});

describe('parseSetting', () => {
  it.each<[SettingKey, string, unknown]>([
    ['channels', '<#123456789012345678>', ['123456789012345678']],
    [
      'channels',
      '123456789012345678,<#223456789012345678>、 <#123456789012345678>',
      ['123456789012345678', '223456789012345678'],
    ],
    ['channels', '<#123456789012345678><#223456789012345678>', ['123456789012345678', '223456789012345678']],
    ['channels', 'ＡＬＬ', 'all'],
    ['moderatorRoles', '<@&123456789012345678>', ['123456789012345678']],
    ['chat', 'Off', false],
    ['chat', 'true', true],
    ['language', 'zh-Hant-HK', 'zh-TW'],
    ['language', 'zh', 'zh-CN'],
    ['language', 'zh_tw', 'zh-TW'],
    ['language', 'en-GB', 'en'],
    ['language', 'pt-br', 'pt-BR'],
    ['memberPerMinute', '５', 5],
    ['answersPerDay', '0', 0],
    ['answersPerDay', 'unlimited', 'unlimited'],
    ['forumDelay', '３０', 30],
    ['moneyPerDay', '2,5', 2.5],
    ['moneyPerDay', '12.34', 12.34],
    ['model', 'qwen3:8b', 'qwen3:8b'],
    ['barredMembers', '<@!123456789012345678>', ['123456789012345678']],
    ['tone', ' warm,\n\u202ebrief ', 'warm, brief'],
    ['tone', 'Usual', ''],
  ])('reads %s from “%s”', (key, text, expected) => {
    expect(parseSetting(key, text)).toEqual(expected);
  });

  it.each<[SettingKey, string]>([
    ['channels', ''],
    ['channels', '#general'],
    ['channels', '<@&123456789012345678>'],
    ['channels', '<#123456789012345678> and more'],
    ['channels', Array.from({ length: 51 }, (_, index) => `1234567890123456${index + 10}`).join(' ')],
    ['moderatorRoles', '@everyone'],
    ['exemptRoles', 'none'],
    ['chat', 'maybe'],
    ['chat', 'constructor'],
    ['language', 'english'],
    ['language', 'xx'],
    ['length', 'epic'],
    ['memberPerMinute', '0'],
    ['memberPerMinute', '61'],
    ['memberPerMinute', '1.5'],
    ['memberPerMinute', '-1'],
    ['memberPerMinute', '1e1'],
    ['answersPerDay', '100001'],
    ['forumDelay', 'unlimited'],
    ['moneyPerDay', '1,000'],
    ['moneyPerDay', '0'],
    ['model', 'two words'],
    ['logChannel', '<#123456789012345678> <#223456789012345678>'],
    ['barredMembers', '<@&123456789012345678>'],
    ['tone', 'x'.repeat(201)],
  ])('refuses %s from “%s”', (key, text) => {
    expect(() => parseSetting(key, text)).toThrow(UserError);
  });

  it('tells the bounds of what may be typed', () => {
    expect(() => parseSetting('memberPerMinute', '99')).toThrow(
      expect.objectContaining({
        code: 'setting-invalid-amount',
        values: { words: 'unlimited', least: 1, most: 60 },
      }),
    );
  });
});

describe('readSettings', () => {
  it('gives defaults where nothing is stored', () => {
    expect(readSettings({})).toEqual(defaultSettings);
  });

  it('keeps what is good beside what is bad or unknown', () => {
    expect(readSettings({ chat: false, length: 'epic', answersPerDay: null, mood: 'pirate' })).toEqual({
      ...defaultSettings,
      chat: false,
    });
  });

  it('makes complete, allowed settings of anything that was stored', () => {
    const stored = fc.dictionary(fc.oneof(fc.constantFrom(...settingKeys), fc.string()), fc.jsonValue());
    fc.assert(
      fc.property(stored, (anything) => {
        const settings = readSettings(anything);
        expect(Object.keys(settings)).toEqual(settingKeys);
        for (const key of settingKeys)
          expect(settingsTable[key].schema.safeParse(settings[key]).success).toBe(true);
      }),
    );
  });
});

describe('isSettingKey', () => {
  it('knows the settings and nothing that every object has', () => {
    expect(settingKeys.every(isSettingKey)).toBe(true);
    expect(['constructor', 'toString', '__proto__', '', 'Chat'].some(isSettingKey)).toBe(false);
  });
});
