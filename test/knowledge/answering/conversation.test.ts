import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../src/knowledge/answering/answer.ts';
import { carryOver, recentTurns } from '../../../src/knowledge/answering/conversation.ts';

function turns(...contents: string[]): Turn[] {
  return contents.map((content, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content }));
}

const money = turns('临海市累计投入了多少资金？', '累计投入资金3200万元。');

describe('carryOver', () => {
  it('leaves a question without history as it is', () => {
    expect(carryOver('有多少项目？', [])).toEqual({
      query: '有多少项目？',
      previous: null,
      understoodAs: null,
    });
  });

  it.each(['那项目呢？', '它惠及了多少农户？', '其中有多少项目？', 'and the projects?', 'what about it?'])(
    'completes %s',
    (question) => {
      const { query, previous, understoodAs } = carryOver(question, money);
      expect(understoodAs).toBe(query.includes(question) ? `${question} ← ${money[0]?.content}` : query);
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
    expect(carryOver(question, money)).toEqual({ query: question, previous: null, understoodAs: null });
  });

  it.each([
    ['换个话题，医院方面有什么合作？', '医院方面有什么合作？'],
    ['By the way, who wrote the article?', 'who wrote the article?'],
    ['换个话题', '换个话题'],
  ])('leaves the old topic at %s', (question, query) => {
    expect(carryOver(question, money)).toEqual({ query, previous: null, understoodAs: null });
  });

  it.each([
    ['那医疗方面呢？', '教育方面派了多少人？', '医疗方面派了多少人？'],
    ['那2017年呢？', '2015年至2016年开了几次会议？', '2017年开了几次会议？'],
    ['周六呢？', '周日开放到几点？', '周六开放到几点？'],
    ['那校长呢？', '派出了多少名教师？', '派出了多少名校长？'],
    ['那醫生呢？', '派了多少教師？', '派了多少醫生？'],
    ['and in 2018?', 'How many meetings were held in 2017?', 'How many meetings were held in 2018?'],
  ])('exchanges the topic at %s in one sentence', (question, before, whole) => {
    expect(carryOver(question, turns(before, '……')).query).toBe(whole);
  });

  it.each([
    ['那青石县呢？', '各镇安排了多少干部到青石县挂职？'],
    ['那商务部门呢？', '派出了多少名教师？'],
    ['의사는요?', '교사는 몇 명 파견됐나요?'],
  ])('keeps what was asked beside %s where nothing takes its place', (question, before) => {
    const { query } = carryOver(question, turns(before, '……'));
    expect(query).toContain(question);
    expect(query).toMatch(/多少|몇/u);
  });

  it.each([
    ['他是什么职务？', '作者是谁？', '作者是什么职务？'],
    ['那她是做什么工作的？', '这篇文章谁写的？', '作者是做什么工作的？'],
    ['what does he do?', 'Who wrote the article?', 'what does the author do?'],
    ["What's her job?", 'Who is the author?', "What's the author's job?"],
    ['彼の役職は？', '著者は誰ですか？', '著者の役職は？'],
    ['그의 직업은 무엇인가요?', '저자는 누구인가요?', '저자의 직업은 무엇인가요?'],
  ])('takes the author for whom %s asks about', (question, before, whole) => {
    expect(carryOver(question, turns(before, '陈平。')).query).toBe(whole);
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

  const earlier = turns(
    '张三是谁？',
    '……',
    '临海市累计投入了多少资金？',
    '3200万元。',
    '开了几次会议？',
    '两次。',
  );

  it.each([
    '谁是临海市委书记？',
    '“五位一体”的帮扶体系有哪些？',
    '青石县派了几名教师呢？',
    '东西协作投入多少钱？',
    '那这文章谁写的？',
    '好的，那文章是谁写的？',
    '门票多少钱？',
    '186名学员里，其中多少人创业成功？',
    '東西協作投入多少錢？',
    '誰是臨海市的市長？',
    '這篇文章的標題是什麼？',
    'Which province is Linhai in?',
    'Who is the mayor?',
    'Is it true that Linhai sent 26 teachers?',
    'How many experts give technical help, and where do they go?',
    'ok so who wrote it?',
    '支援資金は全部でいくらですか？',
    'この記事の著者は誰ですか？',
    '지원 자금은 모두 얼마인가요?',
    '이 글의 저자는 누구인가요?',
  ])('answers %s as if it were asked alone', (question) => {
    expect(carryOver(question, earlier)).toEqual({ query: question, previous: null, understoodAs: null });
  });

  it.each([
    '那医生呢？',
    '什么时候开始的？',
    '多少钱？',
    '其中多少是现金？',
    '用什么方式开的？',
    '那邊去了多少人？',
    '什麼時候？',
    'and in 2018?',
    'why?',
    'Who paid for it?',
    'How many of them?',
    'What about cash?',
    'いつ始まりましたか？',
    'それはどこですか？',
    '医師は？',
    '언제 시작됐나요?',
    '의사는요?',
  ])('completes %s after them', (question) => {
    const { query, previous } = carryOver(question, earlier);
    expect(query).not.toBe(question);
    expect(query).toContain('会议');
    expect(query).not.toContain('张三');
    expect(previous).toContain('两次');
  });

  it('takes no greeting for a topic', () => {
    const history = turns('你好', '你好！');
    expect(carryOver('项目呢？', history)).toEqual({ query: '项目呢？', previous: null, understoodAs: null });
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
