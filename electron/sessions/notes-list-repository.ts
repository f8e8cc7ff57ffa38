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
  readonly clientId: string;
  readonly chosenName: string;
};

/** Sessions that are over and have no note, or one entered in error alone; newest first. */
export const sessionsWithoutNote = async (
  db: Reader,
  who: { readonly clientId?: string; readonly practitionerId?: string },
): Promise<readonly Unwritten[]> => {
  const written = db
    .selectFrom('notes')
    .select('session_id')
    .where('session_id', 'is not', null)
    .where('id', 'not in', db.selectFrom('note_errors').select('note_id'))
    .$castTo<{ session_id: string }>();
  let found = db
    .selectFrom('sessions')
    .innerJoin('clients', 'clients.id', 'sessions.client_id')
    .innerJoin('keyholders', 'keyholders.id', 'sessions.practitioner_id')
    .select(['sessions.id', 'sessions.started_at', 'keyholders.name', 'sessions.client_id', 'clients.chosen_name'])
    .where('sessions.ended_at', 'is not', null)
    .where('sessions.id', 'not in', written);
  if (who.clientId !== undefined) found = found.where('sessions.client_id', '=', who.clientId);
  if (who.practitionerId !== undefined) found = found.where('sessions.practitioner_id', '=', who.practitionerId);
  return (await found.orderBy('sessions.started_at', 'desc').limit(500).execute()).map((row) => ({
    sessionId: row.id,
    startedAt: row.started_at,
    practitionerName: row.name,
    clientId: row.client_id,
    chosenName: row.chosen_name,
  }));
};

/** Notes of this person that are not signed. */
export const unsignedOf = async (
  db: Reader,
  by: string,
): Promise<
  readonly {
    readonly clientId: string;
    readonly chosenName: string;
    readonly noteId: string;
    readonly sessionId: string | null;
    readonly on: CalendarDay;
  }[]
> => {
  const rows = await db
    .selectFrom('notes')
    .innerJoin('clients', 'clients.id', 'notes.client_id')
    .select(['notes.id', 'notes.client_id', 'clients.chosen_name', 'notes.session_id', 'notes.happened_on'])
    .where('notes.author_id', '=', by)
    .where('notes.signed_at', 'is', null)
    .where('notes.id', 'not in', db.selectFrom('note_errors').select('note_id'))
    .orderBy('notes.happened_on')
    .execute();
  return rows.map((row) => ({
    clientId: row.client_id,
    chosenName: row.chosen_name,
    noteId: row.id,
    sessionId: row.session_id,
    on: row.happened_on,
  }));
};
