import type { Page } from 'playwright-core';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { ahead, choose, dialog, notice, openAppointment, openBooking, shortly, told } from './pages/appointments.ts';
import { openPractice, standing } from './pages/calendar.ts';
import { heading } from './pages/handover.ts';
import { tabTo } from './pages/map.ts';

/** Appointments are booked, moved, repeated and cancelled in the window. */

const weekly = { every: 1, unit: 'week' as const, weekdays: [], monthBy: 'day' as const };

test('an appointment is booked by keyboard alone, over what is in the way, with a reason', async ({ startApp }) => {
  const { page, book } = await openPractice(startApp);
  await book('Maya Rosario', '2026-11-24', '09:00');
  await book('Noor Abadi', '2026-11-26', '13:00');
  await page.reload();
  await heading(page, 'Today').waitFor();

  await test.step('from the palette, with what cannot be taken said beside the fields', async () => {
    await page.keyboard.press('Control+K');
    await page.getByRole('textbox', { name: 'Find a client, an action or a page' }).fill('new appointment');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'New appointment')).toBeFocused();
    await expect(page.getByRole('textbox', { name: 'Room' }).or(page.getByRole('combobox', { name: 'Room' }))).toHaveValue('Garden room');
    await tabTo(page, page.getByRole('combobox', { name: 'Client' }));
    await page.keyboard.type('may');
    await expect(page.getByRole('option', { name: /^Maya Rosario/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Client' })).toHaveValue('Maya Rosario');
    await tabTo(page, page.getByLabel('Day', { exact: true }));
    await page.keyboard.type('31 11 2026');
    await tabTo(page, page.getByLabel('Time', { exact: true }));
    await page.keyboard.type('1.30 pm');
    await tabTo(page, page.getByLabel('Length in minutes'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
    const summary = page.getByRole('alert').filter({ hasText: '2 things to look at' });
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('button')).toHaveText([
      'Day: 31 November is not a day in the calendar',
      'Length in minutes: An appointment takes at least 5 minutes',
    ]);
    await scan(page, 'an appointment that cannot be taken');
  });
  await test.step('what is in the way is said while it is chosen', async () => {
    await expect(page.getByLabel('Time', { exact: true })).toHaveValue('13:30');
    await page.getByLabel('Day', { exact: true }).fill('26 11 2026');
    await page.getByLabel('Length in minutes').fill('60');
    await expect(page.getByText('Hana Lindqvist has another appointment, 13:00 to 14:00')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').getByText('In the way: Choose another time, or what to do about it')).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: 'Go ahead, with a reason' })).toBeFocused();
    await page.keyboard.press('Space');
    await tabTo(page, page.getByLabel('Why go ahead'));
    await page.keyboard.type('Noor comes later that day');
    await scan(page, 'a conflict and a reason');
    await fitsEverywhere(page, 'a new appointment');
    await tabTo(page, page.getByRole('button', { name: 'Book', exact: true }));
    await page.keyboard.press('Enter');
  });
  await expect(heading(page, 'Maya Rosario')).toBeFocused();
  await expect(page.getByText('Booked although something was in the way')).toBeVisible();
  await expect(page.getByText('Over a conflict: Noor comes later that day')).toBeVisible();
  await scan(page, 'an appointment');
  await test.step('the client has it as the next one', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Maya Rosario' }).click();
    await expect(page.getByRole('link', { name: 'next Thu, Nov 26, 13:30' })).toBeVisible();
    await page.getByRole('link', { name: 'New appointment' }).click();
    await expect(page.getByRole('combobox', { name: 'Client' })).toHaveValue('Maya Rosario');
    await expect(page.getByLabel('Day', { exact: true })).toHaveValue('');
  });
});

test('a series leaves a day out, and what is typed waits', async ({ startApp }) => {
  const { page, book } = await openPractice(startApp);
  const maya = await book('Maya Rosario', '2026-11-24', '09:00');
  await book('Noor Abadi', '2026-12-15', '10:30');
  await openBooking(page, { clientId: `"${maya.clientId}"`, day: '"2027-03-14"', time: '"02:30"' });
  await expect(page.getByText('The clocks leave 02:30 out on Sunday, March 14, 2027.', { exact: false })).toBeVisible();
  await page.getByLabel('Time', { exact: true }).fill('10');
  await test.step('a free time is found', async () => {
    await page.getByRole('button', { name: 'Find a time' }).click();
    const find = page.getByRole('region', { name: 'Find a time' });
    await find.getByRole('checkbox', { name: 'Tuesday' }).check();
    await find.getByLabel('Not before').fill('10');
    await find.getByLabel('Over by').fill('12');
    await find.getByLabel('From', { exact: true }).fill('25 11 2026');
    await find.getByRole('button', { name: 'Show free times' }).click();
    await scan(page, 'free times');
    await find.getByRole('button', { name: /^Tue, Dec 1, 10:00/ }).click();
    await expect(page.getByLabel('Day', { exact: true })).toHaveValue('1 12 2026');
  });
  await page.getByRole('switch', { name: 'It repeats' }).click();
  await page.getByLabel('How many times').fill('4');
  await expect(page.getByText('Every Tuesday, 4 times, last on December 22, 2026')).toBeVisible();
  await expect(page.getByText('Hana Lindqvist has another appointment, 10:30 to 11:30')).toBeVisible();
  await test.step('it is there again after another page', async () => {
    await page.getByRole('link', { name: 'Clients' }).click();
    await page.goBack();
    await expect(page.getByText('This is what you typed before')).toBeVisible();
    await expect(page.getByLabel('How many times')).toHaveValue('4');
  });
  await page.getByRole('radio', { name: 'Leave these days out' }).check();
  await page.getByRole('button', { name: 'Book them' }).click();
  await expect(notice(page, 'Maya Rosario: 3 appointments booked. 1 day was left out.')).toBeVisible();
  await expect(page.getByText('Left out, because something was in the way: Tue, Dec 15.')).toBeVisible();
  expect(shortly(await ahead(page, maya))).toEqual(['2026-12-01 10:00', '2026-12-08 10:00', '2026-12-22 10:00']);
});

const move = async (page: Page, to: { readonly day?: string; readonly time?: string }, scope: string): Promise<void> => {
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  if (to.day) await dialog(page).getByLabel('Day', { exact: true }).fill(to.day);
  if (to.time) await dialog(page).getByLabel('Time', { exact: true }).fill(to.time);
  await dialog(page).getByRole('radio', { name: scope }).check();
  await dialog(page).getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
};

test('a series is moved: one, those that follow, all; what was changed for itself stays', async ({ startApp }) => {
  const { page, book } = await openPractice(startApp);
  const first = await book('Maya Rosario', '2026-12-01', '10:00', { repeat: { ...weekly, end: { kind: 'count', count: 5 } } });
  const [, second, third] = await ahead(page, first);
  if (!second || !third) throw new Error('no series');

  await openAppointment(page, second);
  await expect(page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]')).toHaveText('Calendar');
  await move(page, { time: '11' }, 'Only this one');
  await expect(page.getByText('This one was changed for itself.')).toBeVisible();
  await openAppointment(page, third);
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await scan(page, 'moving one of a series');
  await page.keyboard.press('Escape');
  await move(page, { day: '16 12 2026' }, 'This one and those that follow');
  await expect(notice(page, '3 appointments moved')).toBeVisible();
  await openAppointment(page, first);
  await move(page, { time: '14:00' }, 'All that are ahead');
  expect(shortly(await ahead(page, first))).toEqual([
    '2026-12-01 14:00',
    '2026-12-08 11:00',
    '2026-12-16 10:00',
    '2026-12-23 10:00',
    '2026-12-30 10:00',
  ]);

  await test.step('another rule: every second week', async () => {
    await openAppointment(page, third);
    await page.getByRole('button', { name: 'Change how it repeats' }).click();
    await dialog(page).getByLabel('Every', { exact: true }).fill('2');
    await dialog(page).getByLabel('How many times').fill('3');
    await expect(dialog(page).getByText('Every second Wednesday, 3 times')).toBeVisible();
    await scan(page, 'how a series repeats');
    await dialog(page).getByRole('button', { name: 'Change the series' }).click();
    await expect(dialog(page)).toHaveCount(0);
    expect(shortly((await ahead(page, first)).filter(({ status }) => status === 'booked'))).toEqual([
      '2026-12-01 14:00',
      '2026-12-08 11:00',
      '2026-12-16 10:00',
      '2026-12-30 10:00',
      '2027-01-13 10:00',
    ]);
  });
});

test('a late cancellation has no fee for a crisis; a mistake is taken back', async ({ startApp }) => {
  const { page, book } = await openPractice(startApp);
  const line = await book('Maya Rosario', '2026-11-24', '15:00');
  await openAppointment(page, line);
  await page.getByRole('button', { name: 'Cancel appointment' }).click();
  await dialog(page).getByRole('radio', { name: 'Cancelled late' }).check();
  await choose(page, 'Reason', 'No reason given');
  await dialog(page).getByLabel('Fee').fill('45');
  await choose(page, 'Reason', 'A crisis');
  await expect(dialog(page).getByLabel('Fee')).toHaveCount(0);
  await expect(dialog(page).getByText('There is no fee for this.', { exact: false })).toBeVisible();
  await scan(page, 'cancelling');
  await fitsEverywhere(page, 'cancelling');
  await dialog(page).getByRole('button', { name: 'Cancel the appointment' }).click();
  await expect(page.getByText('Tue, Nov 24, 15:00 with Hana Lindqvist is free')).toBeVisible();
  expect(await told(page, 'appointments.get', { id: line.id })).toMatchObject({
    appointment: { status: 'late-cancelled', ended: { reason: 'crisis', fee: null } },
  });

  await test.step('what was said is corrected, and the time it freed is still told of', async () => {
    await page.getByRole('button', { name: 'Correct the reason' }).click();
    await expect(dialog(page).getByRole('radio', { name: 'Cancelled late' })).toBeChecked();
    await expect(dialog(page).getByRole('radio', { name: 'Nobody came' })).toHaveCount(0);
    await choose(page, 'Reason', 'No reason given');
    await dialog(page).getByLabel('Fee').fill('20');
    await dialog(page).getByRole('button', { name: 'Save the correction' }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByText('Tue, Nov 24, 15:00 with Hana Lindqvist is free')).toBeVisible();
    expect(await told(page, 'appointments.get', { id: line.id })).toMatchObject({
      appointment: { status: 'late-cancelled', ended: { reason: 'not-said', fee: { amount: 2_000 } } },
    });
    await notice(page, 'Maya Rosario: Cancelled late').first().getByRole('button', { name: 'Close' }).click();
  });

  await test.step('back to booked, though someone else has the time now', async () => {
    await book('Noor Abadi', '2026-11-24', '15:00');
    await page.getByRole('button', { name: 'Back to booked' }).press('Enter');
    await dialog(page).getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Back to booked' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByText('Hana Lindqvist has another appointment, 15:00 to 16:00')).toBeVisible();
    await dialog(page).getByRole('radio', { name: 'Go ahead, with a reason' }).check();
    await dialog(page).getByLabel('Why go ahead').fill('Tom takes Noor');
    await dialog(page).getByRole('button', { name: 'Book it again' }).click();
    await expect(page.getByRole('group', { name: 'What to do' })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Confirm' })).toBeVisible();
    expect(await standing(page, line.id)).toMatchObject({ status: 'booked', overridden: true });
  });
  await test.step('a press by mistake is undone', async () => {
    await page.getByRole('button', { name: 'Confirm' }).press('Enter');
    await expect(notice(page, 'Maya Rosario: Confirmed')).toBeVisible();
    await expect(page.getByRole('group', { name: 'What to do' })).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Confirm' })).toBeVisible();
    await expect(page.getByRole('group', { name: 'What to do' })).toBeFocused();
    expect((await standing(page, line.id)).status).toBe('booked');
  });
});

test('two move it from the same reading: the second sees both times', async ({ startApp }) => {
  const { page, book, hana, garden } = await openPractice(startApp);
  const line = await book('Maya Rosario', '2026-12-01', '10:00');
  await openAppointment(page, line);
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await dialog(page).getByLabel('Time', { exact: true }).fill('14:00');
  await test.step('the day is picked from a month by keyboard', async () => {
    await dialog(page).getByRole('button', { name: 'Choose from a month: Day' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Tuesday, December 1, 2026' })).toBeFocused();
    await scan(page, 'a month to choose from');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByLabel('Day', { exact: true })).toHaveValue('8 12 2026');
    await expect(dialog(page).getByRole('button', { name: 'Choose from a month: Day' })).toBeFocused();
  });
  const when = { practitionerId: hana, roomId: garden, minutes: 60 };
  await told(page, 'appointments.move', { id: line.id, version: line.version, day: '2026-12-02', time: '11:00', ...when });
  await dialog(page).getByRole('button', { name: 'Move', exact: true }).press('Enter');
  await expect(dialog(page).locator(':focus')).toContainText('Someone saved this while you were typing');
  const both = dialog(page).getByRole('radiogroup', { name: 'Day and time' });
  await expect(both.getByText('Wednesday, December 2, 2026, 11:00')).toBeVisible();
  await expect(both.getByText('Tuesday, December 8, 2026, 14:00')).toBeVisible();
  await scan(page, 'two times of one appointment');
  await both.getByRole('radio', { name: /December 8/ }).check();
  await dialog(page).getByRole('button', { name: 'Move to what I chose' }).click();
  await expect(dialog(page)).toHaveCount(0);
  expect(shortly([await standing(page, line.id)])).toEqual(['2026-12-08 14:00']);

  await test.step('its price and note are changed, and it is booked once more', async () => {
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await dialog(page).getByLabel('Price').fill('95,50');
    await dialog(page).getByLabel('Note').fill('Rings at the side door');
    await scan(page, 'changing an appointment');
    await dialog(page).getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('$95.50')).toBeVisible();
    await expect(page.getByText('Rings at the side door')).toBeVisible();
    await page.getByRole('link', { name: 'Book once more' }).click();
    await expect(page.getByLabel('Day', { exact: true })).toHaveValue('15 12 2026');
    await page.getByRole('button', { name: 'Book', exact: true }).click();
    await expect(notice(page, 'Maya Rosario: booked for Tuesday, December 15, 2026, 14:00')).toBeVisible();
    expect(shortly(await ahead(page, line))).toEqual(['2026-12-08 14:00', '2026-12-15 14:00']);
  });
});
