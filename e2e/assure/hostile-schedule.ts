import type { CallName, InputOf } from '../../shared/calls.ts';
import type { Ids } from './hostile-health.ts';

type ScheduleCall = Extract<
  CallName,
  | `services.${string}`
  | `rooms.${string}`
  | `practitioners.${string}`
  | `hours.${string}`
  | `appointments.${string}`
  | `series.${string}`
  | `today.${string}`
  | `tasks.${string}`
  | `waitlist.${string}`
  | `reminders.${string}`
  | `calendar.${string}`
  | 'readiness.many'
>;

const service = {
  name: 'x',
  minutes: 60,
  before: 0,
  after: 15,
  price: 9000,
  taxName: 'HST',
  taxRate: 13_000,
  noteTemplate: '',
  active: true,
} as const;
const day = '2026-12-01';
const week = [[{ from: '09:00', to: '17:00' }], [], [], [], [], [], []];
const repeat: InputOf<'series.edit'>['repeat'] = {
  every: 1,
  unit: 'week',
  weekdays: [2],
  monthBy: 'day',
  end: { kind: 'count', count: 4 },
};

/** An input of each call about the calendar that would be taken. */
export const nearlyGoodSchedule = (ids: Ids): { readonly [N in ScheduleCall]: InputOf<N> } => {
  const when = { day, time: '10:00', practitionerId: ids.practitionerId, roomId: ids.roomId };
  const kept = { serviceId: ids.serviceId, minutes: 60, before: 0, after: 15, price: 9000, note: 'x' };
  const seen = { id: ids.appointmentId, version: 1 };
  const wish = {
    serviceId: ids.serviceId,
    practitionerId: null,
    weekdays: [2],
    earliest: '09:00',
    latest: '17:00',
    firstDay: day,
    lastDay: '2026-12-24',
    shortNotice: true,
    note: 'x',
  };
  const slot = { ...when, minutes: 90 };
  const task: InputOf<'tasks.create'> = { title: 'x', note: 'x', dueOn: day, clientId: ids.clientId, audience: 'clinical' };
  return {
    'services.list': {},
    'services.save': { id: ids.serviceId, version: 1, details: service },
    'rooms.list': {},
    'rooms.save': { id: ids.roomId, version: 1, details: { name: 'x', note: 'x', active: true } },
    'practitioners.list': {},
    'practitioners.save': { id: ids.practitionerId, version: 1, details: { name: 'x', active: true } },
    'hours.get': { from: day, to: day },
    'hours.set': { practitionerId: ids.practitionerId, version: 0, week },
    'hours.addException': {
      practitionerId: ids.practitionerId,
      kind: 'absent',
      firstDay: day,
      lastDay: day,
      from: '12:00',
      to: '24:00',
      note: 'x',
    },
    'hours.removeException': { id: ids.exceptionId },
    'appointments.book': { clientId: ids.clientId, ...when, ...kept, repeat, override: 'x' },
    'appointments.check': { id: ids.appointmentId, clientId: ids.clientId, ...when, minutes: 60, before: 0, after: 15, repeat },
    'appointments.move': { ...seen, ...when, minutes: 60, scope: 'this', override: 'x' },
    'appointments.change': { ...seen, details: kept, scope: 'this', override: 'x' },
    'appointments.cancel': { ...seen, as: 'late-cancelled', reason: 'client-asked', words: 'x', fee: 4500 },
    'appointments.setStatus': { ...seen, status: 'confirmed' },
    'appointments.range': { from: day, to: '2026-12-07' },
    'appointments.get': { id: ids.appointmentId },
    'appointments.ofClient': { clientId: ids.clientId },
    'appointments.findSlots': {
      practitionerId: ids.practitionerId,
      roomId: 'any',
      minutes: 60,
      before: 0,
      after: 15,
      from: day,
      days: 7,
      weekdays: [2],
    },
    'series.edit': { ...seen, repeat, scope: 'following', override: 'x' },
    'series.extend': {},
    'today.get': {},
    'readiness.many': { clientIds: [ids.clientId] },
    'tasks.create': task,
    'tasks.change': { id: ids.taskId, version: 1, details: task },
    'tasks.done': { id: ids.taskId, version: 1, done: true },
    'tasks.list': { clientId: ids.clientId },
    'waitlist.add': { clientId: ids.clientId, details: wish },
    'waitlist.change': { id: ids.waitingId, version: 1, details: wish },
    'waitlist.close': { id: ids.waitingId, version: 1 },
    'waitlist.list': {},
    'waitlist.matches': slot,
    'waitlist.offered': { id: ids.waitingId, version: 1, slot },
    'waitlist.freed': {},
    'waitlist.dismiss': { appointmentId: ids.appointmentId },
    'reminders.today': {},
    'reminders.done': { appointmentId: ids.appointmentId, way: 'text', done: true },
    'reminders.settings': {},
    'reminders.set': { version: 0, settings: { daysBefore: 1, words: 'Hello {{name}}, {{day}} at {{time}}.' } },
    'reminders.paper': { clientId: ids.clientId },
    'calendar.paper': { from: day, days: 1, practitionerId: null, naming: 'initials' },
    'calendar.chooseFile': { from: day, to: '2026-12-07' },
    'calendar.exportIcs': { from: day, to: '2026-12-07', practitionerId: null, naming: 'initials', fileGrant: 'x' },
    'calendar.readIcs': { uploadId: ids.clientId },
    'calendar.importIcs': {
      uploadId: ids.clientId,
      practitionerId: ids.practitionerId,
      roomId: null,
      choices: [
        { index: 0, startsAt: '2026-12-10T15:00:00.000Z', as: 'appointment', clientId: ids.clientId, serviceId: ids.serviceId },
        { index: 1, startsAt: '2026-12-11T15:00:00.000Z', as: 'absence' },
      ],
    },
  };
};
