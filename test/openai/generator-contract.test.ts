import { createBreaker, guardGenerator } from '../../src/openai/breaker.ts';
import { describeGenerator } from '../knowledge/answering/generator-contract.ts';
import { openLoopback } from './loopback.ts';

describeGenerator('of a model', async () => (await openLoopback('well-behaved')).generator);

describeGenerator('of a model behind a breaker', async () => {
  const { generator } = await openLoopback('well-behaved');
  return guardGenerator(generator, createBreaker({ now: () => performance.now() }));
});
