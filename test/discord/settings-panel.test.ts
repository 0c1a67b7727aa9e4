import { describe, expect, it } from 'vitest';
import { messageComponent } from '../../sandbox/forms/component-schema.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Message } from '../../sandbox/world/message.ts';
import { lengthOf, limits } from '../../src/discord/limits.ts';
import { asComponents } from '../../src/discord/payload.ts';
import { renderPanel } from '../../src/discord/settings-panel.ts';
import { settingSections } from '../../src/guilds/setting-kinds.ts';
import {
  isSettingKey,
  readSettings,
  type StoredSettings,
  settingKeys,
  settingsTable,
} from '../../src/guilds/settings.ts';
import { createTranslator, locales } from '../../src/locales/translator.ts';
import { textOf } from './payload-text.ts';
import { startTestBot } from './test-bot.ts';
import { redrawn, shownBy } from './test-message.ts';

/** What is drawn is drawn at once, so there is nothing to come to rest. */
const atOnce = { quietMs: 0 };

async function open(person: Person, setting?: string): Promise<Message> {
  return shownBy(await person.slash('config show', setting === undefined ? {} : { setting }, atOnce));
}

/** The custom id of a menu of a panel. */
function menuOf(panel: Message, name: string): string {
  const ids = panel.selects.map(({ custom_id }) => custom_id);
  return ids.find((id) => id.startsWith(name)) ?? `no ${name} among ${ids.join(' ')}`;
}

/** Chooses in a menu of a panel, and reads what is there then. */
function choose(
  sandbox: Sandbox,
  person: Person,
  panel: Message,
  values: readonly string[],
  menu = 'config-menu',
): Promise<string> {
  return redrawn(sandbox, panel, person.choose(panel, values, { ...atOnce, select: menuOf(panel, menu) }));
}

async function typeIn(sandbox: Sandbox, person: Person, panel: Message, value: string): Promise<string> {
  const opened = await person.tap(panel, 'Type a value');
  return redrawn(sandbox, panel, person.submitModal(opened, { value }, atOnce));
}

describe('the panel', () => {
  it('goes through sections and settings, and edits each kind', async () => {
    const { sandbox } = await startTestBot({
      environment: { OPENAI_API_KEY: 'sk-test', OPENAI_MODELS: 'fine=1/0.1/4,cheap=0.1/0.01/0.4' },
    });
    const { moderator, channels, seeded, member } = sandbox;
    const { general, questions, staff, forum } = channels;
    const first = await open(moderator);
    expect(first.text).toContain('**Settings of this server** · Where');
    expect(first.text).toContain('-# Questions elsewhere are turned away');
    expect(first.visibleTo).toBe(moderator.id);
    await choose(sandbox, moderator, first, ['voice'], 'config-section');
    expect(first.text).toContain('· Voice\nLanguage of answers: **the language of the question**');
    await choose(sandbox, moderator, first, ['length'], 'config-setting');
    expect(first.text).toContain('**Length of answers**');
    const editors = seeded.roles.editors.id;
    const edits: readonly (readonly [key: string, to: string | readonly string[], told: string])[] = [
      ['channels', [general.id, questions.id], `all channels → **<#${general.id}> <#${questions.id}>**`],
      ['channels', [], `<#${general.id}> <#${questions.id}> → **all channels**`],
      ['questionForums', [forum.id], `nowhere → **<#${forum.id}>**`],
      ['allowedRoles', [editors], `everyone → **<@&${editors}>**`],
      ['barredMembers', [member.id], `nobody → **${member.mention}**`],
      ['chat', ['off'], 'on → **off**'],
      ['followUps', ['thread'], 'a form → **a thread**'],
      ['language', ['ja'], 'the language of the question → **Japanese**'],
      ['language', 'it', 'Japanese → **Italian**'],
      ['memberPerMinute', ' 1２ ', '10 → **12**'],
      ['model', ['cheap'], 'the operator’s choice → **cheap**'],
      ['moneyPerDay', '0,50', 'unlimited → **0.5**'],
      ['memberPerMinute', 'Unlimited', '12 → **unlimited**'],
      ['forumDelay', '3,600', '5 → **3,600**'],
      ['tone', 'like a *pirate*', 'as usual → **like a \\*pirate\\***'],
      // Last: what comes after it is told there too, at the pace that Discord allows.
      ['logChannel', [staff.id], `nowhere → **<#${staff.id}>**`],
    ];
    for (const [key, to, told] of edits) {
      const panel = await open(moderator, key);
      const edit = typeof to === 'string' ? typeIn : choose;
      expect(await Reflect.apply(edit, null, [sandbox, moderator, panel, to])).toContain(told);
    }
    const kinds = edits.map(([key]) => (isSettingKey(key) ? settingsTable[key].kind : key));
    expect(new Set(kinds)).toEqual(new Set(settingKeys.map((key) => settingsTable[key].kind)));
  });

  it('says what is wrong beside the value, and takes it back to the default', async () => {
    const { sandbox, set } = await startTestBot();
    const { moderator } = sandbox;
    await set({ memberPerMinute: 20 });
    const panel = await open(moderator, 'memberPerMinute');
    expect(await typeIn(sandbox, moderator, panel, 'many')).toContain(
      '⚠️ Write a whole number from 1 to 60, or: unlimited',
    );
    expect(panel.text).toContain('Now: **20**\nBy default: 10');
    await redrawn(sandbox, panel, moderator.tap(panel, 'Back to the default'));
    expect(panel.text).toContain('20 → **10**');
    expect(panel.buttons.find(({ label }) => label === 'Back to the default')?.disabled).toBe(true);
  });

  it('overwrites nothing unseen, and shows what is there instead', async () => {
    const { sandbox, set } = await startTestBot();
    const { moderator, owner } = sandbox;
    const [mine, theirs] = [await open(moderator, 'length'), await open(owner, 'length')];
    await choose(sandbox, owner, theirs, ['long']);
    expect(await choose(sandbox, moderator, mine, ['short'])).toContain(
      'Somebody else changed this meanwhile',
    );
    expect(mine.text).toContain('Now: **long**');
    expect(await choose(sandbox, moderator, mine, ['short'])).toContain('long → **short**');
    const typed = await open(moderator, 'tone');
    const opened = await moderator.tap(typed, 'Type a value');
    await set({ tone: 'dry' });
    const late = redrawn(sandbox, typed, moderator.submitModal(opened, { value: 'warm' }));
    expect(await late).toContain('Somebody else changed this meanwhile');
    expect(typed.text).toContain('Now: **dry**');
  });

  it('goes by the roles of the moment at each tap', async () => {
    const { sandbox, set } = await startTestBot();
    const { moderator, seeded, edit } = sandbox;
    await set({ length: 'short' });
    const panel = await open(moderator, 'length');
    const typed = await open(moderator, 'tone');
    const opened = await moderator.tap(typed, 'Type a value');
    edit.setMemberRoles(seeded.guild, seeded.users.moderator, [seeded.roles.editors]);
    const refused = 'Only moderators of this server can do that.';
    expect(await choose(sandbox, moderator, panel, ['long'])).toBe(refused);
    expect(await choose(sandbox, moderator, panel, ['who'], 'config-section')).toBe(refused);
    expect(await choose(sandbox, moderator, panel, ['tone'], 'config-setting')).toBe(refused);
    expect(await redrawn(sandbox, panel, moderator.tap(panel, 'Back to the default'))).toBe(refused);
    for (const label of ['Type a value', 'Preview'])
      expect(shownBy(await moderator.tap(typed, label)).text).toBe(refused);
    expect(await redrawn(sandbox, typed, moderator.submitModal(opened, { value: 'x' }))).toBe(refused);
    expect((await open(sandbox.owner, 'length')).text).toContain('Now: **short**');
  });

  it('cuts no list that is longer than a menu', async () => {
    const { sandbox, set } = await startTestBot();
    const { moderator, seeded, edit } = sandbox;
    const many = Array.from({ length: 30 }, (_, index) => edit.addChannel(seeded.guild, `c${index}`).id);
    await set({ channels: many.slice(0, 25), deniedChannels: many });
    const full = await open(moderator, 'channels');
    const drawn = full.selects.find(({ custom_id }) => custom_id.startsWith('config-menu'));
    expect(drawn).toMatchObject({ default_values: many.slice(0, 25).map((id) => ({ id, type: 'channel' })) });
    expect(full.buttons.map(({ label }) => label)).toContain('Type a value');
    expect(await choose(sandbox, moderator, full, many.slice(0, 24))).toContain('and 9 more**');
    const longer = await open(moderator, 'deniedChannels');
    expect(longer.text).toContain('a menu does not hold such a value');
    expect(longer.selects.map(({ custom_id }) => custom_id)).toEqual(['config-section', 'config-setting']);
    const opened = await moderator.tap(longer, 'Type a value');
    const [field] = opened.modal?.components ?? [];
    expect(JSON.stringify(field)).toContain(many.map((id) => `<#${id}>`).join(' '));
  });

  it('is text with the same menus where the bot may show nothing else', async () => {
    const { sandbox } = await startTestBot();
    const { moderator, channels, seeded } = sandbox;
    sandbox.edit.setOverwrite(channels.general, seeded.roles.bot, { deny: ['EmbedLinks'] });
    const panel = await open(moderator);
    expect(panel.isV2).toBe(false);
    expect(panel.content).toContain('\n• Channels where I may answer: **all channels**\n');
    await choose(sandbox, moderator, panel, ['voice'], 'config-section');
    await choose(sandbox, moderator, panel, ['length'], 'config-setting');
    expect(await choose(sandbox, moderator, panel, ['long'])).toContain('normal → **long**');
    expect(panel.isV2).toBe(false);
  });

  it('previews a sample answer, or why a member is turned away', async () => {
    const { sandbox, set, asked } = await startTestBot();
    const { moderator, channels } = sandbox;
    const panel = await open(moderator);
    const sample = shownBy(await moderator.tap(panel, 'Preview', { locale: 'zh-CN' }));
    expect(sample.visibleTo).toBe(moderator.id);
    expect(sample.text).toContain('在本频道提问时看到的内容。\n-# 频道里的所有人都能看到。');
    expect(sample.text).toMatch(/\n> .*？\n/);
    expect(sample.text).toContain('¶');
    expect(asked).toEqual([]);
    await set({ privateAnswers: true });
    expect(shownBy(await moderator.tap(panel, 'Preview')).text).toContain('Nobody else sees it.');
    await set({ deniedChannels: [channels.general.id] });
    expect(shownBy(await moderator.tap(panel, 'Preview')).text).toContain(
      '> The moderators of this server do not let me answer in this channel.',
    );
  });

  it.each([
    ['on', false],
    ['off', true],
  ])('says what has no effect while Message Content is %s', async (state, isSaid) => {
    const { sandbox } = await startTestBot({
      environment: { DISCORD_MESSAGE_CONTENT: state },
      sandbox: { grantedIntents: ['messageContent'] },
    });
    const { text } = await open(sandbox.moderator, 'questionChannels');
    expect(text.includes('No effect yet')).toBe(isSaid);
    expect((await open(sandbox.moderator, 'channels')).text).not.toContain('No effect yet');
  });
});

describe('whatever is set, in every language', () => {
  const id = (index: number): string => `1234567890123456${String(index).padStart(4, '0')}`;
  const ids = Array.from({ length: 50 }, (_, index) => id(index));
  const longest: Readonly<Record<string, unknown>> = {
    channel: id(0),
    amount: 1,
    count: 1,
    text: '*'.repeat(200),
  };
  const stored: StoredSettings = Object.fromEntries(
    settingKeys.map((key) => [key, longest[settingsTable[key].kind] ?? ids]),
  );

  it.each(locales)('the panel keeps within Discord’s limits: %s', (locale) => {
    const panel = {
      guild: null,
      operator: { messageContent: false, models: [] },
      used: 1_000_000,
      notice: ['W'.repeat(600)],
      known: { state: 'stale', settings: readSettings(stored) },
      translate: createTranslator(locale),
    } as const;
    const views = [
      ...settingSections.map((section) => ({ section })),
      ...settingKeys.map((key) => ({ section: settingsTable[key].section, key })),
    ];
    for (const view of views) {
      const payload = renderPanel({ ...panel, ...view });
      for (const component of asComponents(payload))
        expect(messageComponent.safeParse(component).error?.issues).toBeUndefined();
      expect(JSON.stringify(asComponents(payload)).match(/"type":\d/g)?.length).toBeLessThanOrEqual(40);
      expect(lengthOf(textOf(payload))).toBeLessThanOrEqual(4000);
      expect(lengthOf(payload.asText?.content ?? '')).toBeLessThanOrEqual(limits.message);
      expect(payload.asText?.components.length).toBeLessThanOrEqual(limits.rowsOfMessage);
    }
  });
});
