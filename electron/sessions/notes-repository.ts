import { NoteBody } from '../../shared/note-values.ts';
import { Signature } from '../../shared/signatures.ts';
import type { CalendarDay, Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { NoteTable } from '../store/note-schema.ts';

/** A note as it is kept. */
export type KeptNote = {
  readonly id: string;
  readonly clientId: string;
  readonly authorId: string;
  readonly sessionId: string | null;
  readonly on: CalendarDay;
  readonly createdAt: Instant;
  /** The day it was begun. */
  readonly writtenOn: CalendarDay;
  readonly templateId: string | null;
  readonly edition: string;
  readonly revision: number;
  readonly savedAt: Instant;
  readonly body: NoteBody;
  /** The JSON it is kept as: of a signed note these very bytes are what was signed. */
  readonly bytes: string;
  readonly movedFrom: string | null;
  readonly signed: {
    readonly at: Instant;
    readonly signature: Signature;
    readonly sha256: string;
    readonly documentId: string;
    readonly late: boolean;
  } | null;
};

const signedOf = (row: NoteTable): KeptNote['signed'] =>
  row.signed_at === null || row.signature === null || row.sha256 === null || row.document_id === null
    ? null
    : {
        at: row.signed_at,
        signature: Signature.parse(JSON.parse(row.signature)),
        sha256: row.sha256,
        documentId: row.document_id,
        late: row.late === 1,
      };

const toNote = (row: NoteTable): KeptNote => ({
  id: row.id,
  clientId: row.client_id,
  authorId: row.author_id,
  sessionId: row.session_id,
  on: row.happened_on,
  createdAt: row.created_at,
  writtenOn: row.created_on,
  templateId: row.template_id,
  edition: row.edition,
  revision: row.revision,
  savedAt: row.saved_at,
  body: NoteBody.parse(JSON.parse(row.body)),
  bytes: row.body,
  movedFrom: row.moved_from,
  signed: signedOf(row),
});

export const noteById = async (db: Reader, id: string): Promise<KeptNote | null> => {
  const row = await db.selectFrom('notes').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toNote(row) : null;
};

/** The one note of a session: one that was entered in error makes room for another. */
export const noteOfSession = async (db: Reader, sessionId: string): Promise<KeptNote | null> => {
  const row = await db
    .selectFrom('notes')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('id', 'not in', db.selectFrom('note_errors').select('note_id'))
    .executeTakeFirst();
  return row ? toNote(row) : null;
};

/** As it is kept, in the order of the contract, so that the same note is the same bytes. */
export const bytesOf = ({ format, values, custom, kept }: NoteBody): string => JSON.stringify({ format, values, custom, kept });

export type NewNote = Pick<
  KeptNote,
  'id' | 'clientId' | 'authorId' | 'sessionId' | 'on' | 'createdAt' | 'writtenOn' | 'templateId' | 'edition' | 'body' | 'movedFrom'
>;

export const insertNote = async (tx: Tx, note: NewNote): Promise<void> => {
  await tx
    .insertInto('notes')
    .values({
      id: note.id,
      client_id: note.clientId,
      author_id: note.authorId,
      session_id: note.sessionId,
      happened_on: note.on,
      created_at: note.createdAt,
      created_on: note.writtenOn,
      template_id: note.templateId,
      edition: note.edition,
      revision: 1,
      saved_at: note.createdAt,
      body: bytesOf(note.body),
      moved_from: note.movedFrom,
      signed_at: null,
      signature: null,
      sha256: null,
      document_id: null,
      late: 0,
    })
    .execute();
};

export const saveNoteRow = async (
  tx: Tx,
  id: string,
  saved: Pick<KeptNote, 'on' | 'templateId' | 'revision' | 'savedAt' | 'body'>,
): Promise<void> => {
  await tx
    .updateTable('notes')
    .set({
      happened_on: saved.on,
      template_id: saved.templateId,
      revision: saved.revision,
      saved_at: saved.savedAt,
      body: bytesOf(saved.body),
    })
    .where('id', '=', id)
    .execute();
};

export const signNoteRow = async (tx: Tx, id: string, signed: NonNullable<KeptNote['signed']>): Promise<void> => {
  await tx
    .updateTable('notes')
    .set({
      signed_at: signed.at,
      signature: JSON.stringify(signed.signature),
      sha256: signed.sha256,
      document_id: signed.documentId,
      late: Number(signed.late),
    })
    .where('id', '=', id)
    .execute();
};
