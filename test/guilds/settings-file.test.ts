import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { applyChanges, defaultSettings, settingKeys } from '../../src/guilds/settings.ts';
import { readSettingsFile, writeSettingsFile } from '../../src/guilds/settings-file.ts';
import { anySettings } from './any-settings.ts';

/** A file of each version: a new one goes beside the others. */
const kept = new URL('../fixtures/settings/', import.meta.url);
const ofToday = JSON.parse(readFileSync(new URL('version-2.json', kept), 'utf8'));

function refusalOf(file: unknown): UserError {
  try {
    readSettingsFile(typeof file === 'string' ? file : JSON.stringify(file));
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('a file of settings', () => {
  it('holds what differs from the defaults, by key', () => {
    const settings = { ...defaultSettings, length: 'short', tone: '“dry”' } as const;
    expect(JSON.parse(writeSettingsFile(settings))).toEqual({
      version: 2,
      settings: { length: 'short', tone: '“dry”' },
    });
  });

  it('makes any settings those that were written', () => {
    fc.assert(
      fc.property(anySettings, anySettings, (written, present) => {
        const changes = readSettingsFile(writeSettingsFile(written));
        expect(applyChanges(present, changes)).toEqual(written);
      }),
    );
  });

  it('may hold spaces and a mark at its start, and leaves what it does not name at the default', () => {
    const changes = readSettingsFile(' {"version": 1, "settings": {"chat": false}, "note": "mine"} ');
    expect(changes).toMatchObject({ chat: false, length: null });
  });

  it.each(readdirSync(kept))('is read for ever, also of an earlier version: %s', (name) => {
    const text = readFileSync(new URL(name, kept), 'utf8');
    const { settings } = JSON.parse(writeSettingsFile(applyChanges(defaultSettings, readSettingsFile(text))));
    expect(ofToday.settings).toMatchObject(settings);
    expect(Object.keys(settings)).toHaveLength(Object.keys(JSON.parse(text).settings).length);
  });

  it('that is kept of this version has a value for every setting', () => {
    const { settings, version } = JSON.parse(writeSettingsFile(defaultSettings));
    expect([version, settings]).toEqual([ofToday.version, {}]);
    expect(Object.keys(ofToday.settings)).toEqual(settingKeys);
  });

  it.each([
    ['', 'settings-file-unreadable'],
    ['[]', 'settings-file-unreadable'],
    ['{"settings": {}}', 'settings-file-unreadable'],
    ['{"version": 1, "settings": []}', 'settings-file-unreadable'],
    ['{"version": 3, "settings": {}}', 'settings-file-newer'],
    ['{"version": 1, "settings": {"girth": 1}}', 'settings-file-values'],
    ['{"version": 1, "settings": {"chat": "on"}}', 'settings-file-values'],
    ['{"version": 1, "settings": {"chat": null}}', 'settings-file-values'],
  ])('is refused as %s: %s', (text, code) => {
    expect(refusalOf(text).code).toBe(code);
  });

  it('is refused naming what is wrong, and repeats nothing that could not be a key', () => {
    const settings = { chat: 'maybe', channels: ['x'], '<@1> https://x.example': 1, toString: 1 };
    expect(refusalOf({ version: 1, settings }).values.names).toBe('`chat`, `channels`, …, `toString`');
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`k${index}`, 1]));
    expect(refusalOf({ version: 1, settings: many }).values.names).toBe('`k0`, `k1`, `k2`, `k3`, `k4`, …');
  });

  it('is read or refused by name, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(refusalOf(text).code).toMatch(/^settings-file-/);
      }),
    );
  });
});
