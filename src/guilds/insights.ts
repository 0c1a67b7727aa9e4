/** What moderators want to see of a server's questions: counts, shares, times and costs, over time. Pure. */
import type { AnsweredQuestion, CountedVote } from './stores.ts';

export const periods = ['day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];

const hour = 3_600_000;
const day = 24 * hour;
/** A day is shown by hours, the others by days; the last one is under way. */
const shapes: Readonly<Record<Period, { readonly step: number; readonly steps: number }>> = {
  day: { step: hour, steps: 24 },
  week: { step: day, steps: 7 },
  month: { step: day, steps: 30 },
};

const outcomeGroups = ['answered', 'partly', 'missing', 'other'] as const;
export type OutcomeGroup = (typeof outcomeGroups)[number];

export interface Figures {
  readonly questions: number;
  readonly outcomes: Readonly<Record<OutcomeGroup, number>>;
  /** Of the questions, those answered at least in part, from 0 to 1; null where there is none. */
  readonly answeredShare: number | null;
  readonly votes: number;
  readonly helpful: number;
  readonly helpfulShare: number | null;
  /** Milliseconds within which half of the answers, and 95 of 100, were shown. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly byModel: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly tokensCached: number;
  /** In the currency of the prices; null where none are known. */
  readonly cost: number | null;
}

/** The figures of an hour or a UTC day. */
export interface Bucket extends Figures {
  /** ISO 8601, UTC. */
  readonly startsAt: string;
}

export interface CountedText {
  readonly text: string;
  readonly count: number;
}

export interface Insights {
  readonly buckets: readonly Bucket[];
  readonly total: Figures;
  /** Of questions that are kept, most often asked first. */
  readonly mostAsked: readonly CountedText[];
  readonly notInArticle: readonly CountedText[];
  /** Reasons of votes, by how often they were given. */
  readonly reasons: readonly CountedText[];
}

/** From when on a period counts: ISO 8601, UTC. */
export function startOf(period: Period, now: number): string {
  const { step, steps } = shapes[period];
  return new Date((Math.floor(now / step) - steps + 1) * step).toISOString();
}

/**
 * Sums up what a server's answers and votes say. Questions with the same `normalise`d text count as one; they are left
 * out where the server keeps none, also those from when it did.
 */
export function summarise(
  kept: { readonly answers: readonly AnsweredQuestion[]; readonly votes: readonly CountedVote[] },
  {
    period,
    now,
    normalise,
    withTexts,
  }: { period: Period; now: number; normalise: (text: string) => string; withTexts: boolean },
): Insights {
  const { step, steps } = shapes[period];
  const start = Date.parse(startOf(period, now));
  const at = (time: string): number => Math.floor((Date.parse(time) - start) / step);
  const isWithin = (time: string): boolean => at(time) >= 0 && at(time) < steps;
  const answers = kept.answers.filter(({ shownAt }) => isWithin(shownAt));
  const votes = kept.votes.filter(({ votedAt }) => isWithin(votedAt));
  const answersAt = Map.groupBy(answers, ({ shownAt }) => at(shownAt));
  const votesAt = Map.groupBy(votes, ({ votedAt }) => at(votedAt));
  const count = (chosen: readonly AnsweredQuestion[]) =>
    countTexts(withTexts ? chosen.flatMap(({ question }) => question ?? []) : [], normalise);
  return {
    buckets: Array.from({ length: steps }, (_, index) => ({
      startsAt: new Date(start + index * step).toISOString(),
      ...figuresOf(answersAt.get(index) ?? [], votesAt.get(index) ?? []),
    })),
    total: figuresOf(answers, votes),
    mostAsked: count(answers),
    notInArticle: count(answers.filter(({ outcome }) => groupOf(outcome) === 'missing')),
    reasons: countTexts(
      votes.flatMap(({ reason }) => reason ?? []),
      (reason) => reason,
    ),
  };
}

function figuresOf(answers: readonly AnsweredQuestion[], votes: readonly CountedVote[]): Figures {
  const outcomes = { answered: 0, partly: 0, missing: 0, other: 0 };
  for (const { outcome } of answers) outcomes[groupOf(outcome)] += 1;
  const making = answers.flatMap((answer) => answer.making ?? []);
  const times = making.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  const costs = making.flatMap(({ cost }) => cost ?? []);
  const helpful = votes.filter((vote) => vote.helpful).length;
  return {
    questions: answers.length,
    outcomes,
    answeredShare: share(outcomes.answered + outcomes.partly, answers.length),
    votes: votes.length,
    helpful,
    helpfulShare: share(helpful, votes.length),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    byModel: making.filter(({ by }) => by === 'model').length,
    tokensIn: sum(making.map(({ usage }) => usage.tokensIn)),
    tokensOut: sum(making.map(({ usage }) => usage.tokensOut)),
    tokensCached: sum(making.map(({ usage }) => usage.tokensCached)),
    cost: costs.length === 0 ? null : sum(costs) / 1_000_000,
  };
}

function groupOf(outcome: string): OutcomeGroup {
  if (outcome === 'not-in-article') return 'missing';
  return outcomeGroups.find((group) => group === outcome) ?? 'other';
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** By the nearest rank, so that it is a time that was measured. */
function percentile(sorted: readonly number[], rank: number): number | null {
  return sorted[Math.ceil(rank * sorted.length) - 1] ?? null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Each is shown as it was first put. */
function countTexts(texts: readonly string[], normalise: (text: string) => string): readonly CountedText[] {
  const groups = Map.groupBy(texts, normalise).values();
  return [...groups]
    .map((group) => ({ text: group[0] ?? '', count: group.length }))
    .sort((one, other) => other.count - one.count);
}
