import type { Page } from 'playwright-core';
import { fits, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient, openRoom } from './pages/clients.ts';

/** Nothing needs sideways scrolling, and nothing overlaps what it should not, whatever the window and the name. */

const sizes = [
  { width: 1024, height: 700 },
  // 1024 x 700 at 200 %, and 1280 x 800 at 400 %.
  { width: 512, height: 350 },
  { width: 320, height: 200 },
] as const;

const resize = async (page: Page, size: { readonly width: number; readonly height: number }): Promise<void> => {
  await page.setViewportSize(size);
  await expect.poll(() => page.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([size.width, size.height]);
};

const longest = `Théodora ${'Vasquez-O’Brien '.repeat(11)}Żółć`.slice(0, 200);
const unbroken = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(5);

test('every room fits small windows and 400 % zoom, with the longest names', async ({ startApp }) => {
  test.setTimeout(120_000);
  const app = await startApp({ demo: true });
  const page = app.page();
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  await addClient(page, { chosenName: longest, contactWishes: 'x'.repeat(400), stopWord: 'y'.repeat(200) });
  await addClient(page, { chosenName: unbroken });
  const screens: readonly (readonly [string, () => Promise<void>])[] = [
    ['a client with a long name', async () => undefined],
    ['today', () => openRoom(page, 'Today')],
    ['settings', () => openRoom(page, 'Settings')],
    ['clients', () => openRoom(page, 'Clients')],
  ];
  for (const [screen, open] of screens) {
    await open();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const size of sizes) {
      await resize(page, size);
      await fits(page, `${screen} at ${size.width}x${size.height}`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

test('high contrast is calm and readable too', async ({ startApp }) => {
  const app = await startApp({ demo: true });
  const page = app.page();
  await openRoom(page, 'Settings');
  await page.getByText('Appearance', { exact: true }).click();
  await page.getByText('High', { exact: true }).click();
  await scan(page, 'settings, high contrast');
  await openRoom(page, 'Clients');
  await expect(page.getByRole('link', { name: 'Maya Rosario' })).toBeVisible();
  await scan(page, 'clients, high contrast');
  await page.getByRole('link', { name: 'Maya Rosario' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Maya Rosario' })).toBeVisible();
  await scan(page, 'client, high contrast');
});
