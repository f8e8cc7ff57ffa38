import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import { clientDetails, profileDetails, type TestWorld } from '../practice/practice.test-world.ts';
import { type Opened, openedPractice, repeatWeekly } from './schedule.test-world.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-ics-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const days = { from: '2026-11-25', to: '2027-12-31' } as const;
type Export = Omit<InputOf<'calendar.exportIcs'>, 'fileGrant'>;

const grantFor = async (world: TestWorld, asked: InputOf<'calendar.chooseFile'>, name = 'calendar.ics'): Promise<string> => {
  world.answerDialog(join(folder, name));
  return (await world.ok('calendar.chooseFile', asked)).fileGrant ?? '';
};

const exported = async (world: TestWorld, more: Partial<Export> = {}): Promise<string> => {
  const asked = { ...days, practitionerId: null, naming: 'initials', ...more } as const;
  rmSync(join(folder, 'calendar.ics'), { force: true });
  const fileGrant = await grantFor(world, { from: asked.from, to: asked.to });
  await world.ok('calendar.exportIcs', { ...asked, fileGrant });
  return readFileSync(join(folder, 'calendar.ics'), 'utf8');
};

/** What another library reads. */
const readBack = (
  text: string,
): readonly {
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly location: string | null;
}[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const instant = (time: { readonly toJSDate: () => Date }): string => time.toJSDate().toISOString();
    return {
      uid: event.uid,
      start: instant(event.startDate),
      end: instant(event.endDate),
      summary: event.summary,
      location: event.location,
    };
  });

const sent = async (world: TestWorld, text: string, name = 'other.ics'): Promise<string> => {
  const bytes = Buffer.from(text);
  const { uploadId } = await world.ok('uploads.begin', { name, bytes: bytes.length });
  await world.ok('uploads.append', { uploadId, index: 0, chunk: bytes.toString('base64') });
  expect(await world.ok('uploads.finish', { uploadId, sha256: createHash('sha256').update(bytes).digest('hex') })).toMatchObject({
    mediaType: 'text/calendar',
  });
  return uploadId;
};

const file = (...events: readonly (readonly string[])[]): string =>
  ['BEGIN:VCALENDAR', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n');
const maya = ['UID:1', 'SUMMARY:MAYA  rosário', 'DTSTART:20261210T150000Z', 'DURATION:PT1H'] as const;
const away = ['UID:2', 'SUMMARY:Course', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'] as const;

type Event = OutputOf<'calendar.readIcs'>['events'][number];
const asAppointment = ({ clientId, serviceId }: Opened, { index, startsAt }: Pick<Event, 'index' | 'startsAt'>) =>
  ({ index, startsAt: startsAt ?? '', as: 'appointment', clientId, serviceId }) as const;

describe('a written calendar', () => {
  test.each(['America/Toronto', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham'])(
    'is read by another library with the same moments, over the changes of clocks in %s',
    async (zone) => {
      const { world, asked } = await openedPractice();
      await world.ok('profile.update', { version: 1, details: { ...profileDetails, zone } });
      const hours = ['00:30', '02:30', '09:00', '23:30'];
      const weekly: InputOf<'series.edit'>['repeat'] = { ...repeatWeekly, weekdays: [7], end: { kind: 'count', count: 55 } };
      for (const time of hours)
        await world.ok('appointments.book', asked({ day: '2026-11-29', time, before: 0, after: 0, repeat: weekly, override: 'x' }));
      const kept = await world.open.database.selectFrom('appointments').select(['id', 'starts_at', 'ends_at']).execute();
      expect(kept).toHaveLength(220);

      const back = readBack(await exported(world));
      expect(new Map(back.map(({ uid, start, end }) => [uid, [start, end]]))).toEqual(
        new Map(kept.map(({ id, starts_at, ends_at }) => [`${id}@stillpoint`, [starts_at, ends_at]])),
      );
    },
  );

  test('names by initials, by name or by nothing, and tells the room, and neither note nor service', async () => {
    const { world, asked } = await openedPractice();
    await world.ok('appointments.book', asked({ note: 'Ground floor, please' }));
    const text = await exported(world);
    expect(text).not.toMatch(/Maya|Rosario|Massage|Ground floor|Alder|Mill Lane/);
    expect(readBack(text)).toMatchObject([{ summary: 'MR', location: 'Garden room' }]);
    expect(readBack(await exported(world, { naming: 'chosen' }))).toMatchObject([{ summary: 'Maya Rosario' }]);
    expect(readBack(await exported(world, { naming: 'none' }))).toMatchObject([{ summary: 'Appointment' }]);
  });

  test('holds those that take place, of the days and the practitioner asked for', async () => {
    const { world, asked, practitionerId } = await openedPractice();
    const { id: tom } = await world.ok('practitioners.save', { id: null, version: 0, details: { name: 'Tom', active: true } });
    const { appointment } = await world.ok('appointments.book', asked({ day: '2026-12-01' }));
    await world.ok('appointments.book', asked({ day: '2026-12-02' }));
    await world.ok('appointments.book', asked({ day: '2026-12-03', practitionerId: tom }));
    await world.ok('appointments.cancel', { id: appointment.id, version: 1, as: 'cancelled', reason: 'ill' });
    const startsIn = async (more: Partial<Export>): Promise<readonly string[]> =>
      readBack(await exported(world, more)).map(({ start }) => start.slice(0, 10));
    expect(await startsIn({})).toEqual(['2026-12-02', '2026-12-03']);
    expect(await startsIn({ practitionerId })).toEqual(['2026-12-02']);
    expect(await startsIn({ from: '2026-12-03', to: '2026-12-03' })).toEqual(['2026-12-03']);
    expect(await startsIn({ from: '2026-12-04' })).toEqual([]);
  });

  test('writes no line a name could break, and a name of signs alone as an appointment', async () => {
    const { world, asked, clientId } = await openedPractice();
    const chosenName = 'A\r\nEND:VEVENT\r\nBEGIN:VALARM; , \\ 😀';
    await world.ok('clients.update', { id: clientId, version: 1, details: { ...clientDetails, chosenName } });
    await world.ok('appointments.book', asked());
    const [event] = readBack(await exported(world, { naming: 'chosen' }));
    expect(event?.summary.replace(/\s+/g, ' ')).toBe(chosenName.replace(/\s+/g, ' '));
    await world.ok('clients.update', { id: clientId, version: 2, details: { ...clientDetails, chosenName: '✨ ✨' } });
    expect(readBack(await exported(world))).toMatchObject([{ summary: 'Appointment' }]);
  });

  test('stands in the trail before it stands in the folder, and leaves nothing where it cannot be written', async () => {
    const { world, asked } = await openedPractice();
    await world.ok('appointments.book', asked());
    const entries = async (): Promise<readonly string[]> =>
      (await world.audit()).map(({ action }) => action).filter((action) => action.startsWith('calendar-'));
    await exported(world);
    expect(await entries()).toEqual(['calendar-exported']);
    const fileGrant = await grantFor(world, days, 'calendar.exe');
    const asFile = { ...days, practitionerId: null, naming: 'initials' } as const;
    expect(await world.call('calendar.exportIcs', { ...asFile, fileGrant })).toMatchObject({ error: { reason: 'file-not-written' } });
    expect(await entries()).toEqual(['calendar-exported', 'calendar-exported', 'calendar-not-written']);
    expect(readdirSync(folder)).toEqual(['calendar.ics']);
  });

  test('is refused for days the wrong way round, too many, other days than chosen, or nobody', async () => {
    const { world } = await openedPractice();
    const ask = (more: Partial<Export>, fileGrant = 'x') =>
      world.call('calendar.exportIcs', { ...days, practitionerId: null, naming: 'none', ...more, fileGrant });
    expect(await ask({ to: '2026-11-24' })).toMatchObject({ error: { reason: 'days-backwards' } });
    expect(await ask({ to: '2029-02-02' })).toMatchObject({ error: { reason: 'days-too-many' } });
    expect(await ask({}, await grantFor(world, days))).toMatchObject({ ok: true });
    expect(await ask({ to: '2027-12-30' }, await grantFor(world, days, 'two.ics'))).toMatchObject({
      error: { reason: 'file-grant-unknown' },
    });
    expect(await ask({ practitionerId: '0193a5c2-7b1e-7c3d-8a4f-000000000000' })).toMatchObject({ error: { what: 'practitioner' } });
    expect(await world.call('calendar.chooseFile', { from: days.to, to: days.from })).toMatchObject({
      error: { reason: 'days-backwards' },
    });
    world.answerDialog(null);
    expect(await world.ok('calendar.chooseFile', days)).toEqual({ fileGrant: null });
  });
});

describe('a calendar from elsewhere', () => {
  test('is shown with the clients of the same name, and none of it is kept', async () => {
    const { world, clientId } = await openedPractice();
    const { id: other } = await world.ok('clients.create', { ...clientDetails, chosenName: 'M', legalName: 'Maya Rosario' });
    const { id: gone, version } = await world.ok('clients.create', clientDetails);
    await world.ok('clients.archive', { id: gone, version, archived: true });
    const read = await world.ok('calendar.readIcs', { uploadId: await sent(world, file(maya, away)) });
    expect(read).toMatchObject({
      name: 'other.ics',
      outside: 0,
      events: [
        { summary: 'MAYA rosário', taken: false },
        { clients: [], allDay: true },
      ],
    });
    expect(new Set(read.events[0]?.clients.map(({ id }) => id))).toEqual(new Set([clientId, other]));
    expect(await world.open.database.selectFrom('appointments').selectAll().execute()).toEqual([]);
    expect((await world.audit()).at(-1)).toMatchObject({ action: 'calendar-read', client_id: null });
  });

  test('becomes appointments and time away, once', async () => {
    const opened = await openedPractice();
    const { world, clientId, practitionerId, roomId } = opened;
    const text = file(maya, away, ['UID:3', 'SUMMARY:Past', 'DTSTART:20261101T150000Z', 'DURATION:PT45M']);
    const take = async (choose: (events: readonly Event[]) => InputOf<'calendar.importIcs'>['choices']) => {
      const uploadId = await sent(world, text);
      const { events } = await world.ok('calendar.readIcs', { uploadId });
      return world.call('calendar.importIcs', { uploadId, practitionerId, roomId, choices: choose(events) });
    };
    const all = (events: readonly Event[]): InputOf<'calendar.importIcs'>['choices'] =>
      events.map((event) =>
        event.allDay ? { index: event.index, startsAt: event.startsAt ?? '', as: 'absence' } : asAppointment(opened, event),
      );
    expect(await take(all)).toEqual({ ok: true, value: { appointments: 2, absences: 1, conflicts: 0 } });
    const { ahead, past } = await world.ok('appointments.ofClient', { clientId });
    expect(ahead).toMatchObject([
      { day: '2026-12-10', time: '10:00', minutes: 60, after: 15, status: 'booked', overridden: false, roomId },
    ]);
    expect(past).toMatchObject([{ day: '2026-11-01', time: '10:00', minutes: 45, status: 'done' }]);
    const { exceptions } = await world.ok('hours.get', { from: '2026-12-01', to: '2026-12-31' });
    expect(exceptions).toMatchObject([{ kind: 'absent', firstDay: '2026-12-24', lastDay: '2026-12-26', from: null, to: null, note: '' }]);
    const entries = (await world.audit()).filter(({ action }) => action.startsWith('calendar-'));
    expect(entries).toMatchObject([{ action: 'calendar-read' }, { action: 'calendar-imported', client_id: clientId }]);

    const again = await world.ok('calendar.readIcs', { uploadId: await sent(world, text) });
    expect(again.events.map(({ taken }) => taken)).toEqual([true, true, true]);
    expect(await take(all)).toMatchObject({ error: { reason: 'ics-changed' } });

    await world.ok('hours.removeException', { id: exceptions[0]?.id ?? '' });
    expect(await take((events) => all(events.filter(({ allDay }) => allDay)))).toMatchObject({ ok: true, value: { absences: 1 } });
  });

  test('of our own is known again', async () => {
    const { world, asked } = await openedPractice();
    await world.ok('appointments.book', asked({ repeat: repeatWeekly }));
    const read = await world.ok('calendar.readIcs', { uploadId: await sent(world, await exported(world, { naming: 'chosen' })) });
    expect(read.events.map(({ taken, startsAt }) => [taken, startsAt?.slice(0, 10)])).toEqual(
      ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'].map((day) => [true, day]),
    );
  });

  test('is kept where something is in the way, with that as its reason, and that is counted', async () => {
    const opened = await openedPractice();
    const { world, asked, practitionerId, clientId } = opened;
    await world.ok('appointments.book', asked({ day: '2026-12-10' }));
    const uploadId = await sent(world, file(maya, ['UID:4', 'DTSTART:20261211T150000Z', 'DURATION:PT1H']));
    const { events } = await world.ok('calendar.readIcs', { uploadId });
    const choices = events.map((event) => asAppointment(opened, event));
    expect(await world.ok('calendar.importIcs', { uploadId, practitionerId, roomId: null, choices })).toEqual({
      appointments: 2,
      absences: 0,
      conflicts: 1,
    });
    const { ahead } = await world.ok('appointments.ofClient', { clientId });
    expect(ahead.map(({ overridden }) => overridden).sort()).toEqual([false, false, true]);
    const { id = '' } = ahead.find(({ overridden }) => overridden) ?? {};
    expect((await world.ok('appointments.get', { id })).changes).toMatchObject([
      { what: 'booked', override: 'Taken over from another calendar' },
    ]);
    expect((await world.audit()).filter(({ action }) => action === 'appointment-conflict-overridden')).toMatchObject([
      { client_id: clientId, record_id: id },
    ]);
  });

  test('keeps the moment of an hour that comes twice, and is away from its first minute to its last', async () => {
    const opened = await openedPractice();
    const { world, practitionerId } = opened;
    const text = file(
      ['UID:1', 'DTSTART:20271107T063000Z', 'DURATION:PT1H'],
      ['UID:2', 'DTSTART:20261204T230030Z', 'DTEND:20261206T170001Z'],
      ['UID:3', 'DTSTART:20261210T150000Z', 'DTEND:20261211T050000Z'],
    );
    const uploadId = await sent(world, text);
    const { events } = await world.ok('calendar.readIcs', { uploadId });
    const choices = events.map((event, index) =>
      index === 0 ? asAppointment(opened, event) : ({ index, startsAt: event.startsAt ?? '', as: 'absence' } as const),
    );
    await world.ok('calendar.importIcs', { uploadId, practitionerId, roomId: null, choices });
    expect(await world.open.database.selectFrom('appointments').select(['day', 'time', 'starts_at', 'ends_at']).execute()).toEqual([
      { day: '2027-11-07', time: '01:30', starts_at: '2027-11-07T06:30:00.000Z', ends_at: '2027-11-07T07:30:00.000Z' },
    ]);
    const { exceptions } = await world.ok('hours.get', { from: '2026-12-01', to: '2026-12-31' });
    expect(exceptions.map(({ firstDay, lastDay, from, to }) => [firstDay, lastDay, from, to])).toEqual([
      ['2026-12-04', '2026-12-04', '18:00', '24:00'],
      ['2026-12-05', '2026-12-05', null, null],
      ['2026-12-06', '2026-12-06', '00:00', '12:01'],
      ['2026-12-10', '2026-12-10', '10:00', '24:00'],
    ]);
  });

  test('is taken over whole or not at all', async () => {
    const opened = await openedPractice();
    const { world, practitionerId, roomId, serviceId, clientId } = opened;
    const text = file(maya, away, ['UID:9', 'DTSTART:20261212T150000Z', 'DURATION:PT1H', 'STATUS:CANCELLED']);
    const good = { ...asAppointment(opened, { index: 0, startsAt: '2026-12-10T15:00:00.000Z' }) };
    const nobody = '0193a5c2-7b1e-7c3d-8a4f-000000000000';
    const ask = async (choices: readonly object[], more: object = {}): Promise<unknown> => {
      const uploadId = await sent(world, text);
      const reply = await world.raw('calendar.importIcs', { uploadId, practitionerId, roomId, choices, ...more });
      expect(await world.open.database.selectFrom('appointments').selectAll().execute()).toEqual([]);
      expect(await world.open.database.selectFrom('hours_exceptions').selectAll().execute()).toEqual([]);
      return (reply as { error?: { reason?: string; what?: string } }).error;
    };
    const holiday = { index: 1, startsAt: '2026-12-24T05:00:00.000Z', as: 'absence' };
    expect(await ask([])).toMatchObject({ reason: 'nothing-to-import' });
    for (const wrong of [
      { ...good, startsAt: '2026-12-10T16:00:00.000Z' },
      { ...good, index: 7 },
      { ...good, index: 1, startsAt: holiday.startsAt },
      { ...good, index: 2, startsAt: '2026-12-12T15:00:00.000Z' },
      { ...holiday, index: 2, startsAt: '2026-12-12T15:00:00.000Z' },
    ])
      expect(await ask([holiday, wrong])).toMatchObject({ reason: 'ics-changed' });
    expect(await ask([good, good])).toMatchObject({ reason: 'ics-changed' });
    expect(await ask([holiday, { ...good, clientId: nobody }])).toMatchObject({ what: 'client' });
    expect(await ask([holiday, { ...good, serviceId: nobody }])).toMatchObject({ what: 'service' });
    expect(await ask([holiday], { practitionerId: nobody })).toMatchObject({ what: 'practitioner' });
    expect(await ask([holiday], { roomId: nobody })).toMatchObject({ what: 'room' });
    const { version } = await world.ok('clients.get', { id: clientId });
    await world.ok('clients.archive', { id: clientId, version, archived: true });
    expect(await ask([holiday, good])).toMatchObject({ reason: 'client-archived' });
    expect(serviceId).not.toBe('');
  });

  test('is no document: it is not filed, and a document is no calendar', async () => {
    const { world, clientId } = await openedPractice();
    const uploadId = await sent(world, file(maya));
    expect(await world.call('documents.file', { uploadId, clientId, title: 'x' })).toMatchObject({
      error: { reason: 'file-kind-unknown' },
    });
    const pdf = Buffer.from('%PDF-1.7 BEGIN:VCALENDAR');
    const { uploadId: other } = await world.ok('uploads.begin', { name: 'x.ics', bytes: pdf.length });
    await world.ok('uploads.append', { uploadId: other, index: 0, chunk: pdf.toString('base64') });
    await world.ok('uploads.finish', { uploadId: other, sha256: createHash('sha256').update(pdf).digest('hex') });
    expect(await world.call('calendar.readIcs', { uploadId: other })).toMatchObject({ error: { reason: 'ics-unreadable' } });
  });
});
