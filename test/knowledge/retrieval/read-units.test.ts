import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstWord, hashWord, readUnits, sentenceEnd } from '../../../src/knowledge/retrieval/read-units.ts';
import { tokenise } from '../../../src/knowledge/text/tokenise.ts';

function unitsOf(text: string): number[] {
  const units: number[] = [];
  readUnits(text, (unit) => units.push(unit));
  return units;
}

const isHangul = (unit: number) => /^\p{Script=Hangul}/u.test(String.fromCodePoint(unit));

/** What tokenise reads, as units. */
function expectedOf(text: string): number[] {
  return tokenise(text)
    .filter(({ kind }) => kind !== 'bigram')
    .map(({ term, kind }) => (kind === 'character' ? (term.codePointAt(0) ?? 0) : hashWord(term)));
}

describe('readUnits', () => {
  it.each([
    '攻堅戰，６５９４万元',
    "It's 3.5 km to the Café’s door, 1,000,000.5 to U.S. x2 2x",
    'ﬁne e\u0301 ①２３ ㎡ 𠀀𠀁 ｶﾞｷ コンピューター \u200bab\u200bc 4,a 3.x',
  ])('reads %s as tokenise does', (text) => {
    expect(unitsOf(text).filter((unit) => unit > sentenceEnd)).toEqual(expectedOf(text));
  });

  it('reads any text as tokenise does, but for Hangul, which it reads singly', () => {
    const word = fc.constantFrom(
      '青',
      '縣',
      'word',
      "'",
      ' ',
      '.',
      ',',
      '3',
      '１',
      'é',
      '\u0301',
      'ﾞ',
      'ｶ',
      '😀',
      '\u200d',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word).map((all) => all.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          fc.pre(!/\p{Script=Hangul}/u.test(text.normalize('NFKC')));
          expect(unitsOf(text).filter((unit) => unit > sentenceEnd)).toEqual(expectedOf(text));
        },
      ),
    );
    expect(unitsOf('한국어').every(isHangul)).toBe(true);
  });

  it('marks where a sentence ends, once', () => {
    expect(unitsOf('甲。”乙！？丙. d').filter((unit) => unit < firstWord)).toEqual([
      ...[0x7532, sentenceEnd, 0x4e59, sentenceEnd, 0x4e19, sentenceEnd],
    ]);
  });
});
