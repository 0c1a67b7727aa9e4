import { describe, expect, it } from 'vitest';
import type { KnownSettings } from '../../src/guilds/guild-settings.ts';
import { type Asked, findRefusal, isModerator } from '../../src/guilds/policy.ts';
import { defaultSettings, type Settings } from '../../src/guilds/settings.ts';

const allowed = '100000000000000001';
const other = '100000000000000002';
const thread = '100000000000000003';

function asked(changes: Partial<Asked> = {}): Asked {
  return {
    guildId: '1',
    channelId: allowed,
    parentChannelId: null,
    memberId: '2',
    roles: [],
    way: 'command',
    ...changes,
  };
}

function known(settings: Partial<Settings>, state: KnownSettings['state'] = 'fresh'): KnownSettings {
  return { state, settings: { ...defaultSettings, ...settings } };
}

const restricted = { channels: [allowed] };

describe('findRefusal', () => {
  it.each<[string, Asked, KnownSettings, string | null]>([
    ['answers everywhere by default', asked({ channelId: other }), known({}), null],
    ['answers messages by default', asked({ way: 'chat' }), known({}), null],
    ['answers in a channel that is allowed', asked(), known(restricted), null],
    [
      'answers in a thread of a channel that is allowed',
      asked({ channelId: thread, parentChannelId: allowed }),
      known(restricted),
      null,
    ],
    [
      'answers in a thread that is allowed itself',
      asked({ channelId: allowed, parentChannelId: other }),
      known(restricted),
      null,
    ],
    ['refuses another channel', asked({ channelId: other }), known(restricted), 'wrong-channel'],
    [
      'refuses a thread of another channel',
      asked({ channelId: thread, parentChannelId: other }),
      known(restricted),
      'wrong-channel',
    ],
    [
      'goes by the last settings that were known',
      asked({ channelId: other }),
      known(restricted, 'stale'),
      'wrong-channel',
    ],
    ['refuses messages where chat is off', asked({ way: 'chat' }), known({ chat: false }), 'chat-off'],
    ['answers commands where chat is off', asked(), known({ chat: false }), null],
    [
      'says nothing aloud where settings are unknown',
      asked({ way: 'chat' }),
      known({}, 'unknown'),
      'settings-unknown',
    ],
    ['answers commands where settings are unknown', asked(), known({}, 'unknown'), null],
    ['refuses a channel that is denied', asked(), known({ deniedChannels: [allowed] }), 'denied-channel'],
    [
      'refuses a thread of a channel that is denied, though it is allowed itself',
      asked({ channelId: thread, parentChannelId: other }),
      known({ channels: [thread], deniedChannels: [other] }),
      'denied-channel',
    ],
    ['refuses a member who is barred', asked(), known({ barredMembers: ['3', '2'] }), 'member-barred'],
    ['answers a member who is not', asked(), known({ barredMembers: ['3'] }), null],
    [
      'refuses who has a role that is denied',
      asked({ roles: ['6'] }),
      known({ deniedRoles: ['6'] }),
      'role-denied',
    ],
    [
      'refuses who has a role that is denied, though another is allowed',
      asked({ roles: ['6', '7'] }),
      known({ deniedRoles: ['6'], allowedRoles: ['7'] }),
      'role-denied',
    ],
    [
      'refuses who has no role that is allowed',
      asked({ roles: ['6'] }),
      known({ allowedRoles: ['7'] }),
      'role-missing',
    ],
    ['answers who has one', asked({ roles: ['6', '7'] }), known({ allowedRoles: ['7', '8'] }), null],
    [
      'names no channel to who is barred',
      asked({ channelId: other }),
      known({ ...restricted, barredMembers: ['2'] }),
      'member-barred',
    ],
    [
      'answers direct messages, whatever else is set',
      asked({ guildId: null, channelId: other, way: 'chat' }),
      known(restricted),
      null,
    ],
    [
      'answers no direct messages where the operator wants none',
      asked({ guildId: null, way: 'chat' }),
      known({ chat: false }),
      'direct-off',
    ],
    ['answers commands there', asked({ guildId: null }), known({ chat: false }), null],
  ])('%s', (_, question, settings, code) => {
    expect(findRefusal(question, settings)?.code ?? null).toBe(code);
  });

  it('names the channels where it may answer', () => {
    const refusal = findRefusal(asked({ channelId: thread }), known({ channels: [allowed, other] }));
    expect(refusal?.values).toEqual({ channels: `<#${allowed}> <#${other}>` });
  });
});

describe('isModerator', () => {
  const byRole = { moderatorRoles: ['7', '8'] };

  it.each<[string, boolean, readonly string[], KnownSettings, boolean]>([
    ['is whoever has Manage Server', true, [], known({}), true],
    ['is whoever has Manage Server, even where settings are unknown', true, [], known({}, 'unknown'), true],
    ['is whoever has a role that is named', false, ['6', '8'], known(byRole), true],
    ['is not who has other roles', false, ['6'], known(byRole), false],
    ['is nobody by role when none is named', false, ['none', '6'], known({}), false],
    ['is nobody by role where settings are unknown', false, ['8'], known(byRole, 'unknown'), false],
  ])('%s', (_, manageServer, roles, settings, expected) => {
    expect(isModerator({ manageServer, roles }, settings)).toBe(expected);
  });
});
