import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';

/** The list, the form and the record of clients. */

export type Person = { readonly chosenName: string; readonly [label: string]: string };

const labels: Readonly<Record<string, string>> = {
  chosenName: 'Chosen name',
  legalName: 'Legal name, if different',
  pronouns: 'Pronouns',
  birthDate: 'Birth date',
  phone: 'Phone',
  email: 'E-mail',
  contactWishes: 'How they like to be contacted',
  stopWord: 'Stop word',
  stopGesture: 'Hand signal for stop',
};

export const openRoom = (page: Page, room: 'Today' | 'Clients' | 'Settings'): Promise<void> =>
  page.getByRole('navigation', { name: 'Main' }).getByText(room, { exact: true }).click();

export const fillClient = async (page: Page, person: Person): Promise<void> => {
  for (const [field, value] of Object.entries(person)) await page.getByLabel(labels[field] ?? field, { exact: true }).fill(value);
};

export const addClient = async (page: Page, person: Person): Promise<void> => {
  await openRoom(page, 'Clients');
  await page
    .getByRole('link', { name: 'Add a client' })
    .or(page.getByRole('button', { name: 'Add a client' }))
    .first()
    .click();
  await fillClient(page, person);
  await page.getByRole('button', { name: 'Save client' }).click();
  await expect(page.getByRole('heading', { level: 1, name: person.chosenName })).toBeVisible();
};

export const findClient = async (page: Page, typed: string): Promise<void> => {
  await openRoom(page, 'Clients');
  await page.getByLabel('Find a client').fill(typed);
};
