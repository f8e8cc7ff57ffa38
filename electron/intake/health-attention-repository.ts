import { type RawBuilder, sql } from 'kysely';
import type { OutputOf } from '../../shared/calls.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { FindingStanding } from './health-attention-rule.ts';

type Of = { readonly clientId: string; readonly findingId: string; readonly edition: string };

/** Keeps what an open finding asks for; one that is over asks for nothing and is taken out. */
export const keepStanding = async (tx: Tx, { clientId, findingId, edition }: Of, standing: FindingStanding | null): Promise<void> => {
  await tx.deleteFrom('finding_standings').where('client_id', '=', clientId).where('finding_id', '=', findingId).execute();
  if (!standing) return;
  const { attention, care, since, clearedUntil } = standing;
  await tx
    .insertInto('finding_standings')
    .values({
      client_id: clientId,
      finding_id: findingId,
      attention,
      care,
      since,
      cleared_until: clearedUntil,
      edition,
    })
    .execute();
};

/** Findings that were judged by another edition of the content than this one. */
export const judgedByOther = async (db: Reader, edition: string): Promise<readonly string[]> => {
  // The ends of an index: nothing is gone through on a day like any other.
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    select (select min(edition) from finding_standings) as first, (select max(edition) from finding_standings) as last`.execute(db);
  if (rows.every(({ first, last }) => (first ?? edition) === edition && (last ?? edition) === edition)) return [];
  const others = await db.selectFrom('finding_standings').select('finding_id').where('edition', '<>', edition).execute();
  return others.map(({ finding_id }) => finding_id);
};

type Kind = OutputOf<'health.attention'>['attention'][number]['kind'];

/** `since`: when it began to wait, or the day it ends. */
export type AttendedHealth = {
  readonly clientId: string;
  readonly chosenName: string;
  readonly kind: Kind;
  readonly count: number;
  readonly since: string;
};

type Window = {
  readonly today: CalendarDay;
  /** Clearances that end by then are told before they do. */
  readonly until: CalendarDay;
  /** Every class of medicine, and those that cap a place alone. */
  readonly classes: readonly string[];
  readonly siteClasses: readonly string[];
  readonly most: number;
};

type Row = {
  readonly client_id: string;
  readonly chosen_name: string;
  readonly kind: Kind;
  readonly count: number;
  readonly since: string;
  readonly total: number;
};

const fromFindings = ({ today, until }: Window) => sql`
  select client_id, attention as kind, min(care) as care, count(*) as count, min(since) as since from finding_standings
  where attention is not null and (cleared_until is null or cleared_until <= ${today}) group by client_id, attention
  union all
  select client_id, 'clearance-ends', min(care), count(*), min(cleared_until) from finding_standings
  where attention is not null and cleared_until > ${today} and cleared_until <= ${until} group by client_id`;

/** The newest state of each that is taken: looked at by nobody yet, of a class not known here, or of one that caps a place that is not marked. */
const fromMedicines = ({ today, classes, siteClasses }: Window) => {
  const isListed = (list: readonly string[]) => sql`(select value from json_each(${JSON.stringify(list)}))`;
  const newest = (condition: RawBuilder<unknown>) => sql`
    select client_id, at from medicines as one where ${condition} and (taken_until is null or taken_until >= ${today})
    and not exists (select 1 from medicines as later where later.id = one.id and later.version > one.version)`;
  return sql`
    select client_id, 'medicine-to-match', 9, count(*), min(at) from (
      ${newest(sql`match = 'not-yet'`)}
      union all ${newest(sql`match = 'class' and class_id not in ${isListed(classes)}`)}
      union all ${newest(sql`match = 'class' and class_id in ${isListed(siteClasses)} and areas is null`)}
    ) group by client_id`;
};

/** From the most careful to the least. */
const kinds: readonly Kind[] = [
  'to-clear',
  'places-to-mark',
  'not-answered',
  'screen-open',
  'change-open',
  'medicine-to-match',
  'clearance-ends',
];

/** What waits of everyone's health, a line for each client and kind; of nobody archived. */
export const healthToAttend = async (
  db: Reader,
  window: Window,
): Promise<{ readonly rows: readonly AttendedHealth[]; readonly total: number }> => {
  const place = sql.join(
    kinds.map((kind, index) => sql`when ${kind} then ${index}`),
    sql` `,
  );
  // Names are read of those alone that are given back: everyone may wait for something.
  const { rows } = await sql<Row>`
    with found(client_id, kind, care, count, since) as (
      ${fromFindings(window)}
      union all select client_id, 'screen-open', 9, 1, started_at from health_screens where done_at is null
      union all select client_id, 'change-open', 9, count(*), min(at) from health_changes where settled_at is null group by client_id
      union all ${fromMedicines(window)}
    ), first as (
      select *, case kind ${place} end as place, count(*) over () as total from found
      where client_id not in (select id from clients where archived_at is not null)
      order by place, care, since, client_id limit ${window.most}
    )
    select first.*, clients.chosen_name from first join clients on clients.id = first.client_id
    order by place, care, since, client_id`.execute(db);
  const attended = rows.map(({ client_id, chosen_name, kind, count, since }) => ({
    clientId: client_id,
    chosenName: chosen_name,
    kind,
    count,
    since,
  }));
  return { rows: attended, total: rows[0]?.total ?? 0 };
};
