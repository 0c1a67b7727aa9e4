/** What every verifier promises, whatever judges in it. */
import { describe, expect, it } from 'vitest';
import type { Verifier, VerifyRequest } from '../../../src/knowledge/answering/verifier.ts';

/** A verifier in each state that it can be in. */
interface Verifiers {
  well(): Promise<Verifier>;
  /** What it stands on is down. */
  down(): Promise<Verifier>;
  /** What it stands on does not answer for a second at least. */
  silent(): Promise<Verifier>;
}

const passages = ['临海市累计投入资金3200万元，支持45个项目，惠及1280名农户。'];
export const judged: VerifyRequest = {
  statements: [
    { text: '临海市累计投入资金3200万元。', passages },
    { text: '临海市累计投入资金2300万元。', passages },
    { text: '火星上发现了许多水和冰川。', passages },
  ],
};

export function itIsAVerifier(name: string, verifiers: Verifiers): void {
  describe(`${name} as a verifier`, () => {
    it('gives a verdict for each statement, in order', async () => {
      const verifier = await verifiers.well();
      const { verdicts } = await verifier.verify(judged, new AbortController().signal);
      expect(verdicts).toEqual(['supported', 'contradicted', 'not-said']);
    });

    it('fails as a model that is down', async () => {
      const verifier = await verifiers.down();
      await expect(verifier.verify(judged, new AbortController().signal)).rejects.toMatchObject({
        name: 'UpstreamError',
        upstream: 'model',
      });
    });

    it('stops at once when aborted, with the reason', async () => {
      const verifier = await verifiers.silent();
      const reason = new Error('the member has gone');
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), 20);
      await expect(verifier.verify(judged, controller.signal)).rejects.toBe(reason);
    });
  });
}
