import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CallName } from '../../shared/calls.ts';
import type { PracticeCallName } from '../practice/handlers.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';
import { repeatWeekly, service, wish } from './schedule.test-world.ts';

/** A good input of every call about the calendar, for the tests that go through all calls. */

export const calendarState = async ({ database }: TestWorld['open']): Promise<readonly unknown[]> => [
  await database.selectFrom('practitioners').selectAll().execute(),
  await database.selectFrom('services').selectAll().execute(),
  await database.selectFrom('rooms').selectAll().execute(),
  await database.selectFrom('opening_hours').selectAll().execute(),
  await database.selectFrom('hours_exceptions').selectAll().execute(),
  await database.selectFrom('series').selectAll().execute(),
  await database.selectFrom('appointments').selectAll().execute(),
  await database.selectFrom('appointment_changes').selectAll().execute(),
  await database.selectFrom('wait_list').selectAll().execute(),
  await database.selectFrom('reminders_done').selectAll().execute(),
  await database.selectFrom('reminder_settings').selectAll().execute(),
  await database.selectFrom('tasks').selectAll().execute(),
  await database.selectFrom('ics_taken').selectAll().execute(),
];

/** Of the practice or of many clients at once. */
export const calendarActionsOfNoClient: readonly string[] = [
  'services-changed',
  'rooms-changed',
  'practitioners-changed',
  'hours-changed',
  'calendar-opened',
  'series-extended',
  'waitlist-opened',
  'reminders-opened',
  'reminder-settings-changed',
  'tasks-opened',
  'readiness-of-day-opened',
  'day-sheet-made',
  'calendar-exported',
  'calendar-not-written',
  'calendar-read',
];

type CalendarCall = Extract<
  PracticeCallName,
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

const ics = Buffer.from(
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//y//EN',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTAMP:20261101T000000Z',
    'DTSTART:20261210T150000Z',
    'DTEND:20261210T160000Z',
    'SUMMARY:Maya Rosario',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n'),
);

/** In this order each finds what those before it left. `folder`: where files are written. */
export const calendarInputs = (world: TestWorld, clientId: string, folder: string): { readonly [N in CalendarCall]: () => unknown } => {
  const serviceId = async (): Promise<string> => (await world.ok('services.list', {})).services[0]?.id ?? '';
  const roomId = async (): Promise<string> => (await world.ok('rooms.list', {})).rooms[0]?.id ?? '';
  const practitionerId = async (): Promise<string> => (await world.ok('practitioners.list', {})).own ?? '';
  const when = async (day: string) => ({ day, time: '10:00', practitionerId: await practitionerId(), roomId: await roomId() });
  const kept = async () => ({ serviceId: await serviceId(), minutes: 60, before: 0, after: 15, price: 9_000, note: '' });
  const first = async () => {
    const rows = world.open.database.selectFrom('appointments').select(['id', 'version']).where('client_id', '=', clientId);
    const next = await rows.where('status', 'in', ['booked', 'confirmed']).orderBy('starts_at').executeTakeFirst();
    return { id: next?.id ?? '', version: next?.version ?? 0 };
  };
  const waiting = async () => {
    const one = (await world.ok('waitlist.list', {})).waiting[0];
    return { id: one?.id ?? '', version: one?.version ?? 0 };
  };
  const task = async () => {
    const one = (await world.ok('tasks.list', {})).tasks[0];
    return { id: one?.id ?? '', version: one?.version ?? 0 };
  };
  const uploaded = async (): Promise<string> => {
    const { uploadId } = await world.ok('uploads.begin', { name: 'calendar.ics', bytes: ics.length });
    await world.ok('uploads.append', { uploadId, index: 0, chunk: ics.toString('base64') });
    await world.ok('uploads.finish', { uploadId, sha256: createHash('sha256').update(ics).digest('hex') });
    return uploadId;
  };
  const days = { from: '2026-12-01', to: '2026-12-31' };
  const chosenFile = async (): Promise<string | null> => {
    world.answerDialog(join(folder, 'calendar.ics'));
    const { fileGrant } = await world.ok('calendar.chooseFile', days);
    world.answerDialog(join(folder, 'chosen.pdf'));
    return fileGrant;
  };
  const details = { title: 'Check in with Dr. Okafor', note: '', dueOn: '2026-12-02', clientId, audience: 'clinical' } as const;
  return {
    'services.save': () => ({ id: null, version: 0, details: service }),
    'services.list': () => ({}),
    'rooms.save': () => ({ id: null, version: 0, details: { name: 'Garden room', note: '', active: true } }),
    'rooms.list': () => ({}),
    'practitioners.list': () => ({}),
    'practitioners.save': () => ({ id: null, version: 0, details: { name: 'Tom', active: true } }),
    'hours.set': async () => ({
      practitionerId: await practitionerId(),
      version: 0,
      week: Array(7).fill([{ from: '08:00', to: '20:00' }]),
    }),
    'hours.addException': async () => ({
      practitionerId: await practitionerId(),
      kind: 'absent',
      firstDay: '2027-01-04',
      lastDay: '2027-01-08',
      from: null,
      to: null,
      note: '',
    }),
    'hours.get': () => ({ from: '2027-01-01', to: '2027-01-31' }),
    'hours.removeException': async () => ({
      id: (await world.ok('hours.get', { from: '2027-01-01', to: '2027-01-31' })).exceptions[0]?.id,
    }),
    'appointments.book': async () => ({ clientId, ...(await when('2026-12-01')), ...(await kept()), repeat: repeatWeekly }),
    'appointments.check': async () => ({ id: null, clientId, ...(await when('2026-12-01')), minutes: 60, before: 0, after: 15 }),
    'appointments.range': () => days,
    'appointments.get': async () => ({ id: (await first()).id }),
    'appointments.ofClient': () => ({ clientId }),
    'appointments.findSlots': async () => ({
      practitionerId: await practitionerId(),
      roomId: 'any',
      minutes: 60,
      before: 0,
      after: 15,
      from: '2026-12-01',
    }),
    'appointments.move': async () => ({ ...(await first()), ...(await when('2026-12-01')), time: '13:00', minutes: 60 }),
    'appointments.change': async () => ({ ...(await first()), details: { ...(await kept()), note: 'Ground floor, please' } }),
    'appointments.setStatus': async () => ({ ...(await first()), status: 'confirmed' }),
    'series.edit': async () => ({ ...(await first()), repeat: { ...repeatWeekly, every: 2 }, scope: 'following' }),
    'series.extend': () => ({}),
    'today.get': () => ({}),
    'readiness.many': () => ({ clientIds: [clientId] }),
    'waitlist.add': async () => ({ clientId, details: { ...wish, serviceId: await serviceId() } }),
    'waitlist.list': () => ({}),
    'waitlist.change': async () => ({ ...(await waiting()), details: { ...wish, serviceId: await serviceId(), weekdays: [2] } }),
    'waitlist.matches': async () => ({ ...(await when('2026-12-02')), minutes: 75 }),
    'waitlist.offered': async () => ({ ...(await waiting()), slot: { ...(await when('2026-12-02')), minutes: 75 } }),
    'reminders.settings': () => ({}),
    'reminders.set': () => ({ version: 0, settings: { daysBefore: 7, words: 'Hello {{name}}, {{day}} at {{time}}.' } }),
    'reminders.today': () => ({}),
    'reminders.done': async () => ({ appointmentId: (await first()).id, way: 'text', done: true }),
    'reminders.paper': () => ({ clientId }),
    'appointments.cancel': async () => ({ ...(await first()), as: 'cancelled', reason: 'client-asked' }),
    'waitlist.freed': () => ({}),
    'waitlist.dismiss': async () => ({
      appointmentId: (await world.ok('appointments.range', days)).appointments.find(({ status }) => status === 'cancelled')?.id,
    }),
    'waitlist.close': waiting,
    'tasks.create': () => details,
    'tasks.list': () => ({}),
    'tasks.change': async () => ({ ...(await task()), details: { ...details, dueOn: '2026-12-03' } }),
    'tasks.done': async () => ({ ...(await task()), done: true }),
    'calendar.paper': () => ({ from: '2026-12-01', days: 1, practitionerId: null, naming: 'initials' }),
    'calendar.chooseFile': () => days,
    'calendar.exportIcs': async () => ({
      ...days,
      practitionerId: null,
      naming: 'initials',
      fileGrant: await chosenFile(),
    }),
    'calendar.readIcs': async () => ({ uploadId: await uploaded() }),
    'calendar.importIcs': async () => ({
      uploadId: await uploaded(),
      practitionerId: await practitionerId(),
      roomId: null,
      choices: [{ index: 0, startsAt: '2026-12-10T15:00:00.000Z', as: 'appointment', clientId, serviceId: await serviceId() }],
    }),
  } satisfies { readonly [N in CalendarCall & CallName]: () => unknown };
};
