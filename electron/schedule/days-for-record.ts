import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Appointment } from '../../shared/appointment.ts';
import type { Task } from '../../shared/tasks.ts';
import type { Waiting } from '../../shared/waitlist.ts';
import type { Practice } from '../practice/practice.ts';
import { appointmentsOfClient } from './calendar-service.ts';
import { listPractitioners } from './practitioners-service.ts';
import { listRooms } from './rooms-service.ts';
import { seenAppointment } from './seen-appointment.ts';
import { allServices } from './services-repository.ts';
import { listTasks } from './tasks-service.ts';
import { waitingOfClient } from './waitlist-repository.ts';

/** What was arranged with a client, newest first, with the names of whom and where. */
export type DaysInRecord = {
  readonly appointments: readonly Appointment[];
  readonly waiting: readonly Waiting[];
  /** Those to be done, and those that were. */
  readonly tasks: readonly Task[];
  /** Of a practitioner, room or service by id. */
  readonly names: ReadonlyMap<string, string>;
};

const all = Number.MAX_SAFE_INTEGER;
/** Appointments read before other calls are let in. */
const readAtATime = 50;

/** For the paper of a whole record. @throws Refused not-found client */
export const daysForRecord = async (practice: Practice, clientId: string): Promise<DaysInRecord> => {
  const { ahead, past } = await appointmentsOfClient(practice, { clientId, limit: all });
  const appointments: Appointment[] = [];
  for (const [index, { id }] of [...ahead.toReversed(), ...past].entries()) {
    appointments.push(await seenAppointment(practice, practice.db, id));
    if (index % readAtATime === readAtATime - 1) await nextTurn();
  }
  const open = await listTasks(practice, { clientId, done: false, limit: all });
  const done = await listTasks(practice, { clientId, done: true, limit: all });
  const { practitioners } = await listPractitioners(practice, {});
  const { rooms } = await listRooms(practice, {});
  const services = await allServices(practice.db);
  return {
    appointments: appointments.toSorted((one, other) => (one.startsAt < other.startsAt ? 1 : -1)),
    waiting: await waitingOfClient(practice.db, clientId),
    tasks: [...open.tasks, ...done.tasks],
    names: new Map([...practitioners, ...rooms, ...services].map(({ id, name }) => [id, name])),
  };
};
