/** Loaded into the bot's process before the bot: what cannot be done to it from outside, on orders from a file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { readOrder } from './orders.ts';

let shift = 0;

globalThis.Date = new Proxy(Date, {
  construct: (target, given, maker) =>
    Reflect.construct(target, given.length === 0 ? [target.now() + shift] : given, maker),
  get: (target, name) => (name === 'now' ? () => target.now() + shift : Reflect.get(target, name)),
});

function carryOut(path: string): void {
  const order = readOrder(readFileSync(path, 'utf8'));
  shift = order.shift;
  const until = performance.now() + order.block;
  while (performance.now() < until);
  writeFileSync(`${path}.done`, '');
}

const path = process.env.CHAOS_ORDERS;
if (isMainThread && path !== undefined) process.on('SIGUSR2', () => carryOut(path));
