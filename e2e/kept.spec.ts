import { expect, test } from './fixtures/test.ts';
import { backUpNow, chooseBackup, chooseBackupFolder, isInPlace, restoreWith } from './pages/backups.ts';
import { addClient } from './pages/clients.ts';
import { makePractice, passphrase, unlock } from './pages/door.ts';
import { openSection } from './pages/settings.ts';
import { isThere, looksRight, placeWithStick } from './pages/stick.ts';

/** The wrong backup was restored: what was here before lies beside it, and comes back through the window. */

const { stick } = placeWithStick();

test('what a restore replaced is offered at the door and put back', async ({ startApp }) => {
  test.setTimeout(180_000);
  const app = await startApp();
  const page = app.page();
  await makePractice(page);
  await chooseBackupFolder(app, page, stick());
  await addClient(page, { chosenName: 'Maya Rosario' });
  await openSection(page, 'Backups');
  await backUpNow(page);
  await addClient(page, { chosenName: 'Noor Abadi' });
  await app.pressLock();
  let locked = await app.nextPage();

  await test.step('an older backup takes its place', async () => {
    await locked.getByRole('button', { name: 'Restore a backup' }).click();
    await chooseBackup(locked, locked.getByRole('radio').last());
    await restoreWith(locked, passphrase);
    locked = await isInPlace(app);
  });

  await test.step('what was here is named by that restore, and goes back', async () => {
    await locked.getByRole('button', { name: 'Restore a backup' }).click();
    const replaced = locked.getByRole('radio', { name: /^What was here before the restore of / });
    await expect(replaced).toHaveCount(1);
    await expect(replaced).toHaveAccessibleDescription(/^Kept beside the practice, [\d.]+ [kM]B$/);
    await looksRight(locked, 'restore, what was replaced');
    await chooseBackup(locked, replaced);
    await expect(locked.getByRole('heading', { name: /^What was here before the restore of / })).toBeFocused();
    await looksRight(locked, 'restore, secret of what was replaced');
    await restoreWith(locked, passphrase);
    locked = await isInPlace(app);
    await unlock(locked, passphrase);
    await isThere(locked, 'abadi', 'Noor Abadi');
  });
});
