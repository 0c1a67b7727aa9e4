import { describe, expect, it } from 'vitest';
import type { EnrichRequest } from '../../src/knowledge/preparing/enricher.ts';
import { createOpenAiEnricher } from '../../src/openai/enricher.ts';
import { openLoopback } from './loopback.ts';

const passage = '2016年以来，张家港市累计落实帮扶资金2.3亿元。';
const request: EnrichRequest = {
  title: '升级版',
  heading: null,
  paragraph: passage,
  passage,
  language: 'zh-CN',
};

describe('enriching a passage', () => {
  it('gives gloss, aliases and questions in the shape asked for', async () => {
    const { chat, server } = await openLoopback('well-behaved');
    const draft = await createOpenAiEnricher({ chat }).enrich(request, new AbortController().signal);
    expect(draft.gloss).toContain('2.3亿');
    expect(draft.aliases).toEqual(['2016', '2.3']);
    expect(draft.questions.map(({ language }) => language)).toEqual(['zh-CN']);
    expect(server.requests[0]?.body.response_format).toMatchObject({
      json_schema: { name: 'enrichment', strict: true },
    });
    expect(server.requests[0]?.system).not.toContain('张家港');
  });

  it('fails when the model gives another shape', async () => {
    const { chat } = await openLoopback('other-shape');
    const enriching = createOpenAiEnricher({ chat }).enrich(request, new AbortController().signal);
    await expect(enriching).rejects.toMatchObject({ name: 'UpstreamError', reason: 'malformed' });
  });
});
