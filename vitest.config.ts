// Unit and integration tests: beside the code they test, in plain Node, over the real schema.

import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';

/** What works on an open practice; the vault, backups and the shell have processes and files of their own. */
const practice = [
  'electron/{audit,clients,consent,content,documents,intake,letters,practice,releases,schedule,sessions,store}/**/*.test.ts',
];

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
        test: { name: 'node', environment: 'node', include: ['{electron,scripts,e2e}/**/*.test.ts'], exclude: practice },
      },
      // These keep nothing between two files, each test makes its own practice in memory: their modules are read in once a worker.
      {
        extends: true,
        test: { name: 'practice', environment: 'node', include: practice, isolate: false },
      },
      {
        extends: true,
        test: { name: 'shared', environment: 'node', include: ['shared/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: { name: 'renderer', environment: 'node', include: ['renderer/**/*.test.{ts,tsx}'], isolate: false },
      },
    ],
  },
});
