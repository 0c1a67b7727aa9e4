import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

describe('search', () => {
  it('prints one object: the query, the hits with what found them, the paragraphs best first', async () => {
    const { code, stdout, stderr } = await runCommand('search', [
      '帮扶资金',
      '6594万元',
      '--json',
      '--limit',
      '3',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const found = JSON.parse(stdout);
    expect(Object.keys(found)).toEqual(['query', 'hits', 'retrieved']);
    expect(found.query).toBe('帮扶资金 6594万元');
    expect(found.hits).toHaveLength(3);
    expect(Object.keys(found.hits[0])).toEqual(['paragraph', 'passage', 'score', 'text', 'terms', 'parts']);
    expect(found.hits[0]).toMatchObject({ paragraph: 2, text: expect.stringContaining('6594万元') });
    expect(found.retrieved[0]).toBe(2);
  });

  it('explains a score by parts that add up to it', async () => {
    const { stdout } = await runCommand('search', ['善港农村干部学院', '--explain', '--limit', '1']);
    const [, score = '', sum = ''] = /^¶8 {2}(\S+) = (.+)$/mu.exec(stdout) ?? [];
    const parts = sum.split(' + ').map((part) => Number.parseFloat(part));
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.reduce((total, part) => total + part, 0)).toBeCloseTo(Number(score), 0);
  });

  it('prints for a reader the paragraph, the text and the terms of each passage', async () => {
    const { code, stdout } = await runCommand('search', ['善港农村干部学院']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^¶8 {2}\d+\.\d\d\n.*善港农村干部学院.*\n.*善港/u);
  });

  it('says so when nothing is found', async () => {
    expect(await runCommand('search', ['😀'])).toEqual({
      code: 0,
      stdout: 'No passage has any of these words.\n',
      stderr: '',
    });
  });

  it('prints its usage', async () => {
    const { code, stdout } = await runCommand('search', ['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: npm run -s search/);
  });

  it.each([[[]], [['  ']], [['x', '--limit', '0']], [['x', '--limit', '1e9']], [['x', '--what']]])(
    'refuses the arguments %j with exit code 2 and the usage, without a stack',
    async (args) => {
      const { code, stdout, stderr } = await runCommand('search', args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('Usage:');
      expect(stderr).not.toMatch(/\n\s+at /);
    },
  );

  it('names the article file that cannot be used', async () => {
    const { code, stderr } = await runCommand('search', ['x'], { ARTICLE_PATH: '/nowhere.json' });
    expect(code).toBe(2);
    expect(stderr).toContain('/nowhere.json');
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
