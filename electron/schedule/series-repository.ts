import { sql } from 'kysely';
import { z } from 'zod';
import type { KeptSeries } from '../../shared/kept-appointment.ts';
import { Repeat } from '../../shared/recurrence.ts';
import { CalendarDay } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { SeriesTable } from '../store/schedule-schema.ts';

const Days = z.array(CalendarDay);

const toRow = (one: KeptSeries): SeriesTable => ({
  id: one.id,
  version: one.version,
  repeat: JSON.stringify(one.repeat),
  first_day: one.firstDay,
  shift_days: one.shiftDays,
  made_until: one.madeUntil,
  skipped: JSON.stringify(one.skipped),
  client_id: one.clientId,
  practitioner_id: one.practitionerId,
  room_id: one.roomId,
  service_id: one.serviceId,
  time: one.time,
  zone: one.zone,
  minutes: one.minutes,
  before: one.before,
  after: one.after,
  price: one.price,
  currency: one.currency,
  note: one.note,
  goes_on: one.goesOn ? 1 : 0,
  continues: one.continues,
  created_at: one.createdAt,
});

const fromRow = (row: SeriesTable): KeptSeries => ({
  id: row.id,
  version: row.version,
  repeat: Repeat.parse(JSON.parse(row.repeat)),
  firstDay: row.first_day,
  shiftDays: row.shift_days,
  madeUntil: row.made_until,
  skipped: Days.parse(JSON.parse(row.skipped)),
  clientId: row.client_id,
  practitionerId: row.practitioner_id,
  roomId: row.room_id,
  serviceId: row.service_id,
  time: row.time,
  zone: row.zone,
  minutes: row.minutes,
  before: row.before,
  after: row.after,
  price: row.price,
  currency: row.currency,
  note: row.note,
  goesOn: row.goes_on === 1,
  continues: row.continues,
  createdAt: row.created_at,
});

export const insertSeries = async (tx: Tx, series: KeptSeries): Promise<void> => {
  await tx.insertInto('series').values(toRow(series)).execute();
};

/** Writes a series over the row of the version before. */
export const replaceSeries = async (tx: Tx, series: KeptSeries): Promise<void> => {
  const { id, ...row } = toRow(series);
  const replaced = await tx
    .updateTable('series')
    .set(row)
    .where('id', '=', id)
    .where('version', '=', series.version - 1)
    .executeTakeFirst();
  if (replaced.numUpdatedRows !== 1n) throw new Error('a series changed within its own transaction');
};

/** An appointment names its series, so it is there. */
export const seriesById = async (db: Reader, id: string): Promise<KeptSeries> =>
  fromRow(await db.selectFrom('series').selectAll().where('id', '=', id).executeTakeFirstOrThrow());

/** Those without an end whose appointments do not reach up to this day, wherever they were moved together, while who and what they are for is still there. */
export const seriesToExtend = async (db: Reader, until: CalendarDay): Promise<readonly KeptSeries[]> => {
  const rows = await db
    .selectFrom('series')
    .innerJoin('clients', 'clients.id', 'series.client_id')
    .innerJoin('practitioners', 'practitioners.id', 'series.practitioner_id')
    .innerJoin('services', 'services.id', 'series.service_id')
    .leftJoin('rooms', 'rooms.id', 'series.room_id')
    .selectAll('series')
    .where('goes_on', '=', 1)
    .where(sql`date(series.made_until, series.shift_days || ' days')`, '<', until)
    .where('clients.archived_at', 'is', null)
    .where('practitioners.active', '=', 1)
    .where('services.active', '=', 1)
    .where((or) => or.or([or('series.room_id', 'is', null), or('rooms.active', '=', 1)]))
    .orderBy('series.id')
    .execute();
  return rows.map(fromRow);
};
