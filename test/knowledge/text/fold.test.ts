import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/knowledge/text/fold.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), utf16Text());

/** Any UTF-16 units, lone surrogates among them. */
function utf16Text(): fc.Arbitrary<string> {
  return fc
    .array(
      fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x20, 0xd83d, 0xde00, 0x7aef, 0x301)),
    )
    .map((units) => String.fromCharCode(...units));
}

describe('foldText', () => {
  it.each([
    ['攻堅戰', '攻坚战'],
    ['什么', '什么'],
    ['甚麼', '甚么'],
    ['裡面', '里面'],
    ['臺灣', '台湾'],
    ['瞭解', '了解'],
    ['発展経済', '发展经济'],
    ['研究', '研究'],
    ['给予', '给予'],
    ['６５９４万', '6594万'],
    ['ＡＢＣ', 'abc'],
    ['ｶﾞｲﾄﾞ', 'ガイド'],
    ['e\u0301', 'é'],
    ['“字”‘字’「字」', '"字"\'字\'"字"'],
    ['2016—2019', '2016-2019'],
    ['a \t\n\u3000b', 'a b'],
    ['co\u00adop\u200berate\ufeff', 'cooperate'],
    ['①', '1'],
  ])('folds %s to %s', (original, folded) => {
    expect(foldText(original).text).toBe(folded);
  });

  it('knows where each folded unit stood', () => {
    const original = 'Ａ  ㎞攻堅';
    const { text, offsets } = foldText(original);
    expect(text).toBe('a km攻坚');
    expect(offsets).toEqual([0, 1, 3, 3, 4, 5, 6]);
    expect(original.slice(offsets[4], offsets[6])).toBe('攻堅');
  });

  it('maps offsets that never decrease, one for each unit and one for the end, on any text', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text, offsets } = foldText(original);
        expect(offsets).toHaveLength(text.length + 1);
        expect(offsets.at(-1)).toBe(original.length);
        offsets.forEach((offset, index) => {
          expect(offset).toBeGreaterThanOrEqual(offsets[index - 1] ?? 0);
        });
      }),
    );
  });

  it('leaves no capital, no full-width letter and no two spaces in a row on any text', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        expect(foldText(original).text).not.toMatch(/[A-Z\uff21-\uff5a]| {2}|\t|\n/u);
      }),
    );
  });

  it('folds a long text whole', () => {
    const long = '扶貧攻堅，Ｈｅｌｌｏ world。 '.repeat(20_000);
    expect(foldText(long).offsets.at(-1)).toBe(long.length);
  });
});
