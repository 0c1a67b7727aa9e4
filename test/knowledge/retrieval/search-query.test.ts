import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSearchQuery } from '../../../src/knowledge/retrieval/search-query.ts';
import { correctTypos } from '../../../src/knowledge/retrieval/typos.ts';
import { foldText } from '../../../src/knowledge/text/fold.ts';

const weightsOf = (query: string, title = '') =>
  Object.fromEntries(readSearchQuery(query, title).terms.map(({ text, weight }) => [text, weight]));

describe('readSearchQuery', () => {
  it('keeps what a question asks about, and not what makes it a question', () => {
    expect(weightsOf('大坝由谁设计？')).toEqual({
      大: 1,
      大坝: 1,
      坝: 1,
      坝由: 1,
      由: 1,
      设: 1,
      设计: 1,
      计: 1,
    });
    expect(Object.keys(weightsOf('Who designed the dams?'))).toEqual(['design', 'dam']);
    expect(Object.keys(weightsOf('댐은 누구'))).toEqual(['댐은']);
    expect(Object.keys(weightsOf('ダムはどこですか'))).toContain('ダム');
  });

  it('halves pairs with an empty word in them', () => {
    expect(weightsOf('县的医院')).toMatchObject({ 县的: 0.5, 医院: 1 });
    expect(weightsOf('县的医院')).not.toHaveProperty('的');
  });

  it('reads a number and a month by value', () => {
    for (const spelling of ['６５９４万', '6,594万', '65.94 million', '六千五百九十四万']) {
      expect(weightsOf(spelling)).toHaveProperty('number=65940000');
    }
    for (const spelling of ['2017年3月', 'March 2017', '二〇一七年三月']) {
      expect(weightsOf(spelling)).toMatchObject({ 'year=2017': 1, 'month=3': 1 });
    }
  });

  it('leaves out the title, unless there is nothing else', () => {
    expect(weightsOf('《青石水库》的大坝', '青石水库')).not.toHaveProperty('青石');
    expect(weightsOf('青石水库', '青石水库')).toHaveProperty('青石');
  });

  it('falls back on question words where there is nothing else', () => {
    expect(readSearchQuery('谁').terms.length).toBeGreaterThan(0);
    expect(readSearchQuery('谁').content).toEqual([]);
  });

  it('never throws, and reads both scripts alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, title) => {
        const query = readSearchQuery(text, title);
        for (const { weight } of query.terms) expect(weight).toBeGreaterThan(0);
        expect(readSearchQuery(foldText(text).text, title).terms.map(({ key }) => key)).toEqual(
          query.terms.map(({ key }) => key),
        );
      }),
    );
    expect(readSearchQuery('長江發源於哪裡').terms).toEqual(readSearchQuery('长江发源于哪里').terms);
  });
});

describe('correctTypos', () => {
  const keyOf = (word: string) => readSearchQuery(word).terms[0]?.key ?? 0;
  const known = new Map([
    [keyOf('reservoir'), 2],
    [keyOf('reservoirs'), 2],
    [keyOf('dam'), 5],
  ]);
  const correct = (query: string) => correctTypos(readSearchQuery(query), (key) => known.get(key) ?? 0);

  it.each(['resrvoir', 'reservoiir', 'reservior', 'rezervoir'])(
    'reads %s as the word that is known',
    (slip) => {
      expect(correct(slip).terms.map(({ key }) => key)).toEqual([keyOf('reservoir')]);
      expect(correct(slip).terms[0]?.weight).toBeLessThan(1);
    },
  );

  it('leaves what is known, what is short and what is far from anything', () => {
    for (const query of ['reservoir', 'dan', 'elephant', '水库']) {
      expect(correct(query)).toEqual(readSearchQuery(query));
    }
  });
});
