import { describe, expect, it } from 'vitest';
import { namesMembers } from '../../../src/knowledge/answering/counted-members.ts';
import { readQuestion } from '../../../src/knowledge/answering/question.ts';

describe('namesMembers', () => {
  it.each([
    ['12家民企分别叫什么？', '12家民企与10个村分别结对。'],
    ['参加的民企叫什么名字？', '12家民企参加。'],
    ['14项技术是哪些？', '全年输出各类技术14项。'],
    ['which 14 technologies were exported?', '全年输出各类技术14项。'],
  ])('misses the members for %s', (question, sentence) => {
    expect(namesMembers(readQuestion(question), sentence)).toBe(false);
  });

  it.each([
    ['哪四级财政？', '建立省、市、县、镇四级财政专项拨款机制。'],
    ['三条经验是哪些？', '经验有三条：一是舍得花钱；二是敢于转型；三是守住质量。'],
    ['有哪些单位参加？', '12家民企参加。'],
    ['一共有几家民企？', '12家民企参加。'],
    ['三个展区是哪三个？', '设三个展区：“江上”讲生活，“船票”讲客运，“船匠”讲工艺。'],
    ['12家民企和哪些村结对？', '12家民企与10个村分别结对。'],
    ['“五位一体”有哪些内容？', '探索“五位一体”模式，培训5人。'],
    ['由哪两个部门负责？', '两地分别明确由发改委和扶贫办负责。'],
  ])('has no objection to %s', (question, sentence) => {
    expect(namesMembers(readQuestion(question), sentence)).toBe(true);
  });
});
