/** What the answers of an evaluation took, beside the whole article in each prompt. */
import { wholeArticle } from '../knowledge/answering/choose-passages.ts';
import { buildPrompt } from '../knowledge/answering/prompt.ts';
import { costOf, type Prices, type Usage } from '../knowledge/answering/usage.ts';
import { detectLanguage } from '../knowledge/text/language.ts';
import type { Answering } from './open-answering.ts';
import type { EvalQuestion } from './read-questions.ts';

interface Taken {
  readonly questions: readonly EvalQuestion[];
  /** Of all answers together. */
  readonly usage: Usage;
}

/**
 * Tokens and, where prices are set, cost of 100 questions; then the same if the whole article were sent each time, which
 * is counted, not tried: its prompts, and as many tokens out. Empty where no model was paid for.
 */
export async function toCostLines(
  { questions, usage }: Taken,
  settings: Pick<Answering, 'article' | 'loadTokenCounter'> & { readonly prices: Prices | null },
): Promise<string[]> {
  const { article, prices, loadTokenCounter } = settings;
  if (usage.tokensIn === 0 || loadTokenCounter === undefined) return [];
  const countTokens = await loadTokenCounter();
  const passages = wholeArticle(article, countTokens);
  const ours = describe('100 questions', usage, questions.length, prices);
  if (passages === null) return [ours];
  const tokensIn = questions.reduce((sum, { question, history }) => {
    const { system, user } = buildPrompt({
      ...{ question, query: question, history: history ?? [], language: detectLanguage(question) },
      ...{ length: 'normal', passages, wholeArticle: true, missedLanguage: false },
    });
    return sum + countTokens(system) + countTokens(user);
  }, 0);
  const whole = { tokensIn, tokensOut: usage.tokensOut, tokensCached: 0 };
  const share = (100 * (usage.tokensIn + usage.tokensOut)) / (tokensIn + usage.tokensOut);
  return [
    ours,
    `${describe('with the whole article each time', whole, questions.length, prices)}; ours is ${share.toFixed(1)} % of these tokens`,
  ];
}

function describe(what: string, usage: Usage, questions: number, prices: Prices | null): string {
  const of100 = (tokens: number): string => ((100 * tokens) / questions).toFixed(0);
  const cost = prices === null ? '' : `, cost ${((100 * costOf(usage, prices)) / questions).toFixed(3)}`;
  return `${what}: tokens in ${of100(usage.tokensIn)} (cached ${of100(usage.tokensCached)}), out ${of100(usage.tokensOut)}${cost}`;
}
