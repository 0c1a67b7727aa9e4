/** What the preloaded part of the bot's process is told to do. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const orderSchema = z.object({
  /** Milliseconds that the clock is ahead, or behind. */
  shift: z.int(),
  /** Milliseconds for which the event loop stands still. */
  block: z.int().min(0),
});

export type Order = z.output<typeof orderSchema>;

export function readOrder(text: string): Order {
  return orderSchema.parse(JSON.parse(text));
}

/** Gives an order to a process, and waits until it is carried out. */
export async function giveOrder(path: string, order: Order, pid: number): Promise<void> {
  rmSync(`${path}.done`, { force: true });
  writeFileSync(path, JSON.stringify(order));
  process.kill(pid, 'SIGUSR2');
  const until = Date.now() + 20_000;
  while (!existsSync(`${path}.done`)) {
    if (Date.now() > until) throw new Error('the order was not carried out');
    await sleep(10);
  }
}
