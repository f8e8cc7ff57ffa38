import { HoursException, type PractitionerHours, WeekHours } from '../../shared/hours.ts';
import type { HoursWorld } from '../../shared/open-hours.ts';
import { type CalendarDay, type Instant, instantFrom } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { HoursExceptionTable } from '../store/schedule-schema.ts';

const { kind: Kind } = HoursException.shape;

/** Of someone whose hours nobody said yet: no span, and version 0, which `openOn` reads as there all day. */
const notSaid = (practitionerId: string): PractitionerHours => ({ practitionerId, version: 0, week: Array.from({ length: 7 }, () => []) });

const hoursFrom = (row: { id: string; version: number | null; week: string | null }): PractitionerHours =>
  row.version === null || row.week === null
    ? notSaid(row.id)
    : { practitionerId: row.id, version: row.version, week: WeekHours.parse(JSON.parse(row.week)) };

const hoursWithLane = (db: Reader) =>
  db
    .selectFrom('practitioners')
    .leftJoin('opening_hours', 'opening_hours.practitioner_id', 'practitioners.id')
    .select(['practitioners.id', 'opening_hours.version', 'opening_hours.week']);

/** Null: nobody of this id treats here. */
export const hoursOf = async (db: Reader, practitionerId: string): Promise<PractitionerHours | null> => {
  const row = await hoursWithLane(db).where('practitioners.id', '=', practitionerId).executeTakeFirst();
  return row ? hoursFrom(row) : null;
};

const exceptionFrom = (row: HoursExceptionTable): HoursException => ({
  id: row.id,
  practitionerId: row.practitioner_id,
  kind: Kind.parse(row.kind),
  firstDay: row.first_day,
  lastDay: row.last_day,
  from: row.from_time,
  to: row.to_time,
  note: row.note,
});

/** The week of everyone who treats or treated here, and what is otherwise on these days, in their order. */
export const hoursWorld = async (reader: Reader, from: CalendarDay, to: CalendarDay): Promise<HoursWorld> => {
  const hours = await hoursWithLane(reader).orderBy('practitioners.created_at').orderBy('practitioners.id').execute();
  const exceptions = await reader
    .selectFrom('hours_exceptions')
    .selectAll()
    .where('last_day', '>=', from)
    .where('first_day', '<=', to)
    .orderBy('first_day')
    .orderBy('last_day')
    .orderBy('id')
    .execute();
  return { hours: hours.map(hoursFrom), exceptions: exceptions.map(exceptionFrom) };
};

/** Writes the hours over those of the version before, which were read in the same transaction. */
export const putHours = async (tx: Tx, { practitionerId, version, week }: PractitionerHours): Promise<void> => {
  const kept = { version, week: JSON.stringify(week) };
  await tx
    .insertInto('opening_hours')
    .values({ ...kept, practitioner_id: practitionerId })
    .onConflict((one) => one.column('practitioner_id').doUpdateSet(kept))
    .execute();
};

type Made = { readonly exception: HoursException; readonly at: Instant; readonly by: string };

export const insertException = async (tx: Tx, { exception, at, by }: Made): Promise<void> => {
  await tx
    .insertInto('hours_exceptions')
    .values({
      id: exception.id,
      practitioner_id: exception.practitionerId,
      kind: exception.kind,
      first_day: exception.firstDay,
      last_day: exception.lastDay,
      from_time: exception.from,
      to_time: exception.to,
      note: exception.note,
      made_at: at,
      made_by: by,
    })
    .execute();
};

/** Whether there was one. */
export const deleteException = async (tx: Tx, id: string): Promise<boolean> => {
  const deleted = await tx.deleteFrom('hours_exceptions').where('id', '=', id).executeTakeFirst();
  return deleted.numDeletedRows === 1n;
};

/** The longest an appointment lasts. */
const longest = 12 * 3_600_000;

type Asked = { readonly practitionerId: string; readonly fromMs: number; readonly toMs: number };

/** When a practitioner has somebody between two moments, in milliseconds of the epoch; what is over or was called off does not count. */
export const aheadBetween = async (
  db: Reader,
  { practitionerId, fromMs, toMs }: Asked,
): Promise<readonly { readonly startsAt: Instant; readonly endsAt: Instant }[]> => {
  const rows = await db
    .selectFrom('appointments')
    .select(['starts_at', 'ends_at'])
    .where('starts_at', '>', instantFrom(fromMs - longest))
    .where('starts_at', '<', instantFrom(toMs))
    .where('practitioner_id', '=', practitionerId)
    .where('status', 'in', ['booked', 'confirmed', 'arrived', 'in-session'])
    .execute();
  return rows.map((row) => ({ startsAt: row.starts_at, endsAt: row.ends_at }));
};
