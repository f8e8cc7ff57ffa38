import { expect, test } from 'vitest';
import { checkOf, infoOf, inkOutside, openedUp, pagesOf, textOf } from '../documents/pdf.test-world.ts';
import { profileDetails } from '../practice/practice.test-world.ts';
import { drawSlip, type ReminderSlip } from './reminder-pdf.ts';
import { openedPractice, repeatWeekly } from './schedule.test-world.ts';

const slip: ReminderSlip = {
  documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
  name: 'Maya Rosario',
  times: [{ day: '2026-12-01', from: '10:00', to: '11:00' }],
  more: 0,
  madeAt: '2026-11-24T15:58:00.000Z',
  practice: { place: 'CA-ON', paper: 'letter' },
  zone: 'America/Toronto',
  appVersion: '0.1.0',
};
const flat = (pdf: Uint8Array): string => textOf(pdf).replace(/\s+/g, ' ');

test('says when, and neither with whom nor what for', async () => {
  const { world, clientId, asked } = await openedPractice();
  const repeat = { ...repeatWeekly, end: { kind: 'count' as const, count: 10 } };
  const { appointment } = await world.ok('appointments.book', asked({ repeat }));
  await world.ok('appointments.cancel', { id: appointment.id, version: 1, as: 'cancelled', reason: 'client-asked' });
  const { pdf, ...head } = await world.ok('reminders.paper', { clientId });
  const bytes = Buffer.from(pdf, 'base64');
  expect(head).toMatchObject({ clientId, kind: 'blank', title: 'Your next appointments', bytes: bytes.length });
  expect((await world.audit()).at(-1)).toMatchObject({ action: 'reminder-printed', client_id: clientId });
  expect(await world.call('reminders.paper', { clientId: world.open.newId() })).toEqual({
    ok: false,
    error: { code: 'not-found', what: 'client' },
  });

  const text = flat(bytes);
  for (const said of [
    'Your next appointments',
    'Maya Rosario',
    'Tuesday, December 8, 2026, 10:00 to 11:00',
    'Tuesday, January 26, 2027',
    'page 1 of 1',
  ])
    expect(text).toContain(said);
  for (const quiet of ['December 1, 2026', 'February', profileDetails.practiceName, 'Mill Lane', 'Hana', 'Massage', 'Garden'])
    expect(text + openedUp(bytes)).not.toContain(quiet);
});

test('says how many are booked after those it names, and that there is none', async () => {
  expect(flat(await drawSlip({ ...slip, more: 1 }))).toContain('One more is booked after these.');
  expect(flat(await drawSlip({ ...slip, more: 2 }))).toContain('2 more are booked after these.');
  const none = await drawSlip({ ...slip, times: [] });
  expect(flat(none)).toContain('No appointment is booked at the moment.');
  // No line under a practice that is not named: the one at the foot of the page is all.
  expect(openedUp(none).match(/^0\.5 w$/gm)).toHaveLength(1);
});

test.each(['letter', 'a4'] as const)('is tagged, sound and inside its margins on %s, whatever the name', async (paper) => {
  const name = `${'Maximiliane-Theodora '.repeat(9)}מאיה 🦄`;
  const times = Array.from({ length: 8 }, (_, index) => ({ day: `2026-12-0${index + 1}`, from: '10:00', to: '11:00' }));
  const pdf = await drawSlip({ ...slip, name, times, more: 3, practice: { place: 'DE', paper } });
  expect(infoOf(pdf)).toMatch(/Title: +Your next appointments\n[\s\S]*Tagged: +yes\n/);
  expect(infoOf(pdf, '-struct')).toMatch(/Document[\s\S]*H1[\s\S]*P/);
  expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
  expect(pagesOf(pdf)).toHaveLength(1);
  expect(inkOutside(pdf, 53)).toBe(0);
});
