import type { Article } from '../article.ts';
import type { Hit, Retriever } from '../retrieval/retriever.ts';
import { detectLanguage } from '../text/language.ts';
import type { Turn } from './answer.ts';
import { checkPlan } from './check-plan.ts';
import { carryOver } from './conversation.ts';
import { correctTypos } from './correct-typos.ts';
import { removeInstructions } from './instructions.ts';
import type { QueryPlanner } from './query-planner.ts';
import { noUsage, type Usage } from './usage.ts';

/** What is searched for, and what was found. */
export interface Plan {
  /** The stand-alone question; equal to the one asked when it stood alone. */
  readonly query: string;
  /** How a reader is told what was understood; null where the question was taken as it stands. */
  readonly understoodAs: string | null;
  /** Best first. */
  readonly hits: readonly Hit[];
  /** What a model's plan took. */
  readonly usage: Usage;
}

interface PlanPorts {
  readonly article: Article;
  readonly retriever: Retriever;
  readonly planner: QueryPlanner | null;
  readonly signal: AbortSignal;
  /** Throws again what is not the model's failure. */
  readonly noteFailure: (error: unknown) => void;
}

const limit = 12;
/** Terms by which the best passage has to be found; a word of another language may be a name or a number. */
const enoughTerms = { own: 2, foreign: 4 };
/** How much the passages of the previous answer count beside what the question itself finds. */
const weightOfPrevious = 0.3;

/**
 * Finds the passages for a question. A model plans the query only when there is a history, or when little was found, of
 * which a question in another language must find more; without one, or when it fails, follow-ups are completed by rule.
 */
export async function planQuestion(
  question: string,
  history: readonly Turn[],
  ports: PlanPorts,
): Promise<Plan> {
  const asked = correctTypos(removeInstructions(question) || question, ports.article);
  const carried = carryOver(asked, history);
  const first = await retrieveCarried(carried.query, carried.previous, asked, ports.retriever);
  const byRule = {
    query: carried.query,
    understoodAs: carried.understoodAs ?? (carried.query === question ? null : carried.query),
    hits: first,
    usage: noUsage,
  };
  const { planner } = ports;
  const enough = isForeign(question, ports.article) ? enoughTerms.foreign : enoughTerms.own;
  if (planner === null || (history.length === 0 && !isWeak(first, enough))) return byRule;
  try {
    const { query: proposed, usage } = await planner.plan(
      { question, history, articleLanguage: ports.article.language },
      ports.signal,
    );
    const hits = await ports.retriever.retrieve(proposed, { limit });
    const query = checkPlan(proposed, { question, history, article: ports.article, hits });
    if (query === null) return { ...byRule, usage };
    const merged = fuse([
      [hits, 1],
      [first, 0.5],
    ]);
    const planned = history.length > 0 ? query : question;
    return { query: planned, understoodAs: planned === question ? null : planned, hits: merged, usage };
  } catch (error) {
    ports.noteFailure(error);
    return byRule;
  }
}

async function retrieveCarried(
  query: string,
  previous: string | null,
  question: string,
  retriever: Retriever,
): Promise<readonly Hit[]> {
  // The member's own words count twice: what is carried over only says where to look.
  const hits = await retriever.retrieve(query === question ? question : `${question}\n${query}`, { limit });
  if (previous === null) return hits;
  return fuse([
    [hits, 1],
    [await retriever.retrieve(previous, { limit }), weightOfPrevious],
  ]);
}

/** Adds up the scores of several searches, each relative to its best, times its weight. */
function fuse(searches: readonly (readonly [readonly Hit[], number])[]): readonly Hit[] {
  const sums = new Map<string, Hit>();
  for (const [hits, weight] of searches) {
    const best = hits[0]?.score ?? 1;
    for (const hit of hits) {
      const known = sums.get(hit.passage.id);
      const score = (known?.score ?? 0) + (weight * hit.score) / (best > 0 ? best : 1);
      sums.set(hit.passage.id, { ...(known ?? hit), score });
    }
  }
  return [...sums.values()].sort((one, other) => other.score - one.score).slice(0, limit);
}

function isForeign(question: string, { language }: Article): boolean {
  return detectLanguage(question).split('-')[0] !== language.split('-')[0];
}

function isWeak(hits: readonly Hit[], enough: number): boolean {
  return (hits[0]?.terms.length ?? 0) < enough;
}
