import { describe, expect, it } from 'vitest';
import { isWellFound } from '../../../src/knowledge/answering/well-found.ts';

function wellFound(query: string, ...texts: string[]): boolean {
  return isWellFound(
    query,
    texts.map((text, index) => ({
      number: index + 1,
      passage: { id: `1-${index + 1}`, paragraph: 1, start: 0, end: text.length, text, field: null },
    })),
  );
}

const school = '县里新建了三所小学，选派骨干教师四十名到山区支教。';

describe('isWellFound', () => {
  it.each([
    ['选派到山区支教的骨干教师教的是什么科目？', true],
    ['選派到山區支教的骨幹教師教的是什麼科目？', true],
    ['谁出钱盖了这些房子？', false],
    ['What do the teachers teach?', false],
    ['教师教什么？', false],
    ['', false],
    ['🎉', false],
  ])('asks %j of a passage on teachers: %s', (query, expected) => {
    expect(wellFound(query, '今年雨水很多。', school)).toBe(expected);
  });

  it('asks more of words than of characters', () => {
    const text = 'The county built three schools and sent forty teachers to the mountains.';
    expect(
      wellFound('Were the forty teachers whom the county sent to three schools in the mountains paid?', text),
    ).toBe(true);
    expect(wellFound('Which newspaper praised the forty teachers in its spring edition?', text)).toBe(false);
  });

  it('is no sum of several passages, and nothing without one', () => {
    expect(wellFound('骨干教师在哪些村庄支教三年？', '骨干教师', '在哪些村庄', '支教三年')).toBe(false);
    expect(wellFound('选派到山区支教的骨干教师教的是什么科目？')).toBe(false);
  });
});
