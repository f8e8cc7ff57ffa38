import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient, openRoom } from './pages/clients.ts';
import { makePractice, passphrase, unlock } from './pages/door.ts';
import { isThere, looksRight } from './pages/stick.ts';

/** What is not as it was left is named, and of a damaged practice what can be read is read and saved. */

const pageBytes = 4096;

test('what was changed is named, and a damaged practice gives back what can be read', async ({ startApp }) => {
  test.setTimeout(180_000);
  const app = await startApp();
  const database = join(app.data, 'practice.db');

  await test.step('a file that is not ours is named, with what to do', async () => {
    const page = app.page();
    await makePractice(page);
    await addClient(page, { chosenName: 'Maya Rosario' });
    await app.pressLock();
    const locked = await app.nextPage();
    await expect(locked.getByRole('button', { name: 'Unlock' })).toBeVisible();
    copyFileSync(database, join(app.data, 'practice (conflicted copy).db'));
    await unlock(locked, passphrase);
    const notice = locked.getByRole('alert');
    await expect(notice).toContainText('Files that are not Stillpoint’s lie beside the practice');
    await notice.getByRole('link', { name: 'See what was found' }).press('Enter');
    await expect(locked.getByRole('heading', { level: 1, name: 'What was found when the practice opened' })).toBeFocused();
    await expect(locked.getByText('practice (conflicted copy).db')).toBeVisible();
    await expect(locked.getByText('No folder for backups is chosen')).toBeVisible();
    await looksRight(locked, 'evidence');
    await openRoom(locked, 'Today');
  });

  await test.step('another program replaces the file while it is open: all that was saved is put back', async () => {
    const page = app.page();
    copyFileSync(database, join(app.data, 'arriving'));
    renameSync(join(app.data, 'arriving'), database);
    const notice = page
      .getByRole('alert')
      .filter({ hasText: 'Another program replaced the practice’s files. What was saved was put back' });
    await expect(notice).toContainText('Nothing that was saved is missing because of it');
    await looksRight(page, 'today, files replaced');
    await addClient(page, { chosenName: 'Wren Castellano' });
    await openRoom(page, 'Today');
    await app.pressLock();
  });

  await test.step('a damaged database is offered to be read, and opens to read only', async () => {
    const page = await app.nextPage();
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
    const bytes = readFileSync(database);
    bytes.fill(0, 0, pageBytes);
    writeFileSync(database, bytes);
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.getByRole('button', { name: 'Unlock' }).click();
    const locked = await app.nextPage();
    await expect(locked.getByRole('alert')).toContainText('The database of the practice is damaged');
    await locked.getByRole('button', { name: 'Save what can be read' }).click();
    await scan(locked, 'save what can be read');
    await locked.getByLabel('Passphrase of the practice').fill(passphrase);
    await locked.getByRole('button', { name: 'Open to read only' }).click();
    await expect(locked.getByText('This practice is damaged. What could be read is shown')).toBeVisible();
    await isThere(locked, 'rosar', 'Maya Rosario');
    await locked.getByRole('link', { name: 'Add a client' }).first().press('Enter');
    await locked.getByLabel('Chosen name').fill('Typed in vain');
    await expect(locked.getByText(/^Not kept/)).toBeVisible();
    await locked.getByRole('button', { name: 'Save client' }).press('Enter');
    const refused = locked.getByRole('alert').filter({ hasText: 'This practice is open to read only' });
    await expect(refused).toBeInViewport();
    await app.pressLock();
  });

  await test.step('what can be read is saved, told, and put in place', async () => {
    const page = await app.nextPage();
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.getByRole('button', { name: 'Unlock' }).click();
    const locked = await app.nextPage();
    await locked.getByRole('alert').getByRole('button', { name: 'Save what can be read' }).click();
    await locked.getByLabel('Passphrase of the practice').fill(passphrase);
    await locked.getByRole('button', { name: 'Save what can be read' }).click();
    const saved = await app.nextPage();
    await expect(saved.getByRole('heading', { level: 1, name: 'What could be saved' })).toBeFocused();
    await expect(saved.getByRole('row', { name: 'clients' })).toContainText('none known');
    await looksRight(saved, 'what could be saved');
    await saved.getByLabel('Passphrase of the practice').fill(passphrase);
    await saved.getByRole('button', { name: 'Put it in the place of the damaged practice' }).click();
    const whole = await app.nextPage();
    await unlock(whole, passphrase);
    await isThere(whole, 'rosar', 'Maya Rosario');
    await isThere(whole, 'castell', 'Wren Castellano');
  });
});
