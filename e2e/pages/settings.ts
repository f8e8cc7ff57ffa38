import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { openRoom } from './clients.ts';

/** The settings and their sections. */

export type Section =
  | 'Practice'
  | 'Services'
  | 'Rooms'
  | 'Practitioners and hours'
  | 'Forms'
  | 'Words for your forms'
  | 'Notes'
  | 'Sensitive areas'
  | 'Crisis numbers'
  | 'Passphrase'
  | 'Locking'
  | 'Backups'
  | 'Security'
  | 'Audit trail'
  | 'Appearance'
  | 'About';

export const openSection = async (page: Page, section: Section): Promise<void> => {
  await openRoom(page, 'Settings');
  await page.getByRole('navigation', { name: 'Sections of the settings' }).getByRole('link', { name: section, exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: section, exact: true })).toBeVisible();
};

/** Names of the protections that do not hold, as they stand in the card at the top; waits until they were measured. */
export const failingProtections = async (page: Page): Promise<readonly string[]> => {
  await expect(page.getByRole('button', { name: 'Measure again' })).toBeEnabled();
  await expect(page.getByText(/\d+ of \d+ hold\./)).toBeVisible();
  const names = await page.getByRole('region', { name: 'Does not hold now' }).locator('.probe-name').allTextContents();
  return names.map((name) => name.replace(', does not hold: ', ''));
};

export const protection = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.locator('.probe-name', { hasText: name }) });

export const measureAgain = (page: Page): Promise<void> => page.getByRole('button', { name: 'Measure again' }).click();

/** The entries of the trail on the screen, as `who · what · client`. */
export const trailLines = async (page: Page): Promise<readonly string[]> => {
  const rows = page.getByRole('table').locator('tbody tr:not(.trail-day)');
  return (await rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.querySelectorAll('td')]
        .slice(1, -1)
        .map((cell) => cell.textContent?.trim() ?? '')
        .join(' · '),
    ),
  )) as string[];
};

/** Chooses in a field of choices. */
export const chooseIn = async (page: Page, field: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
