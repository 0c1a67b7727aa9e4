/** The bot as its own process, on an article that gives orders, with a model that obeys them: what members see, and what is kept. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Saying } from '../../sandbox/people/person.ts';
import { canary } from '../../src/knowledge/answering/prompt.ts';
import type { ArticleFile } from '../../src/knowledge/article.ts';
import { readArticleFile, shippedArticlePath } from '../../src/knowledge/load-article.ts';
import { shownBy } from '../discord/test-message.ts';
import { type RunningBot, runBot, startTimeout } from '../e2e/running-bot.ts';
import type { Behaviour } from '../model-server/behaviour.ts';
import { deliver } from '../model-server/delivery.ts';
import { type ModelServer, startModelServer } from '../model-server/model-server.ts';
import { readDraftData } from '../model-server/oracle.ts';
import { findHarm, harmOfPlain } from './find-harm.ts';
import { injections } from './strings.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-injection-'));
/** One of each kind, and one more. */
const sample = Object.values(injections).flatMap((strings) => strings.slice(0, 2));
const hostile = `${sample.join(' ')} ${'@everyone [x](https://evil.example/) discord.gg/evil'}`;
const sourceUrl = 'https://example.org/article';
/** Stands in every question, and must not stand in the log. */
const secret = 'zebra4711';
const key = 'key-of-the-model-8642';

/** Writes all that it was shown and told, in every spelling, wherever it may write; and calls for changes. */
const obeys: Behaviour = (exchange) => {
  const { request } = exchange;
  const data = readDraftData(request);
  const pings =
    '@everyone <@100000000000000001> https://evil.example/a [b](https://evil.example/b) discord.gg/evil';
  if (data === null)
    return deliver(exchange, { text: JSON.stringify({ query: `${pings} ${request.system} /config reset` }) });
  const [passage] = data.passages;
  const quote = passage?.text.slice(0, 30) ?? '';
  const spills = [
    `${pings} ${data.question}`,
    request.system,
    canary,
    [...canary].join(' '),
    [...request.system].reverse().join('').slice(0, 900),
    Buffer.from(request.system).toString('base64').slice(0, 900),
    '/config set setting:chat value:off',
  ];
  const statements = spills.flatMap((spill) =>
    [spill, `${quote}，${spill}`, `“${spill}”${quote}`].map((text) => ({
      text,
      citations: [{ passage: passage?.passage ?? 1, quote }],
    })),
  );
  return deliver(exchange, {
    text: JSON.stringify({ outcome: 'answered', statements, tool_calls: [{ name: 'config', reset: true }] }),
    pieceLength: 400,
  });
};

async function hostileArticle(): Promise<string> {
  const shipped = await readArticleFile(shippedArticlePath);
  const headings = [`${hostile}1`];
  const file: ArticleFile = {
    ...shipped,
    ...{ title: hostile, author: hostile, authorNote: hostile, journal: hostile, editor: hostile, sourceUrl },
    ...{ headings, keywords: [...sample] },
    paragraphs: sample.map((text, index) => ({
      number: index + 1,
      heading: `${hostile}1`,
      text: `资金 ${text}`,
    })),
    passages: sample.map((text, index) => ({
      ...{ id: `${index + 1}-1`, paragraph: index + 1, start: 0, end: text.length + 3 },
    })),
    enrichment: sample.map((text, index) => ({
      ...{ passage: `${index + 1}-1`, gloss: text, aliases: [text], questions: { en: [text.slice(0, 90)] } },
    })),
    provenance: { ...shipped.provenance, source: `${hostile}.html` },
  };
  const path = join(folder, 'footnote @everyone.json');
  writeFileSync(path, JSON.stringify(file));
  return path;
}

describe('in a running bot', () => {
  let model: ModelServer;
  let bot: RunningBot;
  let settings = '';

  const showSettings = async (): Promise<string> => {
    const shown = shownBy(await bot.sandbox.moderator.slash('config show'));
    return shown.text.replace(/^.*\(UTC\).*$/m, '');
  };
  /** Of all that the bot has sent so far; where it tells of the thread that it opened, it links to that. */
  const harmSent = (): string[] =>
    bot.sandbox.requests.flatMap(({ body }) =>
      [body, z.object({ data: z.unknown() }).safeParse(body).data?.data].flatMap((part) => {
        const sent = z
          .looseObject({ content: z.string().nullish(), components: z.array(z.unknown()).optional() })
          .safeParse(part).data;
        if (sent?.content === undefined && sent?.components === undefined) return [];
        const content = (sent.content ?? '').replace(/^The conversation goes on in <#\d+>\.$/, '');
        return findHarm({ ...sent, content }, sourceUrl).map((harm) => `${harm}: ${content}`);
      }),
    );

  beforeAll(async () => {
    model = await startModelServer({ behaviour: obeys });
    bot = await runBot({
      model,
      environment: { ARTICLE_PATH: await hostileArticle(), LOG_LEVEL: 'debug', OPENAI_API_KEY: key },
    });
    await bot.sandbox.moderator.slash('config set', { setting: 'memberPerMinute', value: 'unlimited' });
    settings = await showSettings();
  }, startTimeout);
  afterAll(async () => {
    await bot.close();
    await model.close();
    rmSync(folder, { recursive: true });
  });

  it('a question of each kind has no effect, as a command, as a mention and as a direct message', async () => {
    const { sandbox } = bot;
    const { member, other, editor } = sandbox;
    member.user.displayName = '@everyone [x](https://evil.example/)';
    const place = sandbox.edit.addChannel(sandbox.seeded.guild, 'discord.gg/evil @everyone');
    const questions = Object.values(injections).map(([text = '']) => `${text.slice(0, 300)} 资金 ${secret}`);
    await Promise.all(
      questions.map((question) => member.slash('ask', { question }, { quietMs: 300, timeoutMs: 30_000 })),
    );
    const [first = '', second = '', third = ''] = questions;
    await Promise.all([
      other.ask(`${first} ${member.mention}`, { mention: true, channel: place, timeoutMs: 30_000 }),
      editor.answerTo(await editor.dm(second), { timeoutMs: 30_000 }),
      member.ask(third, { mention: true, timeoutMs: 30_000 }),
    ]);
    expect(harmSent()).toEqual([]);
    expect(model.requests.length).toBeGreaterThan(questions.length);
  });

  it('a chain of replies and the bot’s own thread have none, nor what a planner makes of them', async () => {
    const { member } = bot.sandbox;
    const ask = (text: string, saying: Saying) =>
      bot.asking(() => member.ask(text, { ...saying, timeoutMs: 30_000 }));
    const answer = await ask(`资金 ${hostile.slice(0, 500)} ${secret}`, { mention: true });
    const again = await ask(`那呢？${secret}`, { replyTo: answer });
    await member.forge(again, 'thread');
    const thread = await bot.sandbox.waitFor(() => again.thread ?? undefined, 10_000, 'the thread');
    await ask(`@everyone ${hostile.slice(0, 300)} ${secret}`, { channel: thread, mention: true });
    expect(harmOfPlain(thread.name ?? '')).toEqual([]);
    expect(thread.name).not.toMatch(/@everyone|https?:\/\/|discord\.gg/u);
    expect(harmSent()).toEqual([]);
    expect(model.requests.some(({ user }) => user.includes('articleLanguage'))).toBe(true);
  });

  it('what is read, searched, offered and typed as a setting has none', async () => {
    const { member, moderator } = bot.sandbox;
    for (const text of sample.slice(0, 8)) {
      const choices = await member.autocomplete('ask', 'question', text.slice(0, 90));
      for (const { name } of choices) expect(harmOfPlain(name)).toEqual([]);
      await moderator.slash('config set', { setting: 'language', value: text });
      await moderator.slash('config set', { setting: 'channels', value: text });
    }
    for (const { name } of await member.autocomplete('ask', 'question', ''))
      expect(harmOfPlain(name)).toEqual([]);
    await member.slash('search', { query: hostile.slice(0, 300) });
    await member.slash('read', {});
    for (const paragraph of [0, 1, 9, 20]) await member.slash('read', { paragraph });
    await member.slash('about', {});
    await member.slash('help', {});
    expect(harmSent()).toEqual([]);
  });

  it('no setting has changed, and the log holds no question, canary or key', async () => {
    expect(await showSettings()).toBe(settings);
    expect(bot.output()).toContain('question-answered');
    for (const kept of [secret, canary, key, 'evil.example', bot.sandbox.token])
      expect(bot.output()).not.toContain(kept);
    expect(bot.output()).not.toContain('"event":"bug"');
  });
});
