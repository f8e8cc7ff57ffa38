import { copyFileSync, mkdirSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import {
  backUpNow,
  backupFact,
  backupLines,
  backupOnToday,
  chooseBackupFolder,
  copiesIn,
  isInPlace,
  restoreWith,
} from './pages/backups.ts';
import { addClient, openRoom } from './pages/clients.ts';
import { makePractice, passphrase, unlock } from './pages/door.ts';
import { openSection } from './pages/settings.ts';
import { asOfAnotherPractice, isThere, looksRight, placeWithStick } from './pages/stick.ts';

/** The practice is copied where the person said, and comes back from there. */

const { place, stick } = placeWithStick();

test('copies are made as asked and at a lock, and a damaged practice comes back from one', async ({ startApp }) => {
  test.setTimeout(240_000);
  const app = await startApp();
  const page = app.page();

  await test.step('first run asks where they go, and says why a folder will not do', async () => {
    await makePractice(page, undefined, undefined, async () => {
      await expect(page.getByRole('heading', { name: 'Where backups go' })).toBeFocused();
      await looksRight(page, 'first run, backups');
      await app.answerFolderDialog(app.data);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toContainText('This folder is inside the practice itself');
      await app.answerFolderDialog(null);
      await page.getByRole('button', { name: 'Choose a folder' }).click();
      await expect(page.getByRole('button', { name: 'Later' })).toBeEnabled();
      await app.answerFolderDialog(stick());
      await page.getByRole('button', { name: 'Choose a folder' }).click();
      await expect(page.getByRole('status')).toContainText(stick());
      await looksRight(page, 'first run, folder chosen');
      await page.getByRole('button', { name: 'Go on' }).click();
    });
    await expect(backupOnToday(page)).toContainText('The first is made at the next lock.');
    expect(copiesIn(stick())).toEqual([]);
  });

  await test.step('one is made when asked', async () => {
    await addClient(page, { chosenName: 'Maya Rosario' });
    await openSection(page, 'Backups');
    await expect(backupFact(page, 'Last backup')).toHaveText('None yet');
    await backUpNow(page);
    await expect(backupFact(page, 'Last backup')).toContainText(/Made just now, [\d.]+ [kM]B, verified/);
    await expect(backupLines(page)).toContainText([/Asked for/]);
    await looksRight(page, 'settings, backups');
    expect(copiesIn(stick())).toHaveLength(1);
    await backupLines(page)
      .getByRole('button', { name: /^Verify the backup of / })
      .focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^The backup of .+ opens, and every page of it was read$/).first()).toBeVisible();
    await backupLines(page)
      .getByRole('button', { name: /^Rehearse restoring/ })
      .focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByText('1 client', { exact: true })).toBeVisible();
    await scan(page, 'settings, a restore rehearsed');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    expect(copiesIn(stick())).toHaveLength(1);
    await openRoom(page, 'Today');
    await expect(backupOnToday(page)).toContainText('Backup verified');
    await looksRight(page, 'today with a backup');
    await addClient(page, { chosenName: 'Noor Abadi' });
  });

  await app.pressLock();
  let locked = await app.nextPage();
  await test.step('one is made at the lock', async () => {
    await expect.poll(() => copiesIn(stick()).length).toBe(2);
  });

  await test.step('a damaged database is said, with the way to a backup', async () => {
    await expect(locked.getByRole('button', { name: 'Restore a backup' })).toBeVisible();
    truncateSync(join(app.data, 'practice.db'), 5_000);
    await unlock(locked, passphrase);
    locked = await app.nextPage();
    await expect(locked.getByRole('alert')).toContainText('The database of the practice is damaged');
    await looksRight(locked, 'unlock, database damaged');
  });

  await test.step('by keyboard: choose, confirm, and a wrong passphrase changes nothing', async () => {
    await locked.getByRole('alert').getByRole('button', { name: 'Restore a backup' }).focus();
    await locked.keyboard.press('Enter');
    await expect(locked.getByRole('heading', { name: 'Restore a backup' })).toBeFocused();
    await expect(locked.getByRole('radio')).toHaveCount(2);
    await locked.getByRole('button', { name: 'Continue' }).click();
    await expect(locked.getByRole('alert')).toContainText('Choose a backup first');
    await looksRight(locked, 'restore, which');
    await locked.getByRole('radio').first().focus();
    await locked.keyboard.press('Space');
    await locked.keyboard.press('Enter');
    await expect(locked.getByRole('heading', { name: /^The backup of / })).toBeFocused();
    await locked.keyboard.press('Tab');
    await locked.keyboard.type('not the words of that day');
    await locked.keyboard.press('Enter');
    await expect(locked.getByRole('dialog')).toContainText('It is kept beside it');
    await scan(locked, 'restore, question');
    await locked.keyboard.press('Tab');
    await locked.keyboard.press('Enter');
    await expect(locked.getByText('That did not open the backup', { exact: false }).first()).toBeVisible();
    await expect(locked.getByLabel('Passphrase of that day')).toBeFocused();
    await expect(locked.getByLabel('Passphrase of that day')).toHaveValue('');
    await looksRight(locked, 'restore, wrong passphrase');
    expect(readdirSync(app.data)).not.toContain('kept');
    for (let tries = 0; tries < 2; tries += 1) {
      await expect(locked.getByRole('button', { name: 'Restore this backup' })).toBeEnabled({ timeout: 30_000 });
      await restoreWith(locked, 'nor these four words');
      await expect(locked.getByLabel('Passphrase of that day')).toHaveValue('');
    }
    await expect(locked.getByText(/You can try again in \d+ second/).last()).toBeVisible();
    await expect(locked.getByRole('button', { name: 'Restore this backup' })).toBeDisabled();
    await scan(locked, 'restore, waiting');
    await expect(locked.getByRole('button', { name: 'Restore this backup' })).toBeEnabled({ timeout: 30_000 });
  });

  await test.step('a look inside counts what is there, and changes nothing', async () => {
    await locked.getByLabel('Passphrase of that day').fill(passphrase);
    await locked.getByRole('button', { name: 'Look inside first' }).click();
    await expect(locked.getByText('2 clients', { exact: true })).toBeVisible();
    await looksRight(locked, 'restore, looked inside');
    expect(readdirSync(app.data)).not.toContain('kept');
  });

  await test.step('the right one puts it in place, and keeps what was there', async () => {
    await restoreWith(locked, passphrase);
    locked = await isInPlace(app);
    await looksRight(locked, 'unlock, backup in place');
    const kept = readdirSync(join(app.data, 'kept'));
    expect(kept).toHaveLength(1);
    expect(readdirSync(join(app.data, 'kept', kept[0] ?? ''))).toContain('practice.db');
    await unlock(locked, passphrase);
    await expect(locked.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
    await isThere(locked, 'rosar', 'Maya Rosario');
    await isThere(locked, 'abadi', 'Noor Abadi');
  });
});

test('a stick that is out and an older file put back are said on Today', async ({ startApp }) => {
  test.setTimeout(180_000);
  const app = await startApp({ demo: true });
  const page = app.page();
  await expect(backupOnToday(page)).toContainText('Choose where they go.');
  await scan(page, 'today without backups');

  await test.step('a folder that is gone is said with what to do, and one that is back takes the next copy', async () => {
    await backupOnToday(page).click();
    await expect(page.getByText('No folder is chosen yet')).toBeVisible();
    await looksRight(page, 'settings, no backups');
    await chooseBackupFolder(app, page, stick());
    rmSync(stick(), { recursive: true });
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByText('The folder for backups is not there').first()).toBeVisible();
    await expect(page.getByText('plug the stick in', { exact: false }).first()).toBeVisible();
    await looksRight(page, 'settings, stick out');
    await openRoom(page, 'Today');
    await expect(backupOnToday(page)).toContainText('The last backup did not work');
    mkdirSync(stick());
    await openSection(page, 'Backups');
    await backUpNow(page);
    await expect(page.getByText('The folder for backups is not there')).toHaveCount(0);
    const [copy = ''] = copiesIn(stick());
    asOfAnotherPractice(join(stick(), copy), join(stick(), 'Theirs'));
    await openRoom(page, 'Today');
    await openSection(page, 'Backups');
    await expect(backupLines(page).filter({ hasText: 'Of another practice' })).toHaveCount(1);
    await expect(backupLines(page)).toHaveCount(2);
  });

  await test.step('stopping asks, and keeps what is there', async () => {
    const stop = page.getByRole('button', { name: 'Stop making backups' });
    await stop.click();
    await expect(page.getByRole('dialog')).toContainText(`What lies in ${stick()} stays.`);
    await page.getByRole('dialog').getByRole('button', { name: 'Go on making them' }).click();
    await expect(stop).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Stop making them' }).click();
    await expect(page.getByText('No folder is chosen yet')).toBeVisible();
    expect(copiesIn(stick())).toHaveLength(1);
  });

  await test.step('an older database put back is named after unlock', async () => {
    const older = join(place(), 'older.db');
    const database = join(app.data, 'practice.db');
    await app.pressLock();
    const first = await app.nextPage();
    await expect(first.getByRole('button', { name: 'Unlock' })).toBeVisible();
    copyFileSync(database, older);
    await first.getByRole('button', { name: 'Restore a backup' }).click();
    await app.answerFolderDialog(stick());
    await first.getByRole('button', { name: 'Choose the folder' }).click();
    await expect(first.getByRole('radio', { disabled: true })).toHaveCount(1);
    await expect(first.getByText('Of another practice. It cannot take the place of the one here.')).toBeVisible();
    await first.getByRole('button', { name: 'Back' }).click();
    await unlock(first, passphrase);
    await addClient(first, { chosenName: 'Later Than That' });
    await openRoom(first, 'Today');
    await expect(first.getByText('is missing', { exact: false })).toHaveCount(0);
    await app.pressLock();
    const second = await app.nextPage();
    await expect(second.getByRole('button', { name: 'Unlock' })).toBeVisible();
    for (const end of ['-wal', '-shm']) rmSync(database + end, { force: true });
    copyFileSync(older, database);
    await unlock(second, passphrase);
    await expect(second.getByRole('alert')).toContainText(/Something saved before .+ is missing/);
    await looksRight(second, 'today, something is missing');
    await second.getByRole('alert').getByRole('link', { name: 'See the backups' }).click();
    await expect(second.getByRole('heading', { level: 2, name: 'Backups' })).toBeVisible();
  });
});
