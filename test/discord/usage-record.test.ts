import { describe, expect, it } from 'vitest';
import { createUsageRecord } from '../../src/discord/usage-record.ts';
import { noUsage } from '../../src/knowledge/answering/usage.ts';
import { locales } from '../../src/locales/translator.ts';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

describe('the usage record', () => {
  it('has no average before a model has answered', () => {
    const record = createUsageRecord();
    record.add(noUsage);
    expect(record.average()).toBeNull();
  });

  it('averages over the answers of a model', () => {
    const record = createUsageRecord();
    record.add({ tokensIn: 1_000, tokensOut: 50, tokensCached: 0 });
    record.add(noUsage);
    record.add({ tokensIn: 2_001, tokensOut: 60, tokensCached: 1_024 });
    const usage = { tokensIn: 1_501, tokensOut: 55, tokensCached: 512 };
    expect(record.average()).toEqual({ answers: 2, usage });
  });
});

describe('/about', () => {
  const usage = { tokensIn: 1_000, tokensOut: 50, tokensCached: 400 };
  const drafts = async function* () {
    yield { type: 'outcome', outcome: 'off-topic' } as const;
    yield { type: 'usage', usage } as const;
  };
  const model = { OPENAI_API_KEY: 'key', OPENAI_MODELS: 'one=1/0.5/10' };

  it('tells in every language what an answer takes, and what it costs where prices are set', async () => {
    const { sandbox } = await startTestBot({ drafts, environment: model });
    const about = async (locale?: string) =>
      shownBy(await sandbox.member.slash('about', {}, locale === undefined ? {} : { locale })).content;
    expect(await about()).not.toMatch(/Tokens|Cost/);
    await sandbox.member.slash('ask', { question: '月亮为什么会有圆缺变化？' });
    for (const locale of locales) {
      const content = await about(locale);
      for (const fact of [/1\D?000/, /400/, /50/, /0[.,]13/]) expect(content).toMatch(fact);
      expect(content).not.toMatch(/about\.|\{\{/);
    }
    expect(await about('en-US')).toContain('Cost of 100 answers, at the operator’s prices: 0.13');
  });

  it('tells no cost without prices', async () => {
    const environment = { ...model, OPENAI_MODELS: 'one' };
    const { sandbox, logged } = await startTestBot({ drafts, environment });
    await sandbox.member.slash('ask', { question: '月亮为什么会有圆缺变化？' });
    const { content } = shownBy(await sandbox.member.slash('about'));
    expect(content).toContain('Tokens an answer, on average of 1: 1,000 in (400 of them cached), 50 out');
    expect(content).not.toContain('Cost');
    const line = logged.find((each) => each.includes('"question-answered"'));
    expect(JSON.parse(line ?? '{}')).toMatchObject(usage);
  });
});
