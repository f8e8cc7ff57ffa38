import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { findClient } from './pages/clients.ts';
import { heading } from './pages/handover.ts';
import { ask, demo } from './pages/map.ts';

/** Two records of one person become one, and a record that never was of anyone is marked so. */

type Kept = { readonly id: string; readonly version: number };

const goTo = (page: Page, place: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, `#${place}`);

const more = async (page: Page, what: string): Promise<void> => {
  await page.getByRole('button', { name: 'More about this record' }).press('Enter');
  await page.getByRole('menuitem', { name: what }).press('Enter');
};

const second = {
  ...{ chosenName: 'Maya Rosario', legalName: '', pronouns: 'she/her', birthDate: '1992-03-14', phone: '416 555 0199' },
  ...{ email: 'maya@example.org', contactWishes: '', stopWord: '', stopGesture: '' },
};

/** Maya once more, with another phone and a task that was done. */
const writtenDownTwice = async (page: Page): Promise<Kept> => {
  const client = await ask<Kept>(page, 'clients.create', second);
  const task = { title: 'Send the parking map', note: '', dueOn: null, clientId: client.id, audience: 'clinical' };
  const { id, version } = await ask<Kept>(page, 'tasks.create', task);
  await ask(page, 'tasks.done', { id, version, done: true });
  return client;
};

/** A paper that lies with her second record. */
const filedWith = async (page: Page, clientId: string): Promise<string> => {
  const bytes = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 40 } });
  const { uploadId } = await ask<{ readonly uploadId: string }>(page, 'uploads.begin', { name: 'referral.png', bytes: bytes.length });
  await ask(page, 'uploads.append', { uploadId, index: 0, chunk: bytes.toString('base64') });
  await ask(page, 'uploads.finish', { uploadId, sha256: createHash('sha256').update(bytes).digest('hex') });
  return (await ask<Kept>(page, 'documents.file', { uploadId, clientId, title: 'Referral' })).id;
};

test('two records of one person become one, and one that was nobody is marked, by keyboard', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const other = await writtenDownTwice(page);
  const paper = await filedWith(page, other.id);
  const goOn = page.getByRole('main').getByRole('button', { name: 'Make them one' });

  await test.step('who is alike is shown while a record is changed; words that are not saved yet are waited for', async () => {
    await goTo(page, `/clients/${other.id}/edit`);
    await page.getByLabel('Phone', { exact: true }).fill('416 555 0142');
    await page.getByText(/^Kept .*, not saved yet$/).waitFor();
    const like = page.getByRole('status').filter({ hasText: 'Somebody in the practice is like this' });
    await like.getByRole('link', { name: 'Look at both: Maya Rosario' }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('has words that are typed and not saved yet');
    await expect(goOn).toBeDisabled();
    await page.getByRole('link', { name: 'Keep the other one instead' }).press('Enter');
    await expect(page).toHaveURL(new RegExp(`/clients/${id}/merge/${other.id}$`));
    await goTo(page, `/clients/${other.id}/edit`);
    await page.getByRole('button', { name: 'Put back what is saved' }).press('Enter');
  });

  await test.step('both are chosen in the list', async () => {
    await goTo(page, '/clients');
    await page.getByRole('button', { name: 'Two records of one person' }).press('Enter');
    const two = page.getByRole('region', { name: 'Two records of one person' });
    const boxes = page.getByRole('checkbox', { name: 'Maya Rosario' });
    await expect(page.getByRole('checkbox').first()).toBeFocused();
    await boxes.first().press('Space');
    await expect(two).toContainText('Chosen: Maya Rosario. Choose the other one.');
    await boxes.last().press('Space');
    await expect(page.getByRole('checkbox', { name: 'Noor Abadi' })).toBeDisabled();
    await scan(page, 'two chosen in the list');
    await fitsEverywhere(page, 'two chosen in the list');
    await two.getByRole('link', { name: 'Look at both' }).press('Enter');
    await expect(page).toHaveURL(/\/clients\/[^/]+\/merge\/[^/]+$/);
    await expect(goOn).toBeEnabled();
  });

  await test.step('the other record is found from the page of the one', async () => {
    await goTo(page, `/clients/${id}`);
    await more(page, 'Make one with another record');
    await expect(heading(page, 'Which record is also of Maya Rosario?')).toBeVisible();
    const alike = page.getByRole('region', { name: 'Alike' });
    await expect(alike).toContainText('same name and birth date');
    await scan(page, 'which record is of the same person');
    await alike.getByRole('link', { name: 'Look at both: Maya Rosario' }).press('Enter');
    await expect(goOn).toBeEnabled();
  });

  const asks = page.getByRole('dialog', { name: 'Make them one: Maya Rosario?' });
  await test.step('what differs is chosen, what goes over is said, and a change meanwhile is looked at first', async () => {
    await expect(page.getByRole('region', { name: 'What goes over' })).toContainText('1 task');
    await expect(page.getByRole('region', { name: 'Taken without asking' })).toContainText('maya@example.org');
    await goOn.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Phone: Choose one of the two');
    await page
      .getByRole('radiogroup', { name: 'Phone' })
      .getByRole('radio', { name: /416 555 0199/ })
      .press('Space');
    await page.getByLabel('Why they are one person').fill('She said so: two forms on one day');
    await scan(page, 'two records beside each other');
    await fitsEverywhere(page, 'two records beside each other');
    await ask(page, 'clients.update', { id: other.id, version: other.version, details: { ...second, language: 'French' } });
    await goOn.press('Enter');
    await asks.getByRole('button', { name: 'Make them one' }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('Something changed meanwhile');
    await expect(page.getByRole('region', { name: 'Taken without asking' })).toContainText('French');
    await expect(asks).toHaveCount(0);
  });

  await test.step('one record is left: it has all, and the old address leads to it', async () => {
    await goOn.press('Enter');
    await asks.getByRole('button', { name: 'Make them one' }).press('Enter');
    await expect(heading(page, 'Maya Rosario')).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/clients/${id}$`));
    await expect(page.locator('.overview')).toContainText('416 555 0199');
    await expect(page.getByRole('region', { name: 'What happened' })).toContainText('Send the parking map');
    await goTo(page, `/clients/${other.id}/files`);
    await expect(page).toHaveURL(new RegExp(`/clients/${id}/files$`));
    await expect(page.getByText('Two records were made one. This is Maya Rosario.')).toBeVisible();
    await goTo(page, `/clients/${other.id}/files/${paper}`);
    await expect(heading(page, 'Referral')).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/clients/${id}/files/${paper}$`));
    await goTo(page, `/clients/${other.id}/edit`);
    await expect(page).toHaveURL(new RegExp(`/clients/${id}/edit$`));
    await findClient(page, 'maya');
    await expect(page.getByRole('link', { name: 'Maya Rosario', exact: true })).toHaveCount(1);
  });

  await test.step('a record that never was of anyone leaves the list, says so, and comes back', async () => {
    const wrong = await ask<Kept>(page, 'clients.create', { ...second, chosenName: 'Wilma Wrong' });
    await goTo(page, `/clients/${wrong.id}`);
    await more(page, 'Entered in error');
    const marking = page.getByRole('dialog', { name: 'Mark Wilma Wrong as entered in error?' });
    await marking.getByRole('button', { name: 'Mark as entered in error' }).press('Enter');
    await expect(marking).toContainText('Write the reason');
    await marking.getByLabel('Reason').fill('A name from another practice');
    await marking.getByLabel('Reason').press('Enter');
    await expect(page.getByText('Reason: A name from another practice')).toBeVisible();
    await scan(page, 'a record that was entered in error');
    await fitsEverywhere(page, 'a record that was entered in error');
    await findClient(page, 'wilma');
    await expect(page.getByRole('link', { name: 'Wilma Wrong', exact: true })).toHaveCount(0);
    await page.getByRole('radiogroup', { name: 'Which clients' }).getByText('Entered in error').click();
    await page.getByRole('link', { name: 'Wilma Wrong', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Take the mark back' }).press('Enter');
    await page.getByLabel('Reason').fill('She is real');
    await page.getByRole('button', { name: 'Take it back' }).press('Enter');
    await expect(page.getByText('Wilma Wrong is a client as before')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Archive', exact: true })).toBeVisible();
  });
});
