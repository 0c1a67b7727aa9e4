import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createModelCheck } from '../../src/openai/check-model.ts';
import { createOpenAiClient } from '../../src/openai/client.ts';

/** What the check of a model says of a server that answers so, and which requests it took. */
async function check(model: string, answer: RequestListener, timeout?: number) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const client = createOpenAiClient({ apiKey: 'sk-test-key', baseUrl: `http://127.0.0.1:${port}/v1` });
  const look = createModelCheck({ client, model, ...(timeout !== undefined && { timeout }) });
  const state = await look().catch((error: unknown) => error);
  return { state, requests };
}

const lists =
  (...ids: readonly string[]): RequestListener =>
  (_, response) =>
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ object: 'list', data: ids.map((id) => ({ id, object: 'model' })) }));
const refuses =
  (status: number): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');

describe('the check of a model', () => {
  it('finds it in the list of its server’s, by one request that writes nothing', async () => {
    const { state, requests } = await check('small', lists('large', 'small'));
    expect(state).toBe('fine');
    expect(requests).toEqual(['GET /v1/models']);
  });

  it.each<[string, RequestListener, string]>([
    ['has it under a tag', lists('small:latest'), 'fine'],
    ['has others', lists('large', 'smaller'), 'unlisted'],
    ['has none', lists(), 'unlisted'],
    ['knows no lists', refuses(404), 'unlisted'],
    ['answers with a page', (_, response) => response.end('<html></html>'), 'unlisted'],
  ])('says of a server that %s what it is', async (_, answer, state) => {
    expect((await check('small', answer)).state).toBe(state);
  });

  it.each<[string, RequestListener, string]>([
    ['refuses the key', refuses(401), 'http-401'],
    ['is down', refuses(503), 'http-503'],
    ['breaks off', (_, response) => response.destroy(), 'unreachable'],
  ])('says why of a server that %s, and does not try again', async (_, answer, reason) => {
    const { state, requests } = await check('small', answer);
    expect(state).toMatchObject({ upstream: 'model', reason });
    expect(requests).toHaveLength(1);
  });

  it.each<[string, RequestListener]>([
    ['never answers', () => undefined],
    ['never ends', (_, response) => void response.writeHead(200).write('{"data":[')],
  ])('gives up on a server that %s', async (_, answer) => {
    expect((await check('small', answer, 150)).state).toMatchObject({ reason: 'timeout' });
  });
});
