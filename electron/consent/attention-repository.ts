import { sql } from 'kysely';
import { signedApart } from '../../shared/signed-apart.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { Reader } from '../practice/practice.ts';
import { EndsBy, type StandingConsent, withdrawalsOf } from './consent-repository.ts';

/** A form of a client that somebody should look at, and the signed one of it that is meant. */
export type Attended = {
  readonly clientId: string;
  readonly chosenName: string;
  readonly birthDate: CalendarDay | null;
  readonly formId: string;
  /** The one place an `area-consent` is about. */
  readonly area: string | null;
  readonly newest: StandingConsent | undefined;
};

type Found = { readonly rows: readonly Attended[]; readonly total: number };

type Of = { readonly formIds: readonly string[]; readonly most: number };

type Row = {
  readonly client_id: string;
  readonly chosen_name: string;
  readonly birth_date: string | null;
  readonly form_id: string;
  readonly area: string | null;
  readonly id: string | null;
  readonly form_version: string | null;
  readonly signed_at: string | null;
  readonly ends_on: string | null;
  readonly ends_by: string | null;
  readonly under_age: number | null;
  readonly place: string | null;
  readonly total: number;
};

const attendedFrom = async (db: Reader, rows: readonly Row[]): Promise<Found> => {
  const withdrawals = await withdrawalsOf(
    db,
    rows.flatMap((row) => row.id ?? []),
  );
  const newestOf = (row: Row): StandingConsent | undefined => {
    if (row.id === null || row.form_version === null || row.signed_at === null) return undefined;
    return {
      id: row.id,
      formId: row.form_id,
      area: row.area,
      formVersion: row.form_version,
      signedAt: row.signed_at,
      endsOn: row.ends_on,
      endsBy: EndsBy.parse(row.ends_by),
      underAge: row.under_age === 1,
      place: row.place ?? '',
      withdrawals: withdrawals.get(row.id) ?? [],
    };
  };
  return {
    rows: rows.map((row) => ({
      clientId: row.client_id,
      chosenName: row.chosen_name,
      birthDate: row.birth_date,
      formId: row.form_id,
      area: row.area,
      newest: newestOf(row),
    })),
    total: rows[0]?.total ?? 0,
  };
};

const state = sql`newest.id, newest.form_version, newest.signed_at, newest.ends_on, newest.ends_by, newest.under_age, newest.place`;
const signedAgain = sql`exists (
  select 1 from consents as later where later.client_id = newest.client_id and later.form_id = newest.form_id
  and (later.signed_at, later.id) > (newest.signed_at, newest.id))`;

/** Forms that came back and wait to be read through, oldest first. `areas`: the places whose own form is offered. */
export const formsToReview = async (db: Reader, { formIds, areas, most }: Of & { readonly areas: readonly string[] }): Promise<Found> => {
  const { rows } = await sql<Row>`
    select fillings.client_id, clients.chosen_name, clients.birth_date, fillings.form_id, fillings.area, ${state}, count(*) over () as total
    from fillings
    cross join clients on clients.id = fillings.client_id and clients.archived_at is null
    left join consents as newest on newest.client_id = fillings.client_id and newest.form_id = fillings.form_id
      and newest.area is fillings.area and not exists (select 1 from consents as later
      where later.client_id = newest.client_id and later.form_id = newest.form_id and later.area is newest.area
      and (later.signed_at, later.id) > (newest.signed_at, newest.id))
    where fillings.form_id in (${sql.join([...formIds])}) and (fillings.area is null or fillings.area in (${sql.join([...areas])}))
    order by fillings.saved_at, fillings.id limit ${most}`.execute(db);
  return attendedFrom(db, rows);
};

/**
 * The newest signed form of each client whose last day lies between these two, soonest first: not taken back, not already waiting to be read
 * through, of nobody archived. Of forms signed apart each one that has not ended counts, whatever was signed after it. What counted for one
 * visit ends as it should, and is left out; so is every form of one place.
 */
export const consentsEnding = async (
  db: Reader,
  { formIds, most, from, today, to }: Of & { readonly from: CalendarDay; readonly today: CalendarDay; readonly to: CalendarDay },
): Promise<Found> => {
  const named = sql`from consents as newest
    cross join clients on clients.id = newest.client_id
    where newest.ends_on between ${from} and ${to} and newest.ends_by <> 'visit' and clients.archived_at is null
    and newest.form_id in (${sql.join([...formIds])})
    and ((newest.ends_on > ${today} and newest.form_id in (${sql.join([...signedApart])})) or (not ${signedAgain}
    and not exists (select 1 from fillings where fillings.client_id = newest.client_id and fillings.form_id = newest.form_id)))
    and not exists (select 1 from consent_withdrawals as back where back.consent_id = newest.id and back.parts = '[]')`;
  const { rows } = await sql<Row>`
    select newest.client_id, clients.chosen_name, clients.birth_date, newest.form_id, newest.area, ${state}, (select count(*) ${named}) as total
    ${named} order by newest.ends_on, newest.client_id, newest.form_id limit ${most}`.execute(db);
  return attendedFrom(db, rows);
};
