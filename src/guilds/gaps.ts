/** The gap loop of each server: questions that were left open are put together, and what moderators made of them is found. */
import { UpstreamError } from '../errors.ts';
import {
  likenessBounds,
  likenessOf,
  overlapOf,
  readForLikeness,
} from '../knowledge/curated/question-likeness.ts';
import { remember } from '../knowledge/text/remember.ts';
import type { Log } from '../log.ts';
import type { Gap, GapQuestion, GapStore } from './gap-store.ts';

export interface Gaps extends Omit<GapStore, 'add'> {
  /** Puts a question into the queue, to those that are near to it. */
  collect(guildId: string, question: GapQuestion, keepDays: number): Promise<void>;
  /** The gap that moderators have answered in which the same is asked; null where there is none, or the database is away. */
  findAnswered(guildId: string, question: string): Promise<Gap | null>;
  /** What another process may have decided on meanwhile is read again. */
  readAnew(): void;
  /** The moderators' wording of an answered gap that is nearest to a question, to be offered; null where none is near. */
  findOffer(guildId: string, question: string): Promise<string | null>;
}

/** Servers whose answered gaps are kept in memory. */
const mostServers = 500;

/** The one writer of the store for the servers of this process's shards, so that what it keeps in memory is never old. */
export function createGaps(store: GapStore, log: Log): Gaps {
  const read = remember(readForLikeness);
  const answered = new Map<string, Promise<readonly Gap[]>>();
  const loadAnswered = (guildId: string): Promise<readonly Gap[]> => {
    const known = answered.get(guildId);
    if (known !== undefined) return known;
    if (answered.size >= mostServers) answered.clear();
    const loading = store.list(guildId).then((gaps) => gaps.filter(({ state }) => state === 'answered'));
    answered.set(guildId, loading);
    loading.catch(() => answered.delete(guildId));
    return loading;
  };
  /** None while the database is away. */
  const knownAnswered = async (guildId: string): Promise<readonly Gap[]> => {
    try {
      return await loadAnswered(guildId);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      log.warn('curated-not-read', { guildId, reason: error.reason });
      return [];
    }
  };
  /** The best of the gaps above a bound, by the best of its wordings. */
  const findBest = (
    gaps: readonly Gap[],
    bound: number,
    score: (gap: Gap) => readonly number[],
  ): Gap | null => {
    const [best] = gaps
      .map((gap) => ({ gap, score: Math.max(0, ...score(gap)) }))
      .sort((one, other) => other.score - one.score);
    return best === undefined || best.score < bound ? null : best.gap;
  };
  return {
    ...store,
    readAnew: () => answered.clear(),
    async collect(guildId, question, keepDays) {
      const asked = read(question.question);
      const near = findBest(await store.list(guildId), likenessBounds.near, ({ wordings, questions }) =>
        [...wordings, ...questions.slice(0, 20).map((one) => one.question)].map((text) =>
          likenessOf(asked, read(text)),
        ),
      );
      await store.add(guildId, question, near?.id ?? null, keepDays);
    },
    async findAnswered(guildId, question) {
      const asked = read(question);
      // Only moderators' wordings: members' questions may be near to one another and ask different things.
      return findBest(await knownAnswered(guildId), likenessBounds.same, ({ wordings }) =>
        wordings.map((wording) => likenessOf(asked, read(wording))),
      );
    },
    async findOffer(guildId, question) {
      const asked = read(question);
      const scored = (await knownAnswered(guildId))
        .flatMap(({ wordings }) => wordings)
        .map((wording) => ({ wording, score: overlapOf(asked, read(wording)) }))
        .filter(({ score }) => score >= likenessBounds.offered)
        .sort((one, other) => other.score - one.score);
      return scored[0]?.wording ?? null;
    },
    async decide(guildId, gap, verdict) {
      try {
        return await store.decide(guildId, gap, verdict);
      } finally {
        answered.delete(guildId);
      }
    },
  };
}
