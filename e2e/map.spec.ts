import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { openRoom } from './pages/clients.ts';
import { openConsents } from './pages/consent.ts';
import { passphrase, unlock } from './pages/door.ts';
import { heading } from './pages/handover.ts';
import { changeTogether, demo, mapOf, mark, openMap, panel, place, row, saveMap, summary, tabTo, withdrawElsewhere } from './pages/map.ts';

/** The body map made together in the practitioner’s window: by chart, list or keyboard, kept over a lock, and never over what someone else saved. */

test.setTimeout(120_000);

test('a map is made on the chart and in the list, and says what it opens before it is saved', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'noor');
  await openConsents(page, 'noor', 'Noor Abadi');
  await expect(page.getByText('No body map yet')).toBeVisible();
  await scan(page, 'consent without a map');
  await changeTogether(page);
  await expect(page.getByRole('button', { name: 'Save as the new map' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'No contact' })).toBeChecked();
  const states = await row(page, 'F-PALM-L').getByRole('radio').all();
  expect(await Promise.all(states.map((state) => state.getAttribute('value')))).toEqual(['no', 'ask', 'yes']);

  await place(page, 'B-TRAP-L').click();
  await expect(row(page, 'B-TRAP-L')).toHaveAttribute('data-selected', 'true');
  await mark(page, 'B-TRAP-L', 'In');
  await expect(page.getByText('With no contact chosen, every place stays out.')).toBeVisible();
  await expect(summary(page)).not.toContainText('Opens');
  await page.getByRole('radio', { name: 'Medium' }).check({ force: true });

  await page.getByLabel('Find a place').fill('back of the neck');
  await mark(page, 'B-NECK', 'In');
  await expect(panel(page)).toContainText('upper two joints: no strong pressure');
  await expect(panel(page)).toContainText('This place is always asked for, also when it is marked in.');
  await panel(page).getByLabel('Firmest contact: Back of the neck').selectOption('A resting hand');
  await page.getByLabel('Find a place').fill('');

  await page.getByRole('button', { name: 'Hands and feet only' }).click();
  await expect(page.getByText('Hands and feet only: 8 places to be asked about')).toBeVisible();
  await expect(row(page, 'F-PALM-L').getByRole('radio', { name: 'Ask each time' })).toBeChecked();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'F-PALM-L').getByRole('radio', { checked: true })).toHaveCount(0);

  await expect(summary(page)).toContainText('Top of the shoulder, left In, Medium');
  await expect(summary(page)).toContainText('Back of the neck In, A resting hand');
  await page.getByLabel('What the client said about it').fill('Shoulder first.');
  await scan(page, 'a map being made');
  await fitsEverywhere(page, 'a map being made');
  await saveMap(page);
  const map = await mapOf(page, id);
  expect([map?.ceiling, map?.areas, map?.words]).toEqual([
    3,
    { 'B-TRAP-L': { state: 'yes', ceiling: 3 }, 'B-NECK': { state: 'yes', ceiling: 1 } },
    'Shoulder first.',
  ]);
  // Marked, and still nothing is allowed: no consent is signed.
  await expect(page.getByText('Nothing is allowed today')).toBeVisible();
  await expect(page.getByText('Closed: the consent to bodywork is not signed').first()).toBeVisible();
  await expect(page.getByText('In 0', { exact: true })).toBeVisible();
  await page.getByText('As the client marked it').click();
  await expect(page.getByText('In 2', { exact: true })).toBeVisible();
});

test('a map is made with the keyboard alone', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'noor');
  await openConsents(page, 'noor', 'Noor Abadi');
  await tabTo(page, page.getByRole('link', { name: 'Make it together' }));
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Make a map together')).toBeFocused();
  await tabTo(page, page.getByRole('radio', { name: 'No contact' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
  // From the chart: arrows and Enter lead to what can be chosen for the place.
  await tabTo(page, page.locator('.chart-place[tabindex="0"]'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  // From the list: letters find, arrows go to it, Tab to its choices.
  await tabTo(page, page.getByLabel('Find a place'), 'Shift+Tab');
  await page.keyboard.type('palm and fingers left');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(row(page, 'F-PALM-L').getByRole('radio', { name: 'Ask each time' })).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Save as the new map' }));
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Body map')).toBeFocused();
  const map = await mapOf(page, id);
  expect([map?.ceiling, map?.areas['F-PALM-L'], Object.keys(map?.areas ?? {}).length]).toEqual([2, { state: 'ask', ceiling: 2 }, 2]);
});

test('two windows change the same map: what can be joined is joined, the rest is asked about', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  await openMap(page, 'maya', 'Maya Rosario');
  await changeTogether(page);
  await mark(page, 'B-NECK', 'In');
  await mark(page, 'F-FACE', 'Ask each time');
  await page.getByRole('radio', { name: 'Medium' }).check({ force: true });
  await withdrawElsewhere(page, id, 'B-NECK', 'F-PALM-L');

  await expect(page.getByText('The map was changed meanwhile, also where you changed it')).toBeVisible();
  await scan(page, 'a map changed in two windows');
  await fitsEverywhere(page, 'a map changed in two windows');
  await expect(page.getByRole('radiogroup')).toHaveCount(1);
  const disputed = page.getByRole('radiogroup', { name: 'Back of the neck' });
  await expect(disputed.getByRole('radio', { name: /Saved now.*Out/ })).toBeVisible();
  await expect(disputed.getByRole('radio', { name: /What you typed.*In, Medium at most/ })).toBeVisible();
  await disputed.getByRole('radio', { name: /Saved now/ }).click();
  await page.getByRole('button', { name: 'Go on with my choice' }).click();

  await expect(row(page, 'B-NECK').getByRole('radio', { name: 'Out' })).toBeChecked();
  await expect(row(page, 'F-PALM-L').getByRole('radio', { name: 'Out' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Medium' })).toBeChecked();
  await saveMap(page);
  const map = await mapOf(page, id);
  expect([map?.ceiling, map?.areas['B-NECK'], map?.areas['F-PALM-L'], map?.areas['F-FACE'], map?.areas['F-PALM-R']]).toEqual([
    3,
    { state: 'no', ceiling: 0 },
    { state: 'no', ceiling: 0 },
    { state: 'ask', ceiling: 3 },
    { state: 'yes', ceiling: 3 },
  ]);
});

test('marks that are not saved are there after a lock and after the vault ended', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'maya');
  await openMap(page, 'maya', 'Maya Rosario');
  await changeTogether(page);
  await mark(page, 'F-FACE', 'Ask each time');
  await expect(page.getByText(/^Kept \d/)).toBeVisible();
  await page.getByRole('button', { name: 'Lock' }).click();
  const again = await app.nextPage();
  await unlock(again, passphrase);
  await again.getByRole('button', { name: 'Continue: Body map: Maya Rosario' }).click();
  await expect(again.getByText('These marks are not saved yet. The map before still counts.')).toBeVisible();
  await expect(row(again, 'F-FACE').getByRole('radio', { name: 'Ask each time' })).toBeChecked();
  await mark(again, 'B-LUMBAR', 'Ask each time');
  await expect(again.getByText(/^Kept \d/)).toBeVisible();
  app.killVault();
  const after = await app.nextPage();
  await unlock(after, passphrase);
  await after.getByRole('button', { name: 'Continue: Body map: Maya Rosario' }).click();
  await expect(row(after, 'B-LUMBAR').getByRole('radio', { name: 'Ask each time' })).toBeChecked();
  expect((await mapOf(after, id))?.areas['F-FACE']).toBeUndefined();
  await after.getByRole('button', { name: 'Leave the map as it is' }).click();
  await expect(heading(after, 'Body map')).toBeVisible();
  await after.getByRole('button', { name: 'Undo' }).click();
  await expect(row(after, 'B-LUMBAR').getByRole('radio', { name: 'Ask each time' })).toBeChecked();
  await after.getByRole('button', { name: 'Leave the map as it is' }).click();
  await expect(heading(after, 'Body map')).toBeVisible();
  await openRoom(after, 'Today');
  await expect(after.getByRole('button', { name: 'Continue: Body map: Maya Rosario' })).toHaveCount(0);
});
