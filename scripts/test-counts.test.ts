import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './test-counts.mjs';

const unit = { numPassedTests: 12, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
const e2e = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 } };

test.each([
  ['all passed', countVitest(unit, true), { passed: 12, failed: 0 }],
  ['some failed', countVitest({ ...unit, numFailedTests: 3 }, false), { passed: 12, failed: 3 }],
  ['a skipped test is a failed one', countVitest({ ...unit, numPendingTests: 1, numTodoTests: 1 }, true), { passed: 12, failed: 2 }],
  ['a file that does not load fails without naming a test', countVitest(unit, false), { passed: 12, failed: 1 }],
  ['no test ran', countVitest({ ...unit, numPassedTests: 0 }, true), { passed: 0, failed: 1 }],
  ['no report', countVitest(undefined, true), { passed: 0, failed: 1 }],
  ['all stories passed', countPlaywright(e2e, true), { passed: 5, failed: 0 }],
  ['flaky and skipped stories', countPlaywright({ stats: { ...e2e.stats, flaky: 1, skipped: 2 } }, true), { passed: 5, failed: 3 }],
  ['the runner failed by itself', countPlaywright(e2e, false), { passed: 5, failed: 1 }],
  ['no story report', countPlaywright(undefined, false), { passed: 0, failed: 1 }],
])('%s', (_name, counted, expected) => {
  expect(counted).toEqual(expected);
});
