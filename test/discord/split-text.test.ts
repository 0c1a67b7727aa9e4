import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf } from '../../src/discord/limits.ts';
import { splitText } from '../../src/discord/split-text.ts';

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('。', '，', '[1]', '[12]', '[123]', '. ', '\n', '👩‍👩‍👧', '𠮷', 'é', '句子。'),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('splitText', () => {
  it('gives pieces that together are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (any, limit) => {
        expect(splitText(any, limit).join('')).toBe(any);
      }),
    );
  });

  it('keeps every piece within the limit, counted in code points', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 80 }), (any, limit) => {
        for (const piece of splitText(any, limit)) expect(lengthOf(piece)).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('never cuts a marker, a surrogate pair or a character with its marks', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 60 }), (any, limit) => {
        const markers = (one: string): number => one.match(/\[\d+\]/g)?.length ?? 0;
        const pieces = splitText(any, limit);
        expect(pieces.reduce((sum, piece) => sum + markers(piece), 0)).toBe(markers(any));
        expect(pieces.every((piece) => piece.isWellFormed())).toBe(any.isWellFormed());
        expect(pieces.slice(1).every((piece) => !/^[\p{M}\u200d]/u.test(piece))).toBe(true);
      }),
    );
  });

  it('ends a piece after a sentence where there is one', () => {
    expect(splitText('第一句话说完了。第二句话，也说完了。第三句', 12)).toEqual([
      '第一句话说完了。',
      '第二句话，也说完了。',
      '第三句',
    ]);
  });
});
