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
const later = (page: Page): Promise<void> => page.getByRole('button', { name: 'Later' }).click();

/** Up to Today; `kit` and `backups` do what is to be done on the steps of the Recovery Kit and of the backups, without them that waits for later. */
export const makePractice = async (
  page: Page,
  shot: Shot = noShot,
  kit: (page: Page) => Promise<void> = later,
  backups: (page: Page) => Promise<void> = later,
): Promise<void> => {
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
  await page.getByRole('heading', { name: 'Your Recovery Kit' }).waitFor();
  await shot('first-run-kit');
  await kit(page);
  await page.getByRole('heading', { name: 'Where backups go' }).waitFor();
  await shot('first-run-backups');
  await backups(page);
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
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

/** The groups of the code on the screen. */
export const shownGroups = (page: Page): Promise<string[]> =>
  page.getByRole('list', { name: 'The eight groups of the code' }).getByRole('listitem').allTextContents();

/** Makes the Kit on its step, saves it where the next save dialog answers, and goes on; gives back the groups. */
export const keepKit = async (page: Page, shot: Shot = noShot): Promise<readonly string[]> => {
  await page.getByRole('button', { name: 'Make the Recovery Kit' }).click();
  await page.getByRole('list', { name: 'The eight groups of the code' }).waitFor();
  await shot('first-run-kit-made');
  const groups = await shownGroups(page);
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await page.getByText('Saved as').first().waitFor();
  await page.getByRole('checkbox', { name: 'I have printed it or written it down' }).check();
  await page.getByRole('button', { name: 'Go on' }).click();
  return groups;
};

export const chooseKit = (page: Page): Promise<void> => page.getByRole('button', { name: 'Use the Recovery Kit' }).click();

export const recover = async (page: Page, code: string, words: string): Promise<void> => {
  await page.getByLabel('Code of the Recovery Kit').fill(code);
  await page.getByLabel('New passphrase', { exact: true }).fill(words);
  await page.getByLabel('The same passphrase once more').fill(words);
  await page.getByRole('button', { name: 'Open the practice' }).click();
};
