/** `npm run mutation`: changes the check of answers, numbers and the sanitiser in one place after another. No mutator is left out. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  mutate: [
    'src/knowledge/answering/grounding/**/*.ts',
    'src/knowledge/answering/sanitise.ts',
    'src/knowledge/text/fold-digits.ts',
    'src/knowledge/text/legible.ts',
    'src/knowledge/text/number*.ts',
  ],
  ignorePatterns: ['data', 'coverage', 'docs'],
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false },
  concurrency: 2,
  timeoutMS: 10_000,
  thresholds: { high: 85, low: 85, break: null },
};
