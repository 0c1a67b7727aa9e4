import { defineConfig } from 'vitest/config';

/** The tests of what `npm run mutation` changes; of the generated adversary one draft of each kind, since it runs for each change. */
export default defineConfig({
  test: {
    include: [
      'test/knowledge/answering/sanitise*.test.ts',
      'test/knowledge/answering/grounding/*.test.ts',
      'test/knowledge/text/{fold-digits,legible,number*}.test.ts',
    ],
    env: { DRAFTS_OF_KIND: '1' },
    globalSetup: ['test/temporary-folder.ts'],
    testTimeout: 60_000,
  },
});
