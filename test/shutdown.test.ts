import { expect, it } from 'vitest';
import { createShutdown } from '../src/shutdown.ts';

it('a stop takes every step, the last begun first, also after one that fails, and then says which failed', async () => {
  const shutdown = createShutdown();
  const taken: string[] = [];
  shutdown.add(async () => void taken.push('database'));
  shutdown.add(async () => {
    throw new Error('the fleet');
  });
  shutdown.add(async () => void taken.push('bot'));
  await expect(shutdown.run()).rejects.toThrow('the fleet');
  expect(taken).toEqual(['bot', 'database']);
});

it('a stop leaves what does not end in time', async () => {
  const shutdown = createShutdown(20);
  shutdown.add(() => new Promise(() => undefined));
  await shutdown.run();
});
