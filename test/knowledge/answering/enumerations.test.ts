import { describe, expect, it } from 'vitest';
import { findSeries } from '../../../src/knowledge/answering/enumerations.ts';
import { articleOf } from './fixture.ts';

const article = articleOf([
  [
    '“一滴水”改革分四个环节推进。取水环节，关停小水源12处。制水环节，新建水厂两座。',
    '输水环节，更换管网80公里。用水环节，装上智能水表。',
  ],
  ['严格落实责任。各部门每月报告一次。'],
  ['严格控制漏损。漏损率降到百分之八。'],
  ['严格公开水价。水价每年公示。'],
  ['水价听证会开了三次。听证代表20名。水价由市政府批准。'],
]);
const series = findSeries(article);
const idsOf = (question: string) => series(question).map(({ passage }) => passage.id);

describe('findSeries', () => {
  it('gives all passages of a paragraph whose sentences begin alike', () => {
    expect(idsOf('哪四个环节?')).toEqual(['1-1', '1-2']);
    expect(idsOf('各个环节做了什么?')).toEqual(['1-1', '1-2']);
  });

  it('gives a series by its name', () => {
    expect(idsOf('"一滴水"有哪些内容?')).toEqual(['1-1', '1-2']);
  });

  it('gives the first sentences of paragraphs in a row that begin alike', () => {
    expect(series('三个严格分别是什么?').map(({ text }) => text)).toEqual([
      '严格落实责任。',
      '严格控制漏损。',
      '严格公开水价。',
    ]);
  });

  it.each([
    ['another number of them', '哪两个环节由水厂负责?'],
    ['something that no sentences share', '哪些代表参加了听证会?'],
    ['what two sentences share', '水价有哪些规定?'],
  ])('gives none where %s is asked for', (_, question) => {
    expect(idsOf(question)).toEqual([]);
  });
});
