import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import type { App } from '../fixtures/app.ts';
import { pdfFacts, pdfText } from '../fixtures/pdf-tools.ts';
import { choose, openAppointment, openBooking, told } from '../pages/appointments.ts';
import { eventOf, openCalendar, standing } from '../pages/calendar.ts';
import { openRoom } from '../pages/clients.ts';
import { heading } from '../pages/handover.ts';
import { openSection } from '../pages/settings.ts';
import { openAt } from '../pages/wait-list.ts';
import { at, folder, fromAllSides, inDark, picture, timed } from './camera.ts';

/** It is Tuesday 24 November 2026, a little before eleven in Toronto. */
const [tuesday, wednesday, nextTuesday] = ['2026-11-24', '2026-11-25', '2026-12-01'] as const;

/** Services, rooms, who treats here and when. */
const setUp = async (page: Page): Promise<void> => {
  await openSection(page, 'Services');
  await picture(page, 'settings services empty');
  await page.getByRole('button', { name: 'Begin with these three' }).click();
  await page.getByRole('list', { name: 'Services' }).waitFor();
  await fromAllSides(page, 'settings services');
  for (const name of ['Garden room', 'Quiet room'])
    await told(page, 'rooms.save', { id: null, version: 0, details: { name, note: '', active: true } });
  const { own } = await told(page, 'practitioners.list', {});
  const tom = await told(page, 'practitioners.save', { id: null, version: 0, details: { name: 'Tom Adeyemi', active: true } });
  for (const practitionerId of [own ?? '', tom.id]) {
    const week = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: '09:00', to: '18:00' }] : []));
    await told(page, 'hours.set', { practitionerId, version: 0, week });
  }
  await page.reload();
  await openSection(page, 'Rooms');
  await picture(page, 'settings rooms');
  await openSection(page, 'Practitioners and hours');
  await fromAllSides(page, 'settings opening hours');
};

/** One booked in the window, a series, and one that is in the way. */
const bookings = async (page: Page): Promise<void> => {
  await openBooking(page, { day: wednesday, time: '10:00' });
  await page.getByRole('combobox', { name: 'Client' }).fill('maya');
  await page.getByRole('option', { name: /^Maya Rosario/ }).click();
  await choose(page, 'Service', 'Massage, 60 minutes');
  await fromAllSides(page, 'new appointment');
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await heading(page, 'Maya Rosario').waitFor();
  await fromAllSides(page, 'an appointment');

  await openBooking(page, { day: nextTuesday, time: '14:00' });
  await page.getByRole('combobox', { name: 'Client' }).fill('lucja');
  await page.getByRole('option', { name: /^Łucja Żak/ }).click();
  await choose(page, 'Service', 'Massage, 60 minutes');
  await page
    .getByRole('checkbox', { name: 'Repeats' })
    .or(page.getByRole('switch', { name: 'Repeats' }))
    .first()
    .click();
  await fromAllSides(page, 'new appointment that repeats');
  await page.getByRole('button', { name: /^Book/ }).click();
  await heading(page, 'Łucja Żak').waitFor();
  await picture(page, 'an appointment of a series');

  await openBooking(page, { day: wednesday, time: '10:30' });
  await page.getByRole('combobox', { name: 'Client' }).fill('مريم');
  await page.getByRole('option', { name: /مريم/ }).click();
  await choose(page, 'Service', 'Massage, 60 minutes');
  await page
    .getByText(/has another appointment/)
    .first()
    .waitFor();
  await fromAllSides(page, 'new appointment in the way of another');
};

/** A week as a practice has it. */
const fill = async (page: Page): Promise<void> => {
  const { services } = await told(page, 'services.list', {});
  const { rooms } = await told(page, 'rooms.list', {});
  const { practitioners } = await told(page, 'practitioners.list', {});
  const { clients } = await told(page, 'clients.search', { query: '', limit: 50 });
  const hour = services.find(({ name }) => name === 'Massage, 60 minutes');
  if (!hour) throw new Error('no service was made');
  const kept = { serviceId: hour.id, minutes: 60, before: 0, after: 15, price: hour.price, note: '' };
  for (const [index, [day, time]] of [
    [tuesday, '09:00'],
    [tuesday, '11:30'],
    [tuesday, '13:00'],
    [tuesday, '15:00'],
    [wednesday, '13:00'],
    ['2026-11-26', '09:30'],
    ['2026-11-26', '11:00'],
    ['2026-11-27', '14:00'],
  ].entries()) {
    const lane = index % 2;
    const place = { practitionerId: practitioners[lane]?.id ?? '', roomId: rooms[lane]?.id ?? null };
    const clientId = clients[index % clients.length]?.id ?? '';
    const { appointment } = await told(page, 'appointments.book', { clientId, day: day ?? '', time: time ?? '', ...place, ...kept });
    const seen = { id: appointment.id, version: appointment.version };
    if (index === 0) await told(page, 'appointments.setStatus', { ...seen, status: 'done' });
    if (index === 6) await told(page, 'appointments.cancel', { ...seen, as: 'cancelled', reason: 'client-asked' });
  }
  const wish = { practitionerId: null, weekdays: [], earliest: null, latest: null, firstDay: null, lastDay: null, shortNotice: true };
  for (const { id: clientId } of clients.slice(0, 2))
    await told(page, 'waitlist.add', { clientId, details: { ...wish, serviceId: hour.id, note: '' } });
  const task = { title: 'Check in with Dr. Okafor', note: '', dueOn: wednesday, clientId: clients[0]?.id ?? null, audience: 'clinical' };
  await told(page, 'tasks.create', { ...task, audience: 'clinical' });
  await told(page, 'tasks.create', { ...task, title: 'Order linen', clientId: null, dueOn: tuesday, audience: 'everyone' });
};

/** Moved by the keyboard by a quarter of an hour, and all of a series by an hour. */
const moves = async (page: Page): Promise<void> => {
  const { appointments } = await told(page, 'appointments.range', { from: tuesday, to: nextTuesday });
  const maya = appointments.find(({ day, time }) => day === wednesday && time === '10:00');
  const lucja = appointments.find(({ seriesId }) => seriesId !== null);
  if (!maya || !lucja) throw new Error('what was booked is not in the calendar');
  await openCalendar(page, { view: 'week', day: tuesday });
  await eventOf(page, 'Maya').first().focus();
  const event = page.locator('.cal-event').filter({ hasText: 'Maya' }).last();
  await event.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => (await standing(page, maya.id)).time).not.toBe('');
  await picture(page, 'calendar week one moved by keyboard');

  await openAppointment(page, lucja);
  await page
    .getByRole('button', { name: 'Move…' })
    .or(page.getByRole('button', { name: /^Move/ }))
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Time', { exact: true }).fill('15:00');
  await fromAllSides(page, 'move a series');
  await dialog.getByRole('radio', { name: /^All/ }).check();
  await dialog.getByRole('button', { name: /^Move/ }).click();
  await expect.poll(async () => (await standing(page, lucja.id)).time).toBe('15:00');
};

const papers = async (app: App, page: Page): Promise<void> => {
  await openAt(page, `/calendar/print?day=${tuesday}`, 'Print the calendar');
  await page.getByRole('region', { name: 'Day sheet' }).locator('canvas').first().waitFor();
  await fromAllSides(page, 'print the day sheet');
  const path = join(folder, 'day-sheet.pdf');
  await app.answerSaveDialog(path);
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await page.getByText('Saved as day-sheet.pdf').waitFor();
  const facts = pdfFacts(path);
  if (!facts.tagged || !pdfText(path).includes('Tuesday')) throw new Error('the day sheet is not whole');
  await openAt(page, '/calendar/export', 'Save the calendar as a file');
  await fromAllSides(page, 'calendar to a file');
  const ics = join(folder, 'calendar.ics');
  await app.answerSaveDialog(ics);
  await page.getByRole('button', { name: 'Choose where to save' }).click();
  await page.getByText(/in calendar\.ics\./).waitFor();
  if (!readFileSync(ics, 'utf8').includes('BEGIN:VEVENT')) throw new Error('nothing is in the calendar file');
  await openAt(page, '/calendar/import', 'Take over another calendar');
  await fromAllSides(page, 'take over another calendar');
};

/** The calendar from empty to a week that repeats, moves, prints and frees a time. */
export const tourOfTheCalendar = async (app: App, page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Calendar' }).click();
  await picture(page, 'calendar before anything is set up');
  await timed('services, rooms and hours', () => setUp(page));
  await timed('book, repeat, and be told what is in the way', () => bookings(page));
  await fill(page);
  await openCalendar(page, { view: 'week', day: tuesday });
  // How each stands is asked for after the week is shown.
  await eventOf(page, 'Maya')
    .getByText(/Intake|Ready|Limits|Clearance|Consent/)
    .first()
    .waitFor();
  await fromAllSides(page, 'calendar week');
  await at(page, 1024, 700, 'calendar week');
  for (const view of ['day', 'month', 'agenda']) {
    await openCalendar(page, { view, day: tuesday });
    await fromAllSides(page, `calendar ${view}`);
  }
  await openCalendar(page, { view: 'day', day: tuesday, by: 'room' });
  await picture(page, 'calendar day by room');
  await timed('move one and a whole series', () => moves(page));
  await timed('day sheet and calendar file', () => papers(app, page));
  await openAt(page, '/wait-list', 'Wait list');
  await fromAllSides(page, 'wait list');
  await openAt(page, '/reminders', 'Reminders');
  await fromAllSides(page, 'reminders');
  await openAt(page, '/tasks', 'Tasks');
  await fromAllSides(page, 'tasks');
  await openRoom(page, 'Today');
  await heading(page, 'Today').waitFor();
  await page
    .locator('.slot')
    .getByText(/Intake waiting|Ready|Needs/)
    .first()
    .waitFor();
  await fromAllSides(page, 'today with appointments');
  await at(page, 1024, 700, 'today with appointments');
  await inDark(page, 'today with appointments again');
};
