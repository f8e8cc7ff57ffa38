import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { InputOf } from '../../shared/calls.ts';
import { details } from '../assure/trial-records.ts';
import { callFrom } from '../fixtures/stillpoint.ts';
import { ask } from './map.ts';

/** The wait list and reminders: who is in them, made through calls, and where they are. */

/** Somebody new in the practice. */
export const addClient = async (page: Page, more: Partial<InputOf<'clients.create'>>): Promise<string> =>
  (await ask<{ readonly id: string }>(page, 'clients.create', { ...details, ...more })).id;

export const addWaiting = async (
  page: Page,
  clientId: string,
  wish: Partial<InputOf<'waitlist.add'>['details']> & { readonly serviceId: string },
): Promise<void> => {
  const any = { practitionerId: null, weekdays: [], earliest: null, latest: null, firstDay: null, lastDay: null };
  await callFrom(page, 'waitlist.add', { clientId, details: { ...any, shortNotice: false, note: '', ...wish } });
};

/** After calls behind its back the page is loaded anew, at this address. */
export const openAt = async (page: Page, address: string, title: string): Promise<void> => {
  await page.reload();
  await page.getByRole('link', { name: 'Settings', exact: true }).waitFor();
  await page.evaluate((to) => {
    location.hash = to;
  }, address);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
};

/** What is on the clipboard, pasted into the field that finds things. */
export const pasted = async (page: Page): Promise<string> => {
  await page.keyboard.press('ControlOrMeta+K');
  const field = page.getByPlaceholder('Find a client, an action or a page');
  await field.press('ControlOrMeta+V');
  const text = await field.inputValue();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  return text;
};

export const waitingLine = (page: Page, name: string): Locator =>
  page
    .getByRole('region', { name: 'Who waits' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name, exact: true }) });
