import { describe, expect, it } from 'vitest';
import { foldDigits } from '../../../src/knowledge/text/fold-digits.ts';

describe('foldDigits', () => {
  it.each([
    ['ABC', 'abc'],
    ['ＦＩＶＥ', 'five'],
    ['１２３４５６７８９０', '1234567890'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['०९', '09'],
    ['𝟎𝟗𝟘𝟡', '0909'],
    ['5\u00a0000', '5,000'],
    ['5\u2009000\u202f000', '5,000,000'],
    ['a\u00a05', 'a 5'],
    ['5\u00a0a', '5 a'],
    ['\u00a05', ' 5'],
    ['5\u00a0', '5 '],
    ['1–2—3−4‐5‑6', '1-2-3-4-5-6'],
    ['一，二、三；四：五', '一，二、三；四：五'],
    ['（一）', '(一)'],
    ['一丁鿿', '一丁鿿'],
    ['𠮷野家', '𠮷野家'],
    ['\ud842 5', '\ud842 5'],
    ['é', 'é'],
  ])('reads %j as %j', (text, folded) => {
    expect(foldDigits(text).folded).toBe(folded);
    // The second reading knows the characters already.
    expect(foldDigits(text).folded).toBe(folded);
  });

  it.each(['', 'abc 5', '共６名', '5\u00a0000', '一，二', 'a–b'])(
    'has no offsets for %j: every unit stays in its place',
    (text) => {
      expect(foldDigits(text)).toMatchObject({ offsets: null });
      expect(foldDigits(text).folded).toHaveLength(text.length);
    },
  );

  it.each([
    ['㎡5', 'm25', [0, 0, 1, 2]],
    ['ab㎡cd', 'abm2cd', [0, 1, 2, 2, 3, 4, 5]],
    ['共𝟑⑽𝟎', '共3(10)0', [0, 1, 3, 3, 3, 3, 4, 6]],
    ['一𝟏一㎡一', '一1一m2一', [0, 1, 3, 4, 4, 5, 6]],
    ['一㎡一二㎡', '一m2一二m2', [0, 1, 1, 2, 3, 4, 4, 5]],
  ])('tells where each unit of %s stood', (text, folded, offsets) => {
    expect(foldDigits(text)).toEqual({ folded, offsets });
  });
});
