import { describe, expect, test } from 'vitest';
import type { UserError } from '../../../src/errors.ts';
import { readPage } from '../../../src/knowledge/preparing/read-page.ts';

const read = (name: string, text: string) =>
  readPage(Buffer.from(text), name).lines.map(({ kind, text: line }) =>
    kind === 'heading' ? `# ${line}` : line,
  );

function refusal(name: string, bytes: Uint8Array): UserError {
  try {
    readPage(bytes, name);
  } catch (error) {
    if (error instanceof Error && error.name === 'UserError' && 'code' in error && 'values' in error)
      return error as UserError;
    throw error;
  }
  throw new Error('was read');
}

describe('Markdown', () => {
  test('headings, paragraphs and lists are lines, emphasis and links their words', () => {
    const text =
      '# Title\n\nTwo lines\nof *one* [paragraph](x).\n\n## Part\n\n- one\n- two\n\n> quoted\n\n![picture](a.png)\n';
    expect(read('a.md', text)).toEqual([
      '# Title',
      'Two lines of one paragraph.',
      '# Part',
      'one',
      'two',
      'quoted',
    ]);
  });

  test('lines that stand apart, as fields under a title do, are not one', () => {
    const text =
      '# 夜市\n\n作者：周立群\n2020年5月8日\n关键词：夜市；老街\n\n一句话写在\n两行里。\n\nOne.\nTwo.\n';
    expect(read('a.md', text)).toEqual([
      '# 夜市',
      '作者：周立群',
      '2020年5月8日',
      '关键词：夜市；老街',
      '一句话写在两行里。',
      'One. Two.',
    ]);
  });

  test('scripts in it are left out', () => {
    expect(read('a.md', '# T\n\n<script>alert(1)</script>\n\nText.')).toEqual(['# T', 'Text.']);
  });

  test('front matter is no text', () => {
    const { lines, hints } = readPage(
      Buffer.from('---\ntitle: "T"\ndate: 2020-01-02\ntags:\n  - a\n  - "b c"\n---\nText.\n'),
      'a.md',
    );
    expect(lines.map(({ text }) => text)).toEqual(['Text.']);
    expect(hints).toMatchObject({ title: 'T', publishedAt: '2020-01-02', keywords: ['a', 'b c'] });
  });
});

describe('HTML', () => {
  const paragraph =
    '<p>The garden gave four tonnes a year, of which a third was sold and the rest was shared out.</p>';

  test('the article is told from what stands around it', () => {
    const html = `<html><head><title>Garden - Notes</title></head><body><nav><a href="/">Home</a></nav>
      <article><h1>Garden</h1>${paragraph.repeat(4)}<h2>Wall</h2>${paragraph.repeat(3)}</article>
      <footer>All rights reserved</footer></body></html>`;
    const lines = read('a.html', html);
    expect(lines[0]).toBe('# Garden');
    expect(lines).toContain('# Wall');
    expect(lines).toHaveLength(9);
  });

  test('a page that begins as HTML is HTML, whatever its name', () => {
    expect(read('a.txt', `<!DOCTYPE html><h1>Garden</h1>${paragraph}`)).toContain('# Garden');
  });

  test('paragraphs all in bold are headings where there are no others', () => {
    const html = `<body><div><p>${'First words. '.repeat(20)}</p><p><strong>Part one</strong></p>${paragraph.repeat(3)}</div></body>`;
    expect(read('a.html', html)).toContain('# Part one');
  });

  test('a piece of a page is read too', () => {
    expect(read('a.html', '<p>Short.</p>')).toEqual(['Short.']);
    expect(read('a.html', 'No tags at all.')).toEqual(['No tags at all.']);
  });
});

describe('a page that cannot be read', () => {
  test.each([
    ['page-empty', 'a.txt', Buffer.alloc(0)],
    ['page-empty', 'a.txt', Buffer.from('\uFEFF \n\n')],
    ['page-not-text', 'a.txt', Buffer.from('%PDF-1.7 ...')],
    ['page-not-text', 'a.docx', Buffer.from('PK\x03\x04....', 'latin1')],
    ['page-not-text', 'a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ['page-too-large', 'a.txt', Buffer.alloc(10_000_001, 'a')],
    ['page-too-complex', 'a.html', Buffer.from('<b>'.repeat(70_000))],
    ['page-too-complex', 'a.html', Buffer.from('<div>'.repeat(5_000))],
  ])('%s: %s', (code, name, bytes) => {
    const error = refusal(name, bytes);
    expect(error.code).toBe(code);
    expect(error.message.split('\n')).toHaveLength(1);
  });
});
