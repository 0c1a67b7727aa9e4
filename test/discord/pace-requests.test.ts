import { expect, it } from 'vitest';
import { paceRequests } from '../../src/discord/pace-requests.ts';

const pace = { timeout: 10_000, perSecond: 50, share: () => 1 };

it('no second has more than fifty requests, but for first responses, which wait for none', async () => {
  const sent: { readonly url: string; readonly at: number }[] = [];
  const request = paceRequests(async (url) => {
    sent.push({ url, at: performance.now() });
    return new Response();
  }, pace);
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

it('a request has all its time however long it waited for its turn, and no more', async () => {
  const request = paceRequests(
    async (url, { signal }) => {
      expect(signal?.aborted).toBe(false);
      if (url.endsWith('hangs')) await new Promise((_, reject) => signal?.addEventListener('abort', reject));
      return new Response();
    },
    { ...pace, timeout: 200 },
  );
  const library = new AbortController();
  const waiting = Array.from({ length: 60 }, (_, number) =>
    request(`https://host/api/v10/${number}`, { signal: library.signal }),
  );
  library.abort();
  expect(await Promise.all(waiting)).toHaveLength(60);
  await expect(request('https://host/api/v10/hangs', {})).rejects.toMatchObject({ type: 'abort' });
});

it('a process keeps to its share of what the bot is allowed, also once that is another', async () => {
  const sent: number[] = [];
  let share = 1;
  const request = paceRequests(
    async () => {
      sent.push(performance.now());
      return new Response();
    },
    { ...pace, perSecond: 40, share: () => share },
  );
  const send = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, number) => request(`https://host/api/v10/${number}`, {})));
  const most = (): number =>
    Math.max(...sent.map((at) => sent.filter((one) => one >= at && one < at + 1_000).length));
  await send(30);
  share = 0.25;
  const before = sent.length;
  await send(20);
  expect(most()).toBeLessThanOrEqual(40);
  // What was sent just before counts too: nothing more was until fewer than its share were left of it.
  const [first = 0] = sent.slice(before);
  expect(first - (sent[before - 9] ?? 0)).toBeGreaterThanOrEqual(1_000);
  sent.splice(0, before);
  expect(most()).toBeLessThanOrEqual(10);
});
