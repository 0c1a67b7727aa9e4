import { describe, expect, it } from 'vitest';
import type { PlanRequest } from '../../src/knowledge/answering/query-planner.ts';
import { createOpenAiQueryPlanner } from '../../src/openai/query-planner.ts';
import { says } from '../model-server/behaviour.ts';
import type { BehaviourName } from '../model-server/behaviours.ts';
import { openLoopback } from './loopback.ts';

const followUp: PlanRequest = {
  question: '那项目呢？',
  history: [
    { role: 'user', content: '张家港累计落实了多少帮扶资金？' },
    { role: 'assistant', content: '2.3亿元。' },
  ],
  articleLanguage: 'zh-CN',
};

const signal = () => new AbortController().signal;

describe('planning a query', () => {
  it('fills in what a follow-up leans on', async () => {
    const { chat } = await openLoopback('well-behaved');
    const planner = createOpenAiQueryPlanner({ chat });
    expect(await planner.plan(followUp, signal())).toEqual({
      query: '张家港累计落实了多少帮扶资金？ 那项目呢？',
    });
  });

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

  it('stops at once when aborted, with the reason', async () => {
    const { chat } = await openLoopback('hangs-before-headers');
    const reason = new Error('the member has gone');
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 20);
    await expect(createOpenAiQueryPlanner({ chat }).plan(followUp, controller.signal)).rejects.toBe(reason);
  });
});
