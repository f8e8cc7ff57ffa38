import type { SessionEvent } from '../../shared/session-events.ts';
import { SessionEvent as Event } from '../../shared/session-events.ts';
import { SessionSummary } from '../../shared/session-summary.ts';
import { SessionEnd } from '../../shared/sessions.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { SessionTable } from '../store/session-schema.ts';

/** A session as it is kept, without what happened in it. */
export type KeptSession = {
  readonly id: string;
  readonly clientId: string;
  readonly practitionerId: string;
  readonly appointmentId: string | null;
  readonly startedAt: Instant;
  readonly plannedMinutes: number;
  readonly talkOnly: boolean;
  readonly edition: string;
  readonly run: string;
  readonly ticks: number;
  readonly ended: {
    readonly at: Instant;
    readonly offset: number;
    readonly closeId: string;
    readonly end: SessionEnd;
    /** What it came to, told when it was closed. */
    readonly summary: SessionSummary;
  } | null;
};

const toSession = (row: SessionTable): KeptSession => ({
  id: row.id,
  clientId: row.client_id,
  practitionerId: row.practitioner_id,
  appointmentId: row.appointment_id,
  startedAt: row.started_at,
  plannedMinutes: row.planned_minutes,
  talkOnly: row.talk_only === 1,
  edition: row.edition,
  run: row.run,
  ticks: row.ticks,
  ended:
    row.ended_at === null || row.ended_offset === null || row.close_id === null || row.ending === null || row.summary === null
      ? null
      : {
          at: row.ended_at,
          offset: row.ended_offset,
          closeId: row.close_id,
          end: SessionEnd.parse(JSON.parse(row.ending)),
          summary: SessionSummary.parse(JSON.parse(row.summary)),
        },
});

export const sessionById = async (db: Reader, id: string): Promise<KeptSession | null> => {
  const row = await db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toSession(row) : null;
};

/** At most one of a practitioner, and at most one of a client. */
export const openSessionsOf = async (
  db: Reader,
  who: { readonly practitionerId?: string; readonly clientId?: string } = {},
): Promise<readonly KeptSession[]> => {
  let found = db.selectFrom('sessions').selectAll().where('ended_at', 'is', null);
  if (who.practitionerId !== undefined) found = found.where('practitioner_id', '=', who.practitionerId);
  if (who.clientId !== undefined) found = found.where('client_id', '=', who.clientId);
  return (await found.orderBy('started_at').execute()).map(toSession);
};

/** Newest first. */
export const sessionsOfClient = async (db: Reader, clientId: string, limit: number): Promise<readonly KeptSession[]> =>
  (
    await db
      .selectFrom('sessions')
      .selectAll()
      .where('client_id', '=', clientId)
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  ).map(toSession);

export type SessionDay = { readonly id: string; readonly startedAt: Instant; readonly endedAt: Instant | null };

/** When each began and ended, oldest first; nothing of what happened in it is read. */
export const sessionDaysOf = async (db: Reader, clientId: string): Promise<readonly SessionDay[]> =>
  (
    await db
      .selectFrom('sessions')
      .select(['id', 'started_at', 'ended_at'])
      .where('client_id', '=', clientId)
      .orderBy('started_at')
      .orderBy('id')
      .execute()
  ).map(({ id, started_at, ended_at }) => ({ id, startedAt: started_at, endedAt: ended_at }));

export const countSessionsOf = async (db: Reader, clientId: string): Promise<number> =>
  (
    await db
      .selectFrom('sessions')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('client_id', '=', clientId)
      .executeTakeFirstOrThrow()
  ).total;

/** Those that are open, began or ended since: what was seen in one that began the evening before closes the day it ended on as well. */
export const sessionsSince = async (db: Reader, clientId: string, since: Instant): Promise<readonly KeptSession[]> =>
  (
    await db
      .selectFrom('sessions')
      .selectAll()
      .where('client_id', '=', clientId)
      .where(({ or, eb }) => or([eb('ended_at', 'is', null), eb('started_at', '>=', since), eb('ended_at', '>=', since)]))
      .orderBy('started_at')
      .execute()
  ).map(toSession);

export const insertSession = async (tx: Tx, session: Omit<KeptSession, 'ended'>): Promise<void> => {
  await tx
    .insertInto('sessions')
    .values({
      id: session.id,
      client_id: session.clientId,
      practitioner_id: session.practitionerId,
      appointment_id: session.appointmentId,
      started_at: session.startedAt,
      planned_minutes: session.plannedMinutes,
      talk_only: Number(session.talkOnly),
      edition: session.edition,
      run: session.run,
      ticks: session.ticks,
      ended_at: null,
      ended_offset: null,
      ended_by: null,
      close_id: null,
      ending: null,
      summary: null,
    })
    .execute();
};

export const closeSessionRow = async (
  tx: Tx,
  id: string,
  closed: {
    readonly at: Instant;
    readonly offset: number;
    readonly by: string;
    readonly closeId: string;
    readonly end: SessionEnd;
    readonly summary: SessionSummary;
  },
): Promise<void> => {
  await tx
    .updateTable('sessions')
    .set({
      ended_at: closed.at,
      ended_offset: closed.offset,
      ended_by: closed.by,
      close_id: closed.closeId,
      ending: JSON.stringify(closed.end),
      summary: JSON.stringify(closed.summary),
    })
    .where('id', '=', id)
    .execute();
};

/** One event as it is kept. */
export type EventRow = {
  readonly seq: number;
  readonly id: string;
  readonly at: Instant;
  readonly run: string;
  readonly ticks: number;
  readonly offset: number;
  readonly event: SessionEvent;
  readonly whileLocked: boolean;
  readonly by: string;
};

/** In the order they were recorded, by session. */
export const eventsOfSessions = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly EventRow[]>> => {
  const found = new Map<string, EventRow[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('session_events')
    .selectAll()
    .where('session_id', 'in', [...ids])
    .orderBy('session_id')
    .orderBy('seq')
    .execute();
  for (const row of rows)
    found.get(row.session_id)?.push({
      seq: row.seq,
      id: row.id,
      at: row.at,
      run: row.run,
      ticks: row.ticks,
      offset: row.offset,
      event: Event.parse({ kind: row.kind, body: JSON.parse(row.body) }),
      whileLocked: row.while_locked === 1,
      by: row.by,
    });
  return found;
};

/** Where an event of this id was kept, whatever session it belongs to. */
export const eventById = async (
  db: Reader,
  id: string,
): Promise<{ readonly sessionId: string; readonly kind: string; readonly body: string } | null> => {
  const row = await db.selectFrom('session_events').select(['session_id', 'kind', 'body']).where('id', '=', id).executeTakeFirst();
  return row ? { sessionId: row.session_id, kind: row.kind, body: row.body } : null;
};

export const insertEvent = async (tx: Tx, sessionId: string, { event, whileLocked, ...row }: EventRow): Promise<void> => {
  await tx
    .insertInto('session_events')
    .values({ session_id: sessionId, ...row, kind: event.kind, body: JSON.stringify(event.body), while_locked: Number(whileLocked) })
    .execute();
};

/** Names of those who recorded. */
export const namesOf = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(
    ids.length === 0
      ? []
      : (
          await db
            .selectFrom('keyholders')
            .select(['id', 'name'])
            .where('id', 'in', [...new Set(ids)])
            .execute()
        ).map(({ id, name }) => [id, name]),
  );
