import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { isMessageCommand } from '../../src/discord/command.ts';
import { toArticle } from '../../src/knowledge/load-article.ts';
import { createLexicalRetriever } from '../../src/knowledge/retrieval/lexical-retriever.ts';
import { createTranslator, locales } from '../../src/locales/translator.ts';
import { article, startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

/** An article whose paragraphs are too long for a message and full of what Discord formats. */
function longArticle() {
  const text = '**一段**很长的话，里面有[链接](https://evil.example)和@everyone，还没有说完。'.repeat(120);
  const { version: _, ...file } = article;
  const paragraphs = Array.from({ length: 40 }, (__, index) => ({ number: index + 1, heading: null, text }));
  const passages = paragraphs.map(({ number }) => ({
    id: `${number}-1`,
    paragraph: number,
    start: 0,
    end: text.length,
  }));
  return toArticle({ ...file, paragraphs, passages, enrichment: [] });
}

describe('/read', () => {
  it('shows the outline, and a paragraph that is chosen in place of it', async () => {
    const { sandbox } = await startTestBot();
    const outline = shownBy(await sandbox.member.slash('read', {}, { locale: 'zh-CN' }));
    expect(outline.visibleTo).toBe(sandbox.member.id);
    for (const heading of article.headings) expect(outline.text).toContain(heading.slice(0, 20));
    await sandbox.member.choose(outline, ['4']);
    expect(outline.text).toContain(article.paragraphs[4]?.text);
    await sandbox.member.tap(outline, '¶5 ▶');
    expect(outline.text).toContain(article.paragraphs[5]?.text);
    expect(sandbox.bugs).toEqual([]);
  });

  it('gives readers of another language the translation, labelled, and the others none', async () => {
    const { sandbox } = await startTestBot();
    for (const [locale, label] of [
      ['en-US', '↳ Translation, not a quote: '],
      ['ja', '↳ 英訳（引用ではありません）：'],
    ] as const) {
      const outline = shownBy(await sandbox.member.slash('read', {}, { locale }));
      expect(outline.text).toContain(`${label}“A battle against fortified positions`);
      for (let number = 0; number <= 12; number += 1) {
        const card = shownBy(await sandbox.member.slash('read', { paragraph: number }, { locale }));
        for (const line of article.paragraphs[number]?.text.split('\n') ?? [])
          expect(card.text).toContain(line);
        expect(card.text.split('\n').at(-1)).toMatch(new RegExp(`^${label}.{50,}`));
        expect([...card.text].length).toBeLessThanOrEqual(2000);
      }
      const found = shownBy(await sandbox.member.slash('search', { query: '资金' }, { locale }));
      expect(found.text.split(label)).toHaveLength(6);
      expect([...found.text].length).toBeLessThanOrEqual(2000);
    }
    const inChinese = shownBy(await sandbox.member.slash('read', { paragraph: 2 }, { locale: 'zh-TW' }));
    expect(inChinese.text).not.toContain('↳');
  });

  it.each([
    ['en-US', 'Author: 陈世海', 'Editor: 何乐'],
    ['zh-CN', '作者：陈世海', '编辑：何乐'],
    ['zh-TW', '作者：陈世海', '編輯：何乐'],
    ['ja', '著者：陈世海', '編集：何乐'],
    ['ko', '저자: 陈世海', '편집: 何乐'],
  ])('says which of the article’s details is which, in %s', async (locale, author, editor) => {
    const { sandbox } = await startTestBot();
    const card = shownBy(await sandbox.member.slash('read', { paragraph: 0 }, { locale }));
    const lines = card.text.split('\n');
    expect(lines).toContain(author);
    expect(lines).toContain(editor);
    expect(lines.filter((line) => article.headings.includes(line))).toHaveLength(article.headings.length);
  });

  it('shows the paragraph of a number, and says how many there are when it has none', async () => {
    const { sandbox } = await startTestBot();
    const shown = shownBy(await sandbox.member.slash('read', { paragraph: 12 }));
    expect(shown.text).toContain(article.paragraphs[12]?.text);
    expect(shown.buttons.map(({ label }) => label)).toEqual([
      '◀ ¶11',
      'Hide translation',
      'Copy as a quotation',
      'Post in the channel',
    ]);
    const unknown = shownBy(await sandbox.member.slash('read', { paragraph: 13 }, { locale: 'ja' }));
    expect(unknown.text).toContain('12');
    expect(unknown.text).toContain('その段落はありません');
  });

  it('shows a paragraph that is too long part by part, and loses nothing', async () => {
    const long = longArticle();
    const { sandbox } = await startTestBot({ article: long });
    const card = shownBy(await sandbox.member.slash('read', { paragraph: 1 }));
    let read = '';
    for (let part = 1; ; part += 1) {
      expect([...card.text].length).toBeLessThanOrEqual(2000);
      expect(card.mentions).toEqual([]);
      const [title = '', ...lines] = card.text.split('\n');
      if (!title.includes('¶1')) break;
      expect(title).toContain(`part ${part} of `);
      read += lines
        .join('\n')
        .replace(/\u200b/g, '')
        .replace(/\\(.)/g, '$1');
      const forward = card.buttons.find(({ label }) => label?.endsWith('▶'));
      await sandbox.member.tap(card, forward?.custom_id ?? '');
    }
    expect(read).toBe(long.paragraphs[1]?.text);
  });

  it('gives a paragraph as a quotation to copy, by GB/T 7714 and plain, to the reader alone, also after a restart', async () => {
    const { sandbox, bot, restart } = await startTestBot();
    const card = shownBy(await sandbox.member.slash('read', { paragraph: 3 }, { locale: 'zh-CN' }));
    await bot.stop();
    await restart();
    const quotation = shownBy(await sandbox.member.tap(card, '复制为引文'));
    expect(quotation.visibleTo).toBe(sandbox.member.id);
    expect(quotation.content).toContain(article.paragraphs[3]?.text);
    expect(quotation.content).toContain(
      '\n陈世海. 扶贫攻坚，打造东西协作的升级版[J]. 群众, 2019(3). (¶3)\n```',
    );
    expect(quotation.content).toContain(
      '\n陈世海：《扶贫攻坚，打造东西协作的升级版》，《群众》2019年3期 (¶3)\n```',
    );
    expect(quotation.content.split('```')).toHaveLength(5);
  });

  it('gives a paragraph that is too long part by part as a quotation that ends no block of code', async () => {
    const { version: _, ...file } = longArticle();
    const text = `\`\`\`@everyone ${'一段很长的话，还没有说完。'.repeat(115)}`;
    const paragraphs = [{ number: 1, heading: null, text }];
    const passages = [{ id: '1-1', paragraph: 1, start: 0, end: text.length }];
    const { sandbox } = await startTestBot({ article: toArticle({ ...file, paragraphs, passages }) });
    const card = shownBy(await sandbox.member.slash('read', { paragraph: 1 }));
    const quotation = shownBy(await sandbox.member.tap(card, 'Copy as a quotation'));
    expect(quotation.content.split('```')).toHaveLength(7);
    expect([...quotation.content].length).toBeLessThanOrEqual(2000);
    expect(quotation.mentions).toEqual([]);
  });

  it('fits an article of many paragraphs into its outline', async () => {
    const { sandbox } = await startTestBot({ article: longArticle() });
    const outline = shownBy(await sandbox.member.slash('read'));
    expect([...outline.text].length).toBeLessThanOrEqual(2000);
    expect(outline.selects.length).toBe(2);
    expect(sandbox.bugs).toEqual([]);
  });
});

describe('/search', () => {
  it('lists the nearest passages, page by page, and opens one, also after a restart', async () => {
    const { sandbox, bot, restart } = await startTestBot();
    const results = shownBy(await sandbox.member.slash('search', { query: '东西部扶贫协作的资金与产业' }));
    expect(results.visibleTo).toBe(sandbox.member.id);
    expect(results.text).toContain('Results 1–5 of 15');
    await bot.stop();
    await restart();
    await sandbox.member.tap(results, 'Next ▶');
    expect(results.text).toContain('Results 6–10 of 15');
    await sandbox.member.tap(results, 'Next ▶');
    await sandbox.member.tap(results, '◀ Previous');
    const open = results.buttons.find(({ label }) => label?.startsWith('[6]'));
    const card = shownBy(await sandbox.member.tap(results, open?.custom_id ?? ''));
    expect(card.visibleTo).toBe(sandbox.member.id);
    expect(card.text).toContain('**');
  });

  it.each([
    ['产业', 'zh-CN', '**产业**'],
    ['產業', 'zh-TW', '**产业**'],
    ['6594万元', 'ko', '**6594万元**'],
  ])('shows %s in bold where it stands, to a reader of %s', async (query, locale, bold) => {
    const { sandbox } = await startTestBot({ retriever: createLexicalRetriever(article) });
    const results = shownBy(await sandbox.member.slash('search', { query }, { locale }));
    expect(results.content.split('\n')[0]).toContain(`**${query}**`);
    expect(results.content.split('\n').slice(1).join('\n')).toContain(bold);
  });

  it('keeps the query and its bold words from page to page, also after a restart and with Markdown in it', async () => {
    const { sandbox, bot, restart } = await startTestBot();
    const results = shownBy(
      await sandbox.member.slash('search', { query: '**扶贫** _协作_ [医疗](https://evil.example)' }),
    );
    const [title = ''] = results.content.split('\n');
    await bot.stop();
    await restart();
    await sandbox.member.tap(results, 'Next ▶');
    await sandbox.member.tap(results, '◀ Previous');
    expect(results.content.split('\n')[0]).toBe(title);
    expect(results.content).toMatch(/\n.*\*\*扶贫\*\*/);
    expect(results.content).not.toMatch(/https:\/\/evil|(?<!\\)\]\(/);
    expect([...results.content].length).toBeLessThanOrEqual(2000);
  });

  it('finds words of the translation, and shows it with them in bold even to a reader of Chinese', async () => {
    const retriever = createLexicalRetriever(article);
    const { sandbox } = await startTestBot({ retriever });
    const results = shownBy(await sandbox.member.slash('search', { query: 'hospital' }, { locale: 'zh-CN' }));
    expect(results.content).toMatch(/↳ .*\*\*hospitals?\*\*/i);
    expect(results.content).toContain('医');
  });

  it.each(['', '   '])('says what to do with the empty query %j', async (query) => {
    const { sandbox } = await startTestBot();
    const shown = shownBy(await sandbox.member.slash('search', { query: query === '' ? '\u3000' : query }));
    expect(shown.text).toBe('Please write what to search for.');
  });

  it('says when nothing is near, and shows the query harmlessly', async () => {
    const { sandbox } = await startTestBot();
    const shown = shownBy(
      await sandbox.member.slash('search', { query: 'zzz @everyone **x** https://evil.example' }),
    );
    expect(shown.text).not.toMatch(/@everyone|\*\*x|https:\/\/evil/);
  });
});

describe('/about', () => {
  it.each(locales)('lists each repair and each piece left out, page by page, in %s', async (locale) => {
    const { removed, repairs } = article.provenance;
    const { sandbox } = await startTestBot({ sandbox: { locale } });
    const record = shownBy(await sandbox.member.slash('about'));
    await sandbox.member.tap(record, record.buttons[0]?.custom_id ?? '');
    const said = createTranslator(locale);
    expect(record.content).toContain(said('repairs.what.search-words'));
    expect(record.content).toContain(`• ${said('field.title').replace(/\s*[:：]\s*$/, '')} · `);
    for (const { what } of locale === 'en-US' ? [] : removed) expect(record.content).not.toContain(what);
    expect(record.content).not.toMatch(/• (?:title|headings|authorNote) ·/);
    expect(record.content).toContain(`${removed.length + repairs.length}`);
    await sandbox.member.tap(record, record.buttons.at(-1)?.custom_id ?? '');
    expect(record.content).toContain(`${repairs[12]?.before} → ${repairs[12]?.after}`);
    expect(record.content.split('\n')).toHaveLength(13);
    expect(record.buttons).toHaveLength(2);
    expect([...record.content].length).toBeLessThanOrEqual(2000);
  });

  const figures = {
    ...{ date: '2026-11-24', articleVersion: article.version, model: null, questions: 358 },
    ...{ right: { count: 332, of: 358 }, refused: { count: 61, of: 73 } },
  };

  it('tells what the last evaluation measured, of this version of the article only', async () => {
    const { sandbox } = await startTestBot({ figures });
    const about = shownBy(await sandbox.member.slash('about'));
    expect(about.content).toContain(
      'Last measured (2026-11-24, quotes only): answered right 332 of 358; refused 61 of 73 that',
    );
    const other = await startTestBot({ figures: { ...figures, articleVersion: 'another' } });
    expect(shownBy(await other.sandbox.member.slash('about')).content).not.toContain('332');
    const none = await startTestBot();
    expect(shownBy(await none.sandbox.member.slash('about')).content).not.toContain('measured');
  });
});

describe.each(locales)('in %s', (locale) => {
  it('/help lists every command, /about tells of the article', async () => {
    const { sandbox } = await startTestBot();
    const help = shownBy(await sandbox.member.slash('help', {}, { locale }));
    const slash = commands.filter((command) => !isMessageCommand(command));
    expect(help.text.match(/^• `\//gm)?.length).toBe(slash.length);
    for (const menu of ['menu.askAbout.name', 'menu.check.name'] as const)
      expect(help.text).toContain(createTranslator(locale)(menu));
    expect(help.visibleTo).toBe(sandbox.member.id);
    const about = shownBy(await sandbox.member.slash('about', {}, { locale }));
    for (const fact of [article.title, article.author, article.journal, '2019', article.version])
      expect(about.text).toContain(fact);
    expect(about.text).toContain(String(article.provenance.repairs.length));
    expect(sandbox.bugs).toEqual([]);
  });
});
