import { describe, expect, it } from 'vitest';
import { isSmallTalk } from '../../../src/knowledge/answering/small-talk.ts';

describe('isSmallTalk', () => {
  it.each([
    '你好',
    '您好！',
    '你好，你是谁？',
    '早安，請問你是誰？',
    '谢谢你！',
    '非常感谢',
    '你能做什么？',
    '你可以帮我做什么',
    '再见',
    'hi',
    'Hello there!',
    'thanks a lot :)',
    'What can you do?',
    'Good morning',
    'who are you?',
    'help',
    'こんにちは',
    'ありがとうございます',
    '何ができますか？',
    '안녕하세요',
    '감사합니다!',
    '무엇을 할 수 있나요?',
    '👋 hi',
  ])('knows %s', (text) => {
    expect(isSmallTalk(text)).toBe(true);
  });

  it.each([
    '你好，张家港累计落实了多少帮扶资金？',
    'Hi, who wrote the article?',
    '谢谢，那沿河呢？',
    '他是谁？',
    '怎么用这些资金？',
    'help for poor villages?',
    'What can the county do?',
    '早教有什么措施？',
    '2018?',
    'who',
    '良好',
  ])('takes %s for a question', (text) => {
    expect(isSmallTalk(text)).toBe(false);
  });

  it('ends over a long run of greetings', () => {
    expect(isSmallTalk(`${'hi '.repeat(26)}!x`)).toBe(false);
  });
});
