import type { Turn } from './answer.ts';
import type { Usage } from './usage.ts';

export interface PlanRequest {
  readonly question: string;
  readonly history: readonly Turn[];
  /** BCP 47 tag of the article's language. */
  readonly articleLanguage: string;
}

/** Makes a stand-alone query in the article's language. Throws `UpstreamError` when a model is needed and fails. */
export interface QueryPlanner {
  plan(request: PlanRequest, signal: AbortSignal): Promise<{ readonly query: string; readonly usage: Usage }>;
}
