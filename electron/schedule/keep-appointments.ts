import { type AppointmentChange, holdsTime } from '../../shared/appointment.ts';
import type { KeptAppointment } from '../../shared/kept-appointment.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { dropReminders, insertAppointments, insertChanges, type KeptChange, replaceAppointment } from './appointments-repository.ts';
import type { Wanted } from './settle-conflicts.ts';

type Place = AppointmentChange['from'];

const placeOf = ({ startsAt, minutes, practitionerId, roomId }: KeptAppointment): NonNullable<Place> => ({
  startsAt,
  minutes,
  practitionerId,
  roomId,
});

const isMoved = (before: KeptAppointment, after: KeptAppointment): boolean =>
  JSON.stringify(placeOf(before)) !== JSON.stringify(placeOf(after));

/** Somebody who was reminded was reminded of something else. */
const isOtherwise = (before: KeptAppointment, after: KeptAppointment): boolean =>
  before.startsAt !== after.startsAt || holdsTime(before.status) !== holdsTime(after.status);

type Kept = {
  readonly what: AppointmentChange['what'];
  readonly wanted: readonly Wanted[];
  /** The reason for those that are over a conflict. */
  readonly override: string;
};

/** What became of it; numbered by the version it made, which no other change of the same appointment has. */
const changeOf = ({ what, override }: Kept, at: string, { before, after }: Wanted): KeptChange => {
  const moved = before === null || isMoved(before, after);
  return {
    appointmentId: after.id,
    seq: after.version,
    at,
    what: before === null ? 'booked' : what,
    from: before !== null && moved ? placeOf(before) : null,
    to: moved ? placeOf(after) : null,
    status: after.status,
    override: after.overridden ? override : '',
  };
};

/**
 * Keeps new and changed appointments, what became of each, and takes the reminder mark from those at another time and from those that do not take
 * place, or do again.
 */
export const keepAppointments = async (tx: Tx, practice: Practice, kept: Kept): Promise<void> => {
  const wanted = kept.wanted.map(({ before, after }) => ({ before, after: { ...after, version: before ? before.version + 1 : 1 } }));
  await insertAppointments(
    tx,
    wanted.filter(({ before }) => before === null).map(({ after }) => after),
  );
  for (const { before, after } of wanted) if (before !== null) await replaceAppointment(tx, after);
  const at = practice.now();
  await insertChanges(
    tx,
    wanted.map((one) => changeOf(kept, at, one)),
    practice.actor.id,
  );
  const moved = wanted.filter(({ before, after }) => before !== null && isOtherwise(before, after));
  await dropReminders(
    tx,
    moved.map(({ after }) => after.id),
  );
};

/** The entry of the call, and one more where something was booked over a conflict. */
export const recordChange = async (
  tx: Tx,
  practice: Practice,
  { clientId, id }: Pick<KeptAppointment, 'clientId' | 'id'>,
  override: string,
): Promise<void> => {
  await recordAudit(tx, practice, { clientId, recordId: id });
  if (override !== '') await recordAudit(tx, practice, { clientId, recordId: id }, 'appointment-conflict-overridden');
};
