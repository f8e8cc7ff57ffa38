import type { ImportCounts } from '../../shared/client-import.ts';
import type { ImportField, Mapping } from '../../shared/import-fields.ts';

/** The columns with another meaning for one of them; no two columns are the same, so the one that was it before is left out. */
export const withField = (mapping: Mapping, column: number, field: ImportField | null): Mapping =>
  mapping.map((before, at) => {
    if (at === column) return field;
    return before !== null && before === field ? null : before;
  });

const names: readonly ImportField[] = ['chosenName', 'firstName', 'lastName', 'preferredName', 'legalName'];
export const namesSomebody = (mapping: Mapping): boolean => mapping.some((field) => field !== null && names.includes(field));

/** Whether some column holds days, which need an order. */
export const holdsDays = (mapping: Mapping, dateFields: readonly string[]): boolean =>
  mapping.some((field) => field === 'birthDate' || (field !== null && dateFields.includes(field)));

/** How many are taken, and how many of those who may be here are not. */
export const sumOf = (counts: ImportCounts, ticked: ReadonlySet<number>): { readonly taken: number; readonly left: number } => ({
  taken: counts.new + ticked.size,
  left: counts.alike - ticked.size,
});
