import type { Answer } from '../knowledge/answering/answer.ts';
import type { Article } from '../knowledge/article.ts';
import { rankParagraphs } from '../knowledge/retrieval/lexical-retriever.ts';
import { describeAnswer } from '../locales/describe-answer.ts';
import { createTranslator } from '../locales/translator.ts';

/** An answer as the command line prints it for programs. */
export interface AnswerJson {
  readonly outcome: Answer['outcome'];
  readonly answer: string;
  readonly citations: readonly {
    readonly marker: number;
    readonly paragraph: number;
    readonly quote: string;
    readonly start: number;
    readonly end: number;
  }[];
  /** Paragraph numbers, best first. */
  readonly retrieved: readonly number[];
  readonly generator: Answer['generator'];
}

/** The shape that `ask --json` prints; offsets are UTF-16 in the paragraph's text. */
export function toAnswerJson(answer: Answer, article: Article): AnswerJson {
  return {
    outcome: answer.outcome,
    answer: toAnswerLine(answer, article),
    citations: answer.citations.map(({ marker, paragraph, quote, start, end }) => ({
      marker,
      paragraph,
      quote,
      start,
      end,
    })),
    retrieved: rankParagraphs(answer.hits),
    generator: answer.generator,
  };
}

/** The statements with their markers, a line each; where there are none, what is said instead. */
function toAnswerLine(answer: Answer, article: Article): string {
  if (answer.statements.length > 0) return answer.statements.map(withMarkers).join('\n');
  return describeAnswer(answer, article, createTranslator(answer.language)).lead ?? '';
}

export function withMarkers({ text, markers }: Answer['statements'][number]): string {
  return `${text} ${markers.map((marker) => `[${marker}]`).join('')}`;
}
