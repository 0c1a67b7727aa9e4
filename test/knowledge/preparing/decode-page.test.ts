import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../../src/knowledge/preparing/decode-page.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const chinese = readFileSync(join(fixtures, 'night-market.txt'), 'utf8');
const taiwanese = readFileSync(join(fixtures, 'old-library.html'), 'utf8');
const english = readFileSync(join(fixtures, 'tidal-garden.md'), 'utf8');
const damaged = readFileSync(join(fixtures, 'zhangjiagang-yanhe-2019.txt'), 'utf8');

describe('each text in each encoding', () => {
  const texts = { chinese, taiwanese, english };
  const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'];
  for (const [name, text] of Object.entries(texts)) {
    for (const encoding of encodings) {
      test(`${name} in ${encoding}`, () => {
        expect(decodePage(iconv.encode(text, encoding))?.text).toBe(text);
      });
      test(`${name} in ${encoding} with its mark`, () => {
        expect(decodePage(iconv.encode(`\uFEFF${text}`, encoding))).toEqual({ text, encoding });
      });
    }
  }
});

test('the damaged page is UTF-8 though it holds private characters', () => {
  expect(decodePage(Buffer.from(damaged))).toEqual({ text: damaged, encoding: 'utf-8' });
});

test('Chinese without a single character of ASCII is told in every encoding', () => {
  const text = '河边的夜市搬了三次家，每一次都离水更近一些。摊主们说，水来就走，水退再回。';
  for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']) {
    expect(decodePage(iconv.encode(text, encoding))).toEqual({ text, encoding });
  }
});

test('what an HTML page declares is believed where its bytes agree', () => {
  const html = '<html><head><meta charset="big5"></head><body>圖書館的新生活</body></html>';
  expect(decodePage(iconv.encode(html, 'big5'))).toEqual({ text: html, encoding: 'big5' });
  const wrong = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">圖書館，图书馆';
  expect(decodePage(Buffer.from(wrong))?.text).toBe(wrong);
  const nonsense = '<meta charset="base64"><p>图书馆';
  expect(decodePage(Buffer.from(nonsense))?.text).toBe(nonsense);
});

test('a character lost here and there does not make a page unreadable', () => {
  const bytes = Buffer.concat([Buffer.from(chinese), Buffer.from([0xe5, 0x0a]), Buffer.from(chinese)]);
  expect(decodePage(bytes)?.text).toBe(`${chinese}\uFFFD\n${chinese}`);
});

test('English in Windows-1252 is read', () => {
  const text = 'The café at the station is open till midnight – “déjà vu”, says the owner, and it’s true.';
  expect(decodePage(iconv.encode(text, 'windows-1252'))).toEqual({ text, encoding: 'windows-1252' });
});

test.each([
  [
    'noise',
    Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7_919 + (index >> 3) * 31) % 256)),
  ],
  ['zeros', Buffer.alloc(1_000)],
  ['Cyrillic in an encoding of its own', iconv.encode('Ночной рынок у реки переезжал трижды.', 'koi8-r')],
])('%s is no text', (_, bytes) => {
  expect(decodePage(bytes)).toBeNull();
});

test('no bytes at all make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const decoded = decodePage(bytes);
      expect(decoded === null || typeof decoded.text === 'string').toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('any text with a mark of its encoding comes back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
      (text, encoding) => {
        fc.pre(!/^\uFEFF|[\uFFFD\p{Cc}]/u.test(text));
        expect(decodePage(iconv.encode(`\uFEFF${text}`, encoding))?.text).toBe(text);
      },
    ),
  );
});
