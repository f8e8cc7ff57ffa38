import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { AppointmentLine } from '../../shared/appointment.ts';
import { addDays } from '../../shared/schedule-time.ts';
import { instantFrom } from '../../shared/time.ts';
import { checkOf, fontsOf, infoOf, inkOutside, pagesOf, textOf } from '../documents/pdf.test-world.ts';
import { clientDetails, profileDetails } from '../practice/practice.test-world.ts';
import { type CalendarSheet, drawCalendar, type LaneDay } from './calendar-pdf.ts';
import { openedPractice } from './schedule.test-world.ts';

const line = (index: number, more: Partial<AppointmentLine> = {}): AppointmentLine => {
  const start = Date.UTC(2026, 11, 1, 13) + index * 15 * 60_000;
  return {
    id: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
    version: 1,
    clientId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ac',
    chosenName: 'Maya Rosario',
    pronouns: 'she/her',
    serviceId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ad',
    serviceName: 'Massage, 60 minutes',
    practitionerId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ae',
    roomId: 'garden',
    day: '2026-12-01',
    time: '08:00',
    zone: 'America/Toronto',
    startsAt: instantFrom(start),
    endsAt: instantFrom(start + 3_600_000),
    minutes: 60,
    before: 0,
    after: 0,
    status: 'booked',
    statusAt: '2026-11-24T15:58:00.000Z',
    seriesId: null,
    overridden: false,
    note: 'Ground floor, please',
    ...more,
  };
};

const lane = (appointments: readonly AppointmentLine[], more: Partial<LaneDay> = {}): LaneDay => ({
  practitioner: 'Hana Lindqvist',
  appointments,
  absences: [],
  ...more,
});

const sheet: CalendarSheet = {
  documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
  practice: profileDetails,
  days: [{ day: '2026-12-01', lanes: [lane([line(0)])] }],
  naming: 'chosen',
  roomName: () => 'Garden room',
  asOf: '2026-11-24T15:58:00.000Z',
  zone: 'America/Toronto',
  appVersion: '0.1.0',
};

const flat = (pdf: Uint8Array): string => textOf(pdf).replace(/\s+/gu, ' ');
const drawn = (lanes: readonly LaneDay[], more: Partial<CalendarSheet> = {}): Promise<Uint8Array> =>
  drawCalendar({ ...sheet, days: [{ day: '2026-12-01', lanes }], ...more });

describe('a day sheet', () => {
  test('says who comes when, for how long, for what, where, and how it stands', async () => {
    const text = flat(await drawn([lane([line(0, { before: 15, after: 30, status: 'confirmed' })])]));
    for (const said of [
      'Alder Room',
      'Day sheet',
      'Tuesday, 1 December 2026',
      'America/Toronto',
      'Hana Lindqvist',
      '08:00 to 09:00 kept 07:45 to 09:30',
      '60 min',
      'Maya Rosario',
      'Massage, 60 minutes',
      'Garden room',
      'Confirmed',
      'page 1 of 1',
      'Printed 24 November 2026',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/Ground floor|she\/her|does not take place/i);
  });

  test('names by initials alone where that is wished, and a name without letters by a dash', async () => {
    const text = flat(await drawn([lane([line(0), line(4, { chosenName: '✨' })])], { naming: 'initials' }));
    expect(text).toContain('MR');
    expect(text).toContain('60 min – Massage');
    expect(text).not.toMatch(/Maya|Rosario/);
  });

  test('tells absences, and at the end what does not take place', async () => {
    const ended = (['cancelled', 'late-cancelled', 'no-show'] as const).map((status, index) => line(8 + index * 4, { status }));
    const absences = [
      { from: '12:00', to: '13:30' },
      { from: null, to: null },
    ];
    const text = flat(await drawn([lane([line(0), ...ended], { absences })]));
    expect(text).toContain('Away: 12:00 to 13:30, the whole day.');
    expect(text).toMatch(
      /Booked.*Does not take place 10:00 to 11:00 Maya Rosario: Cancelled 11:00 to 12:00 Maya Rosario: Cancelled late 12:00 to 13:00 Maya Rosario: Did not come/,
    );
  });

  test('says so where nothing is booked, for a day and for one of several who treat here', async () => {
    expect(flat(await drawn([lane([])]))).toContain('Nothing is booked on this day.');
    expect(flat(await drawn([]))).toContain('Nothing is booked on this day.');
    const two = flat(await drawn([lane([line(0)]), lane([], { practitioner: 'Tom' })]));
    expect(two).toMatch(/Hana Lindqvist.*08:00.*Tom Nothing is booked\./);
  });

  test('tells times as on the wall of the practice, whatever was agreed elsewhere', async () => {
    const text = flat(await drawn([lane([line(0, { zone: 'Europe/Paris', time: '14:00' })])]));
    expect(text).toContain('08:00 to 09:00');
  });

  test.each(['letter', 'a4'] as const)('of forty appointments flows over pages of %s, the titles on each', async (paper) => {
    const names = Array.from({ length: 40 }, (_, index) => `Client ${String(index).padStart(2, '0')}`);
    const pdf = await drawn([lane(names.map((chosenName, index) => line(index, { chosenName, after: 15, status: 'confirmed' })))], {
      practice: { ...profileDetails, paper },
    });
    const pages = pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      expect(page.replace(/\s+/gu, ' ')).toMatch(/Time\s+Length\s+Who\s+Service\s+Room\s+Status/);
      expect(page).toContain(`page ${index + 1} of ${pages.length}`);
      expect(page).toContain('Confirmed');
    }
    expect(flat(pdf).match(/Client \d\d/g)).toEqual(names);
    expect(inkOutside(pdf, 53)).toBe(0);
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
    expect(infoOf(pdf)).toMatch(/Tagged:\s+yes/);
    // Told once to who reads by ear: a row of titles, and a row for each appointment.
    expect(infoOf(pdf, '-struct').match(/^\s+TR/gm)).toHaveLength(41);
    expect(infoOf(pdf, '-struct').match(/^\s+TH/gm)).toHaveLength(6);
  });

  test('holds long names, right-to-left names and signs, all of them', async () => {
    const name = `נועה ${'لیلى '.repeat(30)} 😀 ${'x'.repeat(120)}`;
    const pdf = await drawn([lane([line(0, { chosenName: name, serviceName: 'S'.repeat(200) })])]);
    expect(flat(pdf).replace(/\s/g, '')).toContain('x'.repeat(10));
    expect(inkOutside(pdf, 53)).toBe(0);
    expect(fontsOf(pdf).every(({ embedded }) => embedded)).toBe(true);
  });
});

test('a week lists each of its days', async () => {
  const days = Array.from({ length: 7 }, (_, index) => ({
    day: addDays('2026-11-30', index),
    lanes: [lane(index === 1 ? [line(0)] : [])],
  }));
  const text = flat(await drawCalendar({ ...sheet, days }));
  expect(text).toContain('Week list 30 November 2026 to 6 December 2026');
  expect(text).toMatch(/Monday, 30 November 2026 Nothing is booked on this day\. Tuesday, 1 December 2026 Hana Lindqvist Time/);
  expect(text.match(/Nothing is booked/g)).toHaveLength(6);
});

describe('calendar.paper', () => {
  test('draws what is booked, of whoever is asked for, and holds it to be printed until the lock', async () => {
    const { world, asked, practitionerId } = await openedPractice();
    const { id: tom } = await world.ok('practitioners.save', { id: null, version: 0, details: { name: 'Tom', active: true } });
    const { id: other } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor Haddad' });
    await world.ok('appointments.book', asked());
    await world.ok('appointments.book', asked({ clientId: other, practitionerId: tom, time: '14:00', roomId: null }));
    const away = { kind: 'absent', firstDay: '2026-12-01', lastDay: '2026-12-01', from: '12:00', to: '13:00', note: 'Dentist' } as const;
    await world.ok('hours.addException', { practitionerId, ...away });
    const day = { from: '2026-12-01', days: 1, naming: 'chosen' } as const;
    const all = await world.ok('calendar.paper', { ...day, practitionerId: null });
    const text = flat(Buffer.from(all.pdf, 'base64'));
    expect(all).toMatchObject({ kind: 'blank', clientId: null, title: 'Day sheet' });
    expect(text).toMatch(/Hana Lindqvist.*Away: 12:00 to 13:00\..*10:00 to 11:00.*Maya Rosario.*14:00 to 15:00.*Noor Haddad/);
    expect(text).toContain('Tom');
    expect(text).not.toContain('Dentist');
    expect((await world.ok('documents.get', { id: all.id })).sha256).toBe(all.sha256);

    const own = flat(Buffer.from((await world.ok('calendar.paper', { ...day, practitionerId: tom, naming: 'initials' })).pdf, 'base64'));
    expect(own).toContain('NH');
    expect(own).not.toMatch(/Hana|Maya|MR|Noor/);
    const week = flat(
      Buffer.from((await world.ok('calendar.paper', { ...day, from: '2026-11-30', days: 7, practitionerId: tom })).pdf, 'base64'),
    );
    expect(week).toMatch(/Tuesday, 1 December 2026 Tom.*Noor Haddad/);
  });

  test('is printed and saved by the front desk, which gets no other paper', async () => {
    const { world, asked, clientId } = await openedPractice();
    await world.ok('appointments.book', asked());
    const desk = world.as('front-desk');
    const drawnSheet = await desk('calendar.paper', { from: '2026-12-01', days: 1, practitionerId: null, naming: 'initials' });
    const { id } = (drawnSheet as { readonly value: { readonly id: string } }).value;
    expect(await desk('documents.print', { id })).toMatchObject({ ok: true, value: { printed: true } });
    world.answerDialog(null);
    expect(await desk('documents.chooseExport', { id })).toMatchObject({ ok: true });

    const bytes = Buffer.from('%PDF-1.7');
    const { uploadId } = await world.ok('uploads.begin', { name: 'x.pdf', bytes: bytes.length });
    await world.ok('uploads.append', { uploadId, index: 0, chunk: bytes.toString('base64') });
    await world.ok('uploads.finish', { uploadId, sha256: createHash('sha256').update(bytes).digest('hex') });
    const { id: paper } = await world.ok('documents.file', { uploadId, clientId, title: 'Consent' });
    for (const name of ['documents.print', 'documents.chooseExport', 'documents.export'] as const) {
      const input = name === 'documents.export' ? { id: paper, fileGrant: 'x' } : { id: paper };
      expect(await desk(name, input)).toEqual({ ok: false, error: { code: 'not-allowed' } });
      expect((await world.audit()).at(-1)).toMatchObject({ action: 'call-refused', record_id: paper });
    }
    expect(await desk('documents.get', { id })).toMatchObject({ error: { code: 'not-allowed' } });
  });

  test('is refused of nobody, and beyond the last days there are', async () => {
    const { world, practitionerId } = await openedPractice();
    const day = { days: 7, naming: 'initials' } as const;
    const nobody = '0193a5c2-7b1e-7c3d-8a4f-000000000000';
    expect(await world.call('calendar.paper', { ...day, from: '2026-12-01', practitionerId: nobody })).toMatchObject({
      error: { what: 'practitioner' },
    });
    expect(await world.call('calendar.paper', { ...day, from: '9999-12-31', practitionerId })).toMatchObject({
      error: { reason: 'days-too-many' },
    });
  });
});
