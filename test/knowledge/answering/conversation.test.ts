import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../src/knowledge/answering/answer.ts';
import { carryOver, recentTurns } from '../../../src/knowledge/answering/conversation.ts';

function turns(...contents: string[]): Turn[] {
  return contents.map((content, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content }));
}

const money = turns('临海市累计投入了多少资金？', '累计投入资金3200万元。');

describe('carryOver', () => {
  it('leaves a question without history as it is', () => {
    expect(carryOver('有多少项目？', [])).toEqual({ query: '有多少项目？', previous: null });
  });

  it.each(['那项目呢？', '它惠及了多少农户？', '其中有多少项目？', 'and the projects?', 'what about it?'])(
    'completes %s',
    (question) => {
      const { query, previous } = carryOver(question, money);
      expect(query).toContain(question);
      expect(query).toContain('资金');
      expect(previous).toContain('3200万元');
    },
  );

  it.each([
    '青石县选派了多少名校长到临海市跟岗学习？',
    'ok 那选派了几名校长跟岗学习？',
    'How many headmasters were sent from Qingshi County to Linhai City?',
  ])('does not pollute %s', (question) => {
    expect(carryOver(question, money)).toEqual({ query: question, previous: null });
  });

  it.each([
    ['换个话题，医院方面有什么合作？', '医院方面有什么合作？'],
    ['By the way, who wrote the article?', 'who wrote the article?'],
    ['换个话题', '换个话题'],
  ])('leaves the old topic at %s', (question, query) => {
    expect(carryOver(question, money)).toEqual({ query, previous: null });
  });

  it.each([
    ['那医疗方面呢？', '教育方面派了多少人？', /派了多少人/u, /教育/u],
    ['那2017年呢？', '2015年至2016年开了几次会议？', /开了几次会议/u, /201[56]/u],
    ['周六呢？', '周日开放到几点？', /开放到几点/u, /周日/u],
  ])('exchanges the topic at %s and keeps what was asked', (question, before, kept, gone) => {
    const { query } = carryOver(question, turns(before, '……'));
    expect(query).toContain(question);
    expect(query).toMatch(kept);
    expect(query).not.toMatch(gone);
  });

  it('asks what the previous question asked when the follow-up does not say', () => {
    expect(carryOver('那校长呢？', turns('派出了多少名教师？', '26名教师。')).query).toBe(
      '那校长呢？ 派出了多少名教师？',
    );
  });

  it('follows a chain of follow-ups back to its topic', () => {
    const history = turns(
      '临海市累计投入了多少资金？',
      '3200万元。',
      '那项目呢？',
      '45个项目。',
      '农户呢？',
      '1280名农户。',
    );
    expect(carryOver('那是哪一年？', history).query).toContain('资金');
  });

  it('takes no greeting for a topic', () => {
    const history = turns('你好', '你好！');
    expect(carryOver('项目呢？', history)).toEqual({ query: '项目呢？', previous: null });
  });
});

describe('recentTurns', () => {
  it('keeps the last turns, each of bounded length', () => {
    const long = turns(...Array.from({ length: 40 }, (_, index) => `${index}${'字'.repeat(5_000)}`));
    const recent = recentTurns(long);
    expect(recent).toHaveLength(12);
    expect(recent.at(-1)?.content).toMatch(/^39字/u);
    expect(Math.max(...recent.map(({ content }) => content.length))).toBe(1_000);
  });
});
