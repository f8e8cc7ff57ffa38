import type { AppointmentStatus } from '../../shared/appointment.ts';
import { type Reminder, type ReminderSettings, reminderWays } from '../../shared/reminders.ts';
import { wallAt } from '../../shared/schedule-time.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';

/** Those that are still to take place, and have not begun. */
const ahead: readonly AppointmentStatus[] = ['booked', 'confirmed'];

/** An appointment to be reminded of, before its words are filled in. */
export type ToRemind = Omit<Reminder, 'text'> & { readonly practitioner: string; readonly startsAt: Instant };

const withMark = (db: Reader) =>
  db
    .selectFrom('appointments')
    .innerJoin('clients', 'clients.id', 'appointments.client_id')
    .innerJoin('practitioners', 'practitioners.id', 'appointments.practitioner_id')
    .leftJoin('reminders_done', 'reminders_done.appointment_id', 'appointments.id')
    .leftJoin('keyholders', 'keyholders.id', 'reminders_done.by')
    .select([
      'appointments.id',
      'appointments.client_id',
      'appointments.starts_at',
      'appointments.zone',
      'clients.chosen_name',
      'clients.phone',
      'clients.email',
      'clients.contact_wishes',
      'practitioners.name as practitioner',
      'reminders_done.at',
      'reminders_done.way',
      'keyholders.name as done_by',
    ])
    .where('appointments.status', 'in', ahead);

type Row = Awaited<ReturnType<ReturnType<typeof withMark>['executeTakeFirstOrThrow']>>;

const fromRow = (row: Row): ToRemind => {
  const way = reminderWays.find((known) => known === row.way);
  return {
    appointmentId: row.id,
    clientId: row.client_id,
    chosenName: row.chosen_name,
    phone: row.phone,
    email: row.email,
    contactWishes: row.contact_wishes,
    ...wallAt(row.starts_at, row.zone),
    startsAt: row.starts_at,
    practitioner: row.practitioner,
    done: way && row.at !== null ? { at: row.at, by: row.done_by ?? '', way } : null,
  };
};

/** Those that begin between two moments, soonest first. */
export const toRemindBetween = async (db: Reader, from: Instant, to: Instant): Promise<readonly ToRemind[]> => {
  const rows = await withMark(db)
    .where('appointments.starts_at', '>=', from)
    .where('appointments.starts_at', '<', to)
    .orderBy('appointments.starts_at')
    .orderBy('appointments.id')
    .execute();
  return rows.map(fromRow);
};

/** Null: it is not ahead any more. */
export const toRemindOf = async (db: Reader, appointmentId: string, now: Instant): Promise<ToRemind | null> => {
  const row = await withMark(db).where('appointments.id', '=', appointmentId).where('appointments.starts_at', '>', now).executeTakeFirst();
  return row ? fromRow(row) : null;
};

type Mark = { readonly way: (typeof reminderWays)[number]; readonly at: Instant; readonly by: string };

/** Null takes the mark back. */
export const putMark = async (tx: Tx, appointmentId: string, mark: Mark | null): Promise<void> => {
  await tx.deleteFrom('reminders_done').where('appointment_id', '=', appointmentId).execute();
  if (mark)
    await tx
      .insertInto('reminders_done')
      .values({ ...mark, appointment_id: appointmentId })
      .execute();
};

export type KeptSettings = ReminderSettings & { readonly version: number };

/** Null: the practice has none of its own. */
export const reminderSettingsOf = async (db: Reader): Promise<KeptSettings | null> => {
  const row = await db.selectFrom('reminder_settings').selectAll().executeTakeFirst();
  return row ? { version: row.version, daysBefore: row.days_before, words: row.words } : null;
};

export const putReminderSettings = async (tx: Tx, { version, daysBefore, words }: KeptSettings): Promise<void> => {
  const kept = { version, days_before: daysBefore, words };
  await tx
    .insertInto('reminder_settings')
    .values({ ...kept, one: 1 })
    .onConflict((one) => one.column('one').doUpdateSet(kept))
    .execute();
};
