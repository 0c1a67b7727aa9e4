import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, describe, expect, test } from 'vitest';
import { loadArticle, readArticleFile, shippedArticlePath } from '../../src/knowledge/load-article.ts';
import { type Behaviour, says } from '../model-server/behaviour.ts';
import { type ModelServer, startModelServer } from '../model-server/model-server.ts';
import { makeFolder, runCommand } from './run-command.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const shippedPage = join(fixtures, 'zhangjiagang-yanhe-2019.txt');
const folder = await makeFolder();
const prepare = (...args: string[]) => runCommand('prepare-article', args);

test('makes an article file that the bot can load, and says what it did', async () => {
  const out = join(folder, 'zhangjiagang-yanhe-2019.json');
  const { code, stdout, stderr } = await prepare(shippedPage, '--out', out);
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toContain('12 paragraphs under 4 headings, 21 passages');
  expect({ ...(await readArticleFile(out)), enrichment: [] }).toEqual({
    ...(await readArticleFile(shippedArticlePath)),
    enrichment: [],
  });
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('prints the file where no other is named', async () => {
  const { code, stdout } = await prepare(join(fixtures, 'tidal-garden.md'));
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ id: 'tidal-garden', title: 'The Tidal Garden of Skerry Point' });
});

test('keeps the enrichment that the file has', async () => {
  const out = join(folder, 'kept.json');
  await writeFile(out, await readFile(shippedArticlePath));
  expect((await prepare(shippedPage, '--out', out)).code).toBe(0);
  expect((await loadArticle(out)).enrichment).toEqual((await loadArticle(shippedArticlePath)).enrichment);
});

test.each(['gb18030', 'utf-16le'])('reads a page in %s', async (encoding) => {
  const page = join(folder, `市场 ${encoding}.txt`);
  const text = await readFile(join(fixtures, 'night-market.txt'), 'utf8');
  await writeFile(page, iconv.encode(text, encoding, { addBOM: true }));
  const { code, stdout } = await prepare(page);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).title).toBe('河边夜市的三次搬家');
});

test('--help prints the usage', async () => {
  const { code, stdout, stderr } = await prepare('--help');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Usage: npm run prepare-article -- PAGE \[--out FILE\] \[--enrich\]\n/);
});

describe('bad arguments get the usage and exit code 2', () => {
  test.each([[[]], [['a.txt', 'b.txt']], [['a.txt', '--wrong']]])('%j', async (args) => {
    const { code, stdout, stderr } = await prepare(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: npm run prepare-article');
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});

describe('a page that cannot be used gets one sentence and exit code 2', () => {
  const page = async (name: string, bytes: Uint8Array): Promise<string> => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };
  const big = async (): Promise<string> => {
    const path = await page('big.txt', Buffer.from('x'));
    await truncate(path, 50_000_000);
    return path;
  };
  test.each<[string, () => Promise<string>, RegExp]>([
    ['missing', async () => join(folder, 'none.txt'), /there is no such file or folder\.$/],
    ['a folder', async () => folder, /is not a file\.$/],
    ['empty', () => page('empty.txt', Buffer.alloc(0)), /is empty\.$/],
    ['of 50 MB', big, /is larger than 10 MB/],
    ['a bomb', () => page('bomb.html', Buffer.from('<div>'.repeat(30_000))), /too many or too deeply nested/],
  ])('%s', async (_, make, sentence) => {
    const { code, stdout, stderr } = await prepare(await make());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd()).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('what cannot be written', () => {
  test('a file that is no article is left alone', async () => {
    const out = join(folder, 'notes.json');
    await writeFile(out, '{"mine":true}');
    const { code, stderr } = await prepare(shippedPage, '--out', out);
    expect(code).toBe(2);
    expect(stderr).toMatch(/notes\.json exists and is no good article file, so it is left alone\./);
    expect(await readFile(out, 'utf8')).toBe('{"mine":true}');
  });

  test('a folder that does not exist is named', async () => {
    const { code, stderr } = await prepare(shippedPage, '--out', join(folder, 'none', 'a.json'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot be written: there is no such file or folder\.\n$/);
  });
});

test('--enrich without a model says what to set, and writes nothing', async () => {
  const out = join(folder, 'enriched.json');
  const { code, stderr } = await prepare(shippedPage, '--out', out, '--enrich');
  expect(code).toBe(2);
  expect(stderr).toBe('--enrich needs a model: set OPENAI_API_KEY or OPENAI_BASE_URL in .env.\n');
  await expect(readFile(out)).rejects.toThrow('ENOENT');
});

describe('--enrich with a model', () => {
  const models: ModelServer[] = [];
  afterEach(async () => {
    await Promise.all(models.splice(0).map((model) => model.close()));
  });
  const start = async (behaviour: Behaviour): Promise<ModelServer> => {
    const model = await startModelServer({ behaviour });
    models.push(model);
    return model;
  };
  const draft = { gloss: 'A gloss.', aliases: ['word'], questions: [{ language: 'en', question: 'What?' }] };
  const enrich = (model: ModelServer, out: string) =>
    runCommand('prepare-article', [join(fixtures, 'night-market.txt'), '--out', out, '--enrich'], {
      OPENAI_BASE_URL: model.url,
    });

  test('writes what it made beside every passage', async () => {
    const model = await start(says(JSON.stringify(draft)));
    const out = join(folder, 'market.json');
    const { code, stderr } = await enrich(model, out);
    expect(stderr).toContain('Enriched 3 of 3 passages.');
    expect(code).toBe(0);
    expect((await loadArticle(out)).enrichment).toEqual(
      ['1-1', '2-1', '3-1'].map((passage) => ({
        passage,
        gloss: 'A gloss.',
        aliases: ['word'],
        questions: { en: ['What?'] },
      })),
    );
    expect(model.requests.every(({ system }) => !system.includes('夜市'))).toBe(true);
  });

  test('a model that answers nonsense leaves a good file, and one sentence', async () => {
    const model = await start(says('I would rather not.'));
    const out = join(folder, 'nonsense.json');
    const { code, stderr } = await enrich(model, out);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/\nThe model could not be used \(malformed\)\.\n$/);
    expect((await loadArticle(out)).enrichment).toEqual([]);
  });
});
