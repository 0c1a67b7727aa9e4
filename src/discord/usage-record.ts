import { addUsage, noUsage, type Usage } from '../knowledge/answering/usage.ts';

/** What the answers of a model took since the start, for `/about`. */
export interface UsageRecord {
  /** Notes one answer; what no model was paid for does not count. */
  add(usage: Usage): void;
  /** In whole tokens; null before the first answer. */
  average(): { readonly answers: number; readonly usage: Usage } | null;
}

export function createUsageRecord(): UsageRecord {
  let answers = 0;
  let sum = noUsage;
  return {
    add(usage) {
      if (usage.tokensIn + usage.tokensOut === 0) return;
      answers += 1;
      sum = addUsage(sum, usage);
    },
    average() {
      if (answers === 0) return null;
      const { tokensIn, tokensOut, tokensCached } = sum;
      const mean = (tokens: number): number => Math.round(tokens / answers);
      return {
        answers,
        usage: {
          tokensIn: mean(tokensIn),
          tokensOut: mean(tokensOut),
          tokensCached: mean(tokensCached),
        },
      };
    },
  };
}
