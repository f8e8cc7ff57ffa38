import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient } from './pages/clients.ts';
import { openConsentTab } from './pages/consent.ts';
import { heading } from './pages/handover.ts';
import { changeTogether, demo, mark, openMap, place, row, saveMap, setElsewhere, withdrawElsewhere } from './pages/map.ts';

/** The body map read: earlier ones, two beside each other, on paper, and in every window. */

test.setTimeout(120_000);

test('earlier maps are read and two of them compared', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'noor');
  const yes = { state: 'yes', ceiling: 2 };
  await setElsewhere(page, id, 2, { 'F-PALM-L': yes, 'B-TRAP-R': yes, 'B-NECK': { state: 'ask', ceiling: 2 } });
  await setElsewhere(page, id, 3, {
    'F-PALM-L': { state: 'yes', ceiling: 3 },
    'B-NECK': { state: 'ask', ceiling: 3 },
    'B-TRAP-R': { state: 'ask', ceiling: 3 },
    'F-FACE': { state: 'ask', ceiling: 1 },
  });
  await withdrawElsewhere(page, id, 'B-NECK');
  await openMap(page, 'noor', 'Noor Abadi');
  await page.getByRole('link', { name: 'Earlier maps' }).click();
  const all = page.locator('.consent-list').getByRole('listitem');
  await expect(all).toHaveCount(3);
  await expect(all.nth(0)).toContainText(/^Taken back, .*Counts now · 1 closed/);
  await expect(all.nth(1)).toContainText(/^Made together, .*1 opened · 1 changed otherwise · another firmest contact/);
  await expect(all.nth(2)).toContainText(/^Made together, .*the first map, 3 opened/);
  await scan(page, 'earlier maps');
  await fitsEverywhere(page, 'earlier maps');

  await all.nth(2).getByRole('link').click();
  await expect(page.getByText('This is an earlier map. A newer one counts now.')).toBeVisible();
  await expect(row(page, 'B-NECK')).toContainText('Ask each time');
  await page.getByRole('link', { name: 'To all maps' }).click();
  await page.getByLabel('Before').selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Compare two dates' }).click();
  await expect(heading(page, 'Compare two dates')).toBeFocused();
  const differs = page.getByRole('region', { name: 'What differs' });
  await expect(differs).toHaveText(
    /Firmest contact anywhere.*Light, now Medium.*Closes.*Back of the neck Ask each time, Light.*Narrower.*Top of the shoulder, right In, Light, now Ask each time, Medium.*Opens.*Face and forehead Ask each time, A resting hand/,
  );
  await differs.getByRole('button', { name: 'Show on both charts: Back of the neck' }).click();
  for (const figure of await place(page, 'B-NECK').all()) await expect(figure).toHaveAttribute('aria-selected', 'true');
  await expect(place(page, 'B-NECK').first()).toHaveAccessibleName(/Ask each time, changed\.$/);
  await expect(place(page, 'B-NECK').last()).toHaveAccessibleName(/Out, changed\.$/);
  await scan(page, 'two maps compared');
  await fitsEverywhere(page, 'two maps compared');
});

test('the map and an empty chart are printed through the same view as every paper', async ({ startApp }) => {
  const { page } = await demo(startApp, 'maya');
  await openMap(page, 'maya', 'Maya Rosario');
  await page.getByRole('link', { name: 'Print' }).click();
  await expect(page.getByText('Body map', { exact: true }).last()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Document' }).or(page.locator('.pdf'))).toContainText('Maya Rosario');
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  await scan(page, 'the map on paper');
  await page.getByRole('radio', { name: 'An empty chart to mark by hand' }).check();
  await expect(page.locator('.pdf')).toContainText('Mark where contact is welcome, and where it is not');
  await expect(page.locator('.pdf')).not.toContainText('Maya Rosario');
});

test('the map fits every window, with the longest name and in forced colours', async ({ startApp }) => {
  const { page } = await demo(startApp, 'maya', { forcedColors: 'active' });
  await addClient(page, { chosenName: `Théodora ${'Vasquez-O’Brien '.repeat(11)}Żółć`.slice(0, 200) });
  await openConsentTab(page);
  await changeTogether(page);
  await mark(page, 'F-PALM-L', 'In');
  await page.getByRole('radio', { name: 'Light' }).check({ force: true });
  await fitsEverywhere(page, 'a map with a long name');
  await saveMap(page);
  await expect(place(page, 'F-PALM-L')).toBeVisible();
  await place(page, 'F-PALM-L').click();
  // Where colours are the system's, the state of a place is told by its sign and its words.
  await expect(row(page, 'F-PALM-L')).toContainText('Out');
  await fitsEverywhere(page, 'a map read with a long name');
  await page.getByRole('link', { name: 'Back to Consent' }).click();
  await fitsEverywhere(page, 'a consent tab with a map and a long name');
});
