import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../src/errors.ts';
import { createGuildSettings } from '../../src/guilds/guild-settings.ts';
import { defaultSettings, type Settings, type StoredSettings } from '../../src/guilds/settings.ts';
import { createLog } from '../../src/log.ts';
import { createMemorySettingsStore } from './memory-stores.ts';

/** Settings on a store in memory. */
function open(rows: Record<string, StoredSettings> = {}) {
  const store = createMemorySettingsStore(rows);
  const events: string[] = [];
  const log = createLog({
    level: 'info',
    destination: { write: (line) => void events.push(JSON.parse(line).event) },
  });
  return { guildSettings: createGuildSettings({ store, log, now: () => 0 }), store, events };
}

const down = new UpstreamError('database', 'corrupt');

describe('createGuildSettings', () => {
  it('knows nothing of a server before anything was read', () => {
    expect(open().guildSettings.peek('1')).toEqual({ state: 'unknown', settings: defaultSettings });
  });

  it('knows every server once it is warm, also those that changed nothing', async () => {
    const { guildSettings } = open({ '1': { chat: false } });
    await guildSettings.warm();
    expect(guildSettings.peek('1')).toEqual({
      state: 'fresh',
      settings: { ...defaultSettings, chat: false },
    });
    expect(guildSettings.peek('2')).toEqual({ state: 'fresh', settings: defaultSettings });
  });

  it('has the defaults for direct messages, whatever the store does', async () => {
    const { guildSettings, store } = open();
    store.failure = down;
    expect(guildSettings.peek(null)).toEqual({ state: 'fresh', settings: defaultSettings });
    expect(await guildSettings.load(null)).toEqual({ state: 'fresh', settings: defaultSettings });
  });

  it('takes up what another process changed when a question comes', async () => {
    const { guildSettings, store } = open();
    await guildSettings.warm();
    await store.save('1', { length: 'long' }, { memberId: '7', at: '2026-11-24T00:00:00.000Z' });
    expect((await guildSettings.load('1')).settings.length).toBe('long');
    expect(guildSettings.peek('1').settings.length).toBe('long');
  });

  it('goes on with the last settings it knew while the store is away, and says so once', async () => {
    const { guildSettings, store, events } = open({ '1': { chat: false } });
    await guildSettings.warm();
    store.failure = down;
    await guildSettings.load('1');
    expect(await guildSettings.load('1')).toEqual({
      state: 'stale',
      settings: { ...defaultSettings, chat: false },
    });
    expect(guildSettings.peek('2').state).toBe('stale');
    store.failure = null;
    expect((await guildSettings.load('1')).state).toBe('fresh');
    expect(events).toEqual(['settings-store-away', 'settings-store-back']);
  });

  it('knows nothing where the store was away from the start, and everything once it is back', async () => {
    const { guildSettings, store } = open({ '1': { chat: false } });
    store.failure = down;
    await guildSettings.warm();
    expect(await guildSettings.load('1')).toEqual({ state: 'unknown', settings: defaultSettings });
    store.failure = null;
    await guildSettings.load('2');
    expect(guildSettings.peek('1')).toEqual({
      state: 'fresh',
      settings: { ...defaultSettings, chat: false },
    });
  });

  it('changes nothing where the settings are no longer those that the change was decided on', async () => {
    const { guildSettings } = open({ '1': { chat: false } });
    const edit = { memberId: '7', isExpected: ({ chat }: Settings) => chat };
    await expect(guildSettings.change('1', { length: 'long' }, edit)).rejects.toMatchObject({
      code: 'settings-moved',
    });
    expect((await guildSettings.load('1')).settings).toEqual({ ...defaultSettings, chat: false });
    expect(await guildSettings.history('1', { skip: 0, take: 1 })).toEqual([]);
  });

  it('tells what a change changed, and applies it at once', async () => {
    const { guildSettings } = open({ '1': { chat: false, mood: 'kept' } });
    await guildSettings.warm();
    const change = await guildSettings.change('1', { chat: true, length: 'short' }, { memberId: '7' });
    expect(change.before).toEqual({ ...defaultSettings, chat: false });
    expect(change.after).toEqual({ ...defaultSettings, length: 'short' });
    expect(guildSettings.peek('1').settings).toEqual(change.after);
    expect((await guildSettings.change('1', { length: null }, { memberId: '7' })).after).toEqual(
      defaultSettings,
    );
  });

  it('changes nothing when it cannot be stored', async () => {
    const { guildSettings, store } = open();
    await guildSettings.warm();
    store.failure = new UpstreamError('database', 'full');
    await expect(guildSettings.change('1', { chat: false }, { memberId: '7' })).rejects.toMatchObject({
      upstream: 'database',
      reason: 'full',
    });
    expect(guildSettings.peek('1').settings.chat).toBe(true);
  });

  it('says once that a stored value is not allowed', async () => {
    const { guildSettings, events } = open({ '1': { channels: 'nowhere' } });
    await guildSettings.warm();
    expect((await guildSettings.load('1')).settings.channels).toBe('all');
    expect(events).toEqual(['settings-not-allowed']);
  });

  it('passes on what is no failure of the store', async () => {
    const { guildSettings, store } = open();
    store.failure = new TypeError('a bug');
    await expect(guildSettings.load('1')).rejects.toThrow(TypeError);
  });
});
