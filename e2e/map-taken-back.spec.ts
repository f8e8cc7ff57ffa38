import type { Page } from 'playwright-core';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { openConsents } from './pages/consent.ts';
import { passphrase } from './pages/door.ts';
import { heading } from './pages/handover.ts';
import {
  ask,
  changeTogether,
  demo,
  holdsAt,
  list,
  mapOf,
  mark,
  openMap,
  panel,
  place,
  row,
  saveMap,
  summary,
  withdrawElsewhere,
} from './pages/map.ts';
import { openSection } from './pages/settings.ts';

/** What a client takes back is out at once, wherever it is looked at; a sensitive area too when it is turned off. */

test.setTimeout(120_000);

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
