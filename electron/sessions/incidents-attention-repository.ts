import { sql } from 'kysely';
import type { Instant } from '../../shared/time.ts';
import type { Reader } from '../practice/practice.ts';

/** A client of whom something that happened in a session was not followed up yet. */
export type AttendedIncidents = {
  readonly clientId: string;
  readonly chosenName: string;
  readonly count: number;
  readonly since: Instant;
  readonly isHeld: boolean;
};

type Row = {
  readonly client_id: string;
  readonly chosen_name: string;
  readonly count: number;
  readonly since: string;
  readonly held: number;
  readonly total: number;
};

/** Of sessions that are over, of nobody archived; held ones first, then the oldest. */
export const incidentsToAttend = async (
  db: Reader,
  most: number,
): Promise<{ readonly rows: readonly AttendedIncidents[]; readonly total: number }> => {
  const { rows } = await sql<Row>`
    select incidents.client_id, clients.chosen_name, count(*) as count, min(incidents.opened_at) as since,
      max(holds.id is not null) as held, count(*) over () as total
    from incidents
    cross join sessions on sessions.id = incidents.session_id and sessions.ended_at is not null
    cross join clients on clients.id = incidents.client_id and clients.archived_at is null
    left join holds on holds.incident_id = incidents.id and holds.ended_at is null
    where incidents.resolved_at is null
    group by incidents.client_id
    order by held desc, since, incidents.client_id limit ${most}`.execute(db);
  const attended = rows.map(({ client_id, chosen_name, count, since, held }) => ({
    clientId: client_id,
    chosenName: chosen_name,
    count,
    since,
    isHeld: held === 1,
  }));
  return { rows: attended, total: rows[0]?.total ?? 0 };
};
