import { readdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { App } from '../fixtures/app.ts';
import { openSection } from './settings.ts';

/** Backups: where they go, what lies there, and the way back to one. */

/** Finished copies in the folder, oldest first. */
export const copiesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('Stillpoint ') && !name.endsWith('.partial'))
    .sort();

export const chooseBackupFolder = async (app: App, page: Page, folder: string): Promise<void> => {
  await openSection(page, 'Backups');
  await app.answerFolderDialog(folder);
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByRole('definition').getByText(folder)).toBeVisible();
};

export const backUpNow = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('The backup is made', { exact: false }).first()).toBeVisible();
};

/** The line with this term in the card of Settings. */
export const backupFact = (page: Page, term: string): Locator =>
  page.locator('.backup-fact').filter({ hasText: term }).getByRole('definition');

export const backupLines = (page: Page): Locator => page.getByRole('region', { name: 'Backups in this folder' }).getByRole('listitem');

/** The line on Today. */
export const backupOnToday = (page: Page): Locator => page.getByRole('region', { name: 'Backup' }).getByRole('link');

/** In the list at the door, newest first. */
export const chooseBackup = async (page: Page, which: Locator = page.getByRole('radio').first()): Promise<void> => {
  await which.check();
  await page.getByRole('button', { name: 'Continue' }).click();
};

/** From the list to the confirmation, which it answers. */
export const restoreWith = async (page: Page, words: string): Promise<void> => {
  await page.getByLabel('Passphrase of that day').fill(words);
  await confirmRestore(page);
};

export const confirmRestore = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Restore this backup' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put it in place' }).click();
};

/** The page after a restore says so: the one that asked goes with the vault process that held the key. */
export const isInPlace = async (app: App): Promise<Page> => {
  const page = await app.nextPage();
  await expect(page.getByText(/^The backup of .+ is in place$/)).toBeVisible();
  return page;
};
