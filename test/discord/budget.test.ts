import { describe, expect, it } from 'vitest';
import { type Draft, startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const questions = ['', '请问', '我想问', '请告诉我'].map(
  (opening) => `${opening}张家港与沿河何时正式建立协作对口帮扶关系？`,
);
const environment = { OPENAI_API_KEY: 'sk-test', OPENAI_MODELS: 'gpt-5.4-mini=100/10/500, qwen3:8b' };
const says = '两地于2017年3月正式建立协作对口帮扶关系。';

/** A model that takes 1,000 tokens: at these prices, 0.3 in money. */
const costly: Draft = async function* ({ passages }) {
  const found = passages.find(({ passage }) => passage.text.includes('2017年3月'));
  yield { type: 'outcome', outcome: 'answered' };
  if (found !== undefined)
    yield {
      type: 'statement',
      statement: {
        text: says,
        citations: ['2017年3月', '正式建立协作对口帮扶关系'].map((quote) => ({
          passage: found.number,
          quote,
        })),
      },
    };
  yield { type: 'usage', usage: { tokensIn: 500, tokensOut: 500, tokensCached: 0 } };
};

describe('the budget of a day', () => {
  it.each([
    [{ tokensPerDay: 3000 }, '3,000 tokens, 0.9 in money'],
    [{ moneyPerDay: 0.9 }, '3,000 tokens, 0.9 in money'],
  ])('of %o warns the log channel and then leaves quotes only', async (budget, sum) => {
    const { sandbox, set, logged } = await startTestBot({ drafts: costly, environment });
    const { staff, general } = sandbox.channels;
    await set({ ...budget, logChannel: sandbox.channels.questions.id });
    for (const question of questions) await sandbox.member.slash('ask', { question });
    const writers = logged.flatMap((line) => /"generator":"(\w+)"/.exec(line)?.[1] ?? []);
    expect(writers).toEqual(['openai', 'openai', 'openai', 'extractive']);
    const told = sandbox.channels.questions.messages.map(({ text }) => text);
    expect(told).toEqual([expect.stringContaining(`is spent: ${sum}`)]);
    expect([...staff.messages, ...general.messages].some(({ text }) => text.includes('is spent'))).toBe(
      false,
    );
  });

  it('warns before it is spent', async () => {
    const { sandbox, set } = await startTestBot({ drafts: costly, environment });
    await set({ tokensPerDay: 1200, logChannel: sandbox.channels.questions.id });
    const { original } = await sandbox.member.slash('ask', { question: questions[0] ?? '' });
    expect(original?.text).toContain('2017');
    const [told] = sandbox.channels.questions.messages;
    expect(told?.text).toContain('80 % of the day’s budget');
  });
});

describe('the model of a server', () => {
  const set = (value: string, setting = 'model') => ({ setting, value });

  it('is one that the operator allows, and money needs its prices', async () => {
    const { sandbox } = await startTestBot({ environment });
    const { moderator } = sandbox;
    const say = async (values: { setting: string; value: string }) =>
      shownBy(await moderator.slash('config set', values)).text;
    expect(await say(set('gpt-9'))).toContain('Allowed are: gpt-5.4-mini, qwen3:8b');
    expect(await say(set('2.50', 'moneyPerDay'))).toContain('→ **2.5**');
    expect(await say(set('qwen3:8b'))).toContain('no prices');
    expect(await say(set('unlimited', 'moneyPerDay'))).toContain('unlimited');
    expect(await say(set('qwen3:8b'))).toContain('the operator’s choice → **qwen3:8b**');
    expect(await say(set('2.50', 'moneyPerDay'))).toContain('no prices');
    const file = '{"version": 1, "settings": {"moneyPerDay": 2.5}}';
    const upload = { file: moderator.upload('settings.json', file) };
    const offer = shownBy(await moderator.slash('config import', upload));
    expect(offer.text).toContain('qwen3:8b → **the operator’s choice**');
    const offered = await moderator.autocomplete('config set', 'value', '', { others: { setting: 'model' } });
    expect(offered.map(({ name }) => name)).toContain('gpt-5.4-mini (100 / 10 / 500)');
  });
});
