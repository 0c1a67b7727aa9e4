import { describe, expect, it } from 'vitest';
import { gatherFor, readGathering } from '../../../src/knowledge/answering/gather.ts';
import { foldText } from '../../../src/knowledge/text/fold.ts';
import { article } from './fixture.ts';

describe('readGathering', () => {
  it.each([
    ['List every amount of money in the article', 'money', false],
    ['把文中提到的所有金额都列出来', 'money', false],
    ['文中出现的年份都有哪些？', 'date', false],
    ['list all the dates', 'date', false],
    ['所有的人数', 'people', false],
    ['列出教育方面的所有金额', 'money', true],
  ])('reads %s', (question, form, isNarrow) => {
    expect(readGathering(foldText(question).text)).toEqual({ form, isNarrow });
  });

  it.each(['累计投入多少资金？', '所有教师都去了吗？', 'When did it begin?'])(
    'finds none in %s',
    (question) => {
      expect(readGathering(foldText(question).text)).toBeNull();
    },
  );
});

describe('gatherFor', () => {
  const idsFor = (query: string) => gatherFor(query, article).map(({ id }) => id);

  it('gives all passages of the text with something of the form', () => {
    expect(idsFor('列出所有金额')).toEqual(['1-2']);
    expect(idsFor('List all dates')).toEqual(['1-1']);
    expect(idsFor('所有百分比')).toEqual(['3-2']);
  });

  it('gives none for other questions', () => {
    expect(idsFor('派了多少名教师？')).toEqual([]);
  });
});
