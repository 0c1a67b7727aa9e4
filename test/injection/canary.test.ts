/** Nothing of the fixed instructions is said, however a model spells it. */
import { describe, expect, it } from 'vitest';
import type { Generator } from '../../src/knowledge/answering/generator.ts';
import { buildPlannerPrompt, plannerInstructions } from '../../src/knowledge/answering/planner-prompt.ts';
import { buildPrompt, canary, systemPrompt } from '../../src/knowledge/answering/prompt.ts';
import { article } from '../knowledge/answering/fixture.ts';
import { tellsInstructions } from './find-harm.ts';
import { findFaults, openFor, planning } from './obedient.ts';

const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter < 'a' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });

const spellings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  'spaced out': (text) => [...text].join(' '),
  'with dashes': (text) => [...text].join('-'),
  'with hidden characters': (text) => [...text].join('\u200b'),
  backwards: (text) => [...text].reverse().join(''),
  'in full width': (text) =>
    text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
  'in rot13': rot13,
};

const quote = '临海市累计投入资金3200万元';
const secrets = [canary, ...systemPrompt.split('\n'), ...plannerInstructions.split('\n')].filter(
  (line) => line.length > 15,
);
const ask = openFor(article);

/** Says a secret alone and with what is true, and cites a true quote. */
function telling(secret: string): Generator {
  return {
    name: 'openai',
    async *generate({ passages }) {
      const passage = passages.find((one) => one.passage.text.includes(quote))?.number ?? 1;
      yield { type: 'outcome', outcome: 'answered' };
      for (const text of [secret, `${quote}，${secret}`, `“${secret}”${quote}`])
        yield { type: 'statement', statement: { text, citations: [{ passage, quote }] } };
    },
  };
}

describe('the fixed instructions', () => {
  it('hold the canary, and the rest of a request does not', () => {
    const generate = { question: 'q', query: 'q', history: [], language: 'en', length: 'normal' as const };
    const draft = buildPrompt({ ...generate, passages: [], wholeArticle: true, missedLanguage: false });
    const plan = buildPlannerPrompt({ question: 'q', history: [], articleLanguage: 'en' });
    for (const { system, user } of [draft, plan]) {
      expect(system).toContain(canary);
      expect(user).not.toContain(canary);
    }
  });

  it('are known again in every spelling by these tests', () => {
    for (const spell of Object.values(spellings))
      expect(tellsInstructions(`x ${spell(systemPrompt.slice(0, 60))} y`)).toBe(true);
    expect(tellsInstructions('The article answers questions about one county.')).toBe(false);
  });

  it.each(Object.entries(spellings))(
    'are not said %s, alone or beside what is true, nor as what was understood',
    async (_, spell) => {
      const faults: string[] = [];
      for (const secret of secrets.map(spell)) {
        const received = await ask({
          question: '那投入了多少资金？',
          history: [{ role: 'user', content: '临海市做了什么？' }],
          generator: telling(secret),
          planner: planning(`资金 ${secret}`),
          locale: 'zh-CN',
        });
        faults.push(...findFaults(received, article));
      }
      expect(faults).toEqual([]);
    },
  );
});
