import { describe, expect, it } from 'vitest';
import { likenessOf, readForLikeness } from '../../../src/knowledge/curated/question-likeness.ts';

const likeness = (one: string, other: string) => likenessOf(readForLikeness(one), readForLikeness(other));

describe('two questions', () => {
  it.each([
    ['沿河县的县长是谁？', '請問沿河縣的縣長是誰'],
    ['两地何时建立关系？', '两地什么时候建立关系'],
    ['有沒有免費的課程？', '有没有免费课程？'],
    ['Who leads the office?', 'Please tell me who leads the office'],
    ['共有３０人吗？', '共有30人吗'],
  ])('are the same: %s %s', (one, other) => {
    expect(likeness(one, other)).toBe(1);
  });

  it.each([
    ['沿河县的县长是谁？', '德江县的县长是谁？'],
    ['张家港给沿河多少钱？', '沿河给张家港多少钱？'],
    ['Who does Alice pay?', 'Who does Bob pay?'],
    ['When did Alice pay Bob?', 'When did Bob pay Alice?'],
    ['2019年帮了多少人？', '2018年帮了多少人？'],
    ['他们同意了吗？', '他们不同意吗？'],
    ['Who was there before the war?', 'Who was there after the war?'],
    ['这座桥多长？', '这座桥多高？'],
    ['何时开始？', '何地开始？'],
    ['一共派了多少干部到沿河县各个乡镇去挂职？', '一共派了多少女干部到沿河县各个乡镇去挂职？'],
    ['？', '！'],
  ])('are not the same: %s %s', (one, other) => {
    expect(likeness(one, other)).toBeLessThan(1);
  });
});
