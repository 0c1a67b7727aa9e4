import { expect, it } from 'vitest';
import { paceRequests } from '../../src/discord/pace-requests.ts';

it('no second has more than fifty requests, but for first responses, which wait for none', async () => {
  const sent: { readonly url: string; readonly at: number }[] = [];
  const request = paceRequests(async (url) => {
    sent.push({ url, at: performance.now() });
    return new Response();
  });
  const startedAt = performance.now();
  const edits = Array.from({ length: 120 }, (_, number) => request(`https://host/api/v10/${number}`, {}));
  await request('https://host/api/v10/interactions/1/token/callback?with_response=false', {});
  const [response] = sent.filter(({ url }) => url.includes('callback'));
  expect(sent.length).toBeLessThanOrEqual(50);
  await Promise.all(edits);
  const paced = sent.filter((one) => one !== response).map(({ at }) => at);
  const gaps = paced.slice(50).map((at, index) => at - (paced[index] ?? 0));
  expect(paced).toHaveLength(120);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(2_000);
});
