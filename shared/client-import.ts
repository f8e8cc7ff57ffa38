import { z } from 'zod';
import { problems } from './app-error.ts';
import { call, clinical } from './call.ts';
import { likenesses } from './clients-alike.ts';
import { FileGrant, Id } from './ids.ts';
import { dateOrders } from './import-dates.ts';
import { ImportField, Mapping, mostColumns, presets } from './import-fields.ts';
import { limits } from './limits.ts';
import { CalendarDay, Instant } from './time.ts';

/** The most people in one list. */
export const mostImported = 100_000;

/** How a list is written; told from its bytes. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** What the first row is: the names of the columns, or somebody already. */
export const firstRows = ['names', 'somebody'] as const;
export type FirstRow = (typeof firstRows)[number];

/** What becomes of a row: it is somebody new, it may be somebody who is here or stands further up, or it cannot be taken. */
export const rowResults = ['new', 'alike', 'refused'] as const;
export type RowResult = (typeof rowResults)[number];

/** `name`: the same name, where one of the two gives no birth date to tell them apart by. */
export const importLikenesses = [...likenesses, 'name'] as const;

/** Somebody a row may be: a client, or with no id the person in another row. */
const Alike = z.strictObject({
  clientId: Id.nullable(),
  row: z.int().nullable(),
  chosenName: z.string(),
  birthDate: CalendarDay.nullable(),
  archived: z.boolean(),
  why: z.array(z.enum(importLikenesses)).min(1),
});

export const ImportRow = z.strictObject({
  /** As a spreadsheet counts: the names of the columns are row 1, where there are any. */
  row: z.int().min(1),
  chosenName: z.string(),
  legalName: z.string(),
  birthDate: CalendarDay.nullable(),
  phone: z.string(),
  email: z.string(),
  result: z.enum(rowResults),
  alike: z.array(Alike).max(3),
  /** `words`: the beginning of what stands there. */
  amiss: z.array(
    z.strictObject({
      field: ImportField,
      problem: z.enum([...problems, 'date-unclear', 'year-unclear', 'too-many-cells']),
      limit: z.number().optional(),
      length: z.number().optional(),
      words: z.string(),
    }),
  ),
});
export type ImportRow = z.infer<typeof ImportRow>;

const Counts = z.strictObject({ new: z.int().min(0), alike: z.int().min(0), refused: z.int().min(0) });
export type ImportCounts = z.infer<typeof Counts>;

const Reading = z.strictObject({
  uploadId: Id,
  /** Null: told from the file. */
  separator: z.enum(separators).nullable(),
  /** Null: told from what stands in it. */
  firstRow: z.enum(firstRows).nullable().default(null),
  /** Null: told from the names of the columns. */
  mapping: Mapping.nullable(),
  /** Null: only what can be one day alone is read. */
  dateOrder: z.enum(dateOrders).nullable(),
});
export type Reading = z.infer<typeof Reading>;

/** A list that was taken over. */
const TakenOver = z.strictObject({ id: Id, at: Instant, fileName: z.string(), clients: z.int().min(1) });
export type TakenOverList = z.infer<typeof TakenOver>;

export const importCalls = {
  /**
   * What would become of each row of a list that was sent. Nothing of it is kept.
   * @throws Refusal csv-unreadable, csv-empty, csv-too-many, csv-too-wide; not-found upload
   */
  'clients.importPreview': call({
    input: Reading.extend({
      show: z.enum(['all', ...rowResults]).default('all'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(limits.page).default(50),
    }),
    output: z.strictObject({
      fileName: z.string(),
      encoding: z.enum(encodings),
      separator: z.enum(separators),
      firstRow: z.enum(firstRows),
      preset: z.enum(presets).nullable(),
      /** `samples`: what stands in the first rows that have something there. */
      columns: z.array(z.strictObject({ name: z.string(), samples: z.array(z.string()).max(3) })).max(mostColumns),
      mapping: Mapping,
      counts: Counts,
      /** Days that could be two. */
      unclearDates: z.int().min(0),
      rows: z.array(ImportRow).max(limits.page),
      total: z.int().min(0),
    }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'client-list-read',
      about: () => ({}),
      run: (before, now) => before.uploadId === now.uploadId,
    },
  }),
  /**
   * Takes a list over as it was shown, all or nothing: who may be here already only where ticked, and what cannot be taken only left out
   * where that was said.
   * @throws Refusal nothing-to-import, import-rows-refused, import-changed and as clients.importPreview
   */
  'clients.import': call({
    input: Reading.extend({
      mapping: Mapping,
      expected: Counts,
      /** Rows taken though they are alike. */
      alsoAlike: z.array(z.int().min(1)).max(mostImported),
      leaveOutRefused: z.boolean(),
    }),
    output: TakenOver,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'clients-imported' },
  }),
  /** The last list that is still here; null when there is none. */
  'clients.lastImport': call({
    input: z.strictObject({}),
    output: z.strictObject({ last: TakenOver.nullable() }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /**
   * Takes the last list out again, all or nothing.
   * @throws Refusal import-not-last; import-used, with how many of its clients were changed or have anything by now, and the first names
   */
  'clients.undoImport': call({
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ clients: z.int().min(1) }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'client-import-undone' },
  }),
  /** Asks where to save; null when the person thought better of it. */
  'clients.chooseCsvFile': call({
    input: z.strictObject({}),
    output: z.strictObject({ fileGrant: FileGrant.nullable() }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** Writes the whole list of clients as CSV: readable by anyone who has the file. @throws Refusal file-grant-unknown, file-not-written */
  'clients.exportCsv': call({
    input: z.strictObject({ archived: z.boolean(), fileGrant: FileGrant }),
    output: z.strictObject({ clients: z.int().min(0), fileName: z.string() }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'clients-exported' },
  }),
};
