import { sql } from 'kysely';
import { AuditLine } from '../../shared/audit.ts';
import { auditActions, evidenceActions } from '../../shared/call.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader } from '../practice/practice.ts';
import { nobody } from './audit-repository.ts';

export type TrailFilter = {
  /** With every record that was merged into theirs: its entries keep the id they were written with. */
  readonly clientId: string | null;
  readonly actorId: string | null;
  /** Empty: all. */
  readonly actions: readonly string[];
  /** Included. */
  readonly from: Instant | null;
  /** Not included. */
  readonly until: Instant | null;
  /** Entries older than this one; null: from the newest on. */
  readonly before: number | null;
};

/** A record's own id and those of all that were merged into it; the record itself is where its papers lie by now. */
const idsOfRecord = async (db: Reader, id: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`with recursive
    way (id) as (select ${id} union select merged_into from way join clients using (id) where merged_into is not null),
    ids (id) as (select id from way union select clients.id from ids join clients on clients.merged_into = ids.id)
    select id from ids`.execute(db);
  return rows.map((row) => row.id);
};

type Stretch = { readonly first: number; readonly last: number };

/** Between which entries those of the days asked for lie; null where there are none. */
const stretchOf = async (db: Reader, { from, until, before }: TrailFilter): Promise<Stretch | null> => {
  const last = before === null ? Number.MAX_SAFE_INTEGER : before - 1;
  if (from === null && until === null) return { first: 1, last };
  let days = db.selectFrom('trail_days').select(({ fn }) => [fn.min('first_seq').as('first'), fn.max('last_seq').as('last')]);
  if (from !== null) days = days.where('day', '>=', from.slice(0, 10));
  if (until !== null) days = days.where('day', '<=', until.slice(0, 10));
  const found = await days.executeTakeFirstOrThrow();
  return found.first === null ? null : { first: Math.max(1, found.first), last: Math.min(last, found.last) };
};

/** The newest entries that pass, by their number. */
const newestSeqs = async (db: Reader, filter: TrailFilter, { first, last }: Stretch, limit: number): Promise<number[]> => {
  const { clientId, actorId, actions, from, until } = filter;
  let query = db.selectFrom('audit').select('seq').where('seq', '>=', first).where('seq', '<=', last);
  if (clientId !== null) query = query.where('client_id', 'in', await idsOfRecord(db, clientId));
  if (actorId !== null) query = query.where('actor', '=', actorId);
  if (actions.length > 0) query = query.where('action', 'in', [...actions]);
  if (from !== null) query = query.where('at', '>=', from);
  if (until !== null) query = query.where('at', '<', until);
  const rows = await query.orderBy('seq', 'desc').limit(limit).execute();
  return rows.map(({ seq }) => seq);
};

/**
 * A client has few entries, which are looked through. Otherwise each action is looked up by itself and the newest of all are taken, so that
 * every filter reads in order along an index, however long the trail is.
 */
const seqsFound = async (db: Reader, filter: TrailFilter, limit: number): Promise<readonly number[]> => {
  const stretch = await stretchOf(db, filter);
  if (stretch === null) return [];
  const { clientId, actorId, actions } = filter;
  if (clientId !== null || (actorId === null && actions.length === 0)) return newestSeqs(db, filter, stretch, limit);
  const found: number[] = [];
  for (const action of new Set(actions.length > 0 ? actions : auditActions))
    found.push(...(await newestSeqs(db, { ...filter, actions: [action] }, stretch, limit)));
  return found.sort((a, b) => b - a).slice(0, limit);
};

/** Entries with the names as they are now, newest first; a name that is no longer kept is empty. */
export const linesFound = async (
  db: Reader,
  filter: TrailFilter,
  limit: number,
): Promise<{ readonly lines: readonly AuditLine[]; readonly more: boolean }> => {
  const seqs = await seqsFound(db, filter, limit + 1);
  if (seqs.length === 0) return { lines: [], more: false };
  const rows = await db
    .selectFrom('audit')
    .leftJoin('clients', 'clients.id', 'audit.client_id')
    .leftJoin('keyholders', 'keyholders.id', 'audit.actor')
    .select(['seq', 'at', 'action', 'actor', 'client_id', 'record_id', 'keyholders.name as actor_name', 'clients.chosen_name'])
    .where('seq', 'in', seqs.slice(0, limit))
    .orderBy('seq', 'desc')
    .execute();
  const lines = rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    action: AuditLine.shape.action.parse(row.action),
    actor: row.actor === nobody ? null : { id: row.actor, name: row.actor_name ?? '' },
    client: row.client_id === null ? null : { id: row.client_id, name: row.chosen_name ?? '' },
    recordId: row.record_id,
  }));
  return { lines, more: seqs.length > limit };
};

/** The keyholders who stand in the trail, by name. */
export const peopleInTrail = (db: Reader): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('keyholders')
    .select(['id', 'name'])
    .where(({ exists, selectFrom }) => exists(selectFrom('audit').select('seq').whereRef('audit.actor', '=', 'keyholders.id')))
    .orderBy('name')
    .orderBy('id')
    .execute();

/** The names a client is known by, of a merged record those of the one it lies in; null for one there is none of. */
export const namesOfClient = async (
  db: Reader,
  id: string,
): Promise<{ readonly legalName: string; readonly chosenName: string } | null> => {
  const row = await db
    .selectFrom('clients')
    .select(['legal_name', 'chosen_name'])
    .where('id', 'in', await idsOfRecord(db, id))
    .where('merged_into', 'is', null)
    .executeTakeFirst();
  return row ? { legalName: row.legal_name, chosenName: row.chosen_name } : null;
};

const verdicts = {
  'found-missing-tail': 'missing-tail',
  'found-anchor-mismatch': 'anchor-mismatch',
  'found-file-changed': 'file-changed',
} as const;

/** What earlier openings found amiss, newest first. */
export const foundAmiss = async (
  db: Reader,
): Promise<readonly { readonly seq: number; readonly at: string; readonly verdict: (typeof verdicts)[keyof typeof verdicts] }[]> => {
  const rows = await db
    .selectFrom('audit')
    .select(['seq', 'at', 'action'])
    .where('action', 'in', [...evidenceActions])
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ seq, at, action }) => ({ seq, at, verdict: verdicts[action as keyof typeof verdicts] }));
};
