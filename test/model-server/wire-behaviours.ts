/** Faults of time and of the wire, and ends that are none. */
import type { Behaviour } from './behaviour.ts';
import {
  deliver,
  type Exchange,
  endStream,
  pause,
  sendBody,
  sendChoice,
  sendEvent,
  sendWords,
  startStream,
} from './delivery.ts';
import { trueReply } from './oracle.ts';

/** The first words of an answer, streamed, and the stream left open. */
async function sendHalf(exchange: Exchange, writeLength = 0): Promise<void> {
  const text = trueReply(exchange.request);
  startStream(exchange);
  await sendWords(exchange, { text: text.slice(0, text.length / 2), writeLength });
}

async function hang(exchange: Exchange): Promise<void> {
  await pause(exchange, 600_000);
}

const body =
  (type: string, content: string): Behaviour =>
  async ({ response }) => {
    response.writeHead(200, { 'content-type': type });
    response.end(content);
  };

export const wireBehaviours = {
  // Time
  'slow-first-token': async (exchange) => {
    const text = trueReply(exchange.request);
    if (exchange.request.body.stream) startStream(exchange);
    await pause(exchange, exchange.slowness);
    await deliver(exchange, { text });
  },
  'hangs-before-headers': hang,
  'silent-after-headers': async (exchange) => {
    startStream(exchange);
    await hang(exchange);
  },
  'silent-mid-stream': async (exchange) => {
    await sendHalf(exchange);
    await hang(exchange);
  },
  'comments-only': async (exchange) => {
    startStream(exchange);
    for (;;) {
      exchange.response.write(': keep-alive\n\n');
      await pause(exchange, 10);
    }
  },
  /** Events without a word in them, for ever. */
  'empty-deltas-only': async (exchange) => {
    startStream(exchange);
    for (;;) {
      await sendChoice(exchange, { delta: { content: '' } });
      await pause(exchange, 10);
    }
  },
  /** White space for ever, as models held to JSON are known to write. */
  'blank-for-ever': async (exchange) => {
    startStream(exchange);
    for (;;) {
      await sendChoice(exchange, { delta: { content: '\n  ' } });
      await pause(exchange, 5);
    }
  },
  /** The whole answer, and then a connection that nobody closes. */
  'keeps-connection-open': async (exchange) => {
    startStream(exchange);
    await sendWords(exchange, { text: trueReply(exchange.request) });
    await sendChoice(exchange, { delta: {}, finish_reason: 'stop' });
    await hang(exchange);
  },

  // Bodies
  'cut-mid-body': async (exchange) => {
    await sendHalf(exchange);
    exchange.response.destroy();
  },
  /** All the words, no reason why they end. */
  'cut-without-finish': (exchange) =>
    deliver(exchange, { text: trueReply(exchange.request), finishReason: null, usage: false, done: false }),
  /** Ends inside a character's bytes. */
  'cut-in-character': async (exchange) => {
    startStream(exchange);
    const event = Buffer.from(
      `data: {"choices":[{"index":0,"delta":{"content":"{\\"outcome\\":\\"answered\\",\\"statements\\":[{\\"text\\":\\"数`,
    );
    exchange.response.end(event.subarray(0, -1));
  },
  'splits-characters': (exchange) => deliver(exchange, { text: trueReply(exchange.request), writeLength: 7 }),
  'empty-200': body('text/event-stream', ''),
  'empty-json-200': body('application/json', ''),
  'html-200': body(
    'text/html; charset=utf-8',
    '<!doctype html><title>Sign in</title><p>Welcome to the hotel</p>',
  ),
  'broken-event': async (exchange) => {
    startStream(exchange);
    await sendEvent(exchange, '{"choices":[{"index":0,"delta":{"content":');
    await endStream(exchange);
  },
  'error-event': async (exchange) => {
    await sendHalf(exchange);
    await sendEvent(exchange, { error: { message: 'CUDA out of memory', code: 500 } });
    exchange.response.end();
  },
  'crlf-and-comments': (exchange) =>
    deliver(exchange, { text: trueReply(exchange.request), lineEnd: '\r\n', comments: true }),
  'no-done': (exchange) => deliver(exchange, { text: trueReply(exchange.request), done: false }),
  'no-usage': (exchange) => deliver(exchange, { text: trueReply(exchange.request), usage: false }),
  'other-model-name': (exchange) =>
    deliver(exchange, { text: trueReply(exchange.request), model: 'somebody-else' }),
  'ignores-stream': async (exchange) => sendBody(exchange, { text: trueReply(exchange.request) }),
  'one-event': (exchange) => deliver(exchange, { text: trueReply(exchange.request), pieceLength: 1_000_000 }),

  // Ends that are none
  'length-finish': async (exchange) => {
    await sendHalf(exchange);
    await endStream(exchange, { finishReason: 'length' });
  },
  'content-filter': async (exchange) => {
    await sendHalf(exchange);
    await endStream(exchange, { finishReason: 'content_filter' });
  },
  refusal: async (exchange) => {
    startStream(exchange);
    for (const word of ["I'm sorry, ", "I can't ", 'help with that.'])
      await sendChoice(exchange, { delta: { refusal: word } });
    await endStream(exchange);
  },
  'tool-calls': async (exchange) => {
    startStream(exchange);
    const call = {
      index: 0,
      id: 'call_1',
      type: 'function',
      function: { name: 'send_message', arguments: '{}' },
    };
    await sendChoice(exchange, { delta: { role: 'assistant', content: null, tool_calls: [call] } });
    await endStream(exchange, { finishReason: 'tool_calls' });
  },
} satisfies Record<string, Behaviour>;
