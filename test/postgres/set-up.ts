/** Gives a run of the tests one PostgreSQL, in which each test that needs one makes a database of its own. */
import type { TestProject } from 'vitest/node';
import { startPostgres } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** `url` ends with a slash, for the name of a database. */
    readonly postgres: { readonly url: string };
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgres', { url: server.url });
  return () => server.stop();
}
