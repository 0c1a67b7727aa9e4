import { describe, expect, it } from 'vitest';
import { formatPlainReference, formatReference } from '../../src/knowledge/format-reference.ts';

const known = {
  title: '扶贫攻坚，打造东西协作的升级版',
  author: '陈世海',
  journal: '群众',
  issue: '2019年3期',
  publishedAt: '2019-03-11T04:30',
  language: 'zh-CN',
  sourceUrl: null,
};

describe('a reference by GB/T 7714-2015', () => {
  it.each([
    ['all that a journal article has', {}, '陈世海. 扶贫攻坚，打造东西协作的升级版[J]. 群众, 2019(3).'],
    [
      'an online source, with the day and the address',
      { sourceUrl: 'https://example.org/a' },
      '陈世海. 扶贫攻坚，打造东西协作的升级版[J/OL]. 群众, 2019(3)[2026-11-24]. https://example.org/a.',
    ],
    ['no author', { author: '' }, '扶贫攻坚，打造东西协作的升级版[J]. 群众, 2019(3).'],
    [
      'no issue: the year of its date',
      { issue: '' },
      '陈世海. 扶贫攻坚，打造东西协作的升级版[J]. 群众, 2019.',
    ],
    [
      'neither issue nor date',
      { issue: '', publishedAt: '' },
      '陈世海. 扶贫攻坚，打造东西协作的升级版[J]. 群众.',
    ],
    ['no journal', { journal: '' }, '陈世海. 扶贫攻坚，打造东西协作的升级版[Z]. 2019.'],
    [
      'a page of no journal',
      { journal: '', issue: '', sourceUrl: 'https://example.org/a' },
      '陈世海. 扶贫攻坚，打造东西协作的升级版[EB/OL]. (2019-03-11)[2026-11-24]. https://example.org/a.',
    ],
    [
      'nothing but a title',
      { author: '', journal: '', issue: '', publishedAt: '' },
      '扶贫攻坚，打造东西协作的升级版[Z].',
    ],
    [
      'more than three authors',
      { author: '甲、乙、丙、丁' },
      '甲, 乙, 丙, 等. 扶贫攻坚，打造东西协作的升级版[J]. 群众, 2019(3).',
    ],
  ])('says %s', (_, change, reference) => {
    expect(formatReference({ ...known, ...change }, '2026-11-24')).toBe(reference);
  });

  it.each([
    ['2019年第12卷第3期', '群众, 2019, 12(3).'],
    ['２０１９年第３期', '群众, 2019(3).'],
    ['2019(3)', '群众, 2019(3).'],
    ['2019, 12(3)', '群众, 2019, 12(3).'],
    ['Vol. 12, No. 3 (2018)', '群众, 2018, 12(3).'],
    ['第3期', '群众, 2019(3).'],
  ])('reads the issue %s', (issue, where) => {
    expect(formatReference({ ...known, issue }, '2026-11-24').split('[J]. ')[1]).toBe(where);
  });
});

describe('a plain reference', () => {
  it.each([
    [{}, '陈世海：《扶贫攻坚，打造东西协作的升级版》，《群众》2019年3期'],
    [{ author: '', issue: '' }, '《扶贫攻坚，打造东西协作的升级版》，《群众》2019'],
    [{ author: '', issue: '', journal: '', publishedAt: '' }, '《扶贫攻坚，打造东西协作的升级版》'],
    [
      { language: 'en', title: 'The Tidal Garden', author: 'A. Reed', journal: 'Shore', issue: 'No. 3' },
      'A. Reed, “The Tidal Garden”, Shore, No. 3',
    ],
  ])('leaves out what is not known: %j', (change, reference) => {
    expect(formatPlainReference({ ...known, ...change })).toBe(reference);
  });
});
