import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand } from '../cli/run-command.ts';

const bench = (...args: string[]) => runCommand('../../bench/retrieval', args);

let folder = '';

beforeAll(async () => {
  folder = await makeFolder();
});

async function write(name: string, ...lines: (object | string)[]): Promise<string> {
  const path = join(folder, name);
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  await writeFile(path, `${text}\n`);
  return path;
}

const docs = [
  { id: 'd1', group: 'a', text: '渡口的木船每天往返六趟。', extra: 1 },
  { id: 'd2', group: 'a', text: '茶园在山腰，终年有雾。' },
  { id: 'd1', group: 'b', text: '木船停在岸边，没有渡口。' },
];
const queries = [
  { id: 'q1', group: 'a', q: '木船每天往返几趟？', gold: ['d1'] },
  { id: 'q2', group: 'a', q: '茶园在山腰吗？', gold: ['d2', 'other'] },
  { id: 'q3', group: 'c', q: '木船', gold: ['d1'] },
];

describe('bench:retrieval', () => {
  it('searches each group alone, and prints one object an engine', async () => {
    const paths = [
      '--docs',
      await write('docs.jsonl', ...docs),
      '--queries',
      await write('queries.jsonl', ...queries),
    ];
    const { code, stdout, stderr } = await bench(
      ...paths,
      '--json',
      '--rounds',
      '1',
      '--engines',
      'footnote,minisearch-bigrams,sqlite-trigram',
    );
    expect(code).toBe(0);
    expect(stderr).toContain('1 of 3 queries have no right text among those searched: q3');
    const rows: Record<string, number | string>[] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ engine }) => engine)).toEqual(['footnote', 'minisearch-bigrams', 'sqlite-trigram']);
    for (const row of rows) {
      expect(row).toMatchObject({
        questions: 3,
        recallAt1: expect.closeTo(200 / 3),
        recallAt5: expect.closeTo(200 / 3),
      });
      for (const figure of ['buildMilliseconds', 'p50Milliseconds', 'p99Milliseconds', 'residentMegabytes'])
        expect(row[figure]).toBeGreaterThan(0);
    }
  });

  it('measures every engine on its own set when no file is given, with ratios to ours', async () => {
    const { code, stdout } = await bench('--rounds', '1');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^54 queries\nengine .*R@1 .*R@3 .*R@5 .*MRR@10 .*build ms .*p50 ms .*p99 ms .*index MB .*resident\n/,
    );
    for (const engine of [
      'minisearch',
      'minisearch-bigrams',
      'orama-mandarin',
      'flexsearch-cjk',
      'lunr-zh',
      'sqlite-trigram',
    ])
      expect(stdout).toMatch(
        new RegExp(`^${engine} +\\d+\\.\\d\\d[^x]*$[\\s\\S]*^${engine}( +[\\d.-]+x){5}$`, 'm'),
      );
  });

  it.each<[string, () => Promise<string[]>, RegExp]>([
    [
      'a line that is not JSON',
      async () => [
        '--docs',
        await write('bad.jsonl', { id: 'a', text: 'b' }, '{"id": '),
        '--queries',
        'q.jsonl',
      ],
      /bad\.jsonl, line 2: not JSON\./,
    ],
    [
      'a line of another shape',
      async () => ['--docs', await write('shape.jsonl', '', { id: 'a', text: 5 }), '--queries', 'q.jsonl'],
      /shape\.jsonl, line 2: text: /,
    ],
    [
      'a query without a right text',
      async () => [
        '--docs',
        await write('docs.jsonl', ...docs),
        '--queries',
        await write('gold.jsonl', { id: 'a', q: 'b', gold: [] }),
      ],
      /gold\.jsonl, line 1: gold: /,
    ],
    [
      'a text that is there twice',
      async () => ['--docs', await write('twice.jsonl', ...docs, docs[0] ?? {}), '--queries', 'q.jsonl'],
      /twice\.jsonl: text 4: d1 is there twice\./,
    ],
    [
      'an empty file',
      async () => ['--docs', await write('empty.jsonl', '', ''), '--queries', 'q.jsonl'],
      /empty\.jsonl is empty\./,
    ],
    [
      'a file that is not there',
      async () => ['--docs', 'none.jsonl', '--queries', 'q.jsonl'],
      /none\.jsonl cannot be read\./,
    ],
    ['one file without the other', async () => ['--docs', 'none.jsonl'], /go together/],
    ['an unknown engine', async () => ['--engines', 'footnote,elastic'], /there is no elastic/],
    ['no rounds', async () => ['--rounds', '0'], /--rounds 0/],
  ])('refuses %s with a clear sentence and exit code 2', async (_, makeArguments, message) => {
    const { code, stdout, stderr } = await bench(...(await makeArguments()));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});
