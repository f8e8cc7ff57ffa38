// Unit and integration tests: beside the code they test, in plain Node, over the real schema.

import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    passWithNoTests: false,
    allowOnly: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    setupFiles: ['scripts/one-chance.ts', 'e2e/assure/clear-after-each.ts'],
    reporters: ['default', ['json', { outputFile: 'out/reports/unit.json' }]],
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['{shared,electron,scripts,e2e}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'renderer', environment: 'node', include: ['renderer/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
