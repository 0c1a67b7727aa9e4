import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadArticle, readArticleFile, shippedArticlePath } from '../../src/knowledge/load-article.ts';

const folder = await mkdtemp(join(tmpdir(), 'footnote-article-'));
const shipped = await loadArticle(shippedArticlePath);

/** A small article file, as JSON, with some of it replaced. */
function articleJson(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({
    id: 'small',
    title: 'A title',
    author: '',
    authorNote: '',
    journal: '',
    issue: '',
    publishedAt: '',
    language: 'en',
    sourceUrl: null,
    keywords: [],
    headings: ['One'],
    paragraphs: [
      { number: 1, heading: null, text: 'First. Second.' },
      { number: 2, heading: 'One', text: 'Third 👍.' },
    ],
    passages: [
      { id: '1-1', paragraph: 1, start: 0, end: 7 },
      { id: '1-2', paragraph: 1, start: 7, end: 14 },
      { id: '2-1', paragraph: 2, start: 0, end: 9 },
    ],
    enrichment: [],
    provenance: { source: 'a.txt', sha256: '', removed: [], repairs: [] },
    ...changes,
  });
}

let count = 0;
async function load(text: string | Uint8Array) {
  count += 1;
  const path = join(folder, `${count}.json`);
  await writeFile(path, text);
  return loadArticle(path);
}

describe('the shipped article', () => {
  test('is there whole, with paragraph 0', () => {
    expect(shipped.paragraphs.map(({ number }) => number)).toEqual(
      Array.from({ length: 13 }, (_, number) => number),
    );
    expect(shipped.headings).toHaveLength(4);
  });

  test('has passages that are exactly the paragraphs, each about 80 to 200 characters', () => {
    for (const { number, text } of shipped.paragraphs.slice(1)) {
      const passages = shipped.passages.filter(({ paragraph }) => paragraph === number);
      expect(passages.map((passage) => passage.text).join('')).toBe(text);
      for (const passage of passages) {
        expect(passage.text).toBe(text.slice(passage.start, passage.end));
        expect(passage.text.length).toBeGreaterThanOrEqual(80);
        expect(passage.text.length).toBeLessThanOrEqual(200);
        expect(passage.field).toBeNull();
      }
    }
  });

  test('has its fields as paragraph 0, one a line, each a passage', () => {
    const fields = shipped.passages.filter(({ paragraph }) => paragraph === 0);
    expect(fields.map(({ field }) => field)).toEqual([
      'title',
      'author',
      'authorNote',
      'journal',
      'publishedAt',
      'editor',
      'keywords',
      ...Array.from({ length: 4 }, () => 'headings'),
    ]);
    const text = shipped.paragraphs[0]?.text ?? '';
    expect(fields.map((passage) => passage.text).join('\n')).toBe(text);
    for (const passage of fields) expect(text.slice(passage.start, passage.end)).toBe(passage.text);
    expect(text).toContain('群众 2019年3期\n2019-03-11 04:30\n');
  });

  test('has enrichment that names its passages', () => {
    const ids = new Set(shipped.passages.map(({ id }) => id));
    expect(ids.size).toBe(shipped.passages.length);
    for (const { passage } of shipped.enrichment) expect(ids).toContain(passage);
  });
});

test('a field that is empty is left out of paragraph 0', async () => {
  const { paragraphs, passages } = await load(articleJson());
  expect(paragraphs[0]).toEqual({ number: 0, heading: null, text: 'A title\nOne' });
  expect(passages.slice(0, 2).map(({ id, text }) => [id, text])).toEqual([
    ['0-1', 'A title'],
    ['0-2', 'One'],
  ]);
});

test('the version changes with the text, and with nothing else', async () => {
  const { version } = await load(articleJson());
  expect(version).toMatch(/^[0-9a-f]{12}$/);
  const enrichment = [{ passage: '1-1', gloss: 'x', aliases: [], questions: {} }];
  expect((await load(articleJson({ enrichment }))).version).toBe(version);
  expect((await load(articleJson({ title: 'Another title' }))).version).not.toBe(version);
});

test('a byte order mark before the JSON does no harm', async () => {
  expect((await load(`\uFEFF${articleJson()}`)).id).toBe('small');
});

test('a file is given as it is stored too', async () => {
  const file = await readArticleFile(shippedArticlePath);
  expect(file).toEqual(JSON.parse(await readFile(shippedArticlePath, 'utf8')));
});

const paragraph = (number: number, text: string, heading: string | null = null) => ({
  number,
  heading,
  text,
});
const passage = (id: string, number: number, start: number, end: number) => ({
  id,
  paragraph: number,
  start,
  end,
});
const one = [paragraph(1, 'First. 👍.')];

describe('a file that is not right is refused, the file and the field named', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['id', 'with spaces', { id: 'no spaces please' }],
    ['title', 'empty', { title: '' }],
    ['sourceUrl', 'no web address', { sourceUrl: 'javascript:alert(1)' }],
    ['paragraphs', 'none', { paragraphs: [] }],
    ['paragraphs[0].text', 'empty', { paragraphs: [paragraph(1, '')] }],
    ['paragraphs[1].number', 'out of order', { paragraphs: [paragraph(1, 'a'), paragraph(3, 'b')] }],
    ['paragraphs[0].heading', 'unknown', { paragraphs: [paragraph(1, 'a', 'Two')] }],
    ['paragraphs[1].heading', 'gone', { paragraphs: [paragraph(1, 'a', 'One'), paragraph(2, 'b')] }],
    ['passages[0].id', 'of another form', { paragraphs: one, passages: [passage('1-2', 1, 0, 10)] }],
    ['passages[0].start', 'late', { paragraphs: one, passages: [passage('1-1', 1, 1, 10)] }],
    [
      'passages[1].start',
      'overlapping',
      { paragraphs: one, passages: [passage('1-1', 1, 0, 5), passage('1-2', 1, 4, 10)] },
    ],
    [
      'passages[1].start',
      'with a gap',
      { paragraphs: one, passages: [passage('1-1', 1, 0, 5), passage('1-2', 1, 6, 10)] },
    ],
    ['passages[0].end', 'beyond the text', { paragraphs: one, passages: [passage('1-1', 1, 0, 11)] }],
    ['passages[0].end', 'short of the text', { paragraphs: one, passages: [passage('1-1', 1, 0, 9)] }],
    [
      'passages[0].end',
      'inside a character',
      { paragraphs: one, passages: [passage('1-1', 1, 0, 8), passage('1-2', 1, 8, 10)] },
    ],
    ['passages[0].paragraph', 'unknown', { paragraphs: one, passages: [passage('2-1', 2, 0, 10)] }],
    [
      'passages[1].paragraph',
      'in the wrong order',
      {
        passages: [passage('1-1', 1, 0, 14), passage('1-1', 1, 0, 14)]
          .reverse()
          .concat(passage('2-1', 2, 0, 9))
          .map((entry, index) => (index === 1 ? passage('3-1', 3, 0, 1) : entry)),
      },
    ],
    ['passages', 'missing for a paragraph', { passages: [passage('1-1', 1, 0, 14)] }],
    [
      'enrichment[0].passage',
      'unknown',
      { enrichment: [{ passage: '9-1', gloss: null, aliases: [], questions: {} }] },
    ],
    [
      'enrichment[1].passage',
      'twice',
      { enrichment: ['1-1', '1-1'].map((id) => ({ passage: id, gloss: null, aliases: [], questions: {} })) },
    ],
    [
      'enrichment[0].aliases[0]',
      'empty',
      { enrichment: [{ passage: '1-1', gloss: null, aliases: [''], questions: {} }] },
    ],
    ['', 'with a field that is none', { extra: 1 }],
  ])('%s %s', async (field, _, changes) => {
    const failure = load(articleJson(changes));
    await expect(failure).rejects.toMatchObject({
      name: 'UserError',
      code: 'article-invalid',
      values: { field },
    });
    await expect(failure).rejects.toThrow(`${count}.json`);
    if (field !== '') await expect(failure).rejects.toThrow(field);
  });

  test.each<[string, string | Uint8Array]>([
    ['is not JSON', '{"id":'],
    ['is not JSON', ''],
    ['is not JSON', Buffer.from([0, 255, 254, 1])],
    ['expected object', '[]'],
    ['expected object', 'null'],
  ])('%s', async (problem, text) => {
    await expect(load(text)).rejects.toThrow(problem);
  });

  test('a file that is not there, or a folder', async () => {
    const missing = join(folder, 'missing.json');
    await expect(loadArticle(missing)).rejects.toMatchObject({
      code: 'article-invalid',
      message: `Article file ${missing}: does not exist`,
    });
    await expect(loadArticle(folder)).rejects.toThrow('cannot be read');
  });
});
