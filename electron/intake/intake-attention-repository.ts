import { sql } from 'kysely';
import type { CalendarDay } from '../../shared/time.ts';
import type { Reader } from '../practice/practice.ts';

/** An intake somebody should look at. `since`: when it was begun, or the day it is to be looked at again. */
export type AttendedIntake = {
  readonly clientId: string;
  readonly chosenName: string;
  readonly kind: 'open' | 'review-due';
  readonly since: string;
};

type Row = {
  readonly client_id: string;
  readonly chosen_name: string;
  readonly kind: AttendedIntake['kind'];
  readonly since: string;
  readonly total: number;
};

/** Rounds that are open, and those that are to be looked at again by this day with no newer round begun; oldest first, of nobody archived. */
export const intakesToAttend = async (
  db: Reader,
  { until, most }: { readonly until: CalendarDay; readonly most: number },
): Promise<{ readonly rows: readonly AttendedIntake[]; readonly total: number }> => {
  const { rows } = await sql<Row>`
    select found.client_id, clients.chosen_name, found.kind, found.since, count(*) over () as total
    from (
      select client_id, 'open' as kind, started_at as since from intakes where reviewed_at is null
      union all
      select newest.client_id, 'review-due' as kind, newest.review_due as since from intakes as newest
      where newest.review_due <= ${until}
      and not exists (select 1 from intakes as later where later.client_id = newest.client_id and later.number > newest.number)
    ) as found
    cross join clients on clients.id = found.client_id and clients.archived_at is null
    order by found.since, found.client_id limit ${most}`.execute(db);
  const attended = rows.map((row) => ({ clientId: row.client_id, chosenName: row.chosen_name, kind: row.kind, since: row.since }));
  return { rows: attended, total: rows[0]?.total ?? 0 };
};
