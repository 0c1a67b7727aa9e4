/** Read into the bot's process before the bot: tells the process that started it, when asked, what it holds. */
import { subscribe } from 'node:diagnostics_channel';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { z } from 'zod';
import { readEnvironment } from '../../src/config.ts';
import { heldBytes } from '../held-bytes.ts';
import type { Reading } from './bot-process.ts';
import { createRequestCount } from './request-count.ts';

const requestSchema = z.object({
  request: z.object({ origin: z.union([z.string(), z.instanceof(URL)]), path: z.string() }),
});
const discord = new URL(readEnvironment().DISCORD_API_URL ?? 'http://unset').origin;
// Counted as they are sent: where they arrive, what else that process does makes two seconds one.
const requests = createRequestCount();
subscribe('undici:request:create', (message) => {
  const { data } = requestSchema.safeParse(message);
  if (data !== undefined && new URL(data.request.origin).origin === discord)
    requests.note(data.request.path, performance.now());
});
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

process.on('message', async (question: { readonly collect: boolean }) => {
  // Twice and with a turn between: what ends a promise is let go only then.
  if (question.collect) await heldBytes();
  const { rss, heapUsed, external } = process.memoryUsage();
  const reading: Reading = {
    ...{ rss, heapUsed, external },
    delay: { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 },
    ...requests.take(),
    processor: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
  };
  delay.reset();
  process.send?.(reading);
});
// It must not keep a bot running that has ended, nor one that nobody watches any more.
process.once('disconnect', () => process.exit());
process.channel?.unref();
