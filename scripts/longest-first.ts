import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * A long file begun last leaves the other cores idle until it ends. A fresh clone knows no times yet, and Vitest would go by size, which
 * puts the longest of all at the end: it is eleven lines long.
 */
const longest = [
  'e2e/assure/goals.test.ts',
  'e2e/assure/disk-doors.test.ts',
  'e2e/assure/damaged-header.test.ts',
  'electron/practice/dispatch.test.ts',
  'e2e/assure/disk-saves.test.ts',
  'e2e/assure/backup-faults.test.ts',
  'e2e/assure/damaged-database.test.ts',
  'e2e/assure/audit-tampering.test.ts',
];

const place = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((file) => moduleId.endsWith(file));
  return at < 0 ? longest.length : at;
};

/** The files known to be long, longest first; then the others, as Vitest would have them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => place(one) - place(other));
  }
}
