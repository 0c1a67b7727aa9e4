/** A month of questions as a lively server might have it, the same each time. */
import type { AnsweredQuestion, CountedVote } from '../../src/guilds/stores.ts';

export const monthEnd = Date.parse('2026-11-24T18:00:00.000Z');

const questions = [
  '张家港累计落实了多少帮扶资金？',
  '張家港累計落實了多少幫扶資金?',
  '两地何时建立协作关系？',
  'How many villages were paired?',
  '张家港的市长是谁？',
];

export function aMonth(aDay: number): { answers: AnsweredQuestion[]; votes: CountedVote[] } {
  let seed = 42;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const answers: AnsweredQuestion[] = [];
  const votes: CountedVote[] = [];
  for (let day = 29; day >= 0; day -= 1) {
    const count = Math.round(aDay * (0.5 + random()) * (day % 7 < 2 ? 0.5 : 1));
    for (let index = 0; index < count; index += 1) {
      const shownAt = new Date(monthEnd - day * 86_400_000 - Math.floor(random() * 60_000_000)).toISOString();
      const chance = random();
      const outcome =
        chance < 0.62 ? 'answered' : chance < 0.75 ? 'partly' : chance < 0.9 ? 'not-in-article' : 'off-topic';
      const byModel = random() < 0.9;
      const tokensIn = byModel ? 1800 + Math.floor(random() * 900) : 0;
      const tokensOut = byModel ? 90 + Math.floor(random() * 120) : 0;
      answers.push({
        ...{ outcome, shownAt, language: 'zh-CN' },
        question: questions[Math.floor(random() ** 2 * questions.length)] ?? null,
        making: {
          by: byModel ? 'model' : 'quotes',
          milliseconds: Math.floor(600 + 1500 * random() + (random() < 0.08 ? 6000 * random() : 0)),
          usage: { tokensIn, tokensOut, tokensCached: 0 },
          cost: Math.round(tokensIn * 0.4 + tokensOut * 1.6),
        },
      });
      if (random() > 0.15) continue;
      const helpful = random() < 0.8;
      votes.push({
        helpful,
        reason: helpful ? null : random() < 0.5 ? 'wrong' : 'incomplete',
        votedAt: shownAt,
      });
    }
  }
  return { answers, votes };
}
