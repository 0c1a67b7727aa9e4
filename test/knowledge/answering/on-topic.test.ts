import { describe, expect, it } from 'vitest';
import { createTopicCheck } from '../../../src/knowledge/answering/on-topic.ts';
import { article } from './fixture.ts';

const isOnTopic = createTopicCheck(article);

describe('the topic check', () => {
  it.each([
    '法国的首都是哪里？',
    '特斯拉今天的股價是多少？',
    '怎么做红烧肉？',
    '量子力学是什么？',
    'What is the capital of France?',
    'How do I cook rice?',
    '日本の首都はどこですか？',
    '오늘 날씨 어때요?',
  ])('knows that %s is about something else', (question) => {
    expect(isOnTopic(question)).toBe(false);
  });

  it.each([
    ['in its own words', '临海市派了多少名教师？'],
    ['in the other script', '臨海市派了多少名教師？'],
    ['in words kept beside a passage', '看病方面有什么合作？'],
    ['in the words of a gloss', 'How many headmasters went to learn?'],
    ['by a name that it has', 'Is Linhai in France?'],
    ['with a word that a dictionary cuts wrongly', '谁跟岗了？'],
    ['of general words only', '有多少？'],
    ['about its fields', '责任编辑和作者林远是谁？'],
  ])('lets a question pass %s', (_, question) => {
    expect(isOnTopic(question)).toBe(true);
  });

  it('takes a name that the article lacks for another topic, though other words are its own', () => {
    expect(isOnTopic('How much money was invested by Tencent?')).toBe(false);
  });
});
