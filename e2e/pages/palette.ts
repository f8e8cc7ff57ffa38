import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';

/** By its key; what is typed before it has the focus goes to the page behind it. */
export const openPalette = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Find a client, an action or a page' })).toBeFocused();
};
