import { z } from 'zod';
import { AppointmentChange, appointmentStatuses, cancelReasons, ownParts } from '../../shared/appointment.ts';
import type { Held } from '../../shared/conflicts.ts';
import type { KeptAppointment } from '../../shared/kept-appointment.ts';
import { type CalendarDay, instantFrom } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { AppointmentTable } from '../store/schedule-schema.ts';

const Status = z.enum(appointmentStatuses);
const CancelReason = z.enum(cancelReasons).nullable();
const Own = z.array(z.enum(ownParts));
const ChangeWhat = AppointmentChange.shape.what;
const Place = AppointmentChange.shape.from;

/** Rows written with one statement: SQLite binds at most 32,766 values. */
const atOnce = 500;

const inParts = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, index) => all.slice(index * atOnce, (index + 1) * atOnce));

const toRow = (one: KeptAppointment): AppointmentTable => ({
  id: one.id,
  version: one.version,
  client_id: one.clientId,
  service_id: one.serviceId,
  practitioner_id: one.practitionerId,
  room_id: one.roomId,
  day: one.day,
  time: one.time,
  zone: one.zone,
  starts_at: one.startsAt,
  ends_at: one.endsAt,
  minutes: one.minutes,
  before: one.before,
  after: one.after,
  price: one.price,
  currency: one.currency,
  status: one.status,
  status_at: one.statusAt,
  note: one.note,
  series_id: one.seriesId,
  series_day: one.seriesDay,
  own: JSON.stringify(one.own),
  overridden: one.overridden ? 1 : 0,
  reason: one.reason,
  reason_words: one.reasonWords,
  fee: one.fee,
  dismissed: one.dismissed ? 1 : 0,
  created_at: one.createdAt,
});

const fromRow = (row: AppointmentTable): KeptAppointment => ({
  id: row.id,
  version: row.version,
  clientId: row.client_id,
  serviceId: row.service_id,
  practitionerId: row.practitioner_id,
  roomId: row.room_id,
  day: row.day,
  time: row.time,
  zone: row.zone,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  minutes: row.minutes,
  before: row.before,
  after: row.after,
  price: row.price,
  currency: row.currency,
  status: Status.parse(row.status),
  statusAt: row.status_at,
  note: row.note,
  seriesId: row.series_id,
  seriesDay: row.series_day,
  own: Own.parse(JSON.parse(row.own)),
  overridden: row.overridden === 1,
  reason: CancelReason.parse(row.reason),
  reasonWords: row.reason_words,
  fee: row.fee,
  dismissed: row.dismissed === 1,
  createdAt: row.created_at,
});

export const insertAppointments = async (tx: Tx, appointments: readonly KeptAppointment[]): Promise<void> => {
  for (const part of inParts(appointments)) await tx.insertInto('appointments').values(part.map(toRow)).execute();
};

/** Writes an appointment over the row of the version before. */
export const replaceAppointment = async (tx: Tx, appointment: KeptAppointment): Promise<void> => {
  const { id, ...row } = toRow(appointment);
  const replaced = await tx
    .updateTable('appointments')
    .set(row)
    .where('id', '=', id)
    .where('version', '=', appointment.version - 1)
    .executeTakeFirst();
  if (replaced.numUpdatedRows !== 1n) throw new Error('an appointment changed within its own transaction');
};

export const appointmentById = async (db: Reader, id: string): Promise<KeptAppointment | null> => {
  const row = await db.selectFrom('appointments').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
};

/** Whether the record of a client is closed. */
export const isArchived = async (db: Reader, clientId: string): Promise<boolean> => {
  const row = await db.selectFrom('clients').select('archived_at').where('id', '=', clientId).executeTakeFirst();
  return row !== undefined && row.archived_at !== null;
};

/** All of a series, in the order of its rule. */
export const appointmentsOfSeries = async (db: Reader, seriesId: string): Promise<readonly KeptAppointment[]> => {
  const rows = await db.selectFrom('appointments').selectAll().where('series_id', '=', seriesId).orderBy('series_day').execute();
  return rows.map(fromRow);
};

/** Those of a series from a day of its rule on belong to another from now on; what was read of them is older than that. */
export const moveToSeries = async (
  tx: Tx,
  { from, to, day }: { readonly from: string; readonly to: string; readonly day: CalendarDay },
): Promise<void> => {
  await tx
    .updateTable('appointments')
    .set((one) => ({ series_id: to, version: one('version', '+', 1) }))
    .where('series_id', '=', from)
    .where('series_day', '>=', day)
    .execute();
};

const hours = 3_600_000;
/** The longest an appointment lasts, and the longest time kept after it: none that begins earlier reaches into what is asked. */
const longestBefore = (12 + 4) * hours;
/** The longest time kept before one. */
const longestAhead = 4 * hours;

type HeldRow = Pick<
  AppointmentTable,
  'id' | 'client_id' | 'practitioner_id' | 'room_id' | 'starts_at' | 'ends_at' | 'before' | 'after' | 'status'
>;

export const heldFrom = (row: HeldRow): Held & { readonly id: string } => ({
  id: row.id,
  clientId: row.client_id,
  practitionerId: row.practitioner_id,
  roomId: row.room_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  before: row.before,
  after: row.after,
  status: Status.parse(row.status),
});

/** Those whose time, with what is kept around it, may touch a span; in milliseconds of the epoch. Only those that hold time. */
export const heldBetween = async (db: Reader, fromMs: number, toMs: number): Promise<readonly Held[]> => {
  const rows = await db
    .selectFrom('appointments')
    .select(['id', 'client_id', 'practitioner_id', 'room_id', 'starts_at', 'ends_at', 'before', 'after', 'status'])
    .where('starts_at', '>=', instantFrom(fromMs - longestBefore))
    .where('starts_at', '<=', instantFrom(toMs + longestAhead))
    .where('status', 'not in', ['cancelled', 'late-cancelled', 'no-show'])
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return rows.map(heldFrom);
};

export type KeptChange = Omit<AppointmentChange, 'by'> & { readonly appointmentId: string; readonly seq: number };

/** `by`: the keyholder who did it. `seq`: the version it made. */
export const insertChanges = async (tx: Tx, changes: readonly KeptChange[], by: string): Promise<void> => {
  const kept = (place: AppointmentChange['from']): string | null => (place === null ? null : JSON.stringify(place));
  for (const part of inParts(changes))
    await tx
      .insertInto('appointment_changes')
      .values(
        part.map(({ appointmentId, seq, at, what, from, to, status, override }) => ({
          appointment_id: appointmentId,
          seq,
          at,
          by,
          what,
          before: kept(from),
          after: kept(to),
          status,
          override,
        })),
      )
      .execute();
};

/** The first first. */
export const changesOf = async (db: Reader, appointmentId: string): Promise<readonly AppointmentChange[]> => {
  const rows = await db
    .selectFrom('appointment_changes')
    .innerJoin('keyholders', 'keyholders.id', 'appointment_changes.by')
    .select(['at', 'keyholders.name as by', 'what', 'before', 'after', 'status', 'override'])
    .where('appointment_id', '=', appointmentId)
    .orderBy('seq')
    .execute();
  const place = (text: string | null): AppointmentChange['from'] => (text === null ? null : Place.parse(JSON.parse(text)));
  return rows.map(({ before, after, what, status, ...row }) => ({
    ...row,
    what: ChangeWhat.parse(what),
    from: place(before),
    to: place(after),
    status: Status.parse(status),
  }));
};

/** At another time they are to be reminded anew. */
export const dropReminders = async (tx: Tx, appointmentIds: readonly string[]): Promise<void> => {
  for (const part of inParts(appointmentIds)) await tx.deleteFrom('reminders_done').where('appointment_id', 'in', part).execute();
};
