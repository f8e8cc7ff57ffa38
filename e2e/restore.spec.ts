import { cpSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from './fixtures/app.ts';
import { scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { backUpNow, chooseBackup, confirmRestore, copiesIn, isInPlace, restoreWith } from './pages/backups.ts';
import { addClient } from './pages/clients.ts';
import { keepKit, makePractice, passphrase, unlock } from './pages/door.ts';
import { openSection } from './pages/settings.ts';
import { flipByte, isThere, looksRight, placeWithStick } from './pages/stick.ts';

/** A practice that was lost, or is on a new computer, comes back from a backup. */

const { place, stick } = placeWithStick();

const comesBack = async (app: App): Promise<void> => {
  const page = await isInPlace(app);
  await unlock(page, passphrase);
  await isThere(page, 'rosar', 'Maya Rosario');
};

test('a lost database comes back with the Recovery Kit, and a new computer takes a backup too', async ({ startApp }) => {
  test.setTimeout(240_000);
  const data = join(place(), 'practice');
  let groups: readonly string[] = [];

  await test.step('make a practice that is copied as it closes', async () => {
    const app = await startApp({ data });
    const page = app.page();
    await makePractice(
      page,
      undefined,
      async () => {
        await app.answerSaveDialog(join(place(), 'Kit.pdf'));
        groups = await keepKit(page);
      },
      async () => {
        await app.answerFolderDialog(stick());
        await page.getByRole('button', { name: 'Choose a folder' }).click();
        await page.getByRole('button', { name: 'Go on' }).click();
      },
    );
    await addClient(page, { chosenName: 'Maya Rosario' });
    await openSection(page, 'Backups');
    await backUpNow(page);
    await app.closeWindow();
    await app.ended();
    expect(copiesIn(stick())).toHaveLength(2);
    await app.stop();
  });

  await test.step('without its database it is restored with the code of the Kit', async () => {
    rmSync(join(data, 'practice.db'));
    const app = await startApp({ data });
    const page = app.page();
    await expect(page.getByRole('heading', { name: 'The database of the practice is not in its folder' })).toBeVisible();
    await looksRight(page, 'no database');
    await page.getByRole('button', { name: 'Restore a backup' }).click();
    await chooseBackup(page);
    await page.getByRole('button', { name: 'Use the Recovery Kit of that day' }).click();
    const code = page.getByLabel('Code of the Recovery Kit');
    await expect(code).toBeFocused();
    const slip = groups.map((group, index) => (index === 2 ? `${group.startsWith('7') ? '8' : '7'}${group.slice(1)}` : group));
    await code.fill(slip.join(' '));
    await page.getByRole('button', { name: 'Restore this backup' }).click();
    await expect(page.getByText('Group 3 has a slip. Look at it once more.').first()).toBeVisible();
    await looksRight(page, 'restore, slip in the code');
    await page.clock.install();
    await code.fill(groups.join(' '));
    await page.clock.fastForward('02:01');
    await expect(code).toHaveValue('');
    await code.fill(groups.join(' ').toLowerCase());
    const size = page.viewportSize()!;
    await page.setViewportSize({ width: 512, height: 350 });
    await page.getByRole('button', { name: 'Look inside first' }).click();
    await expect(page.getByText('1 client', { exact: true })).toBeInViewport();
    await page.setViewportSize(size);
    await confirmRestore(page);
    await comesBack(app);
    await app.stop();
  });

  await test.step('without its key file it is restored with the passphrase', async () => {
    for (const name of readdirSync(data).filter((one) => one.startsWith('practice.header'))) rmSync(join(data, name));
    const app = await startApp({ data });
    const page = app.page();
    await expect(page.getByRole('heading', { name: 'The key file of the practice is not in its folder' })).toBeVisible();
    await page.getByRole('button', { name: 'Restore a backup' }).click();
    await expect(page.getByText('What is here now is kept beside it', { exact: false })).toBeVisible();
    await chooseBackup(page);
    await restoreWith(page, passphrase);
    await comesBack(app);
    await app.stop();
  });

  await test.step('on a new computer: an empty folder, then the right one, where what is damaged cannot be chosen', async () => {
    const [oldest = ''] = copiesIn(stick());
    cpSync(join(stick(), oldest), join(stick(), 'Half of it'), { recursive: true });
    truncateSync(join(stick(), 'Half of it', 'practice.db'), 100);
    flipByte(join(stick(), oldest, 'practice.db'));
    const app = await startApp();
    let page = app.page();
    await expect(page.getByRole('button', { name: 'Restore a backup from another computer' })).toBeVisible();
    await looksRight(page, 'welcome');
    await page.getByRole('button', { name: 'Restore a backup from another computer' }).click();
    await app.answerFolderDialog(place());
    await page.getByRole('button', { name: 'Choose the folder' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'There is no backup in this folder' })).toBeVisible();
    await scan(page, 'restore, nothing there');
    await app.answerFolderDialog(stick());
    await page.getByRole('button', { name: 'Choose another folder' }).click();
    await expect(page.getByRole('radio')).toHaveCount(copiesIn(stick()).length + 1);
    await expect(page.getByRole('radio', { disabled: true })).toHaveCount(1);
    await expect(page.getByText('It cannot be restored', { exact: false })).toBeVisible();
    await looksRight(page, 'restore, one damaged');
    await chooseBackup(page, page.getByRole('radio', { disabled: false }).last());
    await restoreWith(page, passphrase);
    page = await app.nextPage();
    await expect(page.getByRole('alert')).toContainText('This backup is damaged');
    await looksRight(page, 'restore, damaged inside');
    await app.answerFolderDialog(stick());
    await page.getByRole('button', { name: 'Choose the folder' }).click();
    await chooseBackup(page);
    await restoreWith(page, passphrase);
    await comesBack(app);
  });
});
