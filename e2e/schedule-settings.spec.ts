import type { Page } from 'playwright-core';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient, openRoom } from './pages/clients.ts';
import { makePractice, practice } from './pages/door.ts';
import { clientId } from './pages/handover.ts';
import { openSection } from './pages/settings.ts';

/** What the calendar stands on: services, rooms, who treats here and when, set up in Settings. */

type Service = { readonly id: string; readonly version: number; readonly name: string; readonly [field: string]: unknown };

const answer = async <T>(page: Page, name: string, input: unknown = {}): Promise<T> =>
  ((await callFrom(page, name, input)) as { readonly value: T }).value;
const services = async (page: Page): Promise<readonly Service[]> =>
  (await answer<{ readonly services: readonly Service[] }>(page, 'services.list')).services;
const hours = { from: '2026-01-01', to: '2026-12-31' };

test('services begin with three, prices are taken as they are typed, and nothing typed is lost or written over', async ({ startApp }) => {
  const page = (await startApp()).page();
  await makePractice(page);
  await openSection(page, 'Services');
  await scan(page, 'no services yet');
  await page.getByRole('button', { name: 'Begin with these three' }).press('Enter');
  const rows = page.getByRole('list', { name: 'Services' }).getByRole('listitem');
  await expect(rows).toHaveText([/^First visit, 90 minutes/, /^Massage, 60 minutes/, /^Massage, 90 minutes/]);
  await expect(rows.nth(1)).toContainText('60 minutes · 15 minutes kept after · no price yet');

  await test.step('what cannot be is said beside its field and in the summary', async () => {
    await page.getByRole('button', { name: 'Change Massage, 60 minutes' }).press('Enter');
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
    await page.getByLabel('Length in minutes').fill('1440');
    await page.getByLabel('Price').fill('free');
    await page.getByLabel('Price').press('Enter');
    const summary = page.getByRole('alert').filter({ hasText: 'Length in minutes' });
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('button')).toHaveText([/^Length in minutes: /, /^Price: /]);
    await scan(page, 'a service to look at again');
    await fitsEverywhere(page, 'a service to look at again');
  });

  await test.step('what is typed is there again, and someone else’s change is asked about', async () => {
    await page.getByLabel('Length in minutes').fill('75');
    await page.getByLabel('Price').fill('90,50');
    await expect(page.getByText('$90.50')).toBeVisible();
    await openRoom(page, 'Clients');
    await openSection(page, 'Services');
    await expect(page.getByText('What you typed before is still here.')).toBeVisible();
    await expect(page.getByLabel('Price')).toHaveValue('90,50');
    const { id, version, ...details } = (await services(page))[1] as Service;
    await callFrom(page, 'services.save', { id, version, details: { ...details, minutes: 70, after: 20 } });
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await expect(page.getByRole('radiogroup')).toHaveCount(1);
    await page.getByRole('radio', { name: /75/ }).press('Space');
    await page.getByRole('button', { name: /^Save/ }).press('Enter');
    await expect(rows.nth(1)).toContainText('75 minutes · 20 minutes kept after · $90.50');
    await expect(page.getByRole('button', { name: 'Change Massage, 60 minutes' })).toBeFocused();
    expect((await services(page))[1]).toMatchObject({ version: 3, minutes: 75, after: 20, price: 9_050 });
  });

  await test.step('taken out of use it stands last, and comes back with the next press', async () => {
    await page.getByRole('button', { name: 'Take out of use: First visit, 90 minutes' }).press('Enter');
    await expect(rows.nth(2)).toContainText('Out of use');
    await expect(page.getByRole('button', { name: 'Use again: First visit, 90 minutes' })).toBeFocused();
    await scan(page, 'services');
    await page.getByRole('button', { name: 'Use again: First visit, 90 minutes' }).press('Enter');
    await expect(rows.nth(0)).toContainText('First visit');
  });
});

test('who treats here has a week, typed times and all, and days away that say what is booked in them', async ({ startApp }) => {
  const page = (await startApp()).page();
  await makePractice(page);
  await addClient(page, { chosenName: 'Noor Abadi' });
  await openSection(page, 'Rooms');
  await page.getByRole('button', { name: 'Add a room' }).press('Enter');
  await page.getByLabel('Name', { exact: true }).fill('Garden room');
  await page.getByLabel('Name', { exact: true }).press('Enter');
  await expect(page.getByRole('list', { name: 'Rooms' }).getByRole('listitem')).toHaveText(/^Garden room/);
  await expect(page.getByRole('button', { name: 'Add a room' })).toBeFocused();
  await openSection(page, 'Practitioners and hours');
  const people = page.getByRole('list', { name: 'Practitioners' }).getByRole('listitem');
  await expect(people).toContainText([/Hours not said yet/]);

  await test.step('a week by keyboard', async () => {
    await page.getByRole('button', { name: `Hours of ${practice.practitioner}` }).press('Enter');
    await expect(page.getByLabel('Monday, from')).toBeFocused();
    await page.getByLabel('Monday, from').fill('8.30');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Monday, from')).toHaveValue('08:30');
    await page.keyboard.type('noon');
    await page.getByRole('button', { name: 'Add a time on Monday' }).press('Enter');
    await page.getByLabel('Monday, time 2, from').fill('1 pm');
    await page.getByLabel('Monday, time 2, until').fill('24');
    await page.getByLabel('Monday, time 2, until').press('Enter');
    const summary = page.getByRole('alert').filter({ hasText: 'Monday, until' });
    await expect(summary).toBeFocused();
    await scan(page, 'a week to look at again');
    await fitsEverywhere(page, 'a week to look at again');
    await page.getByLabel('Monday, until').fill('12');
    await page.getByRole('button', { name: 'Same as Monday on Tuesday' }).press('Enter');
    await page.getByRole('button', { name: 'Remove Wednesday 09:00–17:00' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Add a time on Wednesday' })).toBeFocused();
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await expect(people.first()).toContainText('Monday to Tuesday: 08:30–12:00, 13:00–24:00');
    await expect(people.first()).toContainText('Wednesday: closed');
    const { hours: kept } = await answer<{ readonly hours: readonly { readonly week: unknown }[] }>(page, 'hours.get', hours);
    const split = [
      { from: '08:30', to: '12:00' },
      { from: '13:00', to: '24:00' },
    ];
    const usual = [{ from: '09:00', to: '17:00' }];
    expect(kept[0]?.week).toEqual([split, split, [], usual, usual, [], []]);
  });

  await test.step('someone else who treats here', async () => {
    await page.getByRole('button', { name: 'Add a practitioner' }).press('Enter');
    await page.getByLabel('Name', { exact: true }).fill('Tom Berger');
    await page.getByLabel('Name', { exact: true }).press('Enter');
    await expect(people).toHaveCount(2);
  });

  await test.step('days away say what stands in them, and can be taken back', async () => {
    const { own } = await answer<{ readonly own: string }>(page, 'practitioners.list');
    const massage = {
      name: 'Massage',
      minutes: 60,
      before: 0,
      after: 15,
      price: null,
      taxName: '',
      taxRate: 0,
      noteTemplate: '',
      active: true,
    };
    const { id: serviceId } = await answer<Service>(page, 'services.save', { id: null, version: 0, details: massage });
    const kept = { serviceId, minutes: 60, before: 0, after: 15, price: null, note: '' };
    const booked = { clientId: await clientId(page, 'noor'), practitionerId: own, roomId: null, day: '2027-01-05', time: '10:00', ...kept };
    expect(await callFrom(page, 'appointments.book', booked)).toMatchObject({ ok: true });
    await page.getByRole('button', { name: 'Add an absence or opening' }).press('Enter');
    await expect(page.getByRole('radio', { name: 'Away' })).toBeFocused();
    await page.getByLabel('First day', { exact: true }).fill('4 1 2027');
    await page.getByLabel('Last day', { exact: true }).fill('2 1 2027');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await expect(page.getByRole('alert').getByRole('button')).toHaveText([/^Last day: This is before the first day/]);
    await scan(page, 'days away');
    await fitsEverywhere(page, 'days away');
    await page.getByLabel('Last day', { exact: true }).fill('8 1 2027');
    await page.getByLabel('Note').fill('Course in Toronto');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('1 appointment stands in this time');
    const away = page.getByRole('list', { name: 'Away, or open besides' }).getByRole('listitem');
    await expect(away).toContainText([`${practice.practitioner} · Away · Whole day · Course in Toronto`]);
    await away.getByRole('button').press('Enter');
    await expect(page.getByText('Nothing planned.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(away).toHaveCount(1);
  });
});
