import type { Locator, Page } from 'playwright-core';
import { passphrase } from './assure/trial-records.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { openPractice } from './pages/calendar.ts';
import { openRoom } from './pages/clients.ts';
import { unlock } from './pages/door.ts';

/** Today: the day from top to bottom, who is here, and what is to be done. It is Tuesday 24 November 2026, 10:52. */

const day = (page: Page): Locator => page.getByRole('region', { name: 'Appointments' });
/** What stands there, top to bottom: appointments by name, the rest by what it says. */
const rows = (page: Page): Promise<readonly string[]> =>
  day(page)
    .locator('.day-list > li')
    .evaluateAll((all) =>
      all.map((one) =>
        one.classList.contains('slot')
          ? [one.querySelector('time'), one.querySelector('.slot-who bdi')].map((part) => part?.textContent).join(' ')
          : (one.textContent ?? ''),
      ),
    );
const open = (page: Page): Locator => day(page).locator('.slot-open');
const longName = `Théodora ${'Vasquez-O’Brien '.repeat(11)}`.trim();

const toToday = async (page: Page): Promise<void> => {
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Today', exact: true })).toBeVisible();
};

test('the day has its appointments in order, the next one open with what can be done, and says who is here', async ({ startApp }) => {
  const { page, tom, book } = await openPractice(startApp);
  await toToday(page);
  await expect(page.getByRole('heading', { name: 'No appointments today' })).toBeVisible();
  const first = await book('Maya Rosario', '2026-11-24', '09:00');
  await callFrom(page, 'appointments.setStatus', { id: first.id, version: first.version, status: 'done' });
  const noor = await book('Noor Abadi', '2026-11-24', '11:00');
  await book(longName, '2026-11-24', '13:30');
  await book('Tom’s own', '2026-11-24', '10:00', { practitionerId: tom });
  await book('Ines Duarte', '2026-11-25', '09:30');
  await toToday(page);

  await expect(open(page)).toContainText('Noor Abadi');
  expect(await rows(page)).toEqual([
    '09:00 Maya Rosario',
    '10:0015 minutes kept free',
    'Now, 10:5210:52',
    '11:00 Noor Abadi',
    '12:0015 minutes kept free',
    `13:30 ${longName}`,
    '14:3015 minutes kept free',
  ]);
  await expect(open(page)).toContainText('Massage · Garden room');
  await expect(open(page)).toContainText('Intake waiting');
  await expect(page.getByRole('region', { name: 'Tomorrow' })).toContainText('1 appointment, at 09:30');
  await expect(page.getByRole('region', { name: 'Tomorrow' })).toContainText('1 not ready yet');
  await scan(page, 'the day');
  await fitsEverywhere(page, 'the day');

  await test.step('somebody comes, and did not', async () => {
    await open(page).getByRole('button', { name: 'Arrived' }).press('Enter');
    await expect(open(page)).toContainText('Arrived 10:52');
    await expect(open(page).getByRole('heading', { name: /^Noor Abadi/ })).toBeFocused();
    await page.getByRole('status').filter({ hasText: 'Noor Abadi has arrived' }).getByRole('button', { name: 'Undo' }).click();
    await expect(open(page)).not.toContainText('Arrived 10:52');
    await open(page).getByRole('button', { name: 'Arrived' }).click();
    await expect(open(page)).toContainText('Arrived 10:52');
  });

  await test.step('another one is opened by the keyboard', async () => {
    await day(page)
      .getByRole('button', { name: /^Maya Rosario.*, 09:00/ })
      .press('Enter');
    await expect(open(page).getByRole('heading', { name: /^Maya Rosario/ })).toBeFocused();
    await expect(open(page).getByRole('button', { name: 'Arrived' })).toHaveCount(0);
  });

  await test.step('everyone’s day', async () => {
    await day(page).getByText('Everyone', { exact: true }).click();
    await expect(day(page)).toContainText('Massage · Loft · Tom');
    await day(page).getByText('Mine', { exact: true }).click();
    await expect(day(page)).not.toContainText('Loft');
  });

  await test.step('somebody else changed it meanwhile', async () => {
    await day(page)
      .getByRole('button', { name: /^Noor Abadi.*, 11:00/ })
      .click();
    const { value } = (await callFrom(page, 'appointments.get', { id: noor.id })) as {
      readonly value: { readonly appointment: { readonly version: number } };
    };
    await callFrom(page, 'appointments.setStatus', { id: noor.id, version: value.appointment.version, status: 'done' });
    await expect(day(page).getByText('Done', { exact: true }).nth(1)).toBeVisible();
  });

  await test.step('the intake is handed over from here', async () => {
    await day(page)
      .getByRole('button', { name: /^Théodora/ })
      .click();
    await open(page).getByRole('link', { name: 'Hand over intake' }).click();
    await expect(page).toHaveURL(/consent\/prepare/);
  });
});

test('a task is made from anywhere, is there after a lock, is done and taken back', async ({ startApp }) => {
  const { app, page, book } = await openPractice(startApp);
  await book('Maya Rosario', '2026-11-25', '09:00');
  await toToday(page);
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByPlaceholder('Find a client, an action or a page').fill('new task');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New task' });
  await expect(dialog.getByLabel('What is to be done')).toBeFocused();
  await page.keyboard.type('Check in with Dr. Okafor');
  await dialog.getByLabel('Due', { exact: true }).fill('31 2 2026');
  await dialog.getByRole('button', { name: 'Save task' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Due');
  await dialog.getByLabel('Due', { exact: true }).fill('25 11 2026');
  await scan(page, 'a new task');
  await fitsEverywhere(page, 'a new task');
  await expect(dialog.getByText(/^Kept /)).toBeVisible();
  await app.pressLock();

  const again = await app.nextPage();
  await unlock(again, passphrase);
  const unfinished = again.getByRole('region', { name: 'Unfinished' });
  await unfinished.getByRole('button', { name: 'Continue: New task' }).click();
  const found = again.getByRole('dialog', { name: 'New task' });
  await expect(found.getByText('This is what you typed before. It is not saved yet.')).toBeVisible();
  await expect(found.getByLabel('Due', { exact: true })).toHaveValue('25 11 2026');
  await found.getByRole('combobox', { name: 'About a client' }).fill('maya');
  await again.getByRole('option', { name: /Maya Rosario/ }).click();
  await found.getByRole('button', { name: 'Save task' }).click();
  await expect(found).toBeHidden();
  await expect(again.getByRole('region', { name: 'Tomorrow' })).toContainText('Check in with Dr. Okafor');
  await scan(again, 'the tasks');

  await test.step('someone else changed it meanwhile', async () => {
    await again.getByRole('button', { name: 'Change: Check in with Dr. Okafor' }).click();
    const change = again.getByRole('dialog', { name: 'Change task' });
    await change.getByLabel('What is to be done').fill('Call Dr. Okafor');
    const { value } = (await callFrom(again, 'tasks.list', {})) as {
      readonly value: { readonly tasks: readonly { readonly id: string; readonly clientId: string }[] };
    };
    const [task] = value.tasks;
    await callFrom(again, 'tasks.change', {
      id: task?.id,
      version: 1,
      details: { title: 'Write to Dr. Okafor', note: '', dueOn: '2026-11-25', clientId: task?.clientId, audience: 'clinical' },
    });
    await change.getByRole('button', { name: 'Save task' }).click();
    await expect(change.getByRole('radio', { name: /Write to Dr. Okafor/ })).toBeVisible();
    await change.getByRole('radio', { name: /Call Dr. Okafor/ }).click();
    await change.getByRole('button', { name: 'Save my choice' }).click();
    await expect(again.getByRole('region', { name: 'Tomorrow' })).toContainText('Call Dr. Okafor');
  });

  await test.step('done on Today, taken back, and found with the client', async () => {
    await openRoom(again, 'Today');
    const tasks = again.getByRole('region', { name: 'Tasks' });
    await expect(tasks).toContainText('Due tomorrow');
    await tasks.getByRole('button', { name: 'Done: Call Dr. Okafor' }).click();
    await expect(tasks).toContainText('Nothing is due');
    await again.getByRole('status').filter({ hasText: 'Done: Call Dr. Okafor' }).getByRole('button', { name: 'Undo' }).click();
    await tasks.getByRole('link', { name: 'About Maya Rosario' }).click();
    await expect(again.getByRole('region', { name: 'Tasks' })).toContainText('Call Dr. Okafor');
  });
});
