/** What every query planner promises, whatever plans in it. */
import { describe, expect, it } from 'vitest';
import type { PlanRequest, QueryPlanner } from '../../../src/knowledge/answering/query-planner.ts';

/** A planner in each state that it can be in. */
interface Planners {
  well(): Promise<QueryPlanner>;
  /** What it stands on is down. */
  down(): Promise<QueryPlanner>;
  /** What it stands on does not answer for a second at least. */
  silent(): Promise<QueryPlanner>;
}

export const followUp: PlanRequest = {
  question: '那项目呢？',
  history: [
    { role: 'user', content: '张家港累计落实了多少帮扶资金？' },
    { role: 'assistant', content: '2.3亿元。' },
  ],
  articleLanguage: 'zh-CN',
};

export function itIsAQueryPlanner(name: string, planners: Planners): void {
  describe(`${name} as a query planner`, () => {
    it('gives one line that stands alone: what a follow-up leans on is in it', async () => {
      const planner = await planners.well();
      const { query } = await planner.plan(followUp, new AbortController().signal);
      expect(query).toContain('项目');
      expect(query).toContain('帮扶资金');
      expect(query).not.toMatch(/\n|^\s|\s$/);
    });

    it('plans several at once, each its own', async () => {
      const planner = await planners.well();
      const questions = ['有哪些医院？', '有哪些学校？', '有哪些企业？'];
      const plans = await Promise.all(
        questions.map((question) => planner.plan({ ...followUp, question }, new AbortController().signal)),
      );
      for (const [index, { query }] of plans.entries()) expect(query).toContain(questions[index]);
    });

    it('fails as a model that is down', async () => {
      const planner = await planners.down();
      await expect(planner.plan(followUp, new AbortController().signal)).rejects.toMatchObject({
        name: 'UpstreamError',
        upstream: 'model',
      });
    });

    it('stops at once when aborted, with the reason', async () => {
      const planner = await planners.silent();
      const reason = new Error('the member has gone');
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), 20);
      await expect(planner.plan(followUp, controller.signal)).rejects.toBe(reason);
    });
  });
}
