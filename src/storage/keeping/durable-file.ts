/** Files that are whole or not there: what is acknowledged is on the disk, its name included. */
import { constants, copyFile, link, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Gives a file that was written its final name, over whatever has that name, so that a loss of power finds the old or the new. */
export async function publish(part: string, path: string): Promise<void> {
  await sync(part);
  await rename(part, path);
  await syncFolder(path);
}

/** A second, new name for a file that stays where it is; a copy where the file system has no such thing. */
export async function keepAs(path: string, other: string): Promise<void> {
  await link(path, other).catch(async () => {
    await copyFile(path, other, constants.COPYFILE_EXCL);
    await sync(other);
  });
  await syncFolder(other);
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}

async function syncFolder(path: string): Promise<void> {
  // Windows opens no folder, and needs none of this.
  const folder = await open(dirname(path)).catch(() => null);
  await folder?.sync().finally(() => folder.close());
}
