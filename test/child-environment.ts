import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process that a test starts is given of this one's environment: the rest is not to reach it. */
export function childEnvironment() {
  return {
    PATH: process.env.PATH ?? '',
    // A third of a start is compiling: the first process of a run keeps what it compiled for the others.
    NODE_COMPILE_CACHE: join(tmpdir(), 'footnote-compiled'),
  };
}
