import { join } from 'node:path';
import { openDatabase } from '../../electron/store/open.ts';
import type { InputOf } from '../../shared/calls.ts';
import { addDays, daysBetween, instantOf, wallFrom, weekdayOf } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { keysOf } from '../assure/kept-records.ts';
import { passphrase } from '../assure/trial-records.ts';
import { type Desk, openDesk } from './large-practice.ts';
import { type Row, repeated, sideBySide, timed } from './measure.ts';

const appointments = 100_000;
const lanes = 8;
const yearsBefore = 4;
const yearsAfter = 2;
const waitingOnes = 200;
const tasks = 10_000;

type Kept = Record<string, unknown>;
type Places = { readonly serviceId: string; readonly roomIds: readonly string[]; readonly practitionerIds: readonly string[] };

const week = Array.from({ length: 7 }, (_, day) => (day === 6 ? [] : [{ from: '08:00', to: '20:00' }]));

const setUp = async (desk: Desk): Promise<Places> => {
  const details = { name: 'Massage, 60 minutes', minutes: 60, before: 0, after: 15, price: 9_000 } as const;
  const { id: serviceId } = await desk.call('services.save', {
    id: null,
    version: 0,
    details: { ...details, taxName: 'HST', taxRate: 13_000, noteTemplate: '', active: true },
  });
  const roomIds: string[] = [];
  const { own, practitioners } = await desk.call('practitioners.list', {});
  const practitionerIds = [own ?? practitioners[0]?.id ?? ''];
  for (let lane = 0; lane < lanes; lane += 1) {
    const room = { name: `Room ${lane + 1}`, note: '', active: true };
    roomIds.push((await desk.call('rooms.save', { id: null, version: 0, details: room })).id);
    if (lane > 0) {
      const saved = await desk.call('practitioners.save', { id: null, version: 0, details: { name: `Person ${lane + 1}`, active: true } });
      practitionerIds.push(saved.id);
    }
  }
  for (const practitionerId of practitionerIds) await desk.call('hours.set', { practitionerId, version: 0, week });
  return { serviceId, roomIds, practitionerIds };
};

/** Written straight into the file from one that was booked, each in its own time of its lane; every twelfth was cancelled. */
const many = async (folder: string, clientIds: readonly string[], places: Places, today: CalendarDay): Promise<number> => {
  const db = openDatabase(join(folder, 'practice.db'), (await keysOf(folder, passphrase)).database, { create: false });
  const pattern = db.prepare('select * from appointments limit 1').get() as Kept;
  const change = db.prepare('select * from appointment_changes limit 1').get() as Kept;
  const zone = String(pattern.zone);
  const put = (table: string, row: Kept) =>
    db
      .prepare(`insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row).map(() => '?')})`)
      .run(...Object.values(row));
  const firstDay = addDays(today, -365 * yearsBefore);
  const days = 365 * (yearsBefore + yearsAfter);
  const aDay = Math.ceil(appointments / ((days * 6) / 7));
  let made = 0;
  db.exec('begin');
  for (let later = 0; later < days && made < appointments; later += 1) {
    const day = addDays(firstDay, later);
    if (weekdayOf(day) === 7) continue;
    for (let number = 0; number < aDay && made < appointments; number += 1) {
      const lane = number % lanes;
      const time = wallFrom(8 * 60 + Math.floor(number / lanes) * 75);
      const startsAt = instantOf(day, time, zone);
      made += 1;
      const id = `01a207a2-3366-7916-a444-${made.toString(16).padStart(12, '0')}`;
      put('appointments', {
        ...pattern,
        id,
        client_id: clientIds[(made * 7) % clientIds.length],
        practitioner_id: places.practitionerIds[lane],
        room_id: places.roomIds[lane],
        day,
        time,
        starts_at: startsAt,
        ends_at: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
        status: made % 12 === 0 ? 'cancelled' : day < today ? 'done' : 'booked',
        reason: made % 12 === 0 ? 'client-asked' : null,
      });
      put('appointment_changes', { ...change, appointment_id: id });
    }
  }
  const task = db.prepare('select * from tasks limit 1').get() as Kept;
  for (let number = 0; number < tasks; number += 1) {
    const done = number % 50 === 0 ? null : '2026-11-01T10:00:00.000Z';
    const id = `01a207a2-3366-7916-a555-${number.toString(16).padStart(12, '0')}`;
    put('tasks', { ...task, id, due_on: addDays(today, number % 60), done_at: done, done_by: done === null ? null : task.created_by });
  }
  db.exec('commit');
  db.close();
  return made;
};

const plainWeek = async (folder: string): Promise<{ readonly read: (from: string, to: string) => unknown; readonly close: () => void }> => {
  const db = openDatabase(join(folder, 'practice.db'), (await keysOf(folder, passphrase)).database, { create: false });
  const rows = db.prepare(
    'select a.*, c.chosen_name, c.pronouns from appointments a join clients c on c.id = a.client_id where a.starts_at >= ? and a.starts_at < ? order by a.starts_at',
  );
  return { read: (from, to) => rows.all(from, to), close: () => db.close() };
};

/** The calendar among 100,000 appointments: a week, a day, what stands against a time, free times, booking and moving, who waits. */
export const schedule = async (folder: string, ids: readonly string[]): Promise<Row[]> => {
  const before = openDesk(folder);
  await before.call('vault.unlock', { passphrase });
  const places = await setUp(before);
  const { today } = await before.call('today.get', {});
  const kept = { serviceId: places.serviceId, minutes: 60, before: 0, after: 15, price: 9_000, note: '' };
  const [practitionerId = '', otherId = ''] = places.practitionerIds;
  const [roomId = '', otherRoomId = ''] = places.roomIds;
  const evening = (run: number): Pick<InputOf<'appointments.book'>, 'day' | 'time'> => ({
    day: addDays(today, 1 + run),
    time: weekdayOf(addDays(today, 1 + run)) === 7 ? '10:00' : '18:45',
  });
  const first = { clientId: ids[0] ?? '', day: addDays(today, -365 * yearsBefore - 1), time: '08:00', practitionerId, roomId, ...kept };
  await before.call('appointments.book', { ...first, override: 'The bench needs one to begin with' });
  await before.call('tasks.create', { title: 'Order linen', note: '', dueOn: today, clientId: null, audience: 'everyone' });
  await before.close();
  const made = await many(folder, ids, places, today);

  const bare = await plainWeek(folder);
  const desk = openDesk(folder);
  await desk.call('vault.unlock', { passphrase });
  const weeks = daysBetween(addDays(today, -365 * yearsBefore), addDays(today, 365 * yearsAfter)) / 7;
  const monday = (run: number): CalendarDay => addDays(today, 1 - weekdayOf(today) - 7 * (52 - ((run * 5) % Math.floor(weeks - 60))));
  const shown = await desk.call('appointments.range', { from: monday(0), to: addDays(monday(0), 6) });
  const { ours: range, bare: plain } = await sideBySide(
    100,
    (run) => desk.call('appointments.range', { from: monday(run), to: addDays(monday(run), 6) }),
    (run) => bare.read(`${monday(run)}T00:00`, `${addDays(monday(run), 7)}T00:00`),
  );
  const month = await repeated(30, (run) => desk.call('appointments.range', { from: monday(run), to: addDays(monday(run), 41) }));
  const day = await repeated(100, () => desk.call('today.get', {}));
  const inDay = shown.appointments.slice(0, 12).map(({ clientId }) => clientId);
  const readiness = await repeated(30, () => desk.call('readiness.many', { clientIds: [...new Set(inDay)] }));
  const ofClient = await repeated(200, (run) => desk.call('appointments.ofClient', { clientId: ids[100 + run * 7] ?? '' }));
  const held = { practitionerId, roomId, minutes: 60, before: 0, after: 15 };
  const check = await repeated(200, (run) =>
    desk.call('appointments.check', { id: null, clientId: ids[run] ?? '', ...held, day: addDays(today, run % 300), time: '10:00' }),
  );
  const slots = await repeated(50, (run) =>
    desk.call('appointments.findSlots', {
      ...held,
      practitionerId: run % 2 ? practitionerId : null,
      roomId: 'any',
      from: addDays(today, run),
      days: 28,
      earliest: '16:00',
    }),
  );
  const booked: { id: string; version: number; day: string }[] = [];
  const booking = await repeated(100, async (run) => {
    const { appointment } = await desk.call('appointments.book', {
      clientId: ids[5_000 + run] ?? '',
      ...evening(run),
      practitionerId,
      roomId,
      ...kept,
      override: weekdayOf(evening(run).day) === 7 ? 'A Sunday' : null,
    });
    booked.push({ id: appointment.id, version: appointment.version, day: appointment.day });
  });
  const moving = await repeated(100, (run) => {
    const { id, version, day: on } = booked[run] ?? { id: '', version: 0, day: '' };
    const to = { practitionerId: otherId, roomId: otherRoomId, minutes: 60 };
    return desk.call('appointments.move', { id, version, day: on, time: '18:45', ...to, override: 'Whatever is there' });
  });
  const series = await repeated(5, (run) =>
    desk.call('appointments.book', {
      clientId: ids[6_000 + run] ?? '',
      day: addDays(today, 1),
      time: '19:00',
      practitionerId,
      roomId,
      ...kept,
      repeat: { every: 1, unit: 'week', weekdays: [], monthBy: 'day', end: { kind: 'count', count: 52 } },
      override: 'Over whatever is there',
    }),
  );
  const wish = { serviceId: places.serviceId, practitionerId: null, earliest: null, latest: null, firstDay: null, lastDay: null };
  for (let run = 0; run < waitingOnes; run += 1)
    await desk.call('waitlist.add', {
      clientId: ids[7_000 + run] ?? '',
      details: { ...wish, weekdays: run % 3 ? [] : [1 + (run % 7)], shortNotice: run % 2 === 0, note: '' },
    });
  const matches = await repeated(50, (run) =>
    desk.call('waitlist.matches', { ...evening(run + 200), practitionerId, roomId, minutes: 75 }),
  );
  const freed = await repeated(30, () => desk.call('waitlist.freed', {}));
  const listed = await repeated(50, () => desk.call('tasks.list', {}));
  const sheetOf = (): Promise<unknown> => desk.call('calendar.paper', { from: today, days: 1, practitionerId: null, naming: 'initials' });
  const cold = await timed(sheetOf);
  const sheets = await repeated(20, sheetOf);
  bare.close();
  await desk.close();
  const row = (what: string, measured: number, budget: number | null, against?: Row['against']): Row => ({
    what,
    budget,
    measured,
    unit: 'ms',
    ...(against ? { against } : {}),
  });
  return [
    row(`a week of ${shown.appointments.length}, among ${made} appointments, p95`, range.p95, 50, {
      measured: plain.p95,
      what: 'the SQL on the same file',
    }),
    row('six weeks, p95', month.p95, 50),
    row('Today, p95', day.p95, 50),
    row('who is ready, a dozen clients, p95', readiness.p95, 50),
    row('the appointments of a client, p95', ofClient.p95, 50),
    row('what stands against a time, p95', check.p95, 10),
    row('free times in four weeks, p95', slots.p95, 50),
    row('book, acknowledged, p95', booking.p95, 20),
    row('move, acknowledged, p95', moving.p95, 20),
    row('book a year of weeks, p50', series.p50, null),
    row(`who of ${waitingOnes} could take a time, p95`, matches.p95, 50),
    row('times that came free, p95', freed.p95, 50),
    row(`open tasks, of ${tasks}, p95`, listed.p95, 50),
    row('the day sheet, first in a process', cold, null),
    row('the day sheet, p95', sheets.p95, 150),
  ];
};
