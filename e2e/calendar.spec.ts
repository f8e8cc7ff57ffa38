import type { Repeat } from '../shared/recurrence.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { addressed, dragTo, drawnAt, eventOf, holdOver, openCalendar, openPractice, said, standing } from './pages/calendar.ts';

/** The calendar: where things are drawn, and moving them by hand and by keys. */

test('a drop that cannot be goes back and says why beside it; one that can be is kept, another lane, day and length', async ({
  startApp,
}) => {
  const { page, hana, tom, garden, book } = await openPractice(startApp);
  const maya = await book('Maya Rosario', '2026-11-25', '09:00');
  const noor = await book('Noor Abadi', '2026-11-26', '11:00');
  await openCalendar(page);
  const box = eventOf(page, 'Maya R.');

  await holdOver(page, box, `2026-11-26 ${hana}`, '10:30');
  await expect(page.locator('.cal-ghost')).toContainText('10:30 – 11:30');
  await expect(page.locator('.cal-ghost')).toContainText('Hana Lindqvist has another appointment, 11:00 to 12:00');
  await page.mouse.up();
  const note = page.getByRole('alert');
  await expect(note).toContainText('Thursday, November 26, 10:30 to 11:30 cannot be had');
  await expect(note).toContainText('Hana Lindqvist has another appointment, 11:00 to 12:00');
  await expect(note).toContainText('It is back where it was.');
  expect(await drawnAt(box)).toEqual({ lane: `2026-11-25 ${hana}`, from: '09:00', to: '10:00' });
  expect((await standing(page, maya.id)).version).toBe(1);
  await note.getByRole('button', { name: 'Move…' }).click();
  await expect(page.getByRole('dialog', { name: /Maya Rosario/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(note).toBeHidden();

  await dragTo(page, box, `2026-11-26 ${tom}`, '13:15');
  await expect(said(page)).toHaveText(/^Maya Rosario: Thursday, November 26, 13:15 to 14:15/);
  expect(await drawnAt(box)).toEqual({ lane: `2026-11-26 ${tom}`, from: '13:15', to: '14:15' });
  const moved = await standing(page, maya.id);
  expect([moved.day, moved.time, moved.practitionerId, moved.roomId]).toEqual(['2026-11-26', '13:15', tom, garden]);

  await dragTo(page, eventOf(page, 'Noor A.'), `2026-11-26 ${hana}`, '12:30', true);
  await expect.poll(async () => (await standing(page, noor.id)).minutes).toBe(90);
  expect(await drawnAt(eventOf(page, 'Noor A.'))).toEqual({ lane: `2026-11-26 ${hana}`, from: '11:00', to: '12:30' });

  await holdOver(page, box, `2026-11-25 ${hana}`, '14:00');
  const elsewhere = { id: maya.id, version: 2, day: '2026-11-25', time: '10:00', practitionerId: tom, roomId: garden, minutes: 60 };
  await callFrom(page, 'appointments.move', elsewhere);
  await expect.poll(() => drawnAt(box)).toEqual({ lane: `2026-11-25 ${tom}`, from: '10:00', to: '11:00' });
  await page.mouse.up();
  await expect(note).toContainText('This appointment was changed meanwhile');
  await expect(note).toContainText('It stands at Wednesday, November 25, 10:00 to 11:00 now.');
  expect((await standing(page, maya.id)).version).toBe(3);
});

test('keys go through the week, move, make longer, and are told aloud', async ({ startApp }) => {
  const { page, hana, garden, book } = await openPractice(startApp);
  const maya = await book('Maya Rosario', '2026-11-24', '13:00');
  await book('Noor Abadi', '2026-11-25', '11:00');
  await book('Ellis Warner', '2026-11-23', '09:00');
  await openCalendar(page);
  const box = eventOf(page, 'Maya R.');
  await expect(page.getByRole('group', { name: 'Appointments' }).getByRole('button')).toHaveCount(3);
  expect(await page.locator('.cal-event[tabindex="0"]').count()).toBe(1);
  await page.locator('.cal-event[tabindex="0"]').focus();
  await expect(eventOf(page, 'Ellis W.')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(box).toBeFocused();
  await expect(box).toHaveAccessibleName(
    'Maya Rosario, Tuesday, November 24, 13:00 to 14:00, Massage, Garden room, with Hana Lindqvist, booked, Intake waiting',
  );

  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(said(page)).toHaveText('Maya Rosario: Tuesday, November 24, 12:30 to 13:30. Let go of Alt to keep it');
  expect((await standing(page, maya.id)).version).toBe(1);
  await page.keyboard.press('Escape');
  await expect(said(page)).toHaveText('It is back where it was.');
  expect(await drawnAt(box)).toEqual({ lane: `2026-11-24 ${hana}`, from: '13:00', to: '14:00' });
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(box).toBeFocused();
  await page.keyboard.up('Alt');
  await expect(said(page)).toHaveText('Maya Rosario: Wednesday, November 25, 12:30 to 13:30');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(async () => (await standing(page, maya.id)).minutes).toBe(75);
  await expect(box).toBeFocused();
  expect(await drawnAt(box)).toEqual({ lane: `2026-11-25 ${hana}`, from: '12:30', to: '13:45' });
  expect((await standing(page, maya.id)).version).toBe(3);

  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(said(page)).toContainText('the time kept around the two would overlap');
  await page.keyboard.up('Alt');
  await expect(page.getByRole('alert')).toContainText('the time kept around the two would overlap');
  await expect(box).toBeFocused();
  expect((await standing(page, maya.id)).version).toBe(3);

  await page.keyboard.press('m');
  await expect(page.getByRole('dialog', { name: /Maya Rosario/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys of the calendar' })).toBeVisible();
  await scan(page, 'keys of the calendar');
  await page.keyboard.press('Escape');
  await expect(box).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('November 30–December 5');
  await expect(page.getByRole('group', { name: 'Appointments' })).toBeFocused();
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('December 2026');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('November 30–December 5');
  await page.keyboard.press('t');
  await eventOf(page, 'Ellis W.').focus();
  await page.keyboard.press('n');
  await expect.poll(() => addressed(page)).toEqual({ day: '2026-11-23', time: '10:15', practitionerId: hana, roomId: garden });
  await page.goBack();
  await eventOf(page, 'Ellis W.').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ellis Warner');
});

test('keys go through the empty places: Enter books there, opens what takes one, and Esc leads back', async ({ startApp }) => {
  const { page, hana, tom, garden, book } = await openPractice(startApp);
  await openCalendar(page);
  const place = page.locator('.cal-place');
  await test.step('where nothing is booked', async () => {
    await page.getByRole('group', { name: 'Appointments' }).press('ArrowDown');
    await expect(place).toBeFocused();
    await expect(place).toHaveAccessibleName('New appointment: Tuesday, November 24, 09:00, Hana Lindqvist');
    await page.keyboard.press('Escape');
    await expect(place).toHaveCount(0);
    await expect(page.getByRole('group', { name: 'Appointments' })).toBeFocused();
  });
  await book('Maya Rosario', '2026-11-24', '13:00');
  await openCalendar(page);
  const box = eventOf(page, 'Maya R.');
  await box.press('p');
  await expect(place).toHaveAccessibleName('New appointment: Tuesday, November 24, 14:15, Hana Lindqvist');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(place).toHaveAccessibleName(/^13:45: Maya Rosario, Tuesday, November 24, 13:00 to 14:00/);
  await page.keyboard.press('Escape');
  await expect(box).toBeFocused();
  await page.keyboard.press('p');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await expect(place).toBeFocused();
  await expect(place).toBeInViewport({ ratio: 1 });
  await expect(said(page)).toHaveText('New appointment: Wednesday, November 25, 14:45, Tom');
  await scan(page, 'an empty place of the calendar');
  await page.keyboard.press('Enter');
  await expect.poll(() => addressed(page)).toEqual({ day: '2026-11-25', time: '14:45', practitionerId: tom });
  await page.goBack();
  await box.press('p');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('n');
  await expect.poll(() => addressed(page)).toEqual({ day: '2026-11-24', time: '14:00', practitionerId: hana, roomId: garden });
  await page.goBack();
  await box.press('p');
  for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Maya Rosario');
});

test('lanes by practitioner and by room; an empty place that is pressed; month, agenda; it fits, and axe finds nothing', async ({
  startApp,
}) => {
  test.slow();
  const { page, hana, tom, garden, loft, book } = await openPractice(startApp);
  const sam = await book('Sam Oakes', '2026-11-24', '10:00', { practitionerId: tom });
  await book('Maya Rosario', '2026-11-24', '09:00');
  await book('Theo Nunes', '2026-11-28', '14:00', { practitionerId: tom });
  await callFrom(page, 'appointments.setStatus', { id: sam.id, version: 1, status: 'in-session' });
  const away = { kind: 'absent', firstDay: '2026-11-27', lastDay: '2026-11-27', from: null, to: null, note: 'Course in Toronto' };
  await callFrom(page, 'hours.addException', { practitionerId: tom, ...away });
  await openCalendar(page);
  await expect(page.locator('.cal-head-link > [aria-hidden]')).toHaveText(['Mon 23', 'Tue 24', 'Wed 25', 'Thu 26', 'Fri 27', 'Sat 28']);
  await expect(page.locator('.cal-head-lanes').first()).toHaveText('HanaTom');
  expect(await drawnAt(eventOf(page, 'Sam O.'))).toEqual({ lane: `2026-11-24 ${tom}`, from: '10:00', to: '11:00' });
  await expect(eventOf(page, 'Sam O.')).toContainText('In session');
  await expect(page.getByText('Away: Course in Toronto')).toBeVisible();
  await expect(page.locator('.cal-now')).toHaveText('Now, 10:52');
  await scan(page, 'calendar, week');
  await fitsEverywhere(page, 'calendar, week');

  // A week wider than the window shows the day it was asked for.
  await page.setViewportSize({ width: 768, height: 1024 });
  await openCalendar(page, { day: '2026-11-28' });
  await expect(page.getByRole('link', { name: 'Saturday, November 28' })).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 800 });
  await openCalendar(page);

  await page.getByText('Room', { exact: true }).click();
  await expect(page.locator('.cal-head-lanes').first()).toHaveText('Garden roomLoft');
  await expect.poll(() => drawnAt(eventOf(page, 'Sam O.'))).toEqual({ lane: `2026-11-24 ${loft}`, from: '10:00', to: '11:00' });
  await dragTo(page, eventOf(page, 'Theo N.'), `2026-11-26 ${garden}`, '12:00');
  await expect.poll(() => drawnAt(eventOf(page, 'Theo N.'))).toEqual({ lane: `2026-11-26 ${garden}`, from: '12:00', to: '13:00' });
  await expect(said(page)).toHaveText(/Thursday, November 26, 12:00/);

  await page.getByText('Month', { exact: true }).click();
  await expect(page.getByRole('link', { name: 'Tuesday, November 24: 2 appointments' })).toBeVisible();
  await scan(page, 'calendar, month');
  await fitsEverywhere(page, 'calendar, month');
  await page.getByText('Agenda', { exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Maya R.' })).toContainText('Massage · Hana Lindqvist · Garden room');
  await scan(page, 'calendar, agenda');
  await fitsEverywhere(page, 'calendar, agenda');
  await page.getByText('Day', { exact: true }).click();
  await page.getByText('Practitioner', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday, November 24');

  const lane = page.locator(`[data-lane="2026-11-24 ${hana}"]`);
  const at = await lane.boundingBox();
  if (!at) throw new Error('no lane');
  await page.mouse.click(at.x + 40, at.y + (at.height * 14.1) / 24);
  await expect.poll(() => addressed(page)).toEqual({ day: '2026-11-24', time: '14:00', practitionerId: hana, roomId: garden });
});

for (const { zone, day, before, after, leftOut } of [
  { zone: 'America/Toronto', day: '2027-03-14', before: '2027-03-13', after: '2027-03-15', leftOut: '02:00 to 03:00' },
  { zone: 'Europe/Berlin', day: '2027-03-28', before: '2027-03-27', after: '2027-03-29', leftOut: '02:00 to 03:00' },
]) {
  test(`a week in which the clocks of ${zone} go forward is drawn by the wall`, async ({ startApp }) => {
    const { page, hana, book } = await openPractice(startApp, { zone });
    const over = { override: 'Somebody travels' };
    await book('Maya Rosario', before, '09:00');
    await book('Noor Abadi', day, '09:00', over);
    await book('Ellis Warner', day, '01:30', over);
    const asked = await book('Sam Oakes', day, '02:30', { ...over, minutes: 45, after: 0, override: 'Both at once' });
    expect(asked.time).toBe('03:30');
    await openCalendar(page, { day });
    expect(await drawnAt(eventOf(page, 'Maya R.'))).toEqual({ lane: `${before} ${hana}`, from: '09:00', to: '10:00' });
    expect(await drawnAt(eventOf(page, 'Noor A.'))).toEqual({ lane: `${day} ${hana}`, from: '09:00', to: '10:00' });
    expect(await drawnAt(eventOf(page, 'Ellis W.'))).toEqual({ lane: `${day} ${hana}`, from: '01:30', to: '03:30' });
    expect(await drawnAt(eventOf(page, 'Sam O.'))).toEqual({ lane: `${day} ${hana}`, from: '03:30', to: '04:15' });
    await expect(page.locator('.cal-change-words')).toHaveText(`The clocks go forward: ${leftOut} does not exist`);
    const moved = eventOf(page, 'Noor A.');
    await moved.focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('alert')).toContainText('Hana Lindqvist has another appointment, 09:00 to 10:00');
    await page.keyboard.press('PageDown');
    await expect(page.locator(`[data-day="${after}"]`)).toBeVisible();
  });
}

test('one of a series asks which of them; a series that cannot goes back', async ({ startApp }) => {
  const { page, hana, book } = await openPractice(startApp);
  const weekly: Repeat = { every: 1, unit: 'week', weekdays: [], monthBy: 'day', end: { kind: 'count', count: 3 } };
  const first = await book('Maya Rosario', '2026-11-25', '09:00', { repeat: weekly });
  await book('Noor Abadi', '2026-12-02', '13:00');
  await openCalendar(page);
  const box = eventOf(page, 'Maya R.');
  await dragTo(page, box, `2026-11-25 ${hana}`, '13:00');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /all/i }).check();
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Hana Lindqvist has another appointment');
  expect(await drawnAt(box)).toEqual({ lane: `2026-11-25 ${hana}`, from: '09:00', to: '10:00' });
  await dragTo(page, box, `2026-11-25 ${hana}`, '14:30');
  await dialog.getByRole('radio', { name: /all/i }).check();
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect.poll(async () => (await standing(page, first.id)).time).toBe('14:30');
  await page.keyboard.press('PageDown');
  expect(await drawnAt(eventOf(page, 'Maya R.'))).toEqual({ lane: `2026-12-02 ${hana}`, from: '14:30', to: '15:30' });
});
