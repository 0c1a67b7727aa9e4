/** Gives a run of the tests one folder for temporary files, and removes it at the end. */
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';

export function setup(): () => void {
  const folder = mkdtempSync(join(hasRoomInMemory() ? memory : tmpdir(), 'footnote-test-'));
  // PostgreSQL, which may run as another user, has its folder in here.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Hundreds of databases are made, and each waits for the disk many times: files in memory do not. Containers may have little of it. */
function hasRoomInMemory(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2e9;
}
