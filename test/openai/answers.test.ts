/** What a member gets of each misbehaviour: the shipped article, the real adapter, the whole way to an answer. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/knowledge/answering/answer.ts';
import { answerQuestion } from '../../src/knowledge/answering/answer-question.ts';
import { createExtractiveGenerator } from '../../src/knowledge/answering/extractive-generator.ts';
import { loadArticle, shippedArticlePath } from '../../src/knowledge/load-article.ts';
import type { Retriever } from '../../src/knowledge/retrieval/retriever.ts';
import { createOpenAiQueryPlanner } from '../../src/openai/query-planner.ts';
import { type BehaviourName, behaviours } from '../model-server/behaviours.ts';
import { openLoopback } from './loopback.ts';

const article = await loadArticle(shippedArticlePath);

/** Finds the paragraph that answers, so that only the model is tried here. */
const retriever: Retriever = {
  async retrieve() {
    const found = article.passages.filter(({ paragraph }) => paragraph === 2);
    const terms = ['帮扶', '资金'].map((term) => ({ term, field: 'text' as const, score: 1 }));
    return found.map((passage, index) => ({ passage, score: 10 - index, terms }));
  },
};

const fallback = createExtractiveGenerator(article);

/** Behaviours after which the model's own answer stands; after all others the article is quoted. */
const answersByModel = new Set<BehaviourName>([
  ...(['well-behaved', 'slow-first-token', 'keeps-connection-open', 'splits-characters'] as const),
  ...([
    'crlf-and-comments',
    'no-done',
    'no-usage',
    'other-model-name',
    'ignores-stream',
    'one-event',
  ] as const),
  ...(['refuses-json-schema', 'refuses-json-formats', 'refuses-vaguely', 'refuses-temperature'] as const),
  ...(['refuses-max-tokens', 'refuses-output-limits', 'refuses-stream-options'] as const),
  ...(['rate-limited-briefly', 'fails-once-500', 'thinks-aloud', 'thinks-apart', 'other-order'] as const),
  'other-language-once',
  ...(['misnumbers', 'repeats-citations', 'reverses-citations', 'repeats-statements'] as const),
]);

/** Behaviours that only the deadline ends. */
const takesAllTime = new Set<BehaviourName>(['hangs-before-headers']);

async function ask(behaviour: BehaviourName): Promise<{ answer: Answer; milliseconds: number }> {
  const { chat, generator } = await openLoopback(behaviour, {
    deadline: takesAllTime.has(behaviour) ? 800 : 5_000,
  });
  const start = performance.now();
  const answer = await answerQuestion(
    { question: '张家港累计落实了多少帮扶资金？', history: [], language: 'zh-CN', length: 'normal' },
    {
      article,
      retriever,
      generator,
      fallback,
      planner: createOpenAiQueryPlanner({ chat, deadline: 200 }),
      signal: new AbortController().signal,
      deadline: 6_000,
    },
  );
  return { answer, milliseconds: performance.now() - start };
}

describe('an answer through a model that misbehaves', () => {
  const names = Object.keys(behaviours).filter((name): name is BehaviourName => name in behaviours);
  it.each(names)('is right, cited word for word, and in time: %s', async (behaviour) => {
    const { answer, milliseconds } = await ask(behaviour);
    expect(milliseconds).toBeLessThan(7_000);
    expect(answer.outcome).toBe('answered');
    expect(answer.statements.length).toBeGreaterThan(0);
    expect(answer.citations.map(({ quote }) => quote).join()).toContain('6594万元');
    for (const { markers } of answer.statements) expect(markers.length).toBeGreaterThan(0);
    for (const { paragraph, start, end, quote } of answer.citations)
      expect(article.paragraphs[paragraph]?.text.slice(start, end)).toBe(quote);

    const shown = answer.statements.map(({ text }) => text).join('\n');
    expect(shown).not.toMatch(/@everyone|evil|You answer questions|\| a \|/);
    expect(new Set(answer.statements.map(({ text }) => text)).size).toBe(answer.statements.length);
    const byModel = answersByModel.has(behaviour);
    expect(answer).toMatchObject({ generator: byModel ? 'openai' : 'extractive', quotesOnly: !byModel });
  });

  it('is the model’s own where it behaves well', async () => {
    const { answer } = await ask('well-behaved');
    expect(answer).toMatchObject({
      generator: 'openai',
      quotesOnly: false,
      usage: { tokensIn: 1200, tokensOut: 80, tokensCached: 1024 },
    });
  });
});
