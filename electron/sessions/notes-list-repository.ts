import { noteFormats } from '../../shared/note-content.ts';
import type { NoteLine } from '../../shared/notes.ts';
import type { CalendarDay, Instant } from '../../shared/time.ts';
import type { Reader } from '../practice/practice.ts';

/** Newest first, those entered in error among them. */
export const linesOfClient = async (db: Reader, clientId: string, limit: number): Promise<readonly NoteLine[]> => {
  const rows = await db
    .selectFrom('notes')
    .innerJoin('keyholders', 'keyholders.id', 'notes.author_id')
    .leftJoin('note_errors', 'note_errors.note_id', 'notes.id')
    .select([
      'notes.id',
      'notes.client_id',
      'notes.author_id',
      'keyholders.name',
      'notes.session_id',
      'notes.happened_on',
      'notes.created_on',
    ])
    .select(['notes.revision', 'notes.saved_at', 'notes.signed_at', 'note_errors.at as error_at'])
    .select(({ fn, selectFrom, ref, val }) => [
      fn<string>('json_extract', [ref('notes.body'), val('$.format')]).as('format'),
      selectFrom('note_addenda').whereRef('note_id', '=', 'notes.id').select(fn.countAll<number>().as('n')).as('addenda'),
      selectFrom('note_reviews').whereRef('note_id', '=', 'notes.id').select(fn.countAll<number>().as('n')).as('reviews'),
    ])
    .where('notes.client_id', '=', clientId)
    .orderBy('notes.happened_on', 'desc')
    .orderBy('notes.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    authorId: row.author_id,
    authorName: row.name,
    sessionId: row.session_id,
    on: row.happened_on,
    writtenOn: row.created_on,
    format: noteFormats.find((one) => one === row.format) ?? 'SOAP',
    state: row.error_at !== null ? 'in-error' : row.signed_at !== null ? 'signed' : 'draft',
    revision: row.revision,
    savedAt: row.saved_at,
    signedAt: row.signed_at,
    addenda: row.addenda ?? 0,
    reviewed: (row.reviews ?? 0) > 0,
  }));
};

export const countNotesOf = async (db: Reader, clientId: string): Promise<number> =>
  (
    await db
      .selectFrom('notes')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('client_id', '=', clientId)
      .executeTakeFirstOrThrow()
  ).total;

type Unwritten = {
  readonly sessionId: string;
  readonly startedAt: Instant;
  readonly practitionerName: string;
};

/** Sessions of a client that are over and have no note, or one entered in error alone; newest first. */
export const unwrittenOfClient = async (db: Reader, clientId: string): Promise<readonly Unwritten[]> => {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('sessions_without_note', 'sessions_without_note.session_id', 'sessions.id')
    .innerJoin('keyholders', 'keyholders.id', 'sessions.practitioner_id')
    .select(['sessions.id', 'sessions.started_at', 'keyholders.name'])
    .where('sessions.client_id', '=', clientId)
    .orderBy('sessions.started_at', 'desc')
    .limit(500)
    .execute();
  return rows.map(({ id, started_at, name }) => ({ sessionId: id, startedAt: started_at, practitionerName: name }));
};

/** The oldest of them, and how many there are. */
type Waiting<T> = { readonly oldest: readonly T[]; readonly total: number };
type OfClient = { readonly clientId: string; readonly chosenName: string };

/** Sessions this person held that are over and have no note. */
export const unwrittenBy = async (
  db: Reader,
  by: string,
  limit: number,
): Promise<Waiting<OfClient & { readonly sessionId: string; readonly startedAt: Instant }>> => {
  const waiting = db.selectFrom('sessions_without_note').where('practitioner_id', '=', by);
  const { total } = await waiting.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const oldest = waiting.select('session_id').orderBy('started_at').limit(limit);
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('clients', 'clients.id', 'sessions.client_id')
    .select(['sessions.id', 'sessions.started_at', 'sessions.client_id', 'clients.chosen_name'])
    .where('sessions.id', 'in', oldest)
    .orderBy('sessions.started_at')
    .execute();
  return {
    oldest: rows.map((row) => ({
      ...{ clientId: row.client_id, chosenName: row.chosen_name },
      ...{ sessionId: row.id, startedAt: row.started_at },
    })),
    total,
  };
};

/** Notes of this person that are not signed. */
export const unsignedBy = async (
  db: Reader,
  by: string,
  limit: number,
): Promise<Waiting<OfClient & { readonly noteId: string; readonly sessionId: string | null; readonly on: CalendarDay }>> => {
  const waiting = db
    .selectFrom('notes')
    .where('notes.author_id', '=', by)
    .where('notes.signed_at', 'is', null)
    .where('notes.id', 'not in', db.selectFrom('note_errors').select('note_id'));
  const { total } = await waiting.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await waiting
    .innerJoin('clients', 'clients.id', 'notes.client_id')
    .select(['notes.id', 'notes.client_id', 'clients.chosen_name', 'notes.session_id', 'notes.happened_on'])
    .orderBy('notes.happened_on')
    .limit(limit)
    .execute();
  return {
    oldest: rows.map((row) => ({
      ...{ clientId: row.client_id, chosenName: row.chosen_name },
      ...{ noteId: row.id, sessionId: row.session_id, on: row.happened_on },
    })),
    total,
  };
};
