import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexedText } from '../../../src/knowledge/retrieval/index-data.ts';
import { buildTextIndex } from '../../../src/knowledge/retrieval/text-index.ts';

const rivers: IndexedText[] = [
  { id: 'r1', group: 'rivers', text: '长江全长6300公里，是亚洲第一长河。长江发源于青藏高原。' },
  { id: 'r2', group: 'rivers', text: '黄河流经九个省区，二〇一七年三月开始治理。年输沙量曾达65.94万吨。' },
  { id: 'r3', group: 'rivers', text: 'The Danube flows through ten countries and ends in the Black Sea.' },
];
const towns: IndexedText[] = [
  { id: 't1', group: 'towns', text: '青石县有26名教师，六千五百九十四万元用于修路。' },
  { id: 't2', group: 'towns', text: '青石县的医院在2018年开业。' },
];

const build = () => buildTextIndex([...rivers, ...towns]);
const first = (query: string, group?: string) => build().search(query, { limit: 3, group })[0]?.id;

describe('TextIndex', () => {
  it.each([
    ['长江有多长？', 'r1'],
    ['長江發源於哪裡？', 'r1'],
    ['青石縣有幾名教師', 't1'],
    ['Which countries does the danube flow through?', 'r3'],
    ['6,594万', 't1'],
    ['６５９４万', 't1'],
    ['65.94 million', 't1'],
    ['March 2017', 'r2'],
  ])('finds the text for %s', (query, id) => {
    expect(first(query)).toBe(id);
  });

  it.each([
    ['Danub', 'r3'],
    ['Danubee', 'r3'],
    ['Dnaube', 'r3'],
    ['Donube', 'r3'],
    ['教帅 青石县', 't1'],
  ])('finds %s for all its slip', (query, id) => {
    expect(first(query)).toBe(id);
  });

  it('searches a group alone, by its own statistics', () => {
    const alone = buildTextIndex(towns);
    const settings = { limit: 5, group: 'towns' };
    expect(build().search('青石县的医院', settings)).toEqual(alone.search('青石县的医院', settings));
    expect(
      build()
        .search('长江', settings)
        .map(({ id }) => id),
    ).not.toContain('r1');
    expect(build().search('长江', { limit: 5, group: 'seas' })).toEqual([]);
  });

  it('gives texts that are alike in their order', () => {
    const index = buildTextIndex(
      ['甲乙丙丁', '戊己庚辛', '甲乙丙丁', '甲乙丙丁'].map((text, at) => ({ id: String(at), text })),
    );
    expect(index.search('甲乙', { limit: 9 }).map(({ id }) => id)).toEqual(['0', '2', '3']);
  });

  it('gives as many as it is asked for, beyond those that are reranked', () => {
    const index = buildTextIndex(
      Array.from({ length: 90 }, (_, at) => ({ id: String(at), text: `青石 ${'县'.repeat(at)}` })),
    );
    for (const limit of [0, -1, 1, 15, 60]) {
      const hits = index.search('青石', { limit });
      expect(hits).toHaveLength(Math.max(0, limit));
      const scores = hits.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    }
  });

  it('is as before when an article was added and removed', () => {
    const index = buildTextIndex(rivers);
    const before = structuredClone(index.data);
    index.add(towns);
    expect(index.search('青石县的教师', { limit: 1 })[0]?.id).toBe('t1');
    index.remove('towns');
    expect(index.data).toEqual(before);
    index.remove('never there');
    expect(index.data).toEqual(before);
  });

  it('holds the same whether articles were indexed at once or one after another', () => {
    const index = buildTextIndex([]);
    index.add(rivers);
    index.add(towns);
    expect(index.data).toEqual(build().data);
    index.remove('rivers');
    expect(index.data).toEqual(buildTextIndex(towns).data);
  });

  it('refuses an article that it has, by name', () => {
    expect(() => build().add(towns)).toThrow('"towns"');
  });

  const someText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('青石县', '教師', '。', ' ', 'river', '2017年', '\ud83d', '한국어', 'か', '1,000'),
      )
      .map((all) => all.join('')),
  );

  it('is as before for any articles added and removed', () => {
    fc.assert(
      fc.property(fc.array(someText), fc.array(someText), (ours, theirs) => {
        const index = buildTextIndex(ours.map((text, at) => ({ id: String(at), text, group: 'ours' })));
        const before = index.data;
        index.add(theirs.map((text, at) => ({ id: String(at), text, group: 'theirs' })));
        index.remove('theirs');
        expect(index.data).toEqual(before);
      }),
    );
  });

  it('never throws, and gives the same in order each time, for any texts and query', () => {
    fc.assert(
      fc.property(fc.array(someText), someText, (texts, query) => {
        const index = buildTextIndex(
          texts.map((text, at) => ({ id: String(at), text, group: String(at % 2) })),
        );
        const hits = index.search(query, { limit: 9 });
        expect(index.search(query, { limit: 9 })).toEqual(hits);
        expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
        for (const [at, { score }] of hits.entries()) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(hits[at - 1]?.score ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });

  it.each(['', ' ', '？！', '😀', '\ud800', '\u0000\u0007'])('finds nothing for %j', (query) => {
    expect(build().search(query, { limit: 5 })).toEqual([]);
  });

  it('takes a text without letters, and a query of 100,000 characters', () => {
    const index = buildTextIndex([{ id: 'marks', text: '……！？ 😀\ud800' }, ...towns]);
    expect(index.search('青石县的教师🎓'.repeat(12_500), { limit: 5 })[0]?.id).toBe('t1');
  });
});
