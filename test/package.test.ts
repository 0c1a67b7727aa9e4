import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import about from '../package.json' with { type: 'json' };

test('an install without development packages needs no git hooks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-package-'));
  const env = { PATH: join(process.execPath, '..') };
  try {
    expect(execFileSync('/bin/sh', ['-c', about.scripts.prepare], { cwd: folder, env }).toString()).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
