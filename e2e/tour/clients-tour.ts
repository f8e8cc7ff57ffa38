import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type App, startApp } from '../fixtures/app.ts';
import { fillClient, findClient, openRoom } from '../pages/clients.ts';
import { openConsentTab } from '../pages/consent.ts';
import { clientId, heading } from '../pages/handover.ts';
import { ask } from '../pages/map.ts';
import { drop } from '../pages/papers.ts';
import { folder, fromAllSides, picture, timed } from './camera.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

/** As another program writes it: Windows-1252, semicolons, somebody who is here, a day that is none. */
const list = (): Buffer => {
  const rows = ['Maya;Rosario;;;', 'José;Peña;03/04/1991;jose@example.com;evening', 'Sam;Ng;31/02/1990;sam@example.com;'];
  const many = Array.from({ length: 60 }, (_, index) => `Person;Number ${index};0${1 + (index % 9)}/02/1980;p${index}@example.com;`);
  return Buffer.from(['First Name;Last Name;Date of Birth;E-mail;Tags', ...rows, ...many, ''].join('\r\n'), 'latin1');
};

const takenOver = async (app: App, page: Page): Promise<void> => {
  await openRoom(page, 'Clients');
  await page.getByRole('link', { name: 'Import and export' }).click();
  await heading(page, 'Lists of clients').waitFor();
  await picture(page, 'lists of clients');
  await drop(page, 'List of clients', [{ name: 'clients.csv', bytes: list() }]);
  await page.getByText('63 rows, written in Windows-1252.').waitFor();
  await fromAllSides(page, 'list looked through');
  await page.getByLabel('03/04/1991, the day first').check();
  await page.getByLabel('Leave out the row that cannot be taken').check();
  await page.getByRole('button', { name: 'Take over', exact: true }).click();
  await page.getByText('61 clients came with clients.csv.').waitFor();
  await fromAllSides(page, 'list taken over');
  const file = join(folder, 'clients.csv');
  await app.answerSaveDialog(file);
  await press(page, 'Choose where to save');
  await page.getByText(/clients are in clients\.csv\./).waitFor();
  if (!readFileSync(file, 'utf8').includes('José Peña')) throw new Error('the list that was saved lacks who was taken over');
};

/** Somebody with everything a record can hold, and with what the practice asks itself. */
const inFull = async (page: Page): Promise<void> => {
  const details = { label: 'Referred by', kind: 'choice', options: ['A friend', 'The web'], inUse: true };
  await ask(page, 'customFields.save', { id: null, version: 0, details });
  await openRoom(page, 'Settings');
  await page.getByRole('link', { name: 'Client records' }).click();
  await page.getByRole('heading', { level: 2, name: 'Client records' }).waitFor();
  await picture(page, 'settings client records');
  await openRoom(page, 'Clients');
  await page.getByRole('link', { name: 'Add a client' }).click();
  await fillClient(page, { chosenName: 'José Peña', birthDate: '3 4 1991', 'Discreet wording': 'Say only that Hana called' });
  await page.getByText('Somebody in the practice is like this').waitFor();
  await press(page, 'Add a person to call');
  await page.getByLabel('Their name').fill('Zofia');
  await page.getByLabel('Their phone').fill('416 555 0102');
  await fromAllSides(page, 'new client in full');
  await fillClient(page, { chosenName: 'Zofia Żółć' });
  await press(page, 'Save client');
  await heading(page, 'Zofia Żółć').waitFor();
  await fromAllSides(page, 'client in full');
};

/** Zofia was written down a second time: both are looked at, and become one. */
const madeOne = async (page: Page): Promise<void> => {
  const id = await clientId(page, 'zofia');
  const { birthDate } = await ask<{ readonly birthDate: string }>(page, 'clients.get', { id });
  const further = { legalName: '', pronouns: '', email: 'zofia@example.com', contactWishes: '', stopWord: '', stopGesture: '' };
  const again = { ...further, chosenName: 'Zofia Żółć', birthDate, phone: '416 555 0107', discreetWords: 'Say it is about the roof' };
  await ask(page, 'clients.create', again);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/clients/${id}`);
  await press(page, 'More about this record');
  await page.getByRole('menuitem', { name: 'Make one with another record' }).click();
  await page.getByRole('region', { name: 'Alike' }).waitFor();
  await fromAllSides(page, 'which record is of the same person');
  await page
    .getByRole('link', { name: /^Look at both/ })
    .first()
    .click();
  await page.getByRole('radiogroup', { name: 'Discreet wording' }).getByRole('radio').first().click();
  await page.getByLabel('Why they are one person').fill('She said so: two forms on one day');
  await fromAllSides(page, 'two records beside each other');
  await press(page, 'Make them one');
  await page.getByRole('dialog').getByRole('button', { name: 'Make them one' }).click();
  await heading(page, 'Zofia Żółć').waitFor();
  await page.getByText('416 555 0107').waitFor();
  await picture(page, 'one record of two');
};

/** A form signed by hand is filed from its scan, and stands among the consents. */
const signedByHand = async (page: Page): Promise<void> => {
  await findClient(page, 'maya');
  await page.getByRole('link', { name: 'Maya Rosario', exact: true }).click();
  await page.getByRole('region', { name: 'What happened' }).scrollIntoViewIfNeeded();
  await fromAllSides(page, 'what happened with a client');
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await drop(page, 'The scans and photos', [{ name: 'boundaries.png', bytes: await page.screenshot() }]);
  await page.getByRole('group', { name: /^boundaries\.png/ }).waitFor();
  await fromAllSides(page, 'paper to file');
  await press(page, 'File it');
  await page.getByRole('link', { name: 'Open boundaries' }).click();
  await page.getByRole('img', { name: 'Picture: boundaries' }).waitFor();
  await picture(page, 'paper filed');
  await press(page, 'It is a signed form');
  const dialog = page.getByRole('dialog', { name: 'A form signed on paper' });
  await dialog.getByRole('combobox', { name: 'Which form it is' }).selectOption({ label: 'Boundaries' });
  await dialog.getByLabel('Initials on the paper').fill('MR');
  await dialog.getByLabel('Day of the signature', { exact: true }).fill('2026-11-23');
  await dialog.getByLabel('The client').check();
  await dialog.getByLabel('You, the practitioner').check();
  await dialog.getByLabel('Your name').fill('Hana Lindqvist');
  await fromAllSides(page, 'form signed on paper');
  await dialog.getByRole('button', { name: 'Count it as signed' }).click();
  await page.getByText('Counts as signed: Boundaries').waitFor();
  await findClient(page, 'maya');
  await page.getByRole('link', { name: 'Maya Rosario', exact: true }).click();
  await openConsentTab(page);
  await page.getByText(/^Signed on paper .*, scan on file$/).waitFor();
  await picture(page, 'consents with one signed on paper');
};

/** A list from another program, a record in full, papers and what happened. */
export const tourOfTheClients = async (): Promise<void> => {
  const app = await startApp({ demo: 'new', now: '2026-11-24T15:58:00Z', zone: 'America/Toronto' });
  try {
    const page = app.page();
    await heading(page, 'Today').waitFor({ timeout: 60_000 });
    await timed('take a list of clients over, and save them all', () => takenOver(app, page));
    await timed('write a record down in full', () => inFull(page));
    await timed('make one record of two', () => madeOne(page));
    await timed('file a form signed on paper', () => signedByHand(page));
  } finally {
    await app.stop();
  }
};
