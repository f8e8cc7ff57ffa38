import type { Repeat } from '../../shared/recurrence.ts';
import { type Headless, okOf } from './headless-process.ts';
import type { Ids } from './hostile-health.ts';

type Caller = Pick<Headless, 'call'>;
type ScheduleIds = Pick<Ids, 'serviceId' | 'roomId' | 'practitionerId' | 'exceptionId' | 'appointmentId' | 'waitingId' | 'taskId'>;

const day = '2026-12-01';

/** Everything the calendar can hold once, each text of it from `word`: a series that is ahead, one that was cancelled, somebody away, one who waits, a task. */
export const keepSchedule = async (vault: Caller, clientId: string, word: () => string): Promise<ScheduleIds> => {
  const details = { minutes: 60, before: 0, after: 15, price: 9_000, taxRate: 13_000, active: true } as const;
  const named = { name: word(), taxName: word(), noteTemplate: word() };
  const { id: serviceId } = await okOf(vault.call('services.save', { id: null, version: 0, details: { ...details, ...named } }));
  const room = { name: word(), note: word(), active: true };
  const { id: roomId } = await okOf(vault.call('rooms.save', { id: null, version: 0, details: room }));
  const lane = { name: word(), active: true };
  const { id: practitionerId } = await okOf(vault.call('practitioners.save', { id: null, version: 0, details: lane }));
  const away = { practitionerId, kind: 'absent', firstDay: '2027-02-01', lastDay: '2027-02-05', from: null, to: null } as const;
  const { exception } = await okOf(vault.call('hours.addException', { ...away, note: word() }));
  const booked = { clientId, practitionerId, roomId, serviceId, minutes: 60, before: 0, after: 15, price: 9_000 };
  const repeat: Repeat = { every: 1, unit: 'week', weekdays: [], monthBy: 'day', end: { kind: 'count', count: 3 } };
  const { appointment } = await okOf(vault.call('appointments.book', { ...booked, day, time: '10:00', note: word(), repeat }));
  const over = { ...booked, day, time: '10:30', note: word(), override: word() };
  const { appointment: cancelled } = await okOf(vault.call('appointments.book', over));
  const ended = { as: 'late-cancelled', reason: 'client-asked', fee: 4_500 } as const;
  await okOf(vault.call('appointments.cancel', { id: cancelled.id, version: cancelled.version, ...ended, words: word() }));
  await okOf(vault.call('reminders.done', { appointmentId: appointment.id, way: 'text', done: true }));
  const { version } = await okOf(vault.call('reminders.settings', {}));
  await okOf(vault.call('reminders.set', { version, settings: { daysBefore: 7, words: word() } }));
  const wish = { practitionerId: null, weekdays: [], earliest: null, latest: null, firstDay: null, lastDay: null, shortNotice: true };
  const { id: waitingId } = await okOf(vault.call('waitlist.add', { clientId, details: { ...wish, serviceId, note: word() } }));
  const task = { title: word(), note: word(), dueOn: day, clientId, audience: 'clinical' } as const;
  const { id: taskId } = await okOf(vault.call('tasks.create', task));
  return { serviceId, roomId, practitionerId, exceptionId: exception.id, appointmentId: appointment.id, waitingId, taskId };
};
