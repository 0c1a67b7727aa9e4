import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noMeasures } from '../../src/cli/measure-answer.ts';
import { scorePredictions } from '../../src/cli/score-predictions.ts';
import { toScoreTable } from '../../src/cli/score-table.ts';
import { makeFolder, runCommand } from './run-command.ts';

async function writeLines(lines: readonly unknown[]): Promise<string> {
  const file = join(await makeFolder(), 'questions.jsonl');
  await writeFile(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return file;
}

describe('eval', () => {
  it('writes a line for each question, in order, and a table', async () => {
    const questions = await writeLines([
      {
        id: 'a',
        group: 'direct',
        question: '累计落实了多少帮扶资金？',
        paragraphs: [2],
        answers: ['6594万元'],
        extra: 1,
      },
      { id: 2, group: 'small-talk', question: 'hi' },
      { id: 'c', group: 'unanswerable', question: '沿河的机场有几条跑道？', unanswerable: true },
      { id: 'd', question: ' ' },
    ]);
    const predictions = join(await makeFolder(), 'out.jsonl');
    const { code, stdout, stderr } = await runCommand('eval', [
      '--questions',
      questions,
      '--predictions',
      predictions,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = (await readFile(predictions, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(['a', 2, 'c', 'd']);
    for (const line of lines) {
      expect(Object.keys(line).sort()).toEqual([
        'answer',
        'citations',
        'id',
        'outcome',
        'refused',
        'retrieved',
      ]);
    }
    expect(lines[0]).toMatchObject({
      refused: false,
      outcome: 'answered',
      retrieved: expect.arrayContaining([2]),
    });
    expect(lines[2]).toMatchObject({ refused: true, citations: [] });
    expect(stdout).toMatch(/^direct +1 +1\/1 100\.0% +100\.0%/mu);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });

  it('scores a model that knows the answers, on the loopback interface', async () => {
    const questions = await writeLines([
      {
        id: 1,
        group: 'english',
        question: 'How many teachers went?',
        paragraphs: [6],
        answers: [['34名', '34']],
      },
      {
        id: 2,
        group: 'list',
        question: '列出捐赠的款物和资金。',
        paragraphs: [12],
        answers: ['603万元', '508万元'],
      },
      { id: 3, group: 'unanswerable', question: '沿河的机场有几条跑道？', unanswerable: true },
      { id: 4, group: 'unclear', question: '多少钱？' },
    ]);
    const { code, stdout } = await runCommand('../../eval/with-oracle', ['--questions', questions]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^all +4 +4\/4 100\.0% .* 0\/2 +\d{3,4}$/mu);
    expect(stdout).toContain('generator openai');
  });

  it('answers a thousand questions', async () => {
    const questions = await writeLines(
      Array.from({ length: 1_000 }, (_, id) => ({
        id,
        question: `第${id}问：张家港有多少名骨干教师来沿河支教？`,
      })),
    );
    const { code, stdout } = await runCommand('eval', ['--questions', questions]);
    expect(code).toBe(0);
    expect(stdout).toContain('1000 questions');
  });

  it.each([
    ['a line that is not JSON', ['{"id":1,"question":"q"}', '{'], 'line 2'],
    ['a line without a question', [{ id: 1 }], 'question'],
  ])('exits 2 on %s and names it', async (_, lines, named) => {
    const { code, stderr } = await runCommand('eval', ['--questions', await writeLines(lines)]);
    expect(code).toBe(2);
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  it('exits 2 on a file that is not there', async () => {
    expect((await runCommand('eval', ['--questions', '/nowhere.jsonl'])).code).toBe(2);
  });
});

describe('scorePredictions', () => {
  const base = { outcome: 'answered' as const, citations: [], refused: false, retrieved: [3, 2] };

  it('wants all that a right answer has, one of each list of alternatives, whatever the script', () => {
    const question = { id: 1, question: 'q', paragraphs: [2], answers: ['6594万元', ['63', '六十三']] };
    const score = (answer: string) =>
      scorePredictions([{ question, prediction: { ...base, id: 1, answer }, ...noMeasures }])[0];
    expect(score('６５９４萬元，六十三個')?.right).toEqual({ count: 1, of: 1 });
    expect(score('6594万元')?.right).toEqual({ count: 0, of: 1 });
    expect(score('6594万元')?.paragraphFirst).toEqual({ count: 0, of: 1 });
  });

  it('counts how many refusals were right, and how much that has no answer was refused', () => {
    const refused = { ...base, outcome: 'not-in-article' as const, refused: true, answer: '', id: 1 };
    const unanswerable = { id: 1, question: 'q', unanswerable: true };
    const [row] = scorePredictions([
      { question: unanswerable, prediction: refused, ...noMeasures },
      { question: unanswerable, prediction: { ...base, answer: 'x', id: 1 }, ...noMeasures },
      { question: unanswerable, prediction: { ...base, answer: 'x', id: 1 }, ...noMeasures },
      { question: { id: 1, question: 'q', answers: ['x'] }, prediction: refused, ...noMeasures },
    ]);
    expect(row).toMatchObject({
      refusalPrecision: { count: 1, of: 2 },
      refusalRecall: { count: 1, of: 3 },
      right: { count: 1, of: 4 },
    });
  });

  it.each(['unclear', 'small-talk'] as const)('wants no answer but the outcome of what is %s', (outcome) => {
    const question = { id: 1, group: outcome, question: 'q', answers: [] };
    const right = (prediction: { outcome: 'answered' | 'unclear' | 'small-talk' }) =>
      scorePredictions([
        { question, prediction: { ...base, ...prediction, id: 1, answer: '' }, ...noMeasures },
      ])[0]?.right;
    expect(right({ outcome })).toEqual({ count: 1, of: 1 });
    expect(right({ outcome: 'answered' })).toEqual({ count: 0, of: 1 });
  });

  it('adds a row for all groups together', () => {
    const scored = ['one', 'two'].map((group) => ({
      question: { id: group, question: 'q', group, answers: ['x'] },
      prediction: { ...base, id: group, answer: 'x' },
      ...noMeasures,
      tokens: group === 'one' ? 100 : 300,
    }));
    expect(toScoreTable(scorePredictions(scored))).toMatch(/^all +2 +2\/2 100\.0% .* 200$/mu);
  });
});
