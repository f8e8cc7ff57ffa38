import type { Page } from 'playwright-core';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { answerPage } from './pages/consent.ts';
import { goOn, handOver } from './pages/handover.ts';

/** The body chart and its list, where a client marks them: the same places, always in step, with keyboard, finger and mouse. */

const place = (page: Page, name: string | RegExp) => page.getByRole('option', { name });
const row = (page: Page, code: string) => page.locator(`li[data-code="${code}"]`);
const focused = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

const fetched = (page: Page): Promise<string> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .join(' '),
  );

/** Goes on, answering little, to the page with the chart. */
const toChart = async (page: Page): Promise<void> => {
  await handOver(page, 'noor', [{ formId: 'informed-consent' }], 'Saying yes to bodywork');
  expect(await fetched(page)).not.toContain('chart-drawing');
  while (!(await page.locator('.areas').count())) {
    const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await answerPage(page);
    await goOn(page);
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, title);
  }
  await expect(place(page, /^Jaw, left/)).toBeVisible();
  expect(await fetched(page)).toContain('chart-drawing');
};

const inside = (page: Page, box: string, part: string): Promise<boolean> =>
  page.evaluate(
    ([outer, inner]) => {
      const [around, within] = [outer, inner].map((selector) => document.querySelector(selector ?? '')?.getBoundingClientRect());
      if (!around || !within) return false;
      return within.left >= around.left && within.right <= around.right && within.top >= around.top && within.bottom <= around.bottom;
    },
    [box, part],
  );

test('places are marked with the keyboard alone: the figure is one tab stop, arrows follow the body', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = (await startApp({ demo: true })).page();
  await toChart(page);
  await page.getByRole('button', { name: 'Larger' }).focus();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Scalp, front and top. Not marked.');

  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  expect(await focused(page)).toBe('Side of the neck, left. Front. Not marked.');
  await page.keyboard.press('ArrowLeft');
  expect(await focused(page)).toBe('Front of the neck / throat. Not offered.');
  await page.keyboard.press('Enter');
  await expect(row(page, 'F-NECK-L')).toHaveAttribute('data-selected');
  await expect(row(page, 'F-THROAT')).not.toHaveAttribute('data-selected');

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('data-code'))).toBe('F-NECK-L');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(place(page, 'Side of the neck, left. Front. Ask me each time.')).toHaveAttribute('aria-selected', 'true');
  await expect(row(page, 'F-NECK-L').getByRole('button')).toContainText('Ask me each time');

  await place(page, /^Side of the neck, left/).focus();
  await page.keyboard.press('End');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('+');
  await expect(page.getByText('300 %')).toBeVisible();
  await expect.poll(() => inside(page, '.chart-stage', '.chart-place:focus')).toBe(true);
  await page.keyboard.press('Home');
  await expect.poll(() => inside(page, '.chart-stage', '.chart-place:focus')).toBe(true);
  await page.keyboard.press('0');
  await expect(page.getByText('100 %')).toBeVisible();
});

test('chart and list are in step, and skin without a name is no place', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = (await startApp({ demo: true })).page();
  await toChart(page);
  await expect(place(page, /Breast|Buttock|Lower abdomen/)).toHaveCount(0);
  await expect(page.getByRole('option')).toHaveCount(await page.locator('li.area-row').count());

  await place(page, /^Calf, left/).click();
  await expect(row(page, 'B-CALF-L')).toHaveAttribute('data-selected');
  await expect.poll(() => inside(page, '.area-list-rows', 'li[data-selected]')).toBe(true);
  await row(page, 'B-CALF-L').getByText('In', { exact: true }).click();
  await expect(place(page, 'Calf, left. Back. In.')).toHaveAttribute('aria-selected', 'true');

  const search = page.getByLabel('Find a place');
  await search.fill('RIGHT  pálm fing');
  await expect(page.locator('li.area-row')).toHaveCount(1);
  await search.press('ArrowDown');
  await expect(place(page, /^Palm and fingers, right/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('k');
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('RIGHT  pálm fingk');
  await expect(page.getByText('No place found for “RIGHT pálm fingk”')).toBeVisible();

  await place(page, /^Face and forehead/).click();
  await expect(search).toHaveValue('');
  await expect(row(page, 'F-FACE')).toHaveAttribute('data-selected');
});

test('in a narrow window one figure, then the list: what is chosen stays chosen', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = (await startApp({ demo: true })).page();
  await toChart(page);
  await scan(page, 'chart beside the list');
  await page.setViewportSize({ width: 500, height: 900 });
  await expect(place(page, /^Knee, left/)).toBeVisible();
  await expect(place(page, /^Calf, left/)).toHaveCount(0);
  await expect(place(page, /^Sole of the foot/)).toHaveCount(2);
  await place(page, /^Knee, left/).click();
  await page.locator('.chosen-area').getByText('In', { exact: true }).click();
  await expect(place(page, 'Knee, left. Front. In.')).toHaveAttribute('aria-selected', 'true');

  await page.getByText('List', { exact: true }).click();
  await expect(row(page, 'F-KNEE-L')).toBeInViewport();
  await scan(page, 'list of places alone');
  await row(page, 'B-CALF-L').getByRole('button').click();
  await page.getByText('Chart', { exact: true }).click();
  await expect(place(page, /^Calf, left/)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('radio', { name: 'Back' })).toBeChecked();
  // Nobody asked for a figure here: the one with the chosen place is shown, also when the window becomes narrow only now.
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByRole('radio', { name: 'Both' })).toBeChecked();
  await page.setViewportSize({ width: 500, height: 900 });
  await expect(place(page, /^Calf, left/)).toHaveAttribute('aria-selected', 'true');
  await scan(page, 'chart alone');
  await fitsEverywhere(page, 'chart alone');
});
