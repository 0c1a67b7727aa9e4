/** A model that tells the truth in its own time: a while until it begins, then piece by piece. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { answersTruly, type Behaviour } from '../../test/model-server/behaviour.ts';
import { endStream, sendChoice, startStream } from '../../test/model-server/delivery.ts';
import { type ModelServer, startModelServer } from '../../test/model-server/model-server.ts';
import { trueReply } from '../../test/model-server/oracle.ts';

/** In milliseconds. */
const untilFirst = { least: 300, most: 900 };
const between = 60;
const pieceLength = 24;

export interface SlowModel extends ModelServer {
  /** The milliseconds that were taken for a question since this was last asked. */
  takeTime(question: string): number;
}

const asksOf = z.object({ question: z.string() });

export async function startSlowModel(random: () => number): Promise<SlowModel> {
  const times = new Map<string, number>();
  const behaviour: Behaviour = async (exchange) => {
    const startedAt = performance.now();
    const { question } = asksOf.parse(JSON.parse(exchange.request.user));
    await pause(untilFirst.least + random() * (untilFirst.most - untilFirst.least));
    if (exchange.request.body.stream) {
      startStream(exchange);
      const text = trueReply(exchange.request);
      for (let at = 0; at < text.length; at += pieceLength) {
        await sendChoice(exchange, { delta: { content: text.slice(at, at + pieceLength) } });
        await pause(between);
      }
      await endStream(exchange);
    } else await answersTruly(exchange);
    times.set(question, (times.get(question) ?? 0) + performance.now() - startedAt);

    function pause(milliseconds: number): Promise<void> {
      return sleep(milliseconds, undefined, { signal: exchange.gone });
    }
  };
  const server = await startModelServer({ behaviour });
  return {
    ...server,
    takeTime(question) {
      const time = times.get(question) ?? 0;
      times.delete(question);
      return time;
    },
  };
}
