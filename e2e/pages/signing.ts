import type { Locator, Page } from 'playwright-core';

/** The consent form on the screen, from its first page to the thank-you. */

export const openConsentTab = (page: Page): Promise<void> =>
  page
    .getByRole('navigation', { name: /^Parts of the record/ })
    .getByRole('link', { name: 'Consent' })
    .click();

/** Up to the form's first page; `before` fills what the form still needs. */
export const beginSigning = async (page: Page, before: () => Promise<void> = async () => undefined): Promise<void> => {
  await openConsentTab(page);
  await page.getByRole('link', { name: 'Sign consent' }).click();
  await page.getByRole('heading', { level: 1, name: /^Before / }).waitFor();
  await before();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { level: 1, name: 'Saying yes to bodywork' }).waitFor();
};

export const agreeOnStop = async (page: Page, word: string, gesture: string): Promise<void> => {
  await page.getByLabel('Stop word').fill(word);
  await page.getByLabel('Hand signal').fill(gesture);
  await page.getByRole('button', { name: 'Save and go on' }).click();
};

export const purpose = 'Driving on the motorway again without my shoulders climbing';

/** Answers what this page asks, the way a client would who says yes to little. */
export const answerPage = async (page: Page): Promise<void> => {
  const words = page.getByRole('textbox', { name: /Purpose today|Your words/ });
  if (await words.count()) await words.first().fill(purpose);
  if (await page.getByLabel('Find a place').count()) {
    await markArea(page, 'Top of the shoulder, left', 'In');
    await markArea(page, 'Palm and fingers, right', 'In');
    await markArea(page, 'Back of the neck', 'Ask me each time');
    return;
  }
  const options = page.getByRole('radio', { name: /^(Light: the skin|I keep my clothes on)/ });
  if (await options.count()) await options.first().check({ force: true });
  for (const initials of await page.getByLabel(/^Your initials for/).all()) await initials.fill('MR');
  for (const agree of await page.getByRole('button', { name: 'I agree', exact: true }).all())
    if ((await agree.getAttribute('aria-pressed')) !== 'true') await agree.click();
};

export const markArea = async (page: Page, label: string, state: 'In' | 'Ask me each time' | 'Out'): Promise<void> => {
  await areaGroup(page, label).getByText(state, { exact: true }).click();
};

const areaGroup = (page: Page, label: string): Locator => page.getByRole('radiogroup', { name: new RegExp(`^${label}`) });

export const onReview = async (page: Page): Promise<boolean> => (await page.getByRole('button', { name: 'Finish' }).count()) > 0;

/** Goes through every page to the one with the signatures; `visit` sees each page first. */
export const answerAll = async (page: Page, visit: (title: string) => Promise<void> = async () => undefined): Promise<void> => {
  while (!(await onReview(page))) {
    const title = (await page.getByRole('heading', { level: 1 }).first().textContent()) ?? '';
    await visit(title);
    await answerPage(page);
    await page.getByRole('button', { name: /^(Continue|Begin)$/ }).click();
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, title);
  }
};

export const signature = (page: Page, name: string): Locator => page.getByRole('group', { name: new RegExp(name) });

/** Draws a line of loops in somebody's field. */
export const draw = async (page: Page, name: string): Promise<void> => {
  const field = signature(page, name).locator('canvas');
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  if (!box) throw new Error(`${name} has no field to sign in`);
  await page.mouse.move(box.x + box.width * 0.15, box.y + box.height * 0.6);
  await page.mouse.down();
  for (let step = 1; step <= 24; step += 1)
    await page.mouse.move(box.x + box.width * (0.15 + step * 0.026), box.y + box.height * (0.55 + 0.25 * Math.sin(step * 1.1)));
  await page.mouse.up();
};

export const typeName = async (page: Page, name: string, typed: string): Promise<void> => {
  await signature(page, name).getByText('Type', { exact: true }).click();
  await page.getByLabel(new RegExp(`^Full name of ${name}`)).fill(typed);
};

export const finish = (page: Page): Promise<void> => page.getByRole('button', { name: 'Finish' }).click();
