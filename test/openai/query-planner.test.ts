import { describe, expect, it } from 'vitest';
import type { QueryPlanner } from '../../src/knowledge/answering/query-planner.ts';
import { createBreaker, guardPlanner } from '../../src/openai/breaker.ts';
import { createOpenAiQueryPlanner } from '../../src/openai/query-planner.ts';
import { followUp, itIsAQueryPlanner } from '../knowledge/answering/query-planner-contract.ts';
import { says } from '../model-server/behaviour.ts';
import type { BehaviourName } from '../model-server/behaviours.ts';
import { openLoopback } from './loopback.ts';

const signal = () => new AbortController().signal;

const openPlanner = async (behaviour: BehaviourName): Promise<QueryPlanner> =>
  createOpenAiQueryPlanner({ chat: (await openLoopback(behaviour)).chat });

const openGuarded = async (behaviour: BehaviourName): Promise<QueryPlanner> =>
  guardPlanner(await openPlanner(behaviour), createBreaker({ now: () => performance.now() }));

for (const [name, open] of [
  ['a model', openPlanner],
  ['a model behind a breaker', openGuarded],
] as const)
  itIsAQueryPlanner(name, {
    well: () => open('well-behaved'),
    down: () => open('fails-always-500'),
    silent: () => open('hangs-before-headers'),
  });

describe('planning a query', () => {
  it('asks in one short call that is not streamed, with the conversation as data', async () => {
    const { chat, server } = await openLoopback('well-behaved');
    await createOpenAiQueryPlanner({ chat }).plan(followUp, signal());
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.body).toMatchObject({
      stream: false,
      response_format: { json_schema: { name: 'plan' } },
    });
    expect(server.requests[0]?.system).not.toContain('项目');
    expect(JSON.parse(server.requests[0]?.user ?? '')).toEqual(followUp);
  });

  it('is one line of bounded length', async () => {
    const { chat } = await openLoopback(says(JSON.stringify({ query: `  a\n\nb ${'很'.repeat(900)}` })));
    const { query } = await createOpenAiQueryPlanner({ chat }).plan(followUp, signal());
    expect(query).toMatch(/^a b 很+$/);
    expect(query).toHaveLength(500);
  });

  it.each<[BehaviourName, string]>([
    ['refuses-json-schema', 'json_object'],
    ['refuses-json-formats', 'text'],
    ['thinks-aloud', 'json_schema'],
  ])('works with %s', async (behaviour, format) => {
    const { chat, server } = await openLoopback(behaviour);
    const { query } = await createOpenAiQueryPlanner({ chat }).plan(followUp, signal());
    expect(query).toContain('那项目呢');
    expect(server.requests.at(-1)?.format).toBe(format);
  });

  it.each<[BehaviourName, string]>([
    ['hangs-before-headers', 'deadline'],
    ['silent-mid-stream', 'deadline'],
    ['cut-mid-body', 'cut'],
    ['empty-json-200', 'empty'],
    ['html-200', 'bad-body'],
    ['says-nothing', 'malformed'],
    ['malformed-json', 'malformed'],
    ['other-shape', 'malformed'],
    ['hundred-kilobytes', 'too-long'],
    ['length-finish', 'length'],
    ['refusal', 'refused'],
    ['tool-calls', 'tool-calls'],
    ['unauthorized-401', 'http-401'],
    ['rate-limited-long', 'http-429'],
  ])('fails with %s as %s', async (behaviour, reason) => {
    const { chat } = await openLoopback(behaviour);
    const planner = createOpenAiQueryPlanner({ chat, deadline: 250 });
    await expect(planner.plan(followUp, signal())).rejects.toMatchObject({ name: 'UpstreamError', reason });
  });

  it('fails when the query is blank', async () => {
    const { chat } = await openLoopback(says('{"query": " \\n "}'));
    await expect(createOpenAiQueryPlanner({ chat }).plan(followUp, signal())).rejects.toMatchObject({
      reason: 'empty',
    });
  });
});
