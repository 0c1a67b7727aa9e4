import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkParagraph } from '../../../src/knowledge/preparing/chunk-paragraph.ts';
import { measureWidth } from '../../../src/knowledge/preparing/width.ts';

function cut(text: string): string[] {
  return chunkParagraph(text).map(({ start, end }) => text.slice(start, end));
}

test('the passages of any paragraph are exactly its text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('。', '！”', '句子很长，', '. ', ' ', '\n', '𠮷野家', '👨‍👩‍👧', '“好。”'),
    fc.nat(500).map((length) => '字'.repeat(length)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const ranges = chunkParagraph(text);
      expect(ranges.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      for (const [index, { start, end }] of ranges.entries()) {
        expect(end).toBeGreaterThan(start);
        expect(start).toBe(index === 0 ? 0 : ranges[index - 1]?.end);
        expect(/[\uD800-\uDBFF]$/.test(text.slice(0, end)) && /^[\uDC00-\uDFFF]/.test(text.slice(end))).toBe(
          false,
        );
      }
    }),
    { numRuns: 300 },
  );
});

test('cuts where sentences end, into passages of 80 to 200 characters', () => {
  const sentence = (length: number) => `${'话'.repeat(length - 1)}。`;
  const text = [60, 40, 55, 70, 30, 90, 65, 45, 80].map(sentence).join('');
  const passages = cut(text);
  for (const passage of passages) {
    expect(passage.endsWith('。')).toBe(true);
    expect(passage.length).toBeGreaterThanOrEqual(80);
    expect(passage.length).toBeLessThanOrEqual(200);
  }
});

test('a short paragraph is one passage', () => {
  expect(cut('只有一句。')).toEqual(['只有一句。']);
  expect(cut('')).toEqual([]);
});

test('a short sentence goes with what it leads to', () => {
  const long = (length: number) => `${'话'.repeat(length)}。`;
  const text = `${long(95)}健全机构，明确主体。${long(110)}`;
  expect(cut(text)[1]).toMatch(/^健全机构/);
});

test('a sentence without end is cut at its clauses, and where it has none at 200 characters', () => {
  const clauses = cut('一个分句，'.repeat(200));
  expect(clauses.length).toBeGreaterThan(3);
  for (const passage of clauses) expect(passage.endsWith('，')).toBe(true);
  for (const passage of cut('字'.repeat(5_000))) expect(measureWidth(passage)).toBeLessThanOrEqual(201);
});

test('English sentences are not cut at abbreviations', () => {
  const text = `Dr. Renn kept the tide book. ${'The wall was mended by eleven families in the spring. '.repeat(12)}`;
  for (const passage of cut(text)) expect(passage.trimEnd()).toMatch(/(?:spring|book)\.$/);
});
