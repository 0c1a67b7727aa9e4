import { describe, expect, it } from 'vitest';
import { correctTypos } from '../../../src/knowledge/answering/correct-typos.ts';
import { article } from './fixture.ts';

describe('correctTypos', () => {
  it.each([
    ['How many teachrs went to teach?', 'How many teachers went to teach?'],
    ['how many projjects?', 'how many projects?'],
    ['was a new hosptial built?', 'was a new hospital built?'],
  ])('corrects the slip in %s', (typed, meant) => {
    expect(correctTypos(typed, article)).toBe(meant);
  });

  it.each([
    ['a word that the article has', 'How many teachers went?'],
    ['another form of it', 'Who is teaching?'],
    ['a word that is like none', 'Who is the treasurer?'],
    ['a short word', 'how much mony?'],
    ['a name', 'What did Porject do?'],
    ['no English', '派了多少名教师？'],
  ])('leaves %s as it is', (_, question) => {
    expect(correctTypos(question, article)).toBe(question);
  });
});
