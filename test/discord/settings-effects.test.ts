/** Each setting changes what a member meets: set by a moderator's command, seen by a member. A setting without a proof is a type error. */
import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../sandbox/interactions/interaction.ts';
import { type SettingKey, settingKeys } from '../../src/guilds/settings.ts';
import { type Draft, startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const cited = '2017年3月';

/** A model that takes 1,000 tokens an answer. */
const counted: Draft = async function* ({ passages }) {
  const found = passages.find(({ passage }) => passage.text.includes(cited));
  yield { type: 'outcome', outcome: 'answered' };
  const citations = [cited, '正式建立协作对口帮扶关系'].map((quote) => ({
    passage: found?.number ?? 0,
    quote,
  }));
  yield { type: 'statement', statement: { text: '两地于2017年3月正式建立协作对口帮扶关系。', citations } };
  yield { type: 'usage', usage: { tokensIn: 500, tokensOut: 500, tokensCached: 0 } };
};

async function start() {
  const bot = await startTestBot({
    drafts: counted,
    sandbox: { grantedIntents: ['messageContent'] },
    environment: {
      DISCORD_MESSAGE_CONTENT: 'on',
      OPENAI_API_KEY: 'sk-test',
      OPENAI_MODELS: 'one=100/10/500, other=1/1/1',
    },
  });
  const { sandbox } = bot;
  let number = 0;
  return {
    ...bot,
    /** As a moderator types it. */
    async configure(setting: SettingKey, value: string) {
      const { text } = shownBy(await sandbox.moderator.slash('config set', { setting, value }));
      expect(text).toContain('→');
    },
    /** Asked in words of its own each time, so that no answer is given again. */
    async ask(by = sandbox.member, given: Parameters<typeof by.slash>[2] = {}): Promise<Interaction> {
      number += 1;
      return by.slash('ask', { question: `第${number}个问题：${question}` }, given);
    },
    /** Who wrote the answers so far. */
    writers: () => bot.logged.flatMap((line) => /"generator":"(\w+)"/.exec(line)?.[1] ?? []),
    /** Whether the bot says anything in a channel that is quiet until then. */
    async speaksIn(channel: typeof sandbox.channels.general) {
      await sandbox.quiet(500);
      return channel.messages.some(({ author }) => author.id === sandbox.world.bot.id);
    },
  };
}
type Bot = Awaited<ReturnType<typeof start>>;

const isAnswered = (interaction: Interaction): boolean => shownBy(interaction).text.includes(cited);
const mention = ({ id }: { readonly id: string }): string => `<#${id}>`;

/** A limit lets one question in and refuses the next, which would be let in without it. */
async function letsInOne(
  { ask, configure, sandbox }: Bot,
  key: SettingKey,
  by = 'member' as 'member' | 'other',
) {
  await configure(key, '1');
  expect(isAnswered(await ask())).toBe(true);
  const next = shownBy(await ask(sandbox[by]));
  expect(next.text).toMatch(/<t:\d+:R>/);
  expect(next.visibleTo).toBe(sandbox[by].id);
}

const proofs: Readonly<Record<SettingKey, (bot: Bot) => Promise<void>>> = {
  async channels({ configure, ask, sandbox }) {
    await configure('channels', mention(sandbox.channels.questions));
    expect(isAnswered(await ask())).toBe(false);
    expect(isAnswered(await ask(sandbox.member, { channel: sandbox.channels.questions }))).toBe(true);
  },
  async deniedChannels({ configure, ask, sandbox }) {
    await configure('deniedChannels', mention(sandbox.channels.general));
    expect(isAnswered(await ask())).toBe(false);
    expect(isAnswered(await ask(sandbox.member, { channel: sandbox.channels.thread }))).toBe(false);
    expect(isAnswered(await ask(sandbox.member, { channel: sandbox.channels.questions }))).toBe(true);
  },
  async questionChannels({ configure, sandbox, speaksIn }) {
    const { questions } = sandbox.channels;
    await sandbox.member.say(question, { channel: questions });
    expect(await speaksIn(questions)).toBe(false);
    await configure('questionChannels', mention(questions));
    const answer = await sandbox.member.ask(question, { channel: questions });
    expect(answer.text).toContain(cited);
  },
  async questionForums({ configure, sandbox, speaksIn }) {
    const { forum } = sandbox.channels;
    await configure('forumDelay', '0');
    const before = await sandbox.member.openThread('何时？', { channel: forum, first: question });
    expect(await speaksIn(before)).toBe(false);
    await configure('questionForums', mention(forum));
    const post = await sandbox.member.openThread('何时？', { channel: forum, first: question });
    await sandbox.waitForFinal(({ channel, text }) => channel === post && text.includes(cited));
  },
  async forumDelay({ configure, sandbox, speaksIn }) {
    const { forum } = sandbox.channels;
    await configure('questionForums', mention(forum));
    await configure('forumDelay', '1');
    const post = await sandbox.member.openThread('何时？', { channel: forum, first: question });
    expect(await speaksIn(post)).toBe(false);
    await sandbox.waitForFinal(({ channel, text }) => channel === post && text.includes(cited));
  },
  async forumMinLength({ configure, sandbox, speaksIn }) {
    const { forum } = sandbox.channels;
    await configure('questionForums', mention(forum));
    await configure('forumDelay', '0');
    await configure('forumMinLength', '100');
    const post = await sandbox.member.openThread('何时？', { channel: forum, first: question });
    expect(await speaksIn(post)).toBe(false);
  },
  async moderatorRoles({ configure, sandbox }) {
    const show = async () => shownBy(await sandbox.editor.slash('config show')).text;
    expect(await show()).toContain('Only moderators');
    await configure('moderatorRoles', `<@&${sandbox.seeded.roles.editors.id}>`);
    expect(await show()).not.toContain('Only moderators');
  },
  async allowedRoles({ configure, ask, sandbox }) {
    await configure('allowedRoles', `<@&${sandbox.seeded.roles.editors.id}>`);
    expect(isAnswered(await ask())).toBe(false);
    expect(isAnswered(await ask(sandbox.editor))).toBe(true);
  },
  async deniedRoles({ configure, ask, sandbox }) {
    await configure('deniedRoles', `<@&${sandbox.seeded.roles.editors.id}>`);
    expect(isAnswered(await ask(sandbox.editor))).toBe(false);
    expect(isAnswered(await ask())).toBe(true);
  },
  async barredMembers({ configure, ask, sandbox }) {
    await configure('barredMembers', sandbox.member.mention);
    expect(isAnswered(await ask())).toBe(false);
    expect(isAnswered(await ask(sandbox.other))).toBe(true);
  },
  async logChannel({ configure, sandbox }) {
    await configure('logChannel', mention(sandbox.channels.questions));
    await configure('length', 'long');
    const told = sandbox.channels.questions.messages.map(({ text }) => text);
    expect(told.at(-1)).toContain('normal → **long**');
  },
  async chat({ configure, sandbox, ask, speaksIn }) {
    await configure('chat', 'off');
    const channel = sandbox.channels.questions;
    await sandbox.member.say(question, { mention: true, channel });
    expect(await speaksIn(channel)).toBe(false);
    expect(isAnswered(await ask())).toBe(true);
  },
  async followUps({ configure, ask }) {
    const labels = async () => shownBy(await ask()).buttons.map(({ label }) => label);
    expect(await labels()).toContain('Ask further');
    await configure('followUps', 'thread');
    expect(await labels()).not.toContain('Ask further');
  },
  async model({ configure, ask, sandbox }) {
    // At the prices of the other model, the same answer does not use the budget up.
    await configure('moneyPerDay', '0.2');
    await configure('model', 'other');
    await configure('logChannel', mention(sandbox.channels.questions));
    await ask();
    expect(sandbox.channels.questions.messages.some(({ text }) => text.includes('budget'))).toBe(false);
    await configure('model', 'operator');
    await ask();
    expect(sandbox.channels.questions.messages.some(({ text }) => text.includes('budget'))).toBe(true);
  },
  memberPerMinute: (bot) => letsInOne(bot, 'memberPerMinute'),
  memberPerDay: (bot) => letsInOne(bot, 'memberPerDay'),
  channelPerMinute: (bot) => letsInOne(bot, 'channelPerMinute', 'other'),
  channelPerDay: (bot) => letsInOne(bot, 'channelPerDay', 'other'),
  serverPerMinute: (bot) => letsInOne(bot, 'serverPerMinute', 'other'),
  serverPerDay: (bot) => letsInOne(bot, 'serverPerDay', 'other'),
  async exemptRoles({ configure, ask, sandbox }) {
    await configure('memberPerMinute', '1');
    await configure('exemptRoles', `<@&${sandbox.seeded.roles.editors.id}>`);
    const answered = [await ask(sandbox.editor), await ask(sandbox.editor), await ask(), await ask()];
    expect(answered.map(isAnswered)).toEqual([true, true, true, false]);
  },
  async answersPerDay({ configure, ask, writers }) {
    await configure('answersPerDay', '1');
    await ask();
    await ask();
    expect(writers()).toEqual(['openai', 'extractive']);
  },
  async tokensPerDay({ configure, ask, writers }) {
    await configure('tokensPerDay', '1000');
    await ask();
    await ask();
    expect(writers()).toEqual(['openai', 'extractive']);
  },
  async moneyPerDay({ configure, ask, writers }) {
    await configure('moneyPerDay', '0.30');
    await ask();
    await ask();
    expect(writers()).toEqual(['openai', 'extractive']);
  },
  async privateAnswers({ configure, ask, sandbox }) {
    expect(shownBy(await ask()).visibleTo).toBeNull();
    await configure('privateAnswers', 'on');
    expect(shownBy(await ask()).visibleTo).toBe(sandbox.member.id);
  },
  async keepQuestions({ configure, ask, sandbox }) {
    const says = async () => shownBy(await sandbox.member.slash('privacy')).text;
    const before = await says();
    await configure('keepQuestions', 'on');
    await ask();
    expect(await says()).not.toBe(before);
  },
  async keepDays({ configure, ask, sandbox, database }) {
    await ask();
    const count = async () =>
      (await database.use((connection) => connection.selectFrom('answers').selectAll().execute())).length;
    await database.use((connection) =>
      connection.updateTable('answers').set({ shown_at: '2020-01-01T00:00:00.000Z' }).execute(),
    );
    await configure('keepDays', '7');
    await ask();
    expect(await count()).toBe(1);
    expect(shownBy(await sandbox.member.slash('privacy')).text).toContain('7 days');
  },
  async language({ configure, ask, asked }) {
    await configure('language', 'fr');
    await ask();
    expect(asked.at(-1)?.language).toBe('fr');
  },
  async length({ configure, ask, asked }) {
    await configure('length', 'long');
    await ask();
    expect(asked.at(-1)?.length).toBe('long');
  },
  async tone({ configure, ask, asked }) {
    await configure('tone', 'warm and brief');
    await ask();
    expect(asked.at(-1)?.tone).toBe('warm and brief');
  },
};

describe('the effect of the setting', () => {
  it.each(settingKeys)('%s is seen by a member', async (key) => {
    await proofs[key](await start());
  });
});
