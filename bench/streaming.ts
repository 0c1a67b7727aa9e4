/**
 * How soon the first checked statement is on the screen: the bot as its own process, a loopback Discord, and a model that
 * takes a given time to its first statement. Prints the model's own time, the member's, and their ratio.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { runBot } from '../test/e2e/running-bot.ts';
import type { Behaviour } from '../test/model-server/behaviour.ts';
import { answersTruly } from '../test/model-server/behaviour.ts';
import { endStream, sendChoice, startStream } from '../test/model-server/delivery.ts';
import { startModelServer } from '../test/model-server/model-server.ts';
import { readDraftData } from '../test/model-server/oracle.ts';

const questions = ['张家港累计落实了多少帮扶资金？', '有多少名骨干教师来沿河支教？', '深度贫困村有多少个？'];
const times = [800, 2_000, 4_000];
const pieces = 20;

/** When the first statement of the last request was complete, from its arrival, in milliseconds. */
let ownTime = 0;

/** Writes three statements, each a sentence of a passage, in `time` milliseconds each. */
const writesSlowly =
  (time: number): Behaviour =>
  async (exchange) => {
    const data = readDraftData(exchange.request);
    if (data === null) return answersTruly(exchange);
    const startedAt = performance.now();
    const statements = data.passages.slice(0, 3).map(({ passage, text }) => {
      const quote = text.split(/(?<=。)/u)[0] ?? text;
      return JSON.stringify({ text: quote, citations: [{ passage, quote }] });
    });
    startStream(exchange);
    for (const [index, statement] of statements.entries()) {
      const text = `${index === 0 ? '{"outcome":"answered","statements":[' : ','}${statement}`;
      for (let at = 0; at < pieces; at += 1) {
        await sleep(time / pieces, undefined, { signal: exchange.gone });
        const from = Math.floor((at * text.length) / pieces);
        const to = Math.floor(((at + 1) * text.length) / pieces);
        await sendChoice(exchange, { delta: { content: text.slice(from, to) } });
      }
      if (index === 0) ownTime = performance.now() - startedAt;
    }
    await sendChoice(exchange, { delta: { content: ']}' } });
    await endStream(exchange);
  };

const model = await startModelServer({ behaviour: 'well-behaved' });
const bot = await runBot({ model });
const { sandbox } = bot;
process.stdout.write(
  `${['model', 'on the screen', 'ratio', 'of five'].map((cell) => cell.padStart(14)).join('')}\n`,
);
for (const [index, time] of times.entries()) {
  model.behave(writesSlowly(time));
  const question = questions[index] ?? '';
  const edits = () =>
    sandbox.requests
      .filter(({ method }) => method === 'PATCH')
      .map(({ body }) => JSON.stringify(body))
      .filter((body) => body.includes(question));
  const startedAt = performance.now();
  await sandbox.member.slash('ask', { question }, { timeoutMs: 60_000, quietMs: 0 });
  while (!edits().some((body) => body.includes('[1]'))) await sleep(5);
  const shownAt = performance.now() - startedAt;
  // Buttons come with the last state.
  while (!edits().some((body) => body.includes('custom_id'))) await sleep(50);
  const figures = [`${Math.round(ownTime)} ms`, `${Math.round(shownAt)} ms`, (shownAt / ownTime).toFixed(2)];
  process.stdout.write(
    `${[...figures, `${edits().length} edits`].map((cell) => cell.padStart(14)).join('')}\n`,
  );
}
await bot.close();
await model.close();
