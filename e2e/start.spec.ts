import type { Page } from 'playwright-core';
import { expect, test } from './fixtures/test.ts';
import { passphrase } from './pages/door.ts';

/** The unlock screen stands on its own: the rooms behind it are fetched while a passphrase is typed. */

const rooms = '**/assets/behind-lock-*.js';

const fetched = (): string =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .join(' ');

const lockedWithoutRooms = async (page: Page): Promise<() => Promise<void>> => {
  await page.route(rooms, (route) => route.abort());
  await page.reload();
  return () => page.unroute(rooms);
};

test('the unlock screen waits for none of the rooms, and rooms that did not come are said and asked for again', async ({ startApp }) => {
  const app = await startApp({ demo: true });
  await expect(app.page().getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  await app.pressLock();
  const page = await app.nextPage();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible();
  await expect.poll(() => page.evaluate(fetched)).toContain('behind-lock');
  const giveRooms = await lockedWithoutRooms(page);

  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('alert')).toContainText('Something went wrong');
  await giveRooms();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
});
