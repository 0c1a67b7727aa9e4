import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseStretch, createFindWords } from '../../src/knowledge/find-words.ts';

describe('the words of a query', () => {
  const mark = (query: string, text: string): string => {
    let marked = '';
    let reached = 0;
    for (const { start, end } of createFindWords(query)(text)) {
      marked += `${text.slice(reached, start)}<${text.slice(start, end)}>`;
      reached = end;
    }
    return marked + text.slice(reached);
  };

  it.each([
    ['医疗', '开展医疗帮扶', '开展<医疗>帮扶'],
    ['醫療', '开展医疗帮扶', '开展<医疗>帮扶'],
    ['醫療', '開展醫療幫扶', '開展<醫療>幫扶'],
    ['FUNDS', 'All funds were paid; one Fund more.', 'All <funds> were paid; one <Fund> more.'],
    ['ＦＵＮＤ', 'All funds', 'All <funds>'],
    ['6594万元', '落实资金6,594万元', '落实资金<6,594万元>'],
    ['茶', '秋茶与茶园', '秋<茶>与<茶>园'],
    ['茶园', '秋茶与茶园', '秋茶与<茶园>'],
    ['机场', '开展医疗帮扶', '开展医疗帮扶'],
  ])('%s in %s', (query, text, marked) => {
    expect(mark(query, text)).toBe(marked);
  });

  it('stand apart and in order in any text, and a stretch of it is no longer than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 2, max: 80 }),
        (query, text, length) => {
          const found = createFindWords(query)(text);
          found.forEach(({ start, end }, index) => {
            expect(start).toBeLessThan(end);
            expect(start).toBeGreaterThan(found[index - 1]?.end ?? -1);
          });
          const { start, end } = chooseStretch(text, found, length);
          expect(end - start).toBeLessThanOrEqual(length);
          expect(end).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});
