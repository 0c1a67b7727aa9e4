import { expect, it } from 'vitest';
import type { Enricher } from '../../src/knowledge/preparing/enricher.ts';
import { createOpenAiEnricher } from '../../src/openai/enricher.ts';
import { itIsAnEnricher, request } from '../knowledge/preparing/enricher-contract.ts';
import type { BehaviourName } from '../model-server/behaviours.ts';
import { openLoopback } from './loopback.ts';

const open = async (behaviour: BehaviourName): Promise<Enricher> =>
  createOpenAiEnricher({ chat: (await openLoopback(behaviour)).chat });

itIsAnEnricher('a model', {
  well: () => open('well-behaved'),
  down: () => open('fails-always-500'),
  confused: () => open('other-shape'),
  silent: () => open('hangs-before-headers'),
});

it('asks for the shape by its schema, with the article’s text as data', async () => {
  const { chat, server } = await openLoopback('well-behaved');
  const draft = await createOpenAiEnricher({ chat }).enrich(request, new AbortController().signal);
  expect(draft.aliases).toEqual(['2016', '2.3']);
  expect(draft.questions.map(({ language }) => language)).toEqual(['zh-CN']);
  expect(server.requests[0]?.body.response_format).toMatchObject({
    json_schema: { name: 'enrichment', strict: true },
  });
  expect(server.requests[0]?.system).not.toContain('张家港');
});
