import type { Page } from 'playwright-core';

/** The screens before the practice is open: first run and unlock. */

export const passphrase = 'quiet river under stones';

export const practice = {
  name: 'Alder Room',
  address: '12 Mill Lane, Guelph, Ontario N1H 1A1',
  practitioner: 'Hana Lindqvist',
  credential: 'registered massage therapist',
  licence: 'registration number 12345',
} as const;

export type Shot = (name: string) => Promise<void>;
const noShot: Shot = async () => undefined;

export const makePractice = async (page: Page, shot: Shot = noShot): Promise<void> => {
  await page.getByRole('heading', { name: 'Welcome to Stillpoint' }).waitFor();
  await shot('first-run-welcome');
  await page.getByRole('button', { name: 'Set up the practice' }).click();
  await page.getByLabel('Name of the practice').fill(practice.name);
  await page.getByLabel('Address').fill(practice.address);
  await choose(page, 'Country', 'Canada');
  await choose(page, 'State or province', 'Ontario');
  await shot('first-run-practice');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Your name').fill(practice.practitioner);
  await page.getByLabel('Credential').fill(practice.credential);
  await page.getByLabel('Licence or registration, in words').fill(practice.licence);
  await shot('first-run-you');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same passphrase once more').fill(passphrase);
  await page.getByRole('checkbox', { name: 'I have written it down and keep it apart' }).check();
  await shot('first-run-passphrase');
  await page.getByRole('button', { name: 'Make the practice' }).click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
};

const choose = async (page: Page, label: string, option: string): Promise<void> => {
  const field = page
    .getByRole('combobox', { name: label })
    .or(page.getByLabel(label, { exact: true }))
    .first();
  if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption({ label: option });
  else {
    await field.click();
    await field.fill(option);
    await page.getByRole('option', { name: option, exact: true }).click();
  }
};

export const unlock = async (page: Page, words: string = passphrase): Promise<void> => {
  await page.getByLabel('Passphrase', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Unlock' }).click();
};
