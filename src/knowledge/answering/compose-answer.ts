import type { Article } from '../article.ts';
import type { Answer, GeneratorName, Outcome } from './answer.ts';
import { findCorrection } from './find-correction.ts';
import { findNearest } from './find-nearest.ts';
import type { Plan } from './plan-question.ts';
import type { CheckedDraft } from './run-draft.ts';
import { suggestMeanings, suggestQuestions } from './suggest-questions.ts';
import { addUsage, noUsage } from './usage.ts';

interface Parts {
  readonly article: Article;
  readonly question: string;
  readonly language: string;
  /** Null where a rule told the outcome: nothing was looked for. */
  readonly plan: Plan | null;
  /** All drafts, in order; the last is the answer. */
  readonly drafts: readonly CheckedDraft[];
  /** The outcome that a rule told, so that there is no draft. */
  readonly told?: 'small-talk' | 'unclear';
  readonly by: GeneratorName;
}

/** Puts an answer together: its outcome follows from what the last draft claimed and what of it stands. */
export function composeAnswer({ article, question, language, plan, drafts, by, told }: Parts): Answer {
  const outcome = told ?? outcomeOf(drafts.at(-1));
  const quotesOnly = by === 'extractive' && isAnswer(outcome);
  const last = isAnswer(outcome) ? drafts.at(-1) : undefined;
  const hits = plan?.hits ?? [];
  const query = plan?.query ?? question;
  return {
    outcome,
    understoodAs: outcome === 'off-topic' ? null : (plan?.understoodAs ?? null),
    language,
    statements: last?.statements ?? [],
    citations: last?.citations ?? [],
    quotesOnly,
    correction: quotesOnly ? findCorrection(article, question, last?.citations ?? []) : null,
    nearest: outcome === 'not-in-article' ? findNearest(article, query, hits) : [],
    suggestions: suggestFor(outcome, article, { language, hits, asked: question }),
    hits,
    generator: by,
    ledger: drafts.flatMap(({ ledger }) => ledger),
    usage: [plan, ...drafts].reduce((sum, part) => addUsage(sum, part?.usage ?? noUsage), noUsage),
  };
}

function suggestFor(
  outcome: Outcome,
  article: Article,
  settings: Parameters<typeof suggestQuestions>[1],
): readonly string[] {
  if (outcome === 'answered') return [];
  return outcome === 'unclear' ? suggestMeanings(article, settings) : suggestQuestions(article, settings);
}

function isAnswer(outcome: Outcome): boolean {
  return outcome === 'answered' || outcome === 'partly';
}

function outcomeOf(draft: CheckedDraft | undefined): Outcome {
  if (draft === undefined) return 'not-in-article';
  if (draft.claimed !== null && !isAnswer(draft.claimed)) return draft.claimed;
  if (draft.statements.length === 0) return 'not-in-article';
  return draft.claimed ?? 'answered';
}
