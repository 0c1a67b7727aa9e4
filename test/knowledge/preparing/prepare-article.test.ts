import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { ArticleFile } from '../../../src/knowledge/article.ts';
import { readArticleFile, shippedArticlePath } from '../../../src/knowledge/load-article.ts';
import { decodeGbk, encodeGbk } from '../../../src/knowledge/preparing/gbk.ts';
import { prepareArticle } from '../../../src/knowledge/preparing/prepare-article.ts';
import { prepareBounded } from '../../../src/knowledge/preparing/prepare-bounded.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const shippedId = 'zhangjiagang-yanhe-2019';
const page = readFileSync(join(fixtures, `${shippedId}.txt`));
const prepared = prepareArticle({ bytes: page, name: `${shippedId}.txt`, id: shippedId });
const bodyText = prepared.paragraphs.map(({ text }) => text).join('\n');
const wholeText = [prepared.title, prepared.authorNote, ...prepared.headings, bodyText].join('\n');

describe('the shipped article', () => {
  test('is what the tool makes of the page, but for its enrichment', async () => {
    const shipped = await readArticleFile(shippedArticlePath);
    // Through JSON, where what is undefined is absent.
    expect({ ...JSON.parse(JSON.stringify(prepared)), enrichment: [] }).toEqual({
      ...shipped,
      enrichment: [],
    });
  });

  test('keeps its enrichment when it is made again', async () => {
    const shipped = await readArticleFile(shippedArticlePath);
    expect(shipped.enrichment.length).toBeGreaterThanOrEqual(shipped.passages.length);
    const again = prepareArticle({ bytes: page, name: `${shippedId}.txt`, id: shippedId }, shipped);
    expect(again.enrichment).toEqual(shipped.enrichment);
  });

  test('has its fields', () => {
    expect(prepared).toMatchObject({
      title: '扶贫攻坚，打造东西协作的升级版',
      author: '陈世海',
      authorNote:
        '作者系江苏省对口帮扶贵州省铜仁市工作队沿河土家族自治县工作组组长，挂职贵州省沿河土家族自治县县委常委、副县长',
      journal: '群众',
      issue: '2019年3期',
      publishedAt: '2019-03-11T04:30',
      language: 'zh-CN',
      editor: '何乐',
      keywords: ['张家港', '沿河', '张家港市'],
      headings: [
        '“攻坚战就要用攻坚战的办法打，关键在于准、实两个字”',
        '“携手奔小康，不仅可推动县与县精准对接，还可以探索乡镇、行政村之间结对帮扶”',
        '“扶贫先扶志、扶贫必扶智。甩掉穷帽子，过上好日子，激发内生动力是消除贫困的根本途径”',
        '“要更加广泛、更加有效地动员和集聚各方力量共同向贫困宣战”',
      ],
    });
  });

  test('has 12 paragraphs under 4 headings', () => {
    const under = prepared.paragraphs.map(({ heading }) =>
      heading === null ? 0 : prepared.headings.indexOf(heading) + 1,
    );
    expect(under).toEqual([0, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4]);
  });

  test('keeps every run of digits of the body, in order', () => {
    const raw = page.toString('utf8');
    const body = raw.slice(raw.indexOf('習(xí)近平'), raw.indexOf('(作者系'));
    expect(bodyText.match(/\d+/g)).toEqual(body.match(/\d+/g));
  });

  test('has no reading, no traditional character and no ASCII mark left', () => {
    expect(wholeText).toMatch(/^[\p{Script=Han}\d\n，。、；：“”（）—·.]+$/u);
    expect(wholeText).not.toMatch(/[□縣協貧實關務聯結對發組織導領張]/u);
    expect(bodyText.match(/\d\.\d/g)).toEqual(['1.5']);
    expect(bodyText.match(/（[^）]*）/g)).toEqual(['（区）', '（县）']);
  });

  test('has every character of the page in its place, when what the tool put right is set aside', () => {
    const characters = (text: string) => text.match(/[\p{Script=Han}\d]/gu) ?? [];
    const raw = page.toString('utf8').replace(/\([^()\u4e00-\u9fff]{1,6}\)/gu, '');
    const body = raw.slice(raw.indexOf('習近平'), raw.indexOf('(作者系'));
    // A reading without its opening bracket is Latin letters, so only the four restored runs differ in length.
    const difference =
      characters(`${prepared.headings.join('')}${bodyText}`).length - characters(body).length;
    const restored = prepared.provenance.repairs.filter(({ step }) => step === 'restore-bytes');
    const expected = restored.map(
      ({ before, after }) => characters(after).length - characters(before).length,
    );
    expect(difference).toBe(expected.reduce((sum, count) => sum + count, 0));
  });

  test.each([
    '斩断贫困代际传递的重要武器',
    '进行任务分解。“一人难挑千斤担，万人能移万重山”，让',
    '双向挂职培训。“火车跑得快，全靠车头带。”村干部',
    '填补沿河当地应急救护培训的空白',
    '分别签定扶贫协作',
    '沿着这个思路',
    '“苏州——铜仁贫困村创业致富带头人培育班”',
    '“长江水·乌江情——黨建引领促脱贫”'.replace('黨', '党'),
    '融资1.5亿元',
    '张家港10个镇（区）与沿河',
    '自然和人文资源禀赋',
  ])('reads: %s', (words) => {
    expect(bodyText).toContain(words);
  });

  test('nothing of the page around it is in it', () => {
    expect(JSON.stringify({ ...prepared, provenance: null })).not.toMatch(
      /秋茶|猜你|核电站|九九歌|侨商|曲艺/,
    );
  });

  test('proves each restored run by its bytes', () => {
    const restored = prepared.provenance.repairs.filter(({ step }) => step === 'restore-bytes');
    expect(restored.map(({ where, before, after }) => [where, before, after])).toEqual([
      [4, '?!耙蝗穗y', '。“一人難'],
      [6, '?cái)嘭毨Т\uE33AH', '斷貧困代際'],
      [7, '?!盎疖嚺艿每?', '。“火車跑得快'],
      [11, '?shù)貞?yīng)', '地應'],
    ]);
    for (const { before, after, bytes = '' } of restored) {
      const pairs = bytes.replace(/[[\]]/g, '').split(' ');
      const decoded = pairs.map((pair) =>
        decodeGbk(Number.parseInt(pair.slice(0, 2), 16), Number.parseInt(pair.slice(2), 16)),
      );
      expect(decoded.join('')).toBe(after);
      expect(encodeDamaged(before)).toBe(bytes.replace(/\[..\]| /g, ''));
    }
  });
});

/** The bytes of a damaged run that were not lost, a mark of ASCII as the full-width one it was. */
function encodeDamaged(run: string): string {
  const bytes = [...run.replace(/\?[a-z\u00E0-\u01FF]+\)/gu, '?').replaceAll('?', '')].flatMap((character) =>
    /[A-Za-z]/.test(character)
      ? [character.charCodeAt(0)]
      : [...(encodeGbk(character) ?? [0xa3, 0x80 + character.charCodeAt(0)])],
  );
  return bytes.map((byte) => byte.toString(16).toUpperCase()).join('');
}

describe('other articles', () => {
  const prepare = (name: string, encoding = 'utf-8'): ArticleFile => {
    const bytes = iconv.encode(readFileSync(join(fixtures, name), 'utf8'), encoding, {
      addBOM: encoding === 'utf-16le',
    });
    return prepareArticle({ bytes, name, id: 'other' });
  };

  test('an English one in Markdown', () => {
    const file = prepare('tidal-garden.md');
    expect(file).toMatchObject({
      title: 'The Tidal Garden of Skerry Point',
      author: 'Maren Holt',
      journal: 'Coastal Notes',
      publishedAt: '2021-06-14',
      language: 'en',
      sourceUrl: 'https://example.org/coastal-notes/tidal-garden',
      keywords: ['mussels', 'tidal garden', 'Skerry Point'],
      headings: ['A wall of shells', 'What grew'],
    });
    expect(file.paragraphs.map(({ text }) => text.slice(0, 24))).toEqual([
      'In the spring of 2017 el',
      'The first storm took 52 ',
      'The wall is 210 m long.',
      'It has been mended in 20',
      'By 2020 the garden gave ',
    ]);
    expect(file.paragraphs[1]?.text).toContain('the tide book, proposed');
    expect(file.provenance.repairs).toEqual([]);
  });

  test('one of Taiwan in HTML and UTF-16 stays in its own characters', () => {
    const file = prepare('old-library.html', 'utf-16le');
    expect(file).toMatchObject({
      title: '山城舊圖書館的新生活',
      author: '林以安',
      journal: '小鎮週報',
      publishedAt: '2022-10-05T08:15',
      language: 'zh-TW',
      sourceUrl: 'https://example.org/weekly/old-library',
      keywords: ['圖書館', '山城', '志工'],
      headings: ['志工的週末', '夜間開放'],
    });
    expect(file.paragraphs).toHaveLength(4);
    expect(file.paragraphs[1]?.text).toContain('2,314個簽名');
    expect(file.provenance.repairs).toEqual([]);
    expect(JSON.stringify(file)).not.toMatch(/首頁|停車資訊|版權|不是文章/);
  });

  test.each(['gb18030', 'utf-8', 'utf-16be'])('a plain text of the mainland in %s', (encoding) => {
    const file = prepare('night-market.txt', encoding);
    expect(file).toMatchObject({
      title: '河边夜市的三次搬家',
      author: '周立群',
      publishedAt: '2020-05-08',
      language: 'zh-CN',
      keywords: ['夜市', '老街', '摊主'],
      headings: ['一、从桥头到河边', '二、洪水之后', '三、没有垃圾的晚上'],
    });
    expect(file.paragraphs[0]?.text).toContain('摊主谈了七次，最后商定');
    expect(file.provenance.removed.map(({ what }) => what)).toEqual(['links to other pages']);
    expect(file.provenance.repairs).toEqual([]);
  });

  test('one that has been prepared changes no more', () => {
    const text = [
      prepared.title,
      prepared.author,
      ...prepared.paragraphs.flatMap(({ text: line, heading, number }) =>
        heading !== null && prepared.paragraphs[number - 2]?.heading !== heading ? [heading, line] : [line],
      ),
    ].join('\n\n');
    const again = prepareArticle({ bytes: Buffer.from(text), name: 'again.txt', id: 'again' });
    expect(again.paragraphs).toEqual(prepared.paragraphs);
    expect(again.passages).toEqual(prepared.passages);
    expect(again.provenance.repairs).toEqual([]);
  });
});

test('any text is made into an article that is whole, or refused with a sentence', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '标题',
      '',
      '猜你喜欢',
      '# 头',
      '作者：某人',
      '他说?!盎疖嚺艿每?,是吗',
      '<p>x',
      '2020-01-01',
      '---',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 20 }),
      fc.constantFrom('a.txt', 'a.md', 'a.html'),
      (lines, name) => {
        try {
          const file = prepareArticle({ bytes: Buffer.from(lines.join('\n')), name, id: 'any' });
          expect(file.paragraphs.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toMatchObject({ name: 'UserError' });
        }
      },
    ),
    { numRuns: 200 },
  );
});

describe('within bounds', () => {
  test('a page is prepared as without them', async () => {
    const file = await prepareBounded({ bytes: page, name: `${shippedId}.txt`, id: shippedId }, null);
    expect(file).toEqual(JSON.parse(JSON.stringify(prepared)));
  });

  test('a refusal keeps its code', async () => {
    const source = { bytes: Buffer.from(''), name: 'a.txt', id: 'a' };
    await expect(prepareBounded(source, null)).rejects.toMatchObject({ code: 'page-empty' });
  });

  test.each([
    ['time', { time: 100, memory: 512 }, '<br>x'.repeat(50_000)],
    ['memory', { time: 30_000, memory: 32 }, '&amp;<br>'.repeat(59_000)],
  ])('a page that takes too much %s is refused', async (_, limits, html) => {
    const source = { bytes: Buffer.from(html), name: 'a.html', id: 'a' };
    await expect(prepareBounded(source, null, limits)).rejects.toMatchObject({ code: 'page-too-complex' });
  });
});
