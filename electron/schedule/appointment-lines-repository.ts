import { z } from 'zod';
import { type AppointmentLine, appointmentStatuses } from '../../shared/appointment.ts';
import { wallAt } from '../../shared/schedule-time.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader } from '../practice/practice.ts';

const Status = z.enum(appointmentStatuses);

const lines = (db: Reader) =>
  db
    .selectFrom('appointments')
    .innerJoin('clients', 'clients.id', 'appointments.client_id')
    .innerJoin('services', 'services.id', 'appointments.service_id')
    .select([
      'appointments.id',
      'appointments.version',
      'appointments.client_id as clientId',
      'clients.chosen_name as chosenName',
      'clients.pronouns',
      'appointments.service_id as serviceId',
      'services.name as serviceName',
      'appointments.practitioner_id as practitionerId',
      'appointments.room_id as roomId',
      'appointments.zone',
      'appointments.starts_at as startsAt',
      'appointments.ends_at as endsAt',
      'appointments.minutes',
      'appointments.before',
      'appointments.after',
      'appointments.status',
      'appointments.status_at as statusAt',
      'appointments.series_id as seriesId',
      'appointments.overridden',
      'appointments.note',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>;

const lineFrom = ({ status, overridden, ...row }: Row): AppointmentLine => ({
  ...row,
  ...wallAt(row.startsAt, row.zone),
  status: Status.parse(status),
  overridden: overridden === 1,
});

export const lineById = async (db: Reader, id: string): Promise<AppointmentLine> =>
  lineFrom(await lines(db).where('appointments.id', '=', id).executeTakeFirstOrThrow());

/** All that touch the time between, in the order of time. `earliest`: none that begins before it lasts into it. */
export const linesBetween = async (
  db: Reader,
  { earliest, from, to }: { readonly earliest: Instant; readonly from: Instant; readonly to: Instant },
): Promise<AppointmentLine[]> => {
  const rows = await lines(db)
    .where('starts_at', '>=', earliest)
    .where('starts_at', '<', to)
    .where('ends_at', '>', from)
    .orderBy('starts_at')
    .orderBy('appointments.id')
    .execute();
  return rows.map(lineFrom);
};

const notTakingPlace = ['cancelled', 'late-cancelled', 'no-show'];

/** Those of a client that are to take place, soonest first. */
export const linesAhead = async (db: Reader, clientId: string, now: Instant, limit: number): Promise<AppointmentLine[]> => {
  const rows = await lines(db)
    .where('appointments.client_id', '=', clientId)
    .where('ends_at', '>', now)
    .where('status', 'not in', notTakingPlace)
    .orderBy('starts_at')
    .orderBy('appointments.id')
    .limit(limit)
    .execute();
  return rows.map(lineFrom);
};

/** Those that were, and those that will not take place, newest first. */
export const linesPast = async (db: Reader, clientId: string, now: Instant, limit: number): Promise<AppointmentLine[]> => {
  const rows = await lines(db)
    .where('appointments.client_id', '=', clientId)
    .where((or) => or.or([or('ends_at', '<=', now), or('status', 'in', notTakingPlace)]))
    .orderBy('starts_at', 'desc')
    .orderBy('appointments.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(lineFrom);
};

export const countOfClient = async (db: Reader, clientId: string): Promise<number> => {
  const { total } = await db
    .selectFrom('appointments')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow();
  return total;
};
