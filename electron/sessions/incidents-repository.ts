import { z } from 'zod';
import { type Hold, holdCauses } from '../../shared/incidents.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { HoldTable, IncidentTable } from '../store/session-schema.ts';

const Resolution = z.strictObject({ way: z.string(), who: z.string(), words: z.string() });
export type Resolution = z.infer<typeof Resolution>;

export type KeptIncident = {
  readonly id: string;
  readonly sessionId: string;
  readonly episode: number;
  readonly clientId: string;
  readonly openedAt: Instant;
  readonly resolved: (Resolution & { readonly at: Instant; readonly by: string }) | null;
};

const toIncident = (row: IncidentTable): KeptIncident => ({
  id: row.id,
  sessionId: row.session_id,
  episode: row.episode,
  clientId: row.client_id,
  openedAt: row.opened_at,
  resolved:
    row.resolved_at === null
      ? null
      : { ...Resolution.parse(JSON.parse(row.resolution ?? '{}')), at: row.resolved_at, by: row.resolved_by ?? '' },
});

export const incidentById = async (db: Reader, id: string): Promise<KeptIncident | null> => {
  const row = await db.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toIncident(row) : null;
};

export const incidentsOfSession = async (db: Reader, sessionId: string): Promise<readonly KeptIncident[]> =>
  (await db.selectFrom('incidents').selectAll().where('session_id', '=', sessionId).orderBy('episode').execute()).map(toIncident);

/** Newest first. */
export const incidentsOfClientRows = async (db: Reader, clientId: string): Promise<readonly KeptIncident[]> =>
  (
    await db
      .selectFrom('incidents')
      .selectAll()
      .where('client_id', '=', clientId)
      .orderBy('opened_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
  ).map(toIncident);

export const insertIncident = async (tx: Tx, incident: Omit<KeptIncident, 'resolved'>): Promise<void> => {
  await tx
    .insertInto('incidents')
    .values({
      id: incident.id,
      session_id: incident.sessionId,
      episode: incident.episode,
      client_id: incident.clientId,
      opened_at: incident.openedAt,
      resolved_at: null,
      resolved_by: null,
      resolution: null,
    })
    .execute();
};

export const resolveIncidentRow = async (tx: Tx, id: string, resolution: Resolution, at: Instant, by: string): Promise<void> => {
  await tx
    .updateTable('incidents')
    .set({ resolved_at: at, resolved_by: by, resolution: JSON.stringify(resolution) })
    .where('id', '=', id)
    .execute();
};

const Cause = z.enum(holdCauses);
const toHold = (row: HoldTable & { readonly ended_by_name: string | null }): Hold => ({
  id: row.id,
  clientId: row.client_id,
  sessionId: row.session_id,
  incidentId: row.incident_id,
  cause: Cause.parse(row.cause),
  what: row.what,
  since: row.since,
  ended:
    row.ended_at === null
      ? null
      : { at: row.ended_at, by: row.ended_by_name ?? '', how: row.ended_how === 'cleared' ? 'cleared' : 'overridden', words: row.words },
});

const withNames = (db: Reader) =>
  db
    .selectFrom('holds')
    .leftJoin('keyholders as ender', 'ender.id', 'holds.ended_by')
    .selectAll('holds')
    .select('ender.name as ended_by_name');

export const holdById = async (db: Reader, id: string): Promise<Hold | null> => {
  const row = await withNames(db).where('holds.id', '=', id).executeTakeFirst();
  return row ? toHold(row) : null;
};

/** Newest first. */
export const holdsOfClientRows = async (db: Reader, clientId: string): Promise<readonly Hold[]> =>
  (await withNames(db).where('holds.client_id', '=', clientId).orderBy('holds.since', 'desc').orderBy('holds.id', 'desc').execute()).map(
    toHold,
  );

/** Those that keep hands off now. */
export const standingHolds = async (db: Reader, clientId: string): Promise<readonly Pick<Hold, 'since' | 'cause' | 'what'>[]> =>
  (
    await db
      .selectFrom('holds')
      .select(['since', 'cause', 'what'])
      .where('client_id', '=', clientId)
      .where('ended_at', 'is', null)
      .orderBy('since')
      .execute()
  ).map((row) => ({ ...row, cause: Cause.parse(row.cause) }));

export const insertHold = async (tx: Tx, hold: Omit<Hold, 'ended'>): Promise<void> => {
  await tx
    .insertInto('holds')
    .values({
      id: hold.id,
      client_id: hold.clientId,
      session_id: hold.sessionId,
      incident_id: hold.incidentId,
      cause: hold.cause,
      what: hold.what,
      since: hold.since,
      ended_at: null,
      ended_by: null,
      ended_how: null,
      words: '',
    })
    .execute();
};

export const endHoldRow = async (
  tx: Tx,
  id: string,
  ended: { readonly at: Instant; readonly by: string; readonly how: 'cleared' | 'overridden'; readonly words: string },
): Promise<void> => {
  await tx
    .updateTable('holds')
    .set({ ended_at: ended.at, ended_by: ended.by, ended_how: ended.how, words: ended.words })
    .where('id', '=', id)
    .execute();
};
