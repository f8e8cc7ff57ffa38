import { setImmediate as nextTurn } from 'node:timers/promises';
import { Refusal } from '../../shared/app-error.ts';
import type { Encoding, FirstRow, ImportRow, Reading, RowResult, Separator } from '../../shared/client-import.ts';
import { ClientDetails } from '../../shared/clients.ts';
import type { CustomField } from '../../shared/custom-fields.ts';
import { type ImportField, type Mapping, mostColumns, type Preset } from '../../shared/import-fields.ts';
import { fieldAt, type RowProblem, readRow } from '../../shared/import-row.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { issuesOf } from '../practice/issues.ts';
import { type Row, rowsIn, separatorOf } from './csv-read.ts';
import { beginningOf, encodingOf, textOf } from './csv-text.ts';
import { everybody, type Somebody } from './import-alike.ts';
import { isSomebody, mappingFor, presetFor } from './import-presets.ts';

/** A person in the list as they would be kept, or what keeps them from it. */
export type ListRow = Pick<ImportRow, 'row' | 'amiss'> & { readonly person: Person; readonly details: ClientDetails | null };
type Person = Pick<ImportRow, 'chosenName' | 'legalName' | 'birthDate' | 'phone' | 'email'>;

export type List = {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly firstRow: FirstRow;
  readonly preset: Preset | null;
  readonly columns: readonly { readonly name: string; readonly samples: string[] }[];
  readonly mapping: Mapping;
  readonly rows: readonly ListRow[];
};

/** What is shown of a cell. */
const shownLength = 80;
const mostSamples = 3;
/** Rows made into people before other calls have their turn. */
const rowsAtATime = 200;

const shortened = (text: string): string => [...text.slice(0, 2 * shownLength)].slice(0, shownLength).join('');

/** No name is longer than its column, and no more is shown of what is refused. */
const personIn = (details: Record<string, unknown>): Person => {
  const text = (key: string): string => shortened(String(details[key] ?? '').toWellFormed());
  return {
    chosenName: text('chosenName'),
    legalName: text('legalName'),
    birthDate: details.birthDate as CalendarDay | null,
    phone: text('phone'),
    email: text('email'),
  };
};

export type HowTo = {
  readonly mapping: Mapping;
  readonly dateOrder: Reading['dateOrder'];
  readonly custom: readonly CustomField[];
  readonly today: CalendarDay;
};

type Issue = ReturnType<typeof issuesOf>[number];
type Wrong = { readonly field: ImportField; readonly problem: RowProblem } & Pick<Issue, 'limit' | 'length'>;

/** A row with more in it than there are columns has slipped, and what stands in a column may be of another. */
const hasSlipped = ({ cells }: Row, { mapping }: HowTo): boolean => cells.slice(mapping.length).some((cell) => cell !== '');

const personFrom = (row: Row, how: HowTo): ListRow => {
  const custom = new Map(how.custom.filter(({ inUse }) => inUse).map((field) => [field.id, field]));
  const read = readRow(row.cells, { mapping: how.mapping, dateOrder: how.dateOrder, custom });
  const parsed = ClientDetails.safeParse(read.details, { reportInput: true });
  const issues = parsed.success ? [] : issuesOf(parsed.error, read.details);
  const isAhead = typeof read.details.birthDate === 'string' && read.details.birthDate > how.today;
  const wrong: readonly Wrong[] = [
    ...(hasSlipped(row, how)
      ? [{ field: how.mapping.findLast((field) => field !== null) ?? 'chosenName', problem: 'too-many-cells' } as const]
      : []),
    ...(isAhead ? [{ field: 'birthDate', problem: 'in-the-future' } as const] : []),
    ...read.amiss,
    ...issues.map(({ path, ...issue }) => ({ ...issue, field: fieldAt(path, how.mapping) })),
  ];
  const amiss = wrong.map((one) => ({ ...one, words: shortened(row.cells[how.mapping.indexOf(one.field)] ?? '') }));
  const person = personIn(parsed.success ? parsed.data : read.details);
  return { row: row.row, amiss, person, details: amiss.length === 0 && parsed.success ? parsed.data : null };
};

type Source = { readonly content: Uint8Array; readonly custom: readonly CustomField[]; readonly today: CalendarDay };

/**
 * Reads a list whole, a few rows between the turns of other calls.
 * @throws Refusal csv-unreadable, csv-row-too-long, csv-too-wide, csv-too-many, csv-empty
 */
export const readList = async ({ content, custom, today }: Source, asked: Reading): Promise<List> => {
  const encoding = encodingOf(content);
  const separator = asked.separator ?? separatorOf(beginningOf(content, encoding));
  let head: Omit<List, 'rows'> | null = null;
  const rows: ListRow[] = [];
  for await (const row of rowsIn(textOf(content, encoding), separator)) {
    if (head === null) {
      head = headFrom(row.cells, { ...asked, encoding, separator, custom });
      if (head.firstRow === 'names') continue;
    }
    for (const [at, { samples }] of head.columns.entries())
      if (samples.length < mostSamples && (row.cells[at] ?? '') !== '') samples.push(shortened(row.cells[at] ?? ''));
    rows.push(personFrom(row, { mapping: head.mapping, dateOrder: asked.dateOrder, custom, today }));
    if (rows.length % rowsAtATime === 0) await nextTurn();
  }
  if (head === null || rows.length === 0) throw new Refusal('csv-empty');
  return { ...head, rows };
};

type Asked = Reading & Pick<List, 'encoding' | 'separator'> & { readonly custom: readonly CustomField[] };

/** A mapping of another length is of another file. */
const headFrom = (cells: readonly string[], { encoding, separator, custom, mapping, ...asked }: Asked): Omit<List, 'rows'> => {
  const firstRow = asked.firstRow ?? (isSomebody(cells.slice(0, mostColumns), custom) ? 'somebody' : 'names');
  // Columns without names are told by what stands in them, which is for a person to see.
  const names = cells.slice(0, mostColumns).map(firstRow === 'names' ? shortened : () => '');
  const preset = presetFor(names);
  const columns = names.map((name) => ({ name, samples: [] }));
  const isOfThis = mapping !== null && mapping.length === names.length;
  return { encoding, separator, firstRow, preset, columns, mapping: isOfThis ? mapping : mappingFor(names, preset, custom) };
};

export type Judged = ListRow & { readonly result: RowResult; readonly alike: ImportRow['alike'] };

/** What becomes of each row: asked of everybody who is here, and of the rows further up. */
export const judged = async (rows: readonly ListRow[], here: readonly Somebody[]): Promise<readonly Judged[]> => {
  const known = everybody(here);
  const all: Judged[] = [];
  for (const one of rows) {
    const alike = one.details === null ? [] : [...known.like(one.person)];
    const taken = alike.length > 0 ? 'alike' : 'new';
    all.push({ ...one, result: one.details === null ? 'refused' : taken, alike });
    if (one.details !== null) known.add({ ...one.person, clientId: null, row: one.row, archived: false });
    if (all.length % rowsAtATime === 0) await nextTurn();
  }
  return all;
};
