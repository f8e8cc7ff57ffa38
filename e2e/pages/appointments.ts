import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { AppointmentLine } from '../../shared/appointment.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import { heading } from './handover.ts';
import { ask } from './map.ts';

/** Booking an appointment, and the page of one. */

export const told = <N extends CallName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> =>
  ask<OutputOf<N>>(page, name, input);

/** After calls behind its back the page is loaded anew. */
const open = async (page: Page, place: string): Promise<void> => {
  await page.goto(`${page.url().split('#')[0]}#${place}`);
  await page.reload();
};

export const openAppointment = async (page: Page, { id, chosenName }: AppointmentLine): Promise<void> => {
  await open(page, `/appointments/${id}`);
  await expect(heading(page, chosenName)).toBeVisible();
  await expect(page.getByRole('group', { name: 'What to do' })).toBeVisible();
};

export const openBooking = async (page: Page, search: Readonly<Record<string, string>> = {}): Promise<void> => {
  await open(page, `/appointments/new?${new URLSearchParams(search).toString()}`);
  await expect(heading(page, 'New appointment')).toBeVisible();
  await expect(page.getByLabel('Length in minutes')).toBeVisible();
};

export const dialog = (page: Page): Locator => page.getByRole('dialog');
/** Said in the moment it is done. */
export const notice = (page: Page, text: string | RegExp): Locator => page.getByRole('status').filter({ hasText: text });

/** Chooses from a list that opens. */
export const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

/** Those of a client as the vault has them, `2026-12-01 10:00` each. */
export const ahead = async (page: Page, { clientId }: Pick<AppointmentLine, 'clientId'>): Promise<readonly AppointmentLine[]> =>
  (await told(page, 'appointments.ofClient', { clientId })).ahead;

export const shortly = (lines: readonly AppointmentLine[]): readonly string[] => lines.map(({ day, time }) => `${day} ${time}`);
