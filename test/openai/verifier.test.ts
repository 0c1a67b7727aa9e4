import { describe, expect, it } from 'vitest';
import type { Verifier } from '../../src/knowledge/answering/verifier.ts';
import { createBreaker, guardVerifier } from '../../src/openai/breaker.ts';
import { createOpenAiVerifier } from '../../src/openai/verifier.ts';
import { itIsAVerifier, judged } from '../knowledge/answering/verifier-contract.ts';
import { says } from '../model-server/behaviour.ts';
import type { BehaviourName } from '../model-server/behaviours.ts';
import { openLoopback } from './loopback.ts';

const signal = () => new AbortController().signal;

const openVerifier = async (behaviour: BehaviourName): Promise<Verifier> =>
  createOpenAiVerifier({ chat: (await openLoopback(behaviour)).chat });

const openGuarded = async (behaviour: BehaviourName): Promise<Verifier> =>
  guardVerifier(await openVerifier(behaviour), createBreaker({ now: () => performance.now() }));

for (const [name, open] of [
  ['a model', openVerifier],
  ['a model behind a breaker', openGuarded],
] as const)
  itIsAVerifier(name, {
    well: () => open('well-behaved'),
    down: () => open('fails-always-500'),
    silent: () => open('hangs-before-headers'),
  });

describe('verifying', () => {
  it('asks once for all statements, with what others wrote as data, and counts its tokens', async () => {
    const { chat, server } = await openLoopback('well-behaved');
    const { usage } = await createOpenAiVerifier({ chat }).verify(judged, signal());
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.body).toMatchObject({
      response_format: { json_schema: { name: 'verdicts' } },
    });
    expect(server.requests[0]?.system).not.toContain('临海');
    expect(JSON.parse(server.requests[0]?.user ?? '').statements).toHaveLength(3);
    expect(usage.tokensIn).toBeGreaterThan(0);
  });

  it('takes a statement without a verdict, and a verdict without a statement, for no objection', async () => {
    const verdicts = [
      { statement: 2, verdict: 'not-said' },
      { statement: 99, verdict: 'contradicted' },
    ];
    const { chat } = await openLoopback(says(JSON.stringify({ verdicts })));
    const given = await createOpenAiVerifier({ chat }).verify(judged, signal());
    expect(given.verdicts).toEqual(['supported', 'not-said', 'supported']);
  });

  it.each(['malformed-json', 'other-shape', 'cut-mid-body', 'html-200'] as const)(
    'gives no verdict where the reply is %s',
    async (behaviour) => {
      const { chat } = await openLoopback(behaviour);
      await expect(createOpenAiVerifier({ chat }).verify(judged, signal())).rejects.toMatchObject({
        name: 'UpstreamError',
      });
    },
  );
});
