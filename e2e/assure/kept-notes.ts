import { createHash } from 'node:crypto';
import type { Connection } from '../../electron/store/open.ts';

type Row = Readonly<Record<string, unknown>>;

/** What the closed practice holds of notes. */
export type KeptNotes = {
  /** In the order they were begun: how often each was saved, its words as they are kept, and where it stands. */
  readonly notes: readonly { readonly revision: number; readonly body: string; readonly state: 'draft' | 'signed' | 'in-error' }[];
  readonly addenda: readonly string[];
};

const all = (db: Connection, sql: string): Row[] => db.prepare(sql).all() as Row[];
const sha256 = (of: string | Uint8Array): string => createHash('sha256').update(of).digest('hex');

export const notesIn = (db: Connection): KeptNotes => ({
  notes: all(
    db,
    `select revision, body, case when note_errors.at is not null then 'in-error' when signed_at is not null then 'signed' else 'draft' end as state
     from notes left join note_errors on note_errors.note_id = notes.id order by notes.id`,
  ).map(({ revision, body, state }) => ({
    revision: Number(revision),
    body: String(body),
    state: state === 'in-error' || state === 'signed' ? state : 'draft',
  })),
  addenda: all(db, 'select text from note_addenda order by at, id').map(({ text }) => String(text)),
});

/** Words, paper, hash and entry of a signed note belong together. */
const brokenSigned = (db: Connection): string[] =>
  all(
    db,
    `select notes.id, notes.body, notes.sha256 as words, notes.client_id, documents.kind, documents.client_id as paper_of, documents.pdf,
     documents.sha256 as paper, audit.digest, audit.action, audit.record_id
     from notes left join documents on documents.id = notes.document_id left join audit on audit.seq = documents.audit_seq
     where notes.signed_at is not null`,
  ).flatMap((row) => {
    if (row.kind !== 'note' || row.paper_of !== row.client_id) return [`note ${row.id} has no paper`];
    const paper = sha256(row.pdf as Uint8Array);
    const isVouched = row.action === 'note-signed' && row.record_id === row.id && row.digest === paper && row.paper === paper;
    return [
      ...(isVouched ? [] : [`the paper of note ${row.id} does not fit its entry`]),
      ...(row.words === sha256(String(row.body)) ? [] : [`note ${row.id} is not what was signed`]),
    ];
  });

/** Every note is in the search, or waits for it. */
const brokenIndex = (db: Connection): string[] => {
  const missing = all(db, 'select id from notes where id not in (select note_id from note_rows)');
  const [counts] = all(
    db,
    'select (select count(*) from note_rows where id is not null) as numbered, (select count(*) from note_search) as found',
  );
  return [
    ...missing.map(({ id }) => `note ${id} is not in the search`),
    ...(counts?.numbered === counts?.found ? [] : [`the search holds ${counts?.found} of ${counts?.numbered} notes`]),
  ];
};

/** What stands in the trail stands in the record, and the other way round. */
export const brokenNotes = (db: Connection, audit: readonly Row[]): string[] => {
  const inTrail = (action: string): number => audit.filter((row) => row.action === action).length;
  const pairs = [
    ['notes', 'select id from notes', 'note-begun'],
    ['signed notes', 'select id from notes where signed_at is not null', 'note-signed'],
    ['papers of notes', "select id from documents where kind = 'note'", 'note-signed'],
    ['addenda', 'select id from note_addenda', 'note-addendum'],
    ['notes in error', 'select note_id from note_errors', 'note-in-error'],
    ['coverings', 'select id from coverings', 'covering-begun'],
  ] as const;
  const counted = pairs.map(([what, sql, action]) => [what, all(db, sql).length, inTrail(action)] as const);
  return [
    ...counted.filter(([, rows, entries]) => rows !== entries).map(([what, rows, entries]) => `${rows} ${what}, ${entries} entries`),
    ...brokenSigned(db),
    ...brokenIndex(db),
  ];
};
