import { type Client, ComponentType, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Interaction } from '../../sandbox/interactions/interaction.ts';
import { noLimits } from '../../sandbox/rest/limits.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import type { Channel } from '../../sandbox/world/entities.ts';
import { type Api, createApi } from './api.ts';
import { logIn } from './bots.ts';

let sandbox: Sandbox;
let client: Client<true>;
let api: Api;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: noLimits });
  client = await logIn(sandbox);
  api = createApi(sandbox);
  await client.application.commands.set([
    {
      name: 'ask',
      description: 'Ask',
      options: [{ type: 3, name: 'question', description: 'Words', autocomplete: true }],
    },
  ]);
});

afterAll(async () => {
  await client.destroy();
  await sandbox.close();
  expect(sandbox.bugs).toEqual([]);
});

/** Posts a message and gives the code with which it was refused, or 0. */
async function post(body: unknown, channel: Channel = sandbox.channels.general): Promise<number> {
  const answer = await api('POST', `/channels/${channel.id}/messages`, body);
  return answer.status === 200 ? 0 : answer.code;
}

/** The place and code of every field refused in a message. */
async function refusedFields(body: unknown): Promise<string[]> {
  const answer = await api('POST', `/channels/${sandbox.channels.general.id}/messages`, body);
  return answer.fields;
}

const button = (customId: string) => ({
  type: ComponentType.Button,
  style: 1,
  custom_id: customId,
  label: 'Tap',
});
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const words = (content: string) => ({ type: ComponentType.TextDisplay, content });
const v2 = MessageFlags.IsComponentsV2;

describe('a message is refused', () => {
  it('when it is empty or white space', async () => {
    expect(await post({})).toBe(50006);
    expect(await post({ content: '' })).toBe(50006);
    expect(await post({ content: ' \n\t ' })).toBe(50006);
    expect(await post({ embeds: [{}] })).toBe(50006);
    expect(await post({ flags: v2, components: [] })).toBe(50006);
  });

  it('when it has 2,001 code points, and not when it has 2,000 beyond the first plane', async () => {
    expect(await post({ content: '𠮷'.repeat(2000) })).toBe(0);
    expect(await refusedFields({ content: '𠮷'.repeat(2001) })).toEqual(['content: BASE_TYPE_MAX_LENGTH']);
  });

  it('when it has more than five rows or an empty one', async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => row(button(`b${index}`)));
    expect(await post({ content: 'x', components: rows(5) })).toBe(0);
    expect(await refusedFields({ content: 'x', components: rows(6) })).toEqual([
      'components: BASE_TYPE_BAD_LENGTH',
    ]);
    expect(await refusedFields({ content: 'x', components: [row()] })).toEqual([
      'components.0.components: BASE_TYPE_BAD_LENGTH',
    ]);
  });

  it('when a row has six buttons, or a menu has no room beside it', async () => {
    const six = Array.from({ length: 6 }, (_, index) => button(`b${index}`));
    const menu = { type: ComponentType.UserSelect, custom_id: 'menu' };
    expect(await refusedFields({ content: 'x', components: [row(...six)] })).toEqual([
      'components.0.components: BASE_TYPE_BAD_LENGTH',
    ]);
    expect(await refusedFields({ content: 'x', components: [row(button('b'), menu)] })).toEqual([
      'components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ]);
  });

  it('when a menu has 26 options or the same value twice', async () => {
    const menu = (values: string[]) =>
      row({
        type: ComponentType.StringSelect,
        custom_id: 'menu',
        options: values.map((value) => ({ label: value, value })),
      });
    const many = Array.from({ length: 26 }, (_, index) => `v${index}`);
    expect(await refusedFields({ content: 'x', components: [menu(many)] })).toEqual([
      'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
    ]);
    expect(await refusedFields({ content: 'x', components: [menu(['a', 'a'])] })).toEqual([
      'components.0.components.0.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ]);
  });

  it('when a custom id stands twice, is missing, empty or over 100 long', async () => {
    const one = (fields: object) => ({ content: 'x', components: [row({ ...button('x'), ...fields })] });
    expect(await refusedFields({ content: 'x', components: [row(button('a')), row(button('a'))] })).toEqual([
      'components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
    ]);
    expect(await refusedFields(one({ custom_id: 'x'.repeat(101) }))).toEqual([
      'components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH',
    ]);
    expect(await refusedFields(one({ custom_id: '' }))).toContain(
      'components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH',
    );
    expect(await refusedFields(one({ custom_id: undefined }))).toEqual([
      'components.0.components.0.custom_id: BASE_TYPE_REQUIRED',
    ]);
    expect(await refusedFields(one({ style: 5, custom_id: undefined, url: 'javascript:x' }))).toEqual([
      'components.0.components.0.url: URL_TYPE_INVALID_SCHEME',
    ]);
  });

  it('when it has content or embeds beside Components V2, or their parts without the flag', async () => {
    const body = { flags: v2, components: [words('hello')] };
    expect(await post(body)).toBe(0);
    expect(await refusedFields({ ...body, content: 'x' })).toEqual([
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
    expect(await refusedFields({ ...body, embeds: [{ title: 'x' }] })).toEqual([
      'embeds: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
    expect(await refusedFields({ ...body, flags: 0 })).toEqual(['components.0.type: UNION_TYPE_CHOICES']);
  });

  it('when it has more than 40 components, nested ones counted', async () => {
    const container = (count: number) => ({
      flags: v2,
      components: [
        { type: ComponentType.Container, components: Array.from({ length: count }, () => words('x')) },
      ],
    });
    expect(await post(container(39))).toBe(0);
    expect(await refusedFields(container(40))).toEqual([
      'components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ]);
  });

  it('when its Components V2 have over 4,000 characters together', async () => {
    const body = (last: number) => ({
      flags: v2,
      components: [words('x'.repeat(2500)), words('x'.repeat(last))],
    });
    expect(await post(body(1500))).toBe(0);
    expect(await refusedFields(body(1501))).toEqual(['components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED']);
  });

  it('when its embeds are too long one by one or together', async () => {
    expect(await refusedFields({ embeds: [{ description: 'x'.repeat(4097) }] })).toEqual([
      'embeds.0.description: BASE_TYPE_MAX_LENGTH',
    ]);
    const two = [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }];
    expect(await refusedFields({ embeds: two })).toEqual(['embeds: MAX_EMBED_SIZE_EXCEEDED']);
  });

  it('when its allowed mentions contradict themselves', async () => {
    const mentions = { parse: ['users'], users: [sandbox.member.id] };
    expect(await refusedFields({ content: 'x', allowed_mentions: mentions })).toEqual([
      'allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ]);
    expect(await post({ content: 'x', allowed_mentions: { parse: ['users'], users: [] } })).toBe(0);
  });

  it('where the bot may not speak, and where it does not see', async () => {
    const { announcements, staff, lobbyThread, forum } = sandbox.channels;
    expect(await post({ content: 'x' }, announcements)).toBe(50013);
    expect(await post({ content: 'x' }, staff)).toBe(50001);
    expect(await post({ content: 'x' }, lobbyThread)).toBe(50013);
    expect(await post({ content: 'x' }, forum)).toBe(50008);
    expect((await api('POST', '/channels/1/messages', { content: 'x' })).code).toBe(10003);
  });

  it('when the person takes no direct messages', async () => {
    const { other } = sandbox;
    other.user.acceptsDirectMessages = false;
    const opened = await api('POST', '/users/@me/channels', { recipient_id: other.id });
    expect(opened.status).toBe(200);
    expect(await post({ content: 'x' }, other.directMessages)).toBe(50007);
  });

  it('when it replies to a message that is gone, unless it says that this is well', async () => {
    const reference = { message_id: '123' };
    expect(await refusedFields({ content: 'x', message_reference: reference })).toEqual([
      'message_reference: REPLIES_UNKNOWN_MESSAGE',
    ]);
    expect(await post({ content: 'x', message_reference: { ...reference, fail_if_not_exists: false } })).toBe(
      0,
    );
  });
});

describe('a message', () => {
  it('with a nonce that is enforced is posted once', async () => {
    const body = { content: 'once', nonce: '77', enforce_nonce: true };
    const path = `/channels/${sandbox.channels.questions.id}/messages`;
    const [first, second] = [await api('POST', path, body), await api('POST', path, body)];
    expect(second.body).toMatchObject({ id: first.id });
    expect(sandbox.channels.questions.messages.filter(({ content }) => content === 'once')).toHaveLength(1);
  });

  it('of another cannot be edited, and one that is gone not at all', async () => {
    const theirs = await sandbox.member.say('mine');
    const path = `/channels/${theirs.channel.id}/messages`;
    expect((await api('PATCH', `${path}/${theirs.id}`, { content: 'x' })).code).toBe(50005);
    expect((await api('DELETE', `${path}/${theirs.id}`)).code).toBe(50013);
    expect((await api('PATCH', `${path}/5`, { content: 'x' })).code).toBe(10008);
  });

  it('pings only whom its allowed mentions let it ping', async () => {
    const { member, channels } = sandbox;
    const path = `/channels/${channels.general.id}/messages`;
    const content = `${member.mention} @everyone`;
    const loud = await api('POST', path, { content });
    const quiet = await api('POST', path, { content, allowed_mentions: { parse: [] } });
    const find = (id: string | null) => channels.general.messages.find((message) => message.id === id);
    expect(find(loud.id)).toMatchObject({ mentions: [member.id], mentionsEveryone: true });
    expect(find(quiet.id)).toMatchObject({ mentions: [], mentionsEveryone: false });
  });

  it('that became Components V2 stays so', async () => {
    const path = `/channels/${sandbox.channels.general.id}/messages`;
    const { id } = await api('POST', path, { content: 'plain' });
    const turned = { content: null, flags: v2, components: [words('new')] };
    expect((await api('PATCH', `${path}/${id}`, { ...turned, content: undefined })).fields).toEqual([
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
    expect((await api('PATCH', `${path}/${id}`, turned)).status).toBe(200);
    expect((await api('PATCH', `${path}/${id}`, { content: 'back' })).fields).toEqual([
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
  });
});

describe('an interaction is refused', () => {
  const slash = () => sandbox.member.slash('ask', { question: 'x' }, { settle: false });
  const answer = (to: Interaction, body: unknown) =>
    api('POST', `/interactions/${to.id}/${to.token}/callback`, body, { token: null });
  const webhook = (of: Interaction) => `/webhooks/${sandbox.applicationId}/${of.token}`;

  it('after three seconds, and when it is unknown', async () => {
    const late = await slash();
    sandbox.clock.advance(3001);
    expect(await answer(late, { type: 5 })).toMatchObject({ status: 404, code: 10062 });
    expect(late.failed).toBe(true);
    const unknown = await api('POST', '/interactions/1/nothing/callback', { type: 5 }, { token: null });
    expect(unknown).toMatchObject({ status: 404, code: 10062 });
  });

  it('when it is answered a second time', async () => {
    const twice = await slash();
    expect((await answer(twice, { type: 4, data: { content: 'one' } })).status).toBe(204);
    expect(await answer(twice, { type: 4, data: { content: 'two' } })).toMatchObject({
      status: 400,
      code: 40060,
    });
  });

  it('when its token is fifteen minutes old, unknown, or not answered yet', async () => {
    const old = await slash();
    const path = `${webhook(old)}/messages/@original`;
    expect(await api('PATCH', path, { content: 'x' })).toMatchObject({ status: 404, code: 10015 });
    await answer(old, { type: 5 });
    expect((await api('PATCH', path, { content: 'x' })).status).toBe(200);
    sandbox.clock.advance(15 * 60_000);
    expect(await api('PATCH', path, { content: 'y' })).toMatchObject({ status: 401, code: 50027 });
    expect(await api('POST', webhook(old), { content: 'y' })).toMatchObject({ status: 401, code: 50027 });
    const unknown = `/webhooks/${sandbox.applicationId}/nothing/messages/@original`;
    expect((await api('GET', unknown)).code).toBe(10015);
  });

  it('when its answer does not fit, with the place below data', async () => {
    const long = await slash();
    expect((await answer(long, { type: 4, data: { content: 'x'.repeat(2001) } })).fields).toEqual([
      'data.content: BASE_TYPE_MAX_LENGTH',
    ]);
    expect((await answer(long, { type: 4, data: { content: ' ' } })).code).toBe(50006);
    expect((await answer(long, { type: 7, data: { content: 'x' } })).fields).toEqual([
      'type: BASE_TYPE_CHOICES',
    ]);
    expect((await answer(long, { type: 4, data: { content: 'x' } })).status).toBe(204);
  });

  it('when a modal or a list of choices is too long', async () => {
    const modal = await slash();
    const label = (customId: string) => ({
      type: ComponentType.Label,
      label: 'Words',
      component: { type: ComponentType.TextInput, custom_id: customId, style: 1 },
    });
    const open = (title: string, ids: string[]) =>
      answer(modal, { type: 9, data: { custom_id: 'm', title, components: ids.map(label) } });
    expect((await open('x'.repeat(46), ['a'])).fields).toEqual(['data.title: BASE_TYPE_BAD_LENGTH']);
    expect((await open('x', [...'abcdef'])).fields).toEqual(['data.components: BASE_TYPE_BAD_LENGTH']);
    expect((await open('x', ['a', 'a'])).fields).toEqual([
      'data.components.1.component.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
    ]);
    expect((await open('x', ['a', 'b'])).status).toBe(204);
  });

  it('an ephemeral answer cannot be fetched as a message', async () => {
    const hidden = await slash();
    await answer(hidden, { type: 4, data: { content: 'x', flags: MessageFlags.Ephemeral } });
    const path = `/channels/${hidden.channel.id}/messages/${hidden.original?.id}`;
    expect((await api('GET', path)).code).toBe(10008);
    expect((await api('GET', `${webhook(hidden)}/messages/@original`)).status).toBe(200);
  });

  it('a first follow-up takes the place of a deferred answer', async () => {
    const deferred = await slash();
    await answer(deferred, { type: 5, data: { flags: MessageFlags.Ephemeral } });
    await api('POST', webhook(deferred), { content: 'here' });
    expect(deferred.original).toMatchObject({ content: 'here', loading: false, ephemeral: true });
    expect(deferred.followUps).toEqual([]);
    await api('POST', webhook(deferred), { content: 'more' });
    expect(deferred.followUps.map(({ content, ephemeral }) => [content, ephemeral])).toEqual([
      ['more', false],
    ]);
  });
});

describe('a command is refused', () => {
  const path = () => `/applications/${sandbox.applicationId}/commands`;
  const refused = async (...commands: object[]) => (await api('PUT', path(), commands)).fields;

  it('when its name or description is not allowed', async () => {
    expect(await refused({ name: 'Ask', description: 'x' })).toEqual([
      '0.name: APPLICATION_COMMAND_INVALID_NAME',
    ]);
    expect(await refused({ name: 'a b', description: 'x' })).toEqual([
      '0.name: APPLICATION_COMMAND_INVALID_NAME',
    ]);
    expect(await refused({ name: 'x'.repeat(33), description: 'x' })).toEqual([
      '0.name: BASE_TYPE_BAD_LENGTH',
    ]);
    expect(await refused({ name: 'ask', description: 'x'.repeat(101) })).toEqual([
      '0.description: BASE_TYPE_BAD_LENGTH',
    ]);
    expect(await refused({ name: 'ask', description: 'x', name_localizations: { ja: 'A B' } })).toEqual([
      '0.name_localizations.ja: APPLICATION_COMMAND_INVALID_NAME',
    ]);
    expect(await refused({ name: '提问', description: '问' })).toEqual([]);
  });

  it('when a name stands twice', async () => {
    const ask = { name: 'ask', description: 'x' };
    expect(await refused(ask, ask)).toEqual(['1: APPLICATION_COMMANDS_DUPLICATE_NAME']);
    const option = { type: 3, name: 'a', description: 'x' };
    expect(await refused({ ...ask, options: [option, option] })).toEqual([
      '0.options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ]);
  });

  it('when a required option follows another, or has 26 choices', async () => {
    const option = (name: string, more: object) => ({ type: 3, name, description: 'x', ...more });
    const choices = Array.from({ length: 26 }, (_, index) => ({ name: `c${index}`, value: `${index}` }));
    const command = (...options: object[]) => ({ name: 'ask', description: 'x', options });
    expect(await refused(command(option('a', {}), option('b', { required: true })))).toEqual([
      '0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ]);
    expect(await refused(command(option('a', { choices })))).toEqual([
      '0.options.0.choices: BASE_TYPE_MAX_LENGTH',
    ]);
  });

  it('and is given back with its id kept, what is off left out', async () => {
    const option = { type: 3, name: 'question', description: 'x', required: false };
    const ask = { name: 'ask', description: 'x', description_localizations: { ja: 'y' }, options: [option] };
    const first = await api('PUT', path(), [ask]);
    const second = await api('PUT', path(), [ask]);
    expect(second.body).toMatchObject([
      { name: 'ask', contexts: null, description_localizations: { ja: 'y' } },
    ]);
    expect(idsOf(second.body)).toEqual(idsOf(first.body));
    const bare = await api('GET', path());
    expect(JSON.stringify(bare.body)).not.toMatch(/localizations|required/);
  });
});

describe('a request is refused', () => {
  it('with the wrong token, an unknown path or broken JSON', async () => {
    expect(await api('GET', '/users/@me', undefined, { token: 'wrong' })).toMatchObject({
      status: 401,
      code: 0,
    });
    expect((await api('GET', '/nothing')).status).toBe(404);
    expect((await api('DELETE', '/users/@me')).status).toBe(405);
    expect((await api('POST', '/users/@me/channels', '{broken')).code).toBe(50109);
  });
});

function idsOf(body: unknown): string[] {
  return Array.isArray(body) ? body.map((entry: { id: string }) => entry.id) : [];
}
