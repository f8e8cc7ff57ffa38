// Numbers out of the JSON reports of the two test runners. A skipped test counts as failed: what did not run was not shown.
// A runner that failed without naming a test, ran none or left no report counts as one failure.

function counts(passed, failed, ok) {
  const silent = failed === 0 && (!ok || passed === 0) ? 1 : 0;
  return { passed, failed: failed + silent };
}

export function countVitest(report, ok) {
  if (!report) return counts(0, 0, false);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return counts(numPassedTests, numFailedTests + numPendingTests + numTodoTests, ok);
}

export function countPlaywright(report, ok) {
  if (!report) return counts(0, 0, false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return counts(expected, unexpected + flaky + skipped, ok);
}
