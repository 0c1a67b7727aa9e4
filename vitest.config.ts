import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/temporary-folder.ts', 'test/postgres/set-up.ts'],
    testTimeout: 60_000,
    // Threads are kept from file to file: no module has state of its own, so loading each once is enough.
    pool: 'threads',
    // One more than there are cores: tests of the edges wait for a process, a timer or a limit much of the time.
    maxWorkers: availableParallelism() + 1,
    isolate: false,
    coverage: {
      provider: 'v8',
      include: ['src/knowledge/**/*.ts', 'src/guilds/**/*.ts'],
      thresholds: { lines: 90, functions: 90, statements: 90, branches: 85 },
    },
  },
});
