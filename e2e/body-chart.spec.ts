import type { Locator, Page } from 'playwright-core';
import { ofToday } from './assure/chance.ts';
import type { App } from './fixtures/app.ts';
import { fits, fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { openConsents } from './pages/consent.ts';
import { passphrase } from './pages/door.ts';
import { clientId, goOn, handOver, heading, kept, takeBack } from './pages/handover.ts';

/** The chart and its list while a client marks places: by mouse, touch and keyboard, in step, and each place through the list alone. */

type StartApp = (options?: { readonly demo?: boolean; readonly forcedColors?: 'active' }) => Promise<App>;

/** To the question about places, in a consent that is handed over. */
const toPlaces = async (page: Page): Promise<void> => {
  await handOver(page, 'noor', [{ formId: 'informed-consent' }], 'Saying yes to bodywork');
  while (!(await page.getByRole('region', { name: 'Places of the body' }).count())) {
    const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    if (await page.getByRole('textbox', { name: 'Your words' }).count())
      await page.getByRole('textbox', { name: 'Your words' }).fill('Sleep');
    await goOn(page);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title);
  }
  await expect(heading(page, 'Areas')).toBeVisible();
  await expect(shape(page, 'B-TRAP-L')).toBeVisible();
};

const atPlaces = async (startApp: StartApp, more: { readonly forcedColors?: 'active' } = {}): Promise<Page> => {
  const page = (await startApp({ demo: true, ...more })).page();
  await toPlaces(page);
  return page;
};

const shape = (page: Page, code: string): Locator => page.getByRole('option').and(page.locator(`[data-code="${code}"]`));
const list = (page: Page): Locator => page.getByRole('region', { name: 'Places of the body' });
const row = (page: Page, code: string): Locator =>
  list(page)
    .getByRole('listitem')
    .and(page.locator(`[data-code="${code}"]`));
const choice = (page: Page, place: string | RegExp, state: string): Locator =>
  page.getByRole('radiogroup', { name: place }).getByRole('radio', { name: state, exact: true });

type Marks = { readonly kind: 'map'; readonly areas: Record<string, string>; readonly ceilings?: Record<string, number> };
const marks = async (page: Page): Promise<Marks | undefined> => {
  const [form] = await kept(page);
  return form?.answers.areas as Marks | undefined;
};
const keptAs = (page: Page, expected: Omit<Marks, 'kind'> | undefined): Promise<void> =>
  expect.poll(() => marks(page)).toEqual(expected && { kind: 'map', ...expected });

const finger = async (page: Page, target: Locator): Promise<void> => {
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to touch');
  const touch = await page.context().newCDPSession(page);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await touch.detach();
};

test('a place is chosen on the chart with the mouse, the list goes along, and nothing is marked beforehand', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = await atPlaces(startApp);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1); // which figure is shown
  expect(await marks(page)).toBeUndefined();
  await shape(page, 'B-TRAP-L').click();
  await expect(row(page, 'B-TRAP-L')).toHaveAttribute('data-selected', 'true');
  await expect(row(page, 'B-TRAP-L')).toBeInViewport();
  const states = await row(page, 'B-TRAP-L').getByRole('radio').all();
  expect(await Promise.all(states.map((state) => state.getAttribute('value')))).toEqual(['no', 'ask', 'yes']);
  await row(page, 'B-TRAP-L').getByText('In', { exact: true }).click();
  await expect(shape(page, 'B-TRAP-L')).toHaveAccessibleName('Top of the shoulder, left. Back. In.');
  await page.getByLabel('Firmest contact here: Top of the shoulder, left').selectOption('A resting hand');
  await keptAs(page, { areas: { 'B-TRAP-L': 'yes' }, ceilings: { 'B-TRAP-L': 1 } });
  await expect(page.getByText('1 in. Everything else stays out.')).toBeVisible();

  // The other way round: found in the list, shown on the chart.
  await page.getByLabel('Find a place').fill('jaw left');
  await list(page)
    .getByRole('button', { name: /^Jaw, left/ })
    .click();
  await expect(shape(page, 'F-JAW-L')).toHaveAttribute('aria-selected', 'true');
  // What is out of bounds is named, and takes no mark.
  await page.getByLabel('Find a place').fill('throat');
  await expect(list(page).getByRole('listitem')).toContainText('Not offered');
  await expect(list(page).getByRole('radio')).toHaveCount(0);
  await shape(page, 'F-THROAT').click({ force: true });
  await keptAs(page, { areas: { 'B-TRAP-L': 'yes' }, ceilings: { 'B-TRAP-L': 1 } });
  await scan(page, 'places, marked');
  await fitsEverywhere(page, 'places, marked');
});

test('everything out is one answer, and nothing marked is lost by it', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = await atPlaces(startApp);
  await goOn(page);
  await expect(page.getByRole('alert')).toContainText('Mark a place, or leave everything out');
  await page.getByRole('button', { name: 'Hands and feet: ask me each time' }).click();
  await keptAs(page, {
    areas: Object.fromEntries(
      ['F-PALM-L', 'F-PALM-R', 'B-HAND-L', 'B-HAND-R', 'F-FOOT-L', 'F-FOOT-R', 'B-SOLE-L', 'B-SOLE-R'].map((code) => [code, 'ask']),
    ),
  });
  await page.getByRole('button', { name: 'Leave everything out' }).click();
  await expect(page.getByText('Everything stays out. That is a full answer.')).toBeVisible();
  await keptAs(page, { areas: {} });
  await page.getByRole('button', { name: 'Put my marks back' }).click();
  await expect(page.getByText('8 ask me each time. Everything else stays out.')).toBeVisible();
  await page.getByRole('button', { name: 'Start again' }).click();
  await keptAs(page, undefined);
  await page.getByRole('button', { name: 'Leave everything out' }).click();
  await goOn(page);
  await expect(heading(page, 'Contact level')).toBeVisible();
});

test('the keyboard goes from place to place on the figure, and to its choices and back', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = await atPlaces(startApp);
  await list(page).getByLabel('Find a place').focus();
  const figure = page.getByRole('listbox');
  await expect(async () => {
    await page.keyboard.press('Shift+Tab');
    expect(await figure.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }).toPass({ intervals: [0], timeout: 5_000 });
  const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('data-code') ?? null);
  const first = await focused();
  await page.keyboard.press('ArrowDown');
  const second = await focused();
  expect(second).not.toBeNull();
  expect(second).not.toBe(first);
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const code = (await focused()) ?? '';
  await expect(row(page, code)).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(row(page, code).getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(row(page, code).getByRole('radio', { name: 'Ask me each time' })).toBeChecked();
  await keptAs(page, { areas: { [code]: 'ask' } });
});

test('on a tablet held upright a finger chooses on the chart, and the choices stand under it', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = await atPlaces(startApp);
  await page.setViewportSize({ width: 768, height: 1024 });
  await expect(page.getByRole('radiogroup', { name: 'Chart or list' })).toBeVisible();
  await finger(page, shape(page, 'B-TRAP-R'));
  const ask = choice(page, 'Top of the shoulder, right', 'Ask me each time');
  await expect(ask).toBeInViewport();
  await finger(page, page.getByRole('radiogroup', { name: 'Top of the shoulder, right' }).getByText('Ask me each time'));
  await expect(ask).toBeChecked();
  await keptAs(page, { areas: { 'B-TRAP-R': 'ask' } });
  await fits(page, 'places on a tablet');
  await scan(page, 'places on a tablet');
  await page.getByRole('radiogroup', { name: 'Chart or list' }).getByText('List').click();
  await expect(choice(page, /^Top of the shoulder, right/, 'Ask me each time')).toBeChecked();
  await scan(page, 'list on a tablet');
});

test('places that are offered are found and set through the list alone', async ({ startApp }) => {
  test.setTimeout(300_000);
  const page = await atPlaces(startApp);
  const rows = await list(page)
    .getByRole('listitem')
    .evaluateAll((items) =>
      items
        .filter((item) => item.querySelector('button'))
        .map((item) => ({
          code: item.getAttribute('data-code') ?? '',
          label:
            item.querySelector('button')?.getAttribute('aria-label') ?? item.querySelector('button span')?.firstChild?.textContent ?? '',
        })),
    );
  expect(rows.length).toBeGreaterThan(60);
  // Each day others, so that all have their turn.
  const tried = ofToday(rows, 24);
  const states = ['Out', 'Ask me each time', 'In'];
  for (const [index, { code, label }] of tried.entries()) {
    await list(page).getByLabel('Find a place').fill(label.trim());
    await row(page, code).getByRole('button').click();
    await row(page, code)
      .getByText(states[index % 3] ?? '', { exact: true })
      .click();
  }
  const expected = Object.fromEntries(tried.map(({ code }, index) => [code, ['no', 'ask', 'yes'][index % 3] ?? '']));
  await keptAs(page, { areas: expected });
  // The chart went along.
  for (const { code } of tried) await expect(shape(page, code)).toHaveAttribute('data-state', expected[code] ?? '');
});

test('with the colours of the system, chosen and not chosen still look different', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = await atPlaces(startApp, { forcedColors: 'active' });
  await shape(page, 'B-TRAP-L').click();
  await row(page, 'B-TRAP-L').getByText('Ask me each time', { exact: true }).click();
  const border = (state: string): Promise<string> =>
    row(page, 'B-TRAP-L')
      .locator('label', { hasText: state })
      .evaluate((label) => `${getComputedStyle(label).borderTopWidth} ${getComputedStyle(label).borderTopColor}`);
  expect(await border('Ask me each time')).not.toBe(await border('Out'));
});

test('what the map holds is offered as a beginning, with its day, and is put in only when it is pressed', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = (await startApp({ demo: true })).page();
  const id = await clientId(page, 'noor');
  const areas = { 'B-TRAP-L': { state: 'yes', ceiling: 3 }, 'B-NECK': { state: 'ask', ceiling: 1 } };
  expect(await callFrom(page, 'consentMap.set', { clientId: id, basedOn: null, ceiling: 3, areas })).toMatchObject({ ok: true });
  await toPlaces(page);
  await expect(page.getByRole('button', { name: 'Leave everything out' })).toHaveAttribute('aria-pressed', 'false');
  expect(await marks(page)).toBeUndefined();
  await page.getByRole('button', { name: /^Start from what I marked before \(.*\d{4}.*\)$/ }).click();
  await keptAs(page, { areas: { 'B-TRAP-L': 'yes', 'B-NECK': 'ask' }, ceilings: { 'B-NECK': 1 } });
});

test('the form of one place asks about it alone, and a no ends it kindly', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = (await startApp({ demo: true })).page();
  const turned = await callFrom(page, 'consentMap.setSensitiveAreas', {
    version: 0,
    turnedOn: ['B-GLUTE-L', 'B-GLUTE-R'],
    confirmed: true,
  });
  expect(turned).toMatchObject({ ok: true });
  await openConsents(page, 'noor', 'Noor Abadi');
  await page.getByRole('link', { name: 'Get ready: Consent for a specific or sensitive area: Buttock, left' }).click();
  await expect(page.getByRole('checkbox', { name: 'Buttock, left' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Electronic records and signatures' }).uncheck();
  for (const part of ['Clinical reason', 'What will be done', 'Where hands stay'])
    await page.getByLabel(new RegExp(`^${part} \\(`)).fill(`${part}, in plain words`);
  await page.getByRole('button', { name: 'Hand over the screen' }).click();
  await expect(heading(page, 'One place that needs its own yes: Buttock, left')).toBeVisible();
  await goOn(page);
  await expect(heading(page, 'Buttock, left')).toBeVisible();
  await expect(page.getByRole('radio', { checked: true, name: /^(Out|Ask|In)/ })).toHaveCount(0);
  await expect(shape(page, 'B-GLUTE-L')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(1);
  await scan(page, 'one place');
  await fitsEverywhere(page, 'one place');
  await page.getByRole('radio', { name: 'Out. Leave this place out.' }).check({ force: true });
  await expect(page.getByText('2 of 3')).toBeVisible();
  await goOn(page);
  await expect(heading(page, 'Buttock, left stays out')).toBeVisible();
  await scan(page, 'a place left out');
  await goOn(page);
  await takeBack(page, passphrase);
  await expect(heading(page, 'Read through with Noor Abadi')).toBeVisible();
  await expect(page.getByText('This place was left out')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Finish' })).toHaveCount(0);
  await scan(page, 'a place left out, given back');
});
