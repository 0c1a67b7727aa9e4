import { defineConfig } from 'vitest/config';

/** The tests of what `npm run mutation` changes, without the generated adversary: it would run for each change. */
export default defineConfig({
  test: {
    include: [
      'test/knowledge/answering/sanitise*.test.ts',
      'test/knowledge/answering/grounding/*.test.ts',
      'test/knowledge/text/{fold-digits,legible,number*}.test.ts',
    ],
    exclude: ['**/adversary.test.ts'],
    globalSetup: ['test/temporary-folder.ts'],
    testTimeout: 60_000,
  },
});
