import type { Page } from 'playwright-core';
import type { App } from './fixtures/app.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient, openRoom } from './pages/clients.ts';
import { openConsents, openConsentTab } from './pages/consent.ts';
import { passphrase, unlock } from './pages/door.ts';
import { clientId, heading } from './pages/handover.ts';
import {
  ask,
  changeTogether,
  holdsAt,
  list,
  mapOf,
  mark,
  openMap,
  panel,
  place,
  row,
  saveMap,
  setElsewhere,
  summary,
  tabTo,
  withdrawElsewhere,
} from './pages/map.ts';
import { openSection } from './pages/settings.ts';

/** The body map in the practitioner's window: made together, taken back at once, read later, and never overwritten unseen. */

test.setTimeout(120_000);

type StartApp = (options?: { readonly demo?: boolean; readonly forcedColors?: 'active' }) => Promise<App>;
type Open = { readonly app: App; readonly page: Page; readonly id: string };

const demo = async (startApp: StartApp, typed: string, more: { readonly forcedColors?: 'active' } = {}): Promise<Open> => {
  const app = await startApp({ demo: true, ...more });
  const page = app.page();
  await expect(heading(page, 'Today')).toBeVisible({ timeout: 30_000 });
  return { app, page, id: await clientId(page, typed) };
};

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

test('a place is taken back in one touch, and is out everywhere at once, also while a change is not saved', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  await openMap(page, 'maya', 'Maya Rosario');
  await expect(page.getByText('In 6', { exact: true })).toBeVisible();
  await changeTogether(page);
  await mark(page, 'F-FACE', 'Ask each time');
  await expect(page.getByText(/^Kept \d/)).toBeVisible();
  await page.getByRole('link', { name: 'Back to the map' }).click();

  await row(page, 'F-PALM-L').getByRole('button', { name: 'Take back: Palm and fingers, left' }).click();
  await expect(page.getByText('Palm and fingers, left: out from now on')).toBeVisible();
  await expect(place(page, 'F-PALM-L')).toHaveAccessibleName(/Out\.$/);
  await expect(page.getByText('In 5', { exact: true })).toBeVisible();
  expect(await holdsAt(page, id, 'F-PALM-L')).toEqual(['no', ['marked-out']]);
  await expect(panel(page)).toContainText(/Out: the client marked it out on /);
  await expect(row(page, 'F-PALM-L').getByRole('button', { name: /^Palm and fingers, left/ })).toBeFocused();

  await place(page, 'F-PALM-R').click();
  await panel(page).getByRole('button', { name: 'Take back: Palm and fingers, right' }).click();
  await expect(page.getByText('In 4', { exact: true })).toBeVisible();
  await expect(panel(page).getByRole('button')).toHaveCount(0);
  await scan(page, 'a map, a place taken back');

  // The change that was not saved goes on from the newer map, and opens nothing of it again.
  await changeTogether(page);
  await expect(page.getByText('The map was changed meanwhile')).toBeVisible();
  await expect(row(page, 'F-PALM-L').getByRole('radio', { name: 'Out' })).toBeChecked();
  await expect(row(page, 'F-FACE').getByRole('radio', { name: 'Ask each time' })).toBeChecked();
  await expect(summary(page)).toHaveText(/Opens.*Face and forehead/);
  await expect(summary(page)).not.toContainText('Palm');
  await place(page, 'B-TRAP-R').click();
  await panel(page).getByRole('button', { name: 'Take back at once: Top of the shoulder, right' }).click();
  await expect(row(page, 'B-TRAP-R').getByRole('radio', { name: 'Out' })).toBeChecked();
  expect(await holdsAt(page, id, 'B-TRAP-R')).toEqual(['no', ['marked-out']]);
  await saveMap(page);
  const map = await mapOf(page, id);
  expect(
    Object.entries(map?.areas ?? {})
      .flatMap(([code, { state }]) => (state === 'no' ? [code] : []))
      .toSorted(),
  ).toEqual(['B-TRAP-R', 'F-PALM-L', 'F-PALM-R']);
  await openConsents(page, 'maya', 'Maya Rosario');
  await expect(page.getByRole('region', { name: 'Body map' })).toContainText(/In3/);
});

test('several places, or everything, are taken back with the words that were said', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  await openMap(page, 'maya', 'Maya Rosario');
  await place(page, 'B-NECK').click();
  await page.getByRole('link', { name: 'Take back with their words' }).click();
  await expect(page.getByRole('checkbox', { name: 'Back of the neck' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Top of the shoulder, left' }).check();
  await page.getByLabel('What they said').fill('Nothing above the shoulders, please.');
  await scan(page, 'taking places back');
  await fitsEverywhere(page, 'taking places back');
  await page.getByRole('button', { name: 'Take back now' }).click();
  await expect(page.getByText('2 places are out from now on')).toBeVisible();
  await expect(page.getByText('In their words: “Nothing above the shoulders, please.”')).toBeVisible();

  await page.getByRole('link', { name: 'Take back several' }).click();
  await page.getByRole('button', { name: 'Take back now' }).click();
  await expect(page.getByText('Choose at least one place')).toBeVisible();
  await page.getByRole('radio', { name: 'Everything' }).check();
  await page.getByRole('button', { name: 'Take back now' }).click();
  await expect(page.getByRole('dialog')).toContainText('Every place on the map of Maya Rosario is out from now on.');
  await page.getByRole('button', { name: 'Not now' }).last().click();
  expect(Object.values((await mapOf(page, id))?.areas ?? {}).some(({ state }) => state !== 'no')).toBe(true);
  await page.getByRole('button', { name: 'Take back now' }).click();
  await page.getByRole('button', { name: 'Take everything back' }).click();
  await expect(page.getByText('Every place is out from now on')).toBeVisible();
  expect(Object.values((await mapOf(page, id))?.areas ?? {}).map(({ state }) => state)).toEqual(Array(7).fill('no'));
  await page.getByRole('link', { name: 'Take back several' }).click();
  await expect(page.getByText('Every place is out already')).toBeVisible();
});

test('what is taken back elsewhere is out here at once, and is not chosen any more where it was', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  await openMap(page, 'maya', 'Maya Rosario');
  await place(page, 'F-PALM-L').click();
  await withdrawElsewhere(page, id, 'F-PALM-L');
  await expect(page.getByText('In 5', { exact: true })).toBeVisible();
  await expect(list(page).getByRole('button', { name: 'Take back: Palm and fingers, left' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Take back several' }).click();
  await page.getByRole('checkbox', { name: 'Palm and fingers, right' }).check();
  await page.getByRole('checkbox', { name: 'Back of the neck' }).check();
  await withdrawElsewhere(page, id, 'B-NECK');
  await expect(page.getByRole('checkbox', { name: 'Back of the neck' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Take back now' }).click();
  await expect(page.getByText('Palm and fingers, right: out from now on')).toBeVisible();
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

type Part = { readonly id: string; readonly capture: string; readonly options: readonly { readonly value: string }[] };
type Current = {
  readonly id: string;
  readonly fillings: readonly {
    readonly id: string;
    readonly form: { readonly shownSha256: string; readonly elements: readonly Part[] };
  }[];
};

/** The form of one place, filled, read through and signed without a word on the screen. */
const signFor = async (page: Page, id: string, area: string): Promise<void> => {
  const text = (words: string) => ({ kind: 'text', text: words });
  const written = { reason: text('The ache sits here'), technique: text('A still hand'), limit: text('Above the sheet line') };
  await ask(page, 'handover.begin', { clientId: id, forms: [{ formId: 'area-consent', area, answers: written }] });
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  const { id: handoverId, fillings } = await ask<Current>(page, 'handover.current', {});
  const { id: fillingId, form } = fillings[0] ?? { id: '', form: { shownSha256: '', elements: [] } };
  const answers = form.elements.flatMap(({ id: part, capture, options }): (readonly [string, unknown])[] => {
    if (capture === 'initial') return [[part, { kind: 'initials', initials: 'MR' }]];
    if (capture === 'confirm') return [[part, { kind: 'agreed' }]];
    return capture === 'choice' ? [[part, { kind: 'choice', value: options[0]?.value, other: '' }]] : [];
  });
  await ask(page, 'handover.answer', {
    handoverId,
    fillingId,
    revision: 1,
    answers: {
      ...Object.fromEntries(answers),
      ...written,
      alternatives: { kind: 'multi', values: ['leave_out'], other: '' },
      area: { kind: 'map', areas: { [area]: 'yes' } },
    },
    talk: [],
    seen: form.elements.filter(({ capture }) => capture !== 'signature').map((element) => element.id),
    page: 0,
    substitutesAgreed: false,
    signatures: [{ signer: 'client', method: 'typed', name: 'Maya Rosario' }],
  });
  await ask(page, 'handover.end', { handoverId, passphrase });
  await expect(heading(page, /^Read through with/)).toBeVisible();
  await ask(page, 'handover.review', { fillingId, reviewed: form.elements.map((element) => element.id) });
  const signatures = [{ signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' }];
  await ask(page, 'consent.sign', { fillingId, shownSha256: form.shownSha256, signatures });
};

test('a sensitive area is off, turned on with its own form, and closed at once when it is turned off', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const sensitive = page.getByRole('listitem').and(page.locator('[data-code="B-GLUTE-L"]'));
  await openMap(page, 'maya', 'Maya Rosario');
  await expect(place(page, 'B-GLUTE-L')).toHaveCount(0);
  await expect(row(page, 'B-GLUTE-L')).toHaveCount(0);

  await openSection(page, 'Sensitive areas');
  await expect(sensitive).toContainText('Off');
  await page.getByRole('button', { name: 'Turn on: Buttock, left' }).click();
  await expect(page.getByLabel('I am trained for work at this place')).toBeFocused();
  await page.getByRole('button', { name: 'Turn on: Buttock, left' }).click();
  await expect(page.getByText('Please confirm both first')).toBeVisible();
  await scan(page, 'a sensitive area before it is turned on');
  await fitsEverywhere(page, 'a sensitive area before it is turned on');
  await page.getByLabel('I am trained for work at this place').check();
  await page.getByLabel('The law where I practise and my registration allow it').check();
  await page.getByRole('button', { name: 'Turn on: Buttock, left' }).click();
  await expect(sensitive).toContainText('On since');
  await expect(page.getByRole('button', { name: 'Turn off: Buttock, left' })).toBeFocused();

  await openMap(page, 'maya', 'Maya Rosario');
  await changeTogether(page);
  await place(page, 'B-GLUTE-L').click();
  await mark(page, 'B-GLUTE-L', 'In');
  await expect(panel(page)).toContainText('It opens only with its own form signed, and is asked for each time.');
  await saveMap(page);
  await place(page, 'B-GLUTE-L').click();
  await expect(panel(page)).toContainText('Closed: the form for this one place is not signed');
  await signFor(page, id, 'B-GLUTE-L');
  await openMap(page, 'maya', 'Maya Rosario');
  await place(page, 'B-GLUTE-L').click();
  await expect(panel(page)).toContainText('Ask each time: this place has its own form, and is asked for each time as well');

  await openSection(page, 'Sensitive areas');
  await page.getByRole('button', { name: 'Turn off: Buttock, left' }).click();
  await expect(page.getByRole('dialog')).toContainText('It closes at once for every client, whatever was signed.');
  await page.getByRole('button', { name: 'Turn off Buttock, left' }).click();
  await expect(page.getByText('Buttock, left is off, and closed for everyone from now on')).toBeVisible();
  await expect(sensitive).toContainText('Off');
  expect(await holdsAt(page, id, 'B-GLUTE-L')).toEqual(['no', expect.arrayContaining(['sensitive-off'])]);
  await openMap(page, 'maya', 'Maya Rosario');
  await expect(place(page, 'B-GLUTE-L')).toHaveCount(0);
  const gone = page.getByRole('region', { name: 'Marked earlier, and closed' });
  await expect(gone).toContainText('Buttock, left');
  await expect(gone).toContainText('Closed: not turned on in this practice');
  await gone.getByRole('button', { name: 'Take back: Buttock, left' }).click();
  await expect(gone).toHaveCount(0);
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

test('in a window held upright and at 200 % chart and list take turns, and a place is taken back in either', async ({ startApp }) => {
  const { page } = await demo(startApp, 'maya');
  await openMap(page, 'maya', 'Maya Rosario');
  await page.setViewportSize({ width: 768, height: 1024 });
  await place(page, 'F-PALM-L').click();
  await expect(panel(page)).toBeInViewport();
  await panel(page).getByRole('button', { name: 'Take back: Palm and fingers, left' }).click();
  await expect(page.getByText('In 5', { exact: true })).toBeVisible();
  await page.setViewportSize({ width: 512, height: 350 });
  await page.getByText('List', { exact: true }).click();
  await list(page).getByRole('button', { name: 'Take back: Palm and fingers, right' }).click();
  await expect(page.getByText('In 4', { exact: true })).toBeVisible();
});
