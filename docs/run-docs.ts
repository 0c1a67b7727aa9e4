/** Writes what is generated of the pages: `npm run docs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { moderatorPages, writeSettings } from './settings-table.ts';

for (const page of moderatorPages) {
  const file = join(import.meta.dirname, '..', page.path);
  writeFileSync(file, writeSettings(readFileSync(file, 'utf8'), page));
}
