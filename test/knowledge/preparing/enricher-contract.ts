/** What every enricher promises, whatever enriches in it. */
import { describe, expect, it } from 'vitest';
import {
  type Enricher,
  type EnrichRequest,
  enrichmentDraftSchema,
} from '../../../src/knowledge/preparing/enricher.ts';

/** An enricher in each state that it can be in. */
interface Enrichers {
  well(): Promise<Enricher>;
  /** What it stands on is down. */
  down(): Promise<Enricher>;
  /** What it stands on gives something of another shape. */
  confused(): Promise<Enricher>;
  /** What it stands on does not answer for a second at least. */
  silent(): Promise<Enricher>;
}

const passage = '2016年以来，张家港市累计落实帮扶资金2.3亿元。';
export const request: EnrichRequest = {
  title: '升级版',
  heading: null,
  paragraph: passage,
  passage,
  language: 'zh-CN',
};

export function itIsAnEnricher(name: string, enrichers: Enrichers): void {
  describe(`${name} as an enricher`, () => {
    it('gives what was asked for, about the passage', async () => {
      const enricher = await enrichers.well();
      const draft = await enricher.enrich(request, new AbortController().signal);
      expect(enrichmentDraftSchema.parse(draft)).toEqual(draft);
      expect(draft.gloss).toContain('2.3');
      expect(draft.questions.length).toBeGreaterThan(0);
    });

    it.each(['down', 'confused'] as const)('fails as a model when it is %s', async (state) => {
      const enricher = await enrichers[state]();
      await expect(enricher.enrich(request, new AbortController().signal)).rejects.toMatchObject({
        name: 'UpstreamError',
        upstream: 'model',
      });
    });

    it('stops at once when aborted, with the reason', async () => {
      const enricher = await enrichers.silent();
      const reason = new Error('the operator has stopped it');
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), 20);
      await expect(enricher.enrich(request, controller.signal)).rejects.toBe(reason);
    });
  });
}
