/** What `DATABASE_URL` says. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a SQLite file that a `file:` URL names; null for a database elsewhere. A relative path starts at the working directory. */
export function sqlitePath(url: string): string | null {
  if (!url.startsWith('file:')) return null;
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
}

/** Where the article's index is kept: beside the database, or in `data/` where that is elsewhere. */
export function indexPath(url: string): string {
  return `${sqlitePath(url) ?? resolve('data/footnote')}.index`;
}
