import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadArticle, shippedArticlePath } from '../../src/knowledge/load-article.ts';
import { startModelServer } from '../model-server/model-server.ts';
import { makeFolder, runCommand } from './run-command.ts';

const question = '张家港累计落实了多少帮扶资金？';

describe('ask', () => {
  it('prints one object whose citations are the exact words of the article', async () => {
    const { code, stdout, stderr } = await runCommand('ask', [question, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['outcome', 'answer', 'citations', 'retrieved', 'generator']);
    expect(answer).toMatchObject({ outcome: 'answered', generator: 'extractive' });
    expect(answer.answer).toContain('6594万元');
    expect(answer.retrieved[0]).toBe(2);
    const article = await loadArticle(shippedArticlePath);
    expect(answer.citations.length).toBeGreaterThan(0);
    for (const citation of answer.citations) {
      expect(Object.keys(citation)).toEqual(['marker', 'paragraph', 'quote', 'start', 'end']);
      expect(article.paragraphs[citation.paragraph]?.text.slice(citation.start, citation.end)).toBe(
        citation.quote,
      );
    }
  });

  it('prints the answer as text, with its citations and, when asked, what became of each statement', async () => {
    const { code, stdout } = await runCommand('ask', [question, '--ledger']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/6594万元.*\[1\]/u);
    expect(stdout).toMatch(/^\[1\] .*“.*”$/mu);
    expect(stdout).toMatch(/^1\. verified: .*6594万元/mu);
    expect(stdout).toMatch(/^ {3}passage \d+ “.*”: word-for-word at ¶2 \d+–\d+$/mu);
    expect(stdout).toMatch(/^\d in the drafts: \d verified, 0 repaired, 0 dropped$/mu);
  });

  it('takes a conversation from a file', async () => {
    const file = join(await makeFolder(), 'history.json');
    const history = [
      { role: 'user', content: question },
      { role: 'assistant', content: '累计落实帮扶资金6594万元。[1]' },
    ];
    await writeFile(file, JSON.stringify(history));
    const { stdout } = await runCommand('ask', ['那惠及多少个村呢？', '--history', file, '--json']);
    expect(JSON.parse(stdout).answer).toContain('72个村');
  });

  it('has the model judge its own statements where the operator wants that', async () => {
    const model = await startModelServer({ behaviour: 'well-behaved' });
    try {
      const environment = { OPENAI_BASE_URL: model.url, OPENAI_VERIFY: 'on' };
      const { stdout } = await runCommand('ask', [question, '--ledger'], environment);
      expect(stdout).toMatch(/^1\. verified: /mu);
      expect(model.requests.at(-1)?.system).toContain('You judge statements');
      expect(JSON.parse(model.requests.at(-1)?.user ?? '').statements[0].passages[0]).toContain('6594万元');
    } finally {
      await model.close();
    }
  });

  it('answers through a model where one is configured', async () => {
    const model = await startModelServer({ behaviour: 'well-behaved' });
    try {
      const { stdout } = await runCommand('ask', [question, '--json'], { OPENAI_BASE_URL: model.url });
      expect(JSON.parse(stdout)).toMatchObject({ outcome: 'answered', generator: 'openai' });
      expect(model.requests[0]?.system).not.toContain('6594');
    } finally {
      await model.close();
    }
  });

  it('quotes where the model alters a number', async () => {
    const model = await startModelServer({ behaviour: 'alters-number' });
    try {
      const { stdout } = await runCommand('ask', [question, '--json'], { OPENAI_BASE_URL: model.url });
      expect(JSON.parse(stdout)).toMatchObject({ outcome: 'answered', generator: 'extractive' });
      expect(JSON.parse(stdout).answer).toContain('6594万元');
    } finally {
      await model.close();
    }
  });

  it('greets without a citation', async () => {
    const { stdout } = await runCommand('ask', ['你好', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'small-talk', citations: [], retrieved: [] });
  });

  it('prints usage', async () => {
    const { code, stdout } = await runCommand('ask', ['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: npm run -s ask/u);
  });

  it.each([
    ['no question', []],
    ['an unknown option', [question, '--nonsense']],
    ['a bad language', [question, '--language', '../x']],
    ['an empty question', ['  ']],
    ['a question that is too long', ['字'.repeat(1_001)]],
    ['a history that is not there', [question, '--history', '/nowhere/history.json']],
  ])('exits 2 without a stack on %s', async (_, args) => {
    const { code, stdout, stderr } = await runCommand('ask', args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/\S/u);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  it('names the article file that is not good', async () => {
    const { code, stderr } = await runCommand('ask', [question], { ARTICLE_PATH: '/nowhere/article.json' });
    expect(code).toBe(2);
    expect(stderr).toContain('/nowhere/article.json');
  });
});
