import { describe, expect, it } from 'vitest';
import { remember } from '../../../src/knowledge/text/remember.ts';

describe('remember', () => {
  it('reads a text once, and another by itself', () => {
    const read: string[] = [];
    const lengthOf = remember((text) => {
      read.push(text);
      return text.length;
    });
    expect([lengthOf('ab'), lengthOf('ab'), lengthOf('abc')]).toEqual([2, 2, 3]);
    expect(read).toEqual(['ab', 'abc']);
  });

  it('keeps no long text, and lets all go when it has many', () => {
    let count = 0;
    const counted = remember(() => {
      count += 1;
      return count;
    });
    const long = 'a'.repeat(10_000);
    expect([counted(long), counted(long)]).toEqual([1, 2]);
    for (let index = 0; index < 2_001; index += 1) counted(`text ${index}`);
    const before = count;
    counted('text 0');
    expect(count).toBe(before + 1);
  });
});
