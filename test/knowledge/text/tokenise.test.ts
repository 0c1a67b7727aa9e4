import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemWord, tokenise } from '../../../src/knowledge/text/tokenise.ts';

function termsOf(text: string): string[] {
  return tokenise(text).map(({ term }) => term);
}

describe('tokenise', () => {
  it('reads Han as single characters and pairs', () => {
    expect(termsOf('攻堅戰')).toEqual(['攻', '攻坚', '坚', '坚战', '战']);
  });

  it('makes no pair across punctuation', () => {
    expect(termsOf('准、实')).toEqual(['准', '实']);
  });

  it('reads words of Latin letters stemmed, without accents, capitals and possessives', () => {
    expect(termsOf('The authors’ Schools don’t Zhāngjiāgǎng')).toEqual([
      'the',
      'author',
      'school',
      'dont',
      'zhangjiagang',
    ]);
  });

  it('reads numbers whole, without their separators of thousands', () => {
    expect(termsOf('6,594万 v2 3.5%')).toEqual(['6594', '万', 'v2', '3.5']);
  });

  it('reads Korean as pairs, so that a particle does not hide the noun', () => {
    expect(termsOf('저자는')).toEqual(['저자', '자는']);
    expect(termsOf('왜')).toEqual(['왜']);
  });

  it('gives for each token its place in the text as it was written', () => {
    const text = 'Ａ級 攻堅(jiān)';
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Ａ',
      '級',
      '攻',
      '攻堅',
      '堅',
      'jiān',
    ]);
  });

  it('gives ranges inside the text, in order, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { term, start, end } of tokenise(text)) {
          expect(term).not.toBe('');
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(end).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });
});

describe('stemWord', () => {
  it('takes English endings off', () => {
    expect(['villages', 'supported', 'cooperation', 'cooperate'].map(stemWord)).toEqual([
      'villag',
      'support',
      'cooper',
      'cooper',
    ]);
  });

  it('leaves short words and words of other letters', () => {
    expect(['is', 'статьи', 'x9'].map(stemWord)).toEqual(['is', 'статьи', 'x9']);
  });
});
