/** What happens to the database's file. Put right, it is again as it was: by who broke it, or from a backup. */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { FaultKind } from '../fault.ts';
import type { Random } from '../random.ts';

const besides = ['', '-wal', '-shm'];

/** The file is destroyed, and then restored from a backup that was made just before, as docs/operators.md says: stopped, copied, started. */
function destroyed(name: string, destroy: (path: string, random: Random) => void): FaultKind {
  return {
    ...{ name, family: 'database', takes: 'questions', end: null, lasts: [500, 2_000], restoresBackup: true },
    async inject(stage, random) {
      const { databasePath, bot } = stage;
      const backup = `${databasePath}.backup`;
      const file = new Sqlite(databasePath, { timeout: 5_000 });
      await file.backup(backup);
      file.close();
      destroy(databasePath, random);
      return {
        async heal() {
          await bot.stop('SIGTERM');
          for (const end of besides) rmSync(`${databasePath}${end}`, { force: true });
          copyFileSync(backup, databasePath);
          await bot.start();
          return true;
        },
      };
    },
  };
}

function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

/** Held by another process's connection, longer than anything waits for it. */
const locked: FaultKind = {
  ...{ name: 'database-locked', family: 'database', takes: 'nothing', end: null, lasts: [2_000, 5_000] },
  async inject({ databasePath }) {
    const holder = new Sqlite(databasePath, { timeout: 5_000 });
    holder.exec('begin immediate');
    return {
      async heal() {
        holder.exec('rollback');
        holder.close();
        return true;
      },
    };
  },
};

const deleted: FaultKind = {
  ...{ name: 'database-deleted', family: 'database', takes: 'nothing', end: null, lasts: [500, 2_000] },
  async inject({ databasePath }) {
    const kept = besides.filter((end) => existsSync(`${databasePath}${end}`));
    for (const end of kept) renameSync(`${databasePath}${end}`, `${databasePath}.away${end}`);
    return {
      async heal() {
        for (const end of besides) rmSync(`${databasePath}${end}`, { force: true });
        for (const end of kept) renameSync(`${databasePath}.away${end}`, `${databasePath}${end}`);
        return true;
      },
    };
  },
};

/** The disk that the files are on has no byte left. */
const full: FaultKind = {
  ...{
    name: 'disk-full',
    family: 'database',
    takes: 'nothing',
    end: null,
    lasts: [500, 2_500],
    smallDisk: true,
  },
  async inject({ folder }) {
    const path = join(folder, 'filler');
    fill(path);
    return {
      async heal() {
        rmSync(path);
        return true;
      },
    };
  },
};

function fill(path: string): void {
  const file = openSync(path, 'w');
  for (const size of [65_536, 4_096, 1])
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 1));
    } catch {
      // No room for so much: less may still fit.
    }
  closeSync(file);
}

/** Nobody may write to the files any more, not even who has them open. */
const readOnly: FaultKind = {
  ...{ name: 'database-read-only', family: 'database', takes: 'nothing', end: null, lasts: [500, 2_500] },
  async inject({ databasePath }) {
    // Not what is mapped into memory: whoever writes there is ended by the system with SIGBUS, whatever the program.
    const files = ['', '-wal'].map((end) => `${databasePath}${end}`).filter(existsSync);
    setImmutable(files, true);
    return {
      async heal() {
        setImmutable(files, false);
        return true;
      },
    };
  },
};

function setImmutable(files: readonly string[], yes: boolean): void {
  const { status, stderr } = spawnSync('chattr', [yes ? '+i' : '-i', ...files]);
  if (status !== 0) throw new Error(`chattr: ${stderr}`);
}

export const databaseKinds: readonly FaultKind[] = [
  locked,
  full,
  deleted,
  readOnly,
  destroyed('database-corrupted', (path, random) => {
    const { size } = statSync(path);
    for (let count = 0; count < 200; count += 1)
      overwrite(path, random.between(0, size - 64), Buffer.alloc(64, random.between(0, 255)));
  }),
  destroyed('database-truncated', (path, random) => {
    truncateSync(path, random.between(0, statSync(path).size));
  }),
  destroyed('database-overwritten', (path) =>
    writeFileSync(path, Buffer.alloc(statSync(path).size, 'notes ')),
  ),
];
