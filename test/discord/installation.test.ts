import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../sandbox/world/entities.ts';
import { commands } from '../../src/commands/index.ts';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const cited = '2017年3月';
const speech = ['ViewChannel', 'SendMessages', 'UseApplicationCommands', 'UseExternalApps'] as const;

type Bot = Awaited<ReturnType<typeof startTestBot>>;

/** Places that the bot is not in, where only who installed it to themselves has it. */
const places: readonly [string, (bot: Bot) => Channel][] = [
  [
    'another server',
    ({ sandbox: { edit, seeded } }) =>
      edit.addForeignGuild('Elsewhere', [seeded.users.member, seeded.users.other], speech),
  ],
  ['a group chat', ({ sandbox: { edit } }) => edit.addGroupChat('friends')],
];

async function startIn(open: (bot: Bot) => Channel) {
  const bot = await startTestBot();
  return { ...bot, channel: open(bot) };
}

describe.each(places)('installed to a member, in %s', (_, open) => {
  it('an answer is for all, and can be looked up, voted on, asked again and deleted', async () => {
    const { sandbox, channel, asked } = await startIn(open);
    const { member, other } = sandbox;
    const answer = shownBy(await member.slash('ask', { question }, { channel }));
    expect(answer).toMatchObject({ channel, ephemeral: false });
    expect(answer.text).toContain(cited);
    const citation = answer.buttons.find(({ label }) => label?.includes('¶'));
    expect(shownBy(await other.tap(answer, citation?.label ?? '')).text).toContain('**');
    expect(shownBy(await other.tap(answer, 'Helpful')).text).toContain('Thank');
    const refused = await other.tap(answer, 'Delete');
    const refusal = await sandbox.waitFor(() => refused.followUps[0]);
    expect(refusal).toMatchObject({ visibleTo: other.id });
    await member.tap(answer, 'Ask again');
    await sandbox.waitFor(() => asked.length === 2 || undefined);
    expect(asked[1]?.question).toBe(question);
    await member.tap(answer, 'Delete');
    await sandbox.waitFor(() => answer.deleted || undefined);
  });

  it('a conversation goes on by the form, with what the answer itself shows', async () => {
    const { sandbox, channel, asked } = await startIn(open);
    const answer = shownBy(await sandbox.member.slash('ask', { question }, { channel }));
    const opened = await sandbox.member.tap(answer, 'Ask further');
    await sandbox.member.submitModal(opened, { question: '那是哪两个地方？' });
    expect(asked[1]?.history.map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(asked[1]?.history[0]?.content).toBe(question);
  });

  it('a message’s menu reads the message that it is given', async () => {
    const { sandbox, channel, asked } = await startIn(open);
    const { member, other } = sandbox;
    const said = await other.say(`${member.mention} ${question}`, { channel });
    expect(shownBy(await member.contextMenu('Ask about this', said)).text).toContain(cited);
    expect(asked[0]?.question).toBe(`@Mei ${question}`);
    const claims = shownBy(await member.contextMenu('Check against the article', said));
    expect(claims.visibleTo).toBe(member.id);
  });

  it.each([
    ['search', { query: '医疗' }, '¶'],
    ['read', { paragraph: 2 }, '¶2'],
    ['about', {}, 'Footnote'],
    ['help', {}, '/ask'],
    ['privacy', {}, 'What I keep'],
  ])('/%s answers', async (name, values, words) => {
    const { sandbox, channel } = await startIn(open);
    expect(shownBy(await sandbox.member.slash(name, values, { channel })).text).toContain(words);
  });

  it('questions are offered while one types, and no settings are', async () => {
    const { sandbox, channel } = await startIn(open);
    expect(await sandbox.member.autocomplete('ask', 'question', '医疗', { channel })).not.toEqual([]);
    await expect(sandbox.member.slash('config show', {}, { channel })).rejects.toThrow('not offered here');
  });
});

describe('a server that has not installed the bot', () => {
  it('has no settings, whatever is stored under its id', async () => {
    const bot = await startTestBot();
    const { sandbox } = bot;
    const { member } = sandbox;
    const elsewhere = sandbox.edit.addForeignGuild('Elsewhere', [sandbox.seeded.users.member], speech);
    const { database } = bot;
    await database.use((connection) =>
      connection
        .insertInto('guild_settings')
        .values({ guild_id: elsewhere.guildId ?? '', key: 'channels', value: '["100000000000000001"]' })
        .execute(),
    );
    await bot.bot.stop();
    await bot.restart();
    const { original } = await member.slash('ask', { question }, { channel: elsewhere });
    expect(original?.text).toContain(cited);
  });

  it('hides the answer where the member may not bring bots along', async () => {
    const { sandbox } = await startTestBot();
    const { member } = sandbox;
    const channel = sandbox.edit.addForeignGuild('Quiet', [sandbox.seeded.users.member], speech.slice(0, 3));
    const answer = shownBy(await member.slash('ask', { question }, { channel }));
    expect(answer).toMatchObject({ ephemeral: true, visibleTo: member.id });
    expect(answer.buttons.map(({ label }) => label)).not.toContain('Delete');
  });

  it('cannot be configured by its own managers, even with a forged command', async () => {
    const { sandbox } = await startTestBot();
    const { moderator } = sandbox;
    const { users } = sandbox.seeded;
    const manager = [...speech, 'ManageGuild'] as const;
    const channel = sandbox.edit.addForeignGuild('Elsewhere', [users.moderator], manager);
    const registered = [...sandbox.world.commands.values()].find(({ name }) => name === 'config');
    if (registered !== undefined)
      sandbox.world.commands.set(registered.id, { ...registered, integration_types: [0, 1] });
    const set = { setting: 'chat', value: 'off' };
    for (const [typed, values] of [
      ['config show', {}],
      ['config set', set],
      ['config reset', {}],
    ] as const)
      expect(shownBy(await moderator.slash(typed, values, { channel })).text).toBe(
        'That works only in a server that has installed me.',
      );
    expect(await moderator.autocomplete('config set', 'setting', '', { channel })).toEqual([]);
  });
});

describe.each(commands.map(({ data }) => [data.name, data] as const))(
  '%s as it is registered',
  (name, data) => {
    it('says where it works', () => {
      const { GuildInstall, UserInstall } = ApplicationIntegrationType;
      const { Guild, BotDM, PrivateChannel } = InteractionContextType;
      const ofServers = ['config', 'gaps', 'insights'].includes(name);
      expect(data.integration_types).toEqual(ofServers ? [GuildInstall] : [GuildInstall, UserInstall]);
      expect(data.contexts).toEqual(ofServers ? [Guild] : [Guild, BotDM, PrivateChannel]);
    });
  },
);
