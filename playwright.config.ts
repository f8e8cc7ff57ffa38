// End-to-end specs, on the host the shared fixture finds. The browser is the machine's Chromium, not one Playwright brings.

import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/fixtures/demo-made.ts',
  outputDir: 'test-results',
  // Each story has an app and a folder of its own: a long file need not stay with one worker.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  // How quick a page is, the benchmark says; here it may have a busy machine.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'out/reports/e2e.json' }]],
  use: {
    trace: 'off',
    launchOptions: {
      executablePath: process.env.STILLPOINT_CHROMIUM ?? '/usr/bin/chromium',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
