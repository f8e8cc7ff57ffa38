import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { App } from '../fixtures/app.ts';
import { pdfFacts, pdfText } from '../fixtures/pdf-tools.ts';
import { backUpNow, chooseBackupFolder, confirmRestore, isInPlace } from '../pages/backups.ts';
import { findClient, openRoom } from '../pages/clients.ts';
import { unlock } from '../pages/door.ts';
import { failingProtections, measureAgain, openSection } from '../pages/settings.ts';
import { folder, fromAllSides, inDark, nextPage, picture, timed } from './camera.ts';
import { tourOfTheDamage, tourOfTheEvidence } from './damage-tour.ts';

/** The vault's own screens: what protects the practice, who did what, where copies go, what is kept at a lock, and the way back. */

const protections = async (page: Page): Promise<void> => {
  await openSection(page, 'Security');
  await failingProtections(page);
  await fromAllSides(page, 'settings security');
  await timed('look at every protection', async () => {
    await measureAgain(page);
    await failingProtections(page);
  });
};

const trail = async (page: Page): Promise<void> => {
  await openSection(page, 'Audit trail');
  await page.getByRole('table').waitFor();
  await timed('verify the trail', async () => {
    await page.getByRole('button', { name: 'Verify now' }).click();
    await page.getByText(/follow from one another/).waitFor();
  });
  await fromAllSides(page, 'settings audit trail');
};

/** Who has opened a record, on screen and as PDF. */
const history = async (app: App, page: Page): Promise<void> => {
  await findClient(page, 'rosario');
  await page.getByRole('link', { name: 'Maya Rosario' }).click();
  await page.getByRole('link', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Save as PDF' }).waitFor();
  await picture(page, 'client history');
  await inDark(page, 'client history');
  const pdf = join(folder, 'who-has-opened.pdf');
  await app.answerSaveDialog(pdf);
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await page.getByText('Saved as who-has-opened.pdf').first().waitFor();
  const facts = pdfFacts(pdf);
  if (!facts.tagged || !facts.fontsEmbedded || !facts.sound || !pdfText(pdf).includes('Maya Rosario'))
    throw new Error(`the list of who has opened the record is not as it must be: ${JSON.stringify(facts)}`);
};

const copies = async (app: App, page: Page, stick: string): Promise<void> => {
  await openSection(page, 'Backups');
  await picture(page, 'settings backups none');
  await chooseBackupFolder(app, page, stick);
  await timed('back up now', () => backUpNow(page));
  await fromAllSides(page, 'settings backups');
  await page
    .getByRole('button', { name: /^Rehearse restoring/ })
    .first()
    .click();
  await page.getByText('This backup opens, and can be restored').waitFor();
  await fromAllSides(page, 'settings backups rehearsed');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
};

/** Typed, not saved, locked: it is there again. Gives the page of the open practice. */
const unfinished = async (app: App, page: Page): Promise<Page> => {
  await openSection(page, 'Locking');
  await picture(page, 'settings locking');
  await openRoom(page, 'Clients');
  await page.getByRole('link', { name: 'Add a client' }).first().click();
  await page.getByLabel('Chosen name').fill('Noor Abadi');
  await page.getByText(/^Kept \d/).waitFor();
  await app.pressLock();
  const locked = await nextPage(app);
  await locked.getByText('What you were typing was kept.').waitFor();
  await picture(locked, 'unlock with something kept');
  await unlock(locked);
  await locked.getByRole('heading', { name: 'Unfinished' }).waitFor();
  await fromAllSides(locked, 'today with unfinished work');
  return locked;
};

const renewed = async (page: Page): Promise<void> => {
  await openSection(page, 'Passphrase');
  await page.getByRole('button', { name: 'Make a new key' }).click();
  await page.getByRole('button', { name: 'Make the new key' }).waitFor();
  await fromAllSides(page, 'settings new key');
};

/** A backup takes the place of the damaged database. */
const restored = async (app: App, locked: Page): Promise<Page> => {
  await locked.getByRole('button', { name: 'Restore a backup' }).first().click();
  await locked.getByRole('radio').first().check();
  await fromAllSides(locked, 'restore which');
  await locked.getByRole('button', { name: 'Continue' }).click();
  await locked.getByLabel('Passphrase of that day').fill('quiet river under stones');
  await picture(locked, 'restore passphrase');
  await timed('look inside a backup', async () => {
    await locked.getByRole('button', { name: 'Look inside first' }).click();
    await locked.getByText('This backup opens, and can be restored').waitFor();
  });
  await fromAllSides(locked, 'restore looked inside');
  await timed('restore a backup', async () => {
    await confirmRestore(locked);
    await isInPlace(app);
  });
  const restored = app.page();
  await restored.setViewportSize({ width: 1280, height: 800 });
  await picture(restored, 'unlock restored');
  await unlock(restored);
  await restored.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  return restored;
};

/** Gives the page of the practice, open again. */
export const tourOfTheVault = async (app: App, page: Page, stick: string): Promise<Page> => {
  await protections(page);
  await trail(page);
  await history(app, page);
  await copies(app, page, stick);
  const after = await unfinished(app, page);
  await renewed(after);
  await tourOfTheEvidence(app);
  return restored(app, await tourOfTheDamage(app));
};
