import { UpstreamError } from '../errors.ts';

/**
 * `fetch` with two bounds that the client lacks: a server that asks for a wait beyond `longestWait` milliseconds is not
 * waited for, and a body beyond `maxBytes` fails with `too-long`, whatever it is made of.
 */
export function boundedFetch(bounds: { longestWait: number; maxBytes: number }): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const headers = new Headers(response.headers);
    if (!response.ok && waitAskedFor(headers) > bounds.longestWait) headers.set('x-should-retry', 'false');
    const body = response.body?.pipeThrough(limitBytes(bounds.maxBytes)) ?? null;
    return new Response(body, { status: response.status, statusText: response.statusText, headers });
  };
}

/** Milliseconds of `retry-after-ms` or `retry-after` (seconds, or a date); 0 where there is none. */
function waitAskedFor(headers: Headers): number {
  const milliseconds = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (Number.isFinite(milliseconds)) return milliseconds;
  const after = headers.get('retry-after');
  if (after === null) return 0;
  const seconds = Number.parseFloat(after);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(after) - Date.now();
  return Number.isFinite(wait) ? wait : 0;
}

function limitBytes(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > maxBytes) controller.error(new UpstreamError('model', 'too-long'));
      else controller.enqueue(chunk);
    },
  });
}
