import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Message } from '../../sandbox/world/message.ts';
import { loadArticle, shippedArticlePath } from '../../src/knowledge/load-article.ts';
import { shownBy } from '../discord/test-message.ts';
import { answersTruly } from '../model-server/behaviour.ts';
import { startModelServer } from '../model-server/model-server.ts';
import { runBot, startTimeout } from './running-bot.ts';

const question = '张家港累计落实了多少帮扶资金？';
const openings = [
  '请问',
  '想知道',
  '请告诉我',
  '我想问',
  '请教一下',
  '麻烦问一下',
  '劳驾，',
  '能说说吗，',
  '敢问',
];
const inChinese = { locale: 'zh-CN' } as const;

it(
  'an article that is replaced while members ask is served whole or not at all',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-article-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'article.json');
    const old = readFileSync(shippedArticlePath, 'utf8');
    writeFileSync(path, old);
    const replacement = join(folder, 'replacement.json');
    writeFileSync(replacement, old.replaceAll('6594', '7321'));
    const versions = [(await loadArticle(path)).version, (await loadArticle(replacement)).version];
    const kindOf = ({ text }: Message) =>
      [
        text.includes('6594万元') && text.includes(`${versions[0]}`),
        text.includes('7321万元') && text.includes(`${versions[1]}`),
      ]
        .map((holds, index) =>
          holds && !text.includes(['7321', '6594'][index] ?? '') ? ['old', 'new'][index] : '',
        )
        .join('');
    const held = Promise.withResolvers<void>();
    const model = await startModelServer({
      async behaviour(exchange) {
        if (exchange.request.user.includes('慢慢说')) await held.promise;
        await answersTruly(exchange);
      },
    });
    onTestFinished(() => model.close());
    const bot = await runBot({ model, environment: { ARTICLE_PATH: path } });
    onTestFinished(() => bot.close());
    const { sandbox, output } = bot;
    const { member, moderator } = sandbox;
    const ask = async (words: string) =>
      shownBy(await bot.asking(() => member.slash('ask', { question: words }, inChinese)));
    const hasLogged = (event: string) => output().includes(`"${event}"`) || undefined;
    await moderator.slash('config set', { setting: 'memberPerMinute', value: 'unlimited' });
    const before = await ask(question);
    expect(kindOf(before)).toBe('old');
    const slow = await member.slash(
      'ask',
      { question: `慢慢说，${question}` },
      { ...inChinese, settle: false },
    );

    writeFileSync(path, old.slice(0, old.length / 2));
    await sandbox.waitFor(() => hasLogged('article-not-replaced'), startTimeout, 'the refusal');
    expect(kindOf(await ask(`请问一下，${question}`))).toBe('old');

    renameSync(replacement, path);
    const kinds: string[] = [];
    for (let round = 0; !hasLogged('article-replaced'); round += 1)
      kinds.push(
        kindOf(
          await ask(`${openings[round % openings.length]}${'吧'.repeat(round / openings.length)}${question}`),
        ),
      );
    kinds.push(kindOf(await ask(question)));
    expect(kinds).toEqual([...kinds].sort().reverse());
    expect(kinds.at(-1)).toBe('new');
    held.resolve();
    const late = await sandbox.waitFor(
      () => (slow.original?.buttons.length ? slow.original : undefined),
      startTimeout,
    );
    expect(kindOf(late)).toBe('old');

    const card = shownBy(await member.tap(before, '[1] ¶2', inChinese));
    expect(card.text).toContain('6594万元');
    expect(shownBy(await member.slash('read', { paragraph: 2 }, inChinese)).text).toContain('7321万元');
    expect(output()).not.toContain('"event":"bug"');
  },
  startTimeout,
);
