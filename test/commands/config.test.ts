import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import type { OptionValues } from '../../sandbox/people/command-input.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { noLimits } from '../../sandbox/rest/limits.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import type { Channel } from '../../sandbox/world/entities.ts';
import { config } from '../../src/commands/config.ts';
import { loadConfig } from '../../src/config.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { createSuggestQuestions } from '../../src/discord/suggest-questions.ts';
import { createGuildSettings, type GuildSettings } from '../../src/guilds/guild-settings.ts';
import { createLimits } from '../../src/guilds/limits.ts';
import { createDayBudget } from '../../src/guilds/quotas.ts';
import { createRetention } from '../../src/guilds/retention.ts';
import { defaultSettings, settingKeys } from '../../src/guilds/settings.ts';
import { createSpending } from '../../src/guilds/spending.ts';
import { loadArticle, shippedArticlePath } from '../../src/knowledge/load-article.ts';
import { createLog } from '../../src/log.ts';
import { createArticleStore } from '../../src/storage/article-store.ts';
import { createDatabaseCheck } from '../../src/storage/check-database.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createFeedbackStore } from '../../src/storage/feedback-store.ts';
import { createGapStore } from '../../src/storage/gap-store.ts';
import { createPendingStore } from '../../src/storage/pending-store.ts';
import { createKeptRateLimiter, createMemoryRateLimiter } from '../../src/storage/rate-limiters.ts';
import { createRetentionStore } from '../../src/storage/retention-store.ts';
import { createSettingsStore } from '../../src/storage/settings-store.ts';
import { createSpendingStore } from '../../src/storage/spending-store.ts';
import { createUsageStore } from '../../src/storage/usage-store.ts';
import { openTestFleet } from '../discord/test-fleet.ts';
import { findViolations } from '../discord/violations.ts';

const endings: (() => Promise<void> | void)[] = [];
const article = await loadArticle(shippedArticlePath);
const suggestQuestions = createSuggestQuestions(article);
/** The bot that was started last. */
let running: Bot | null = null;

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

interface Run {
  readonly sandbox: Sandbox;
  readonly bot: Bot;
  readonly guildSettings: GuildSettings;
  readonly database: Database;
  readonly path: string;
  readonly logged: string[];
}

/** The bot with this one command, on a database of its own, connected to a sandbox. */
async function start(given: { path?: string; sandbox?: Sandbox } = {}): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-config-command-'));
  endings.push(() => rmSync(folder, { recursive: true }));
  const path = given.path ?? join(folder, 'footnote.db');
  const isBusy = () => running?.isBusy() ?? true;
  const sandbox =
    given.sandbox ?? (await startSandbox({ validate: findViolations, limits: noLimits, isBusy }));
  if (given.sandbox === undefined)
    endings.push(async () => {
      await sandbox.close();
      expect(sandbox.violations).toEqual([]);
    });
  const logged: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => void logged.push(line) } });
  const database = await openDatabase(`file:${path}`);
  endings.push(() => database.close());
  const guildSettings = createGuildSettings({ store: createSettingsStore(database), log, now: Date.now });
  const keptCounts = createKeptRateLimiter({ database, log });
  const botConfig = loadConfig({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    OPENAI_API_KEY: 'sk-planted-secret',
  });
  const bot = await startBot({
    config: botConfig,
    log,
    ...(await openTestFleet(botConfig, database, log)),
    article,
    suggestQuestions,
    articleVersions: createArticleStore(database),
    retriever: { retrieve: () => Promise.reject(new Error('nothing is searched here')) },
    generator: null,
    planner: null,
    fallback: {
      name: 'extractive',
      generate() {
        throw new Error('nothing is answered here');
      },
    },
    guildSettings,
    limits: createLimits({ memory: createMemoryRateLimiter(), kept: keptCounts, now: Date.now }),
    keptCounts,
    dayBudget: createDayBudget({ store: createUsageStore(database), now: Date.now, log }),
    commands: [config],
    spending: createSpending({ store: createSpendingStore(database), now: Date.now, log }),
    feedbackStore: createFeedbackStore(database),
    gapStore: createGapStore(database),
    pendingStore: createPendingStore(database),
    retention: createRetention({ store: createRetentionStore(database), guildSettings, log, now: Date.now }),
    checkDatabase: createDatabaseCheck(database),
    version: '0.0.0',
    onEnd: (error) => {
      throw error;
    },
  });
  running = bot;
  endings.push(() => bot.stop());
  await sandbox.whenReady({ commands: ['config'] });
  return { sandbox, bot, guildSettings, database, path, logged };
}

/** What a person reads after a command, which only they see. */
async function run(
  person: Person,
  typed: string,
  values: OptionValues = {},
  locale?: string,
): Promise<string> {
  const { original } = await person.slash(typed, values, locale === undefined ? {} : { locale });
  expect(original?.visibleTo).toBe(person.id);
  return original?.text ?? '';
}

function show(person: Person, setting: string, locale?: string): Promise<string> {
  return run(person, 'config show', { setting }, locale);
}

function mention(channel: Channel): string {
  return `<#${channel.id}>`;
}

describe('/config', () => {
  it('shows a setting with its value, and the default beside it where that is another', async () => {
    const { sandbox } = await start();
    expect(await run(sandbox.moderator, 'config show')).toContain(
      'Channels where I may answer: **all channels**\n',
    );
    expect(await show(sandbox.moderator, 'length')).toContain('Now: **normal**\nBy default: normal');
    await run(sandbox.moderator, 'config set', { setting: 'length', value: 'short' });
    expect(await show(sandbox.moderator, 'Length of answers')).toContain(
      'Now: **short**\nBy default: normal',
    );
    expect(await show(sandbox.moderator, 'girth')).toContain('I know no setting of that name.');
  });

  it('says what was changed, from what to what, and applies it at once', async () => {
    const { sandbox, guildSettings } = await start();
    const { general, questions } = sandbox.channels;
    const value = `${mention(questions)}, ${mention(general)}`;
    expect(await run(sandbox.moderator, 'config set', { setting: 'channels', value })).toBe(
      `Channels where I may answer: all channels → **${mention(questions)} ${mention(general)}**\nThis applies from the next question on.`,
    );
    expect(guildSettings.peek(sandbox.seeded.guild.id).settings.channels).toEqual([questions.id, general.id]);
    expect(await run(sandbox.moderator, 'config reset', { setting: 'channels' })).toContain(
      `${mention(questions)} ${mention(general)} → **all channels**`,
    );
    expect(guildSettings.peek(sandbox.seeded.guild.id).settings).toEqual(defaultSettings);
  });

  it('tells the log channel who changed what, in the server’s language, and pings nobody', async () => {
    const { sandbox } = await start();
    const { staff, general } = sandbox.channels;
    await run(sandbox.moderator, 'config set', { setting: 'logChannel', value: mention(staff) });
    await run(sandbox.moderator, 'config set', { setting: 'logChannel', value: mention(general) });
    await run(sandbox.moderator, 'config set', { setting: 'length', value: '简短' }, 'zh-CN');
    const said = general.messages.filter(({ author }) => author.id === sandbox.world.bot.id);
    const open = said.filter(({ visibleTo }) => visibleTo === null);
    expect(open.map(({ text }) => text)).toEqual([
      `${sandbox.moderator.mention} changed settings:\nLog channel: ${mention(staff)} → **${mention(general)}**`,
      `${sandbox.moderator.mention} changed settings:\nLength of answers: normal → **short**`,
    ]);
    expect(open.flatMap(({ mentions }) => mentions)).toEqual([]);
    expect(staff.messages).toEqual([]);
  });

  it('tells the log channel also when it is one no longer', async () => {
    const { sandbox } = await start();
    const { questions, general } = sandbox.channels;
    for (const value of [mention(questions), mention(general), 'nowhere'])
      await run(sandbox.moderator, 'config set', { setting: 'logChannel', value });
    const told = ({ messages }: Channel) => messages.filter(({ visibleTo }) => visibleTo === null).length;
    expect([told(questions), told(general)]).toEqual([2, 2]);
  });

  it('says when nothing was changed', async () => {
    const { sandbox } = await start();
    expect(await run(sandbox.moderator, 'config set', { setting: 'chat', value: 'ON' })).toBe(
      'Answering messages: it is **on** already, so nothing was changed.',
    );
    expect(await run(sandbox.moderator, 'config reset')).toContain('Every setting has its default already');
    expect(await run(sandbox.moderator, 'config reset', { setting: 'chat' })).toContain(
      'it is **on** already',
    );
  });

  it('takes all settings back at once, and names each that changed', async () => {
    const { sandbox } = await start();
    await run(sandbox.moderator, 'config set', { setting: 'chat', value: 'off' });
    await run(sandbox.moderator, 'config set', { setting: 'answersPerDay', value: 'unlimited' });
    const lines = (await run(sandbox.moderator, 'config reset')).split('\n');
    expect(lines).toEqual([
      'Answering messages: off → **on**',
      'Answers a day by the model: unlimited → **500**',
      'This applies from the next question on.',
    ]);
  });

  it('keeps settings over a restart, and each server’s apart', async () => {
    const first = await start();
    await run(first.sandbox.moderator, 'config set', { setting: 'language', value: 'zh-TW' });
    await first.bot.stop();
    const other = first.sandbox.edit.addGuild('Another');
    const second = await start({ path: first.path, sandbox: first.sandbox });
    expect(await show(second.sandbox.moderator, 'language')).toContain('Traditional Chinese');
    expect(second.guildSettings.peek(other.id).settings).toEqual(defaultSettings);
  });

  it('speaks the moderator’s language, and reads its words', async () => {
    const { sandbox } = await start();
    const set = { setting: 'language', value: '日本語' };
    expect(await run(sandbox.moderator, 'config set', set, 'ja')).toContain('質問と同じ言語 → **日本語**');
    expect(await run(sandbox.moderator, 'config set', { setting: 'chat', value: '关闭' }, 'zh-CN')).toContain(
      '开启 → **关闭**',
    );
    expect(await show(sandbox.moderator, '답변 언어', 'ko')).toContain(
      '현재: **일본어**\n기본값: 질문과 같은 언어',
    );
    expect(await show(sandbox.moderator, 'language', 'zh-TW')).toContain('目前：**日文**');
  });

  it.each([
    ['channels', 'general', 'not a list of channels'],
    ['channels', '<#999999999999999999>', 'Not of this server, so nothing was changed: 999999999999999999'],
    ['moderatorRoles', '<@&999999999999999999>', 'Not of this server'],
    ['chat', 'perhaps', 'Write one of: on, off'],
    ['language', 'klingonese', 'I do not know that language'],
    ['length', '@everyone', 'Write one of: short, normal, long'],
    ['memberPerMinute', '1000', 'a whole number from 1 to 60'],
  ])('refuses %s “%s” and changes nothing', async (setting, value, sentence) => {
    const { sandbox, guildSettings } = await start();
    expect(await run(sandbox.moderator, 'config set', { setting, value })).toContain(sentence);
    expect((await guildSettings.load(sandbox.seeded.guild.id)).settings).toEqual(defaultSettings);
  });

  it('bounds what it shows of long lists', async () => {
    const { sandbox } = await start();
    const many = Array.from({ length: 50 }, (_, index) =>
      sandbox.edit.addChannel(sandbox.seeded.guild, `c${index}`),
    );
    const set = { setting: 'channels', value: many.map(mention).join(' ') };
    expect(await run(sandbox.moderator, 'config set', set)).toContain('and 35 more');
    expect(await show(sandbox.moderator, 'channels')).toContain('and 35 more');
    expect(await run(sandbox.moderator, 'config show')).toContain('and 47 more');
  });
});

describe('who may use /config', () => {
  const typed: readonly [string, OptionValues][] = [
    ['config show', {}],
    ['config set', { setting: 'chat', value: 'off' }],
    ['config reset', {}],
  ];

  it.each(typed)('refuses %s to a member, and changes nothing', async (name, values) => {
    const { sandbox, guildSettings } = await start();
    for (const person of [sandbox.member, sandbox.editor])
      expect(await run(person, name, values)).toBe('Only moderators of this server can do that.');
    expect((await guildSettings.load(sandbox.seeded.guild.id)).settings).toEqual(defaultSettings);
  });

  it('lets in who has a role that is named, until it is named no longer', async () => {
    const { sandbox } = await start();
    const value = `<@&${sandbox.seeded.roles.editors.id}>`;
    await run(sandbox.owner, 'config set', { setting: 'moderatorRoles', value });
    expect(await show(sandbox.editor, 'moderatorRoles')).toContain(`Now: **${value}**`);
    expect(await run(sandbox.member, 'config show')).toContain('Only moderators');
    await run(sandbox.owner, 'config reset', { setting: 'moderatorRoles' });
    expect(await run(sandbox.editor, 'config show')).toContain('Only moderators');
  });

  it('goes by the roles of the moment', async () => {
    const { sandbox } = await start();
    const { guild, users, roles } = sandbox.seeded;
    expect(await run(sandbox.moderator, 'config show')).toContain('Settings of this server');
    sandbox.edit.setMemberRoles(guild, users.moderator, [roles.editors]);
    expect(await run(sandbox.moderator, 'config show')).toContain('Only moderators');
  });

  it('offers nothing to a member who types', async () => {
    const { sandbox } = await start();
    const others = { setting: 'channels' };
    expect(await sandbox.member.autocomplete('config set', 'value', '', { others })).toEqual([]);
  });

  it('is not offered in direct messages', async () => {
    const { sandbox } = await start();
    const { moderator } = sandbox;
    await expect(moderator.slash('config show', {}, { channel: moderator.directMessages })).rejects.toThrow(
      'not offered here',
    );
  });
});

describe('the settings offered while typing', () => {
  it('are those whose name has what is typed, in the moderator’s language', async () => {
    const { sandbox } = await start();
    const offered = (typed: string, locale: string) =>
      sandbox.moderator.autocomplete('config set', 'setting', typed, { locale });
    expect(await offered('length of', 'en-US')).toEqual([{ name: 'Length of answers', value: 'length' }]);
    expect((await offered('回答', 'zh-CN')).map(({ value }) => value)).toContain('length');
    // As many as Discord shows; the others come with what is typed.
    expect(await offered('', 'en-US')).toHaveLength(25);
    expect(await offered('days', 'en-US')).toHaveLength(1);
  });

  it('can be typed by name, and are refused where there is none', async () => {
    const { sandbox } = await start();
    const set = (setting: string) => run(sandbox.moderator, 'config set', { setting, value: 'long' });
    expect(await set('Length of answers')).toContain('normal → **long**');
    expect(await set('girth')).toContain('I know no setting of that name.');
  });
});

describe('the values offered while typing', () => {
  async function offered(sandbox: Sandbox, setting: string, value: string) {
    return sandbox.moderator.autocomplete('config set', 'value', value, { others: { setting } });
  }

  it('begin with the present one, in words', async () => {
    const { sandbox } = await start();
    await run(sandbox.moderator, 'config set', { setting: 'length', value: 'long' });
    expect(await offered(sandbox, 'length', '')).toEqual([
      { name: 'long', value: 'long' },
      { name: 'normal', value: 'normal' },
      { name: 'short', value: 'short' },
    ]);
    expect(await offered(sandbox, 'length', 'sh')).toEqual([{ name: 'short', value: 'short' }]);
  });

  it('are channels that the moderator sees, added to those that stand already', async () => {
    const { sandbox } = await start();
    const { general, questions } = sandbox.channels;
    const names = (await offered(sandbox, 'channels', '')).map(({ name }) => name);
    expect(names).toEqual([
      'all channels',
      '#general',
      '#questions',
      '#announcements',
      '#lobby',
      '#staff',
      '#help',
    ]);
    expect(await offered(sandbox, 'channels', `${mention(general)} #ques`)).toEqual([
      { name: '#general #questions', value: `${mention(general)} ${mention(questions)}` },
    ]);
  });

  it('are forums only, where forums are meant', async () => {
    const { sandbox } = await start();
    const names = (await offered(sandbox, 'questionForums', '')).map(({ name }) => name);
    expect(names).toEqual(['nowhere', '#help']);
  });

  it('are no channels that the moderator does not see', async () => {
    const { sandbox } = await start();
    const value = `<@&${sandbox.seeded.roles.editors.id}>`;
    await run(sandbox.owner, 'config set', { setting: 'moderatorRoles', value });
    const others = { setting: 'channels' };
    const choices = await sandbox.editor.autocomplete('config set', 'value', '', { others });
    expect(choices.map(({ name }) => name)).toContain('#general');
    expect(choices.map(({ name }) => name)).not.toContain('#staff');
  });

  it('are a text of the moderator’s own as it is typed', async () => {
    const { sandbox } = await start();
    const names = (await offered(sandbox, 'tone', 'warm, like a host: 你好')).map(({ name }) => name);
    expect(names).toContain('warm, like a host: 你好');
  });

  it('are roles that people are given', async () => {
    const { sandbox } = await start();
    const { editors } = sandbox.seeded.roles;
    expect(await offered(sandbox, 'moderatorRoles', 'edit')).toEqual([
      { name: '@Editors', value: `<@&${editors.id}>` },
    ]);
    const names = (await offered(sandbox, 'moderatorRoles', '')).map(({ name }) => name);
    expect(names).toEqual(['only Manage Server', '@Moderators', '@Editors']);
  });

  it('are numbers that are allowed', async () => {
    const { sandbox } = await start();
    expect((await offered(sandbox, 'memberPerMinute', '7')).map(({ value }) => value)).toEqual(['7']);
    expect(await offered(sandbox, 'memberPerMinute', '70')).toEqual([]);
    expect((await offered(sandbox, 'memberPerMinute', '')).map(({ value }) => value)).toEqual([
      '10',
      'unlimited',
    ]);
  });

  it('can each be set', async () => {
    const { sandbox } = await start();
    for (const setting of settingKeys) {
      for (const { value } of (await offered(sandbox, setting, '')).slice(0, 2)) {
        expect(await run(sandbox.moderator, 'config set', { setting, value: String(value) })).toMatch(
          /→|already/,
        );
      }
    }
  });
});

describe('/config while the database is away', () => {
  it('shows the last settings that were known, says so, and does not pretend to save', async () => {
    const { sandbox, database, path, logged } = await start();
    await run(sandbox.moderator, 'config set', { setting: 'length', value: 'short' });
    const holder = new Sqlite(path);
    holder.exec('begin immediate');
    expect(await run(sandbox.moderator, 'config set', { setting: 'length', value: 'long' })).toContain(
      'nothing was changed',
    );
    holder.close();
    expect(logged.join('')).toContain('settings-not-saved');
    await database.close();
    const shown = await show(sandbox.moderator, 'length');
    expect(shown).toContain('These are the last settings that I knew');
    expect(shown).toContain('Now: **short**');
    expect(await run(sandbox.moderator, 'config export')).toContain('These are the last settings');
  });

  it('says that settings are unknown where they never could be read, and leaves the file as it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-broken-'));
    endings.push(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'footnote.db');
    writeFileSync(path, 'not a database');
    const { sandbox, logged } = await start({ path });
    const shown = await run(sandbox.moderator, 'config show');
    expect(shown).toContain('I do not know the settings of this server');
    expect(await run(sandbox.moderator, 'config set', { setting: 'chat', value: 'off' })).toContain(
      'nothing was changed',
    );
    expect(logged.join('')).toContain('settings-store-away');
    expect(readFileSync(path, 'utf8')).toBe('not a database');
  });
});
