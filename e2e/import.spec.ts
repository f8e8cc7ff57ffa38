import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { findClient, openRoom } from './pages/clients.ts';
import { demo } from './pages/map.ts';
import { drop } from './pages/papers.ts';

/** A list of clients from another program, to a file, and out again. */

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-lists-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As Windows writes it, with semicolons. */
const list = (): Buffer => {
  const many = Array.from({ length: 60 }, (_, index) => `Person;Number ${index};0${1 + (index % 9)}/02/1980;p${index}@example.com;`);
  const head = 'First Name;Last Name;Date of Birth;E-mail;Likes';
  const rows = ['Maya;Rosario;;;tea', 'José;Peña;03/04/1991;jose@example.com;"quiet; dark"', 'Sam;Ng;31/02/1990;sam@example.com;', ...many];
  return Buffer.from([head, ...rows, ''].join('\r\n'), 'latin1');
};

test('a list is looked through, taken over, saved as a file and taken out again', async ({ startApp }) => {
  const { app, page } = await demo(startApp, 'maya');
  await openRoom(page, 'Clients');
  await page.getByRole('link', { name: 'Import and export' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Lists of clients' })).toBeFocused();

  const columns = page.getByRole('table', { name: 'What each column is' });
  const rows = page.getByRole('table', { name: 'What becomes of each row' });
  await test.step('what it is, is told and asked', async () => {
    await drop(page, 'List of clients', [{ name: 'photo.csv', bytes: Buffer.from('%PDF-1.7') }]);
    await expect(page.getByText('This is not a list saved as CSV.')).toBeVisible();
    await drop(page, 'List of clients', [{ name: 'nameless.csv', bytes: Buffer.from('Noor,Haddad,519 555 0142\n') }]);
    await expect(page.getByText('The columns have no names. Say of each what it is.')).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'The first row' })).toHaveValue('Somebody already');
    await columns.getByLabel('What becomes of column Column 1').selectOption('First name');
    await expect(rows.getByRole('row', { name: /Noor/ })).toContainText('New');
    await drop(page, 'List of clients', [{ name: 'clients.csv', bytes: list() }]);
    await expect(page.getByText('63 rows, written in Windows-1252.')).toBeVisible();
    await expect(columns.getByLabel('What becomes of column Date of Birth')).toHaveValue('birthDate');
    await expect(rows.getByRole('row', { name: /José Peña/ })).toContainText('This could be two days.');
    await columns.getByLabel('What becomes of column Likes').selectOption('How they like to be contacted');
    await page.getByLabel('03/04/1991, the day first').press('Space');
    await expect(rows.getByRole('row', { name: /José Peña/ })).toContainText('born April 3, 1991');
    await expect(rows.getByRole('row', { name: /Sam Ng/ })).toContainText('Birth date, “31/02/1990”: This is not a day in the calendar');
    await expect(rows.getByRole('row', { name: /Maya Rosario/ })).toContainText('who is here: same name');
    await scan(page, 'a list to take over');
    await fitsEverywhere(page, 'a list to take over');
  });

  await test.step('it is taken over whole, or not at all', async () => {
    await page.getByRole('button', { name: 'Next', exact: true }).press('Enter');
    await expect(page.getByText('51 to 63 of 63')).toBeVisible();
    await page.getByText('Here already? (1)').click();
    await expect(rows.getByRole('row')).toHaveCount(2);
    await page.getByRole('button', { name: 'Take over', exact: true }).press('Enter');
    await expect(page.getByText('Say that these rows are left out')).toBeVisible();
    await page.getByLabel('Leave out the row that cannot be taken').press('Space');
    await expect(page.getByText('61 clients will be taken over.')).toBeVisible();
    await expect(page.getByText('One who may be here already is left out.')).toBeVisible();
    await page.getByRole('button', { name: 'Take over', exact: true }).press('Enter');
    await expect(page.getByText('61 clients came with clients.csv.')).toBeVisible();
    await scan(page, 'lists of clients');
    await fitsEverywhere(page, 'lists of clients');
  });

  await test.step('everyone is in the file that is saved', async () => {
    await app.answerSaveDialog(join(folder, 'all.csv'));
    await page.getByRole('button', { name: 'Choose where to save' }).press('Enter');
    await expect(page.getByText(/clients are in all\.csv\./)).toBeVisible();
    expect(basename((await app.suggestedNames()).at(-1) ?? '')).toMatch(/^Clients 2026-\d\d-\d\d\.csv$/);
    expect(readFileSync(join(folder, 'all.csv'), 'utf8')).toContain('"José Peña","","","1991-04-03","","jose@example.com","quiet; dark"');
  });

  await test.step('it is taken out again, but not once somebody in it has anything', async () => {
    await page.getByRole('button', { name: 'Take it out again' }).press('Enter');
    const asked = page.getByRole('dialog', { name: 'Take clients.csv out again?' });
    await asked.getByRole('button', { name: 'Take it out again' }).press('Enter');
    await expect(page.getByText('61 clients were taken out again.')).toBeVisible();
    await findClient(page, 'José');
    await expect(page.getByRole('heading', { name: 'No client found for “José”' })).toBeVisible();
  });
});
