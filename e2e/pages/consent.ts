import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { Handover } from '../../shared/handover.ts';
import { filledIn } from '../assure/trial-records.ts';
import { findClient } from './clients.ts';
import { passphrase } from './door.ts';
import { answerAll, asked, drawLine, heading, markPlace, onLastPage, takeBack } from './handover.ts';

/** A client's forms from getting them ready to the signed paper, as the practitioner does it. */

export const openConsentTab = (page: Page): Promise<void> =>
  page
    .getByRole('navigation', { name: /^Parts of the record/ })
    .getByRole('link', { name: 'Consent' })
    .click();

export const openConsents = async (page: Page, typed: string, name: string): Promise<void> => {
  await findClient(page, typed);
  await page.getByRole('link', { name, exact: true }).click();
  await openConsentTab(page);
  await expect(page.getByRole('heading', { name: 'Forms and consents' })).toBeVisible();
};

/** The line of one form on the consent page. */
export const formLine = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(title, { exact: true }) });

/** To the page where one form is made ready, and no other with it. */
export const getReady = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('link', { name: new RegExp(`^(Get ready|Sign again): ${title}$`) }).click();
  await expect(page.getByRole('button', { name: 'Hand over the screen' })).toBeVisible();
  const screen = page.getByRole('checkbox', { name: 'Electronic records and signatures' });
  if ((await screen.count()) > 0 && (await screen.isChecked())) await screen.uncheck();
};

export const handOverTo = async (page: Page, opening: string): Promise<void> => {
  await page.getByRole('button', { name: 'Hand over the screen' }).click();
  await expect(heading(page, opening)).toBeVisible();
};

export const agreeOnStop = async (page: Page, word: string, gesture: string): Promise<void> => {
  await page.getByLabel('Stop word').fill(word);
  await page.getByLabel('Hand signal').fill(gesture);
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByLabel('Stop word')).toHaveCount(0);
};

export const purpose = 'Driving on the motorway again without my shoulders climbing';

/** Answers what this page asks, the way a client would who says yes to little. */
export const answerPage = async (page: Page, words = purpose): Promise<void> => {
  const field = page.getByRole('textbox', { name: 'Your words' });
  if ((await field.count()) > 0) await field.first().fill(words);
  if ((await page.getByLabel('Find a place').count()) > 0) {
    await markPlace(page, 'Top of the shoulder, left', 'In');
    await markPlace(page, 'Palm and fingers, right', 'In');
    await markPlace(page, 'Back of the neck', 'Ask me each time');
    return;
  }
  const light = page.getByRole('radio', { name: /^(Light: the skin|I keep my clothes on)/ });
  if ((await light.count()) > 0) await light.first().check({ force: true });
  else if ((await page.getByRole('radio').count()) > 0) await page.getByRole('radio').last().check({ force: true });
  for (const initials of await page.getByLabel(/^Your initials for/).all()) await initials.fill('MR');
  for (const agree of await page.getByRole('button', { name: 'I agree', exact: true }).all())
    if ((await agree.getAttribute('aria-pressed')) !== 'true') await agree.click();
};

/** Reads and answers one form, draws the name and goes on. */
export const fillAndSign = async (
  page: Page,
  name: string,
  visit: (title: string) => Promise<void> = async () => undefined,
): Promise<void> => {
  if (!(await onLastPage(page)))
    await answerAll(page, async (title) => {
      await visit(title);
      await answerPage(page);
    });
  await drawLine(page, name);
  await page.getByRole('button', { name: 'Finish' }).click();
};

export const handBack = async (page: Page): Promise<void> => {
  await expect(heading(page, 'Please hand the screen back')).toBeVisible();
  await takeBack(page, passphrase);
  await expect(heading(page, /^Read through with/)).toBeVisible();
};

/** The client's part of the form that is handed over, and the screen back, by calls: where what comes after is the story. */
export const answeredByCalls = async (page: Page, name: string): Promise<void> => {
  const { id: handoverId, fillings }: Handover = await asked(page, 'handover.current', {});
  const [filling] = fillings;
  if (!filling) throw new Error('nothing was handed over');
  const { id: fillingId, revision, form } = filling;
  await asked(page, 'handover.answer', { ...filledIn(form, { text: purpose, typedName: name }), handoverId, fillingId, revision });
  await asked(page, 'handover.end', { handoverId, passphrase });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
};

/** Ticks each part of the form that is open. */
export const readThrough = async (page: Page): Promise<void> => {
  await expect(page.getByRole('checkbox', { name: /^Read through: / }).first()).toBeVisible();
  for (const tick of await page.getByRole('checkbox', { name: /^Read through: / }).all()) await tick.check();
};

export const typeName = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('group', { name }).getByText('Type', { exact: true }).click();
  await page.getByLabel(new RegExp(`^Full name of ${name}`)).fill(name);
};

export const finish = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByText('Thank you. It is signed and kept.')).toBeVisible();
};

export const consentOpening = 'Saying yes to bodywork';

/** The practitioner's way for the consent to bodywork, from the consent page to the thanks. */
export const signConsent = async (page: Page, name: string): Promise<void> => {
  await getReady(page, 'Consent to bodywork');
  await handOverTo(page, consentOpening);
  await answeredByCalls(page, name);
  await readThrough(page);
  await typeName(page, 'Hana Lindqvist');
  await finish(page);
};
