import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { pdfText } from './fixtures/pdf-tools.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { backUpNow, backupLines, chooseBackupFolder, copiesIn } from './pages/backups.ts';
import { findClient, openRoom } from './pages/clients.ts';
import { chooseKit, passphrase, recover, shownGroups, unlock } from './pages/door.ts';
import { openSection } from './pages/settings.ts';

/** Someone may know the passphrase: everything is closed to it, and what cannot be closed is named. */

const next = 'a kettle on the longest night';

let place = '';
test.beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'stillpoint-new-key-'));
});
test.afterEach(() => rmSync(place, { recursive: true, force: true }));

const looksRight = async (page: Page, screen: string): Promise<void> => {
  await scan(page, screen);
  await fitsEverywhere(page, screen);
};

const makeKit = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Make the Recovery Kit' }).click();
  await page.getByLabel('Your passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Make the Recovery Kit' }).click();
  await expect(page.getByRole('heading', { name: 'The new code' })).toBeFocused();
  const groups = await shownGroups(page);
  await page.getByRole('button', { name: 'Hide the code' }).click();
  return groups.join(' ');
};

test('a new key closes the old passphrase and Kit, and lists the backups they still open', async ({ startApp }) => {
  test.setTimeout(240_000);
  const stick = join(place, 'Blue stick');
  mkdirSync(stick);
  const app = await startApp({ demo: true });
  const page = app.page();
  await chooseBackupFolder(app, page, stick);
  await backUpNow(page);
  const [before = ''] = copiesIn(stick);
  await openSection(page, 'Passphrase');
  const olderKit = await makeKit(page);

  await test.step('it is explained, and the present passphrase is asked', async () => {
    await page.getByRole('button', { name: 'Make a new key' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Someone may know my passphrase' })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Change the passphrase' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Make the new key' }).click();
    await expect(page.getByRole('alert')).toContainText('Type the present passphrase');
    await looksRight(page, 'new key, with errors');
    await page.getByLabel('Present passphrase').fill('not the one at all');
    await page.getByLabel('New passphrase', { exact: true }).fill(next);
    await page.getByLabel('The same passphrase once more').fill(next);
    await page.getByRole('button', { name: 'Make the new key' }).click();
    await expect(page.getByText('This is not the present passphrase').first()).toBeVisible();
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
    await expect(page.getByRole('heading', { name: 'Someone may know my passphrase' })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Change the passphrase' })).toBeVisible();
  });

  let kit = '';
  await test.step('by keyboard: it is made, with a new Kit and the backups from before', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByLabel('Present passphrase').focus();
    await page.keyboard.type(passphrase);
    await page.getByLabel('New passphrase', { exact: true }).focus();
    await page.keyboard.type(next);
    await page.getByLabel('The same passphrase once more').focus();
    await page.keyboard.type(next);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'The new key is made' })).toBeFocused();
    kit = (await shownGroups(page)).join(' ');
    expect(kit).not.toBe(olderKit);
    await expect(page.getByText('One backup still opens with the old passphrase')).toBeVisible();
    await expect(page.getByText(before, { exact: false })).toBeVisible();
    await looksRight(page, 'new key, made');
    const sheet = join(place, 'New Kit.pdf');
    await app.answerSaveDialog(sheet);
    await page.getByRole('button', { name: 'Save as PDF' }).click();
    await expect(page.getByText('Saved as New Kit.pdf').first()).toBeVisible();
    expect(pdfText(sheet).replaceAll(/\s/g, '')).toContain(kit.split(' ')[0]);
    await backUpNow(page);
    await page.getByRole('button', { name: 'Hide the code' }).click();
    await expect(page.getByText(kit.slice(0, 5))).toHaveCount(0);
    await openSection(page, 'Backups');
    await expect(backupLines(page)).toHaveCount(2);
    await expect(backupLines(page).last()).toContainText('Another passphrase or Kit opens it');
    await expect(backupLines(page).first()).not.toContainText('Another passphrase');
    await looksRight(page, 'settings, an older backup');
  });

  await test.step('nothing is lost, and it is still open', async () => {
    await findClient(page, 'rosario');
    await expect(page.getByRole('link', { name: 'Maya Rosario' })).toBeVisible();
  });

  await test.step('the old passphrase and the old Kit open nothing; the new ones do', async () => {
    await app.pressLock();
    const locked = await app.nextPage();
    await unlock(locked, passphrase);
    await expect(locked.getByText('That did not open the practice', { exact: false }).first()).toBeVisible();
    await chooseKit(locked);
    await recover(locked, olderKit, 'another four words here');
    await expect(locked.getByText('That code did not open the practice', { exact: false }).first()).toBeVisible();
    await recover(locked, kit, 'the last of four words');
    await expect(locked.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
    await app.pressLock();
    const again = await app.nextPage();
    await unlock(again, 'the last of four words');
    await expect(again.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
    await openRoom(again, 'Clients');
    await expect(again.getByRole('link', { name: 'Maya Rosario' })).toBeVisible();
  });
});

test('a new key whose files cannot take their places says on the next page what counts, and unlocking finishes it', async ({
  startApp,
}) => {
  test.setTimeout(120_000);
  const app = await startApp({ demo: true });
  const page = app.page();
  await openSection(page, 'Passphrase');
  // A folder under the name of a file that is taken away meanwhile.
  const obstacle = join(app.data, 'practice.db-journal');
  mkdirSync(obstacle);
  await page.getByRole('button', { name: 'Make a new key' }).click();
  await page.getByLabel('Present passphrase').fill(passphrase);
  await page.getByLabel('New passphrase', { exact: true }).fill(next);
  await page.getByLabel('The same passphrase once more').fill(next);
  await page.getByRole('button', { name: 'Make the new key' }).click();
  const stopped = await app.nextPage();
  await expect(stopped.getByRole('heading', { name: 'The folder of the practice is read-only' })).toBeVisible();
  await expect(stopped.getByRole('alert')).toContainText('Your new passphrase counts from now on');
  await looksRight(stopped, 'new key unfinished, and the folder cannot be written to');
  rmSync(obstacle, { recursive: true });
  await stopped.getByRole('button', { name: 'Try again' }).click();
  await expect(stopped.getByRole('alert')).toContainText('Your new passphrase counts from now on');
  await looksRight(stopped, 'unlock, new key unfinished');
  await unlock(stopped, passphrase);
  await expect(stopped.getByText('That did not open the practice', { exact: false }).first()).toBeVisible();
  await unlock(stopped, next);
  await findClient(stopped, 'rosario');
  await expect(stopped.getByRole('link', { name: 'Maya Rosario' })).toBeVisible();
});
