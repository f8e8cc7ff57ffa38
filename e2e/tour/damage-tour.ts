import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { App } from '../fixtures/app.ts';
import { addClient, findClient, openRoom } from '../pages/clients.ts';
import { passphrase, unlock } from '../pages/door.ts';
import { fromAllSides, nextPage, picture, timed } from './camera.ts';

/** What a person sees when the files of the practice are not as they were left, and when they cannot be read any more. */

const pageBytes = 4096;
const databaseOf = (app: App): string => join(app.data, 'practice.db');

const lockedPage = async (app: App): Promise<Page> => {
  await app.pressLock();
  const page = await nextPage(app);
  await page.getByRole('button', { name: 'Unlock' }).waitFor();
  return page;
};

/** An older database is put back while it is locked, another program leaves a file beside it, and then replaces one that is open. Gives the page of the open practice. */
export const tourOfTheEvidence = async (app: App): Promise<Page> => {
  const database = databaseOf(app);
  const older = `${database}.older`;
  const first = await lockedPage(app);
  copyFileSync(database, older);
  await unlock(first);
  await addClient(first, { chosenName: 'Wren Castellano' });
  const second = await lockedPage(app);
  for (const end of ['-wal', '-shm']) rmSync(database + end, { force: true });
  copyFileSync(older, database);
  rmSync(older);
  const strange = join(app.data, 'practice (conflicted copy).db');
  writeFileSync(strange, 'of another computer');
  await unlock(second);
  await second.getByRole('link', { name: 'See what was found' }).waitFor();
  await fromAllSides(second, 'today something is missing');
  await second.getByRole('link', { name: 'See what was found' }).click();
  await second.getByRole('heading', { level: 1, name: 'What was found when the practice opened' }).waitFor();
  await second.getByText('practice (conflicted copy).db').waitFor();
  await fromAllSides(second, 'what was found');
  rmSync(strange);
  // While it is open another program puts its own copy in the place of the database.
  copyFileSync(database, `${database}.arriving`);
  renameSync(`${database}.arriving`, database);
  await second.getByText('Another program replaced the files while the practice was open').waitFor();
  await fromAllSides(second, 'files replaced meanwhile');
  return second;
};

/** The first page, and one in every thirty after it, cannot be read any more. */
const damage = (app: App): void => {
  const bytes = readFileSync(databaseOf(app));
  for (let at = 0; at < bytes.length; at += 30 * pageBytes) bytes.fill(0, at, at + pageBytes);
  writeFileSync(databaseOf(app), bytes);
};

/** At the door of the damaged practice, as far as asking for the passphrase. */
const askedToSave = async (app: App, page: Page, shot: boolean): Promise<Page> => {
  await unlock(page);
  const locked = await nextPage(app);
  await locked.getByText('The database of the practice is damaged').first().waitFor();
  if (shot) await fromAllSides(locked, 'unlock damaged');
  await locked.getByRole('alert').getByRole('button', { name: 'Save what can be read' }).click();
  if (shot) await picture(locked, 'save what can be read');
  await locked.getByLabel('Passphrase of the practice').fill(passphrase);
  return locked;
};

/** The database is damaged while it is locked: it is looked at to read only, and what can be read is saved. Gives the page of the unlock screen. */
export const tourOfTheDamage = async (app: App): Promise<Page> => {
  const whole = await lockedPage(app);
  damage(app);
  const reading = await askedToSave(app, whole, true);
  await timed('open a damaged practice to read only', async () => {
    await reading.getByRole('button', { name: 'Open to read only' }).click();
    await reading.getByText('This practice is damaged. What could be read is shown').waitFor();
  });
  await openRoom(reading, 'Clients');
  await fromAllSides(reading, 'read only clients');
  await findClient(reading, 'maya');
  await reading.getByRole('link', { name: 'Maya Rosario', exact: true }).click();
  await reading.getByRole('heading', { level: 1, name: 'Maya Rosario' }).waitFor();
  await reading.getByRole('heading', { name: 'Appointments' }).waitFor();
  await picture(reading, 'read only client');
  const saving = await askedToSave(app, await lockedPage(app), false);
  const saved = await timed('save what can be read', async () => {
    await saving.getByRole('button', { name: 'Save what can be read' }).click();
    return nextPage(app);
  });
  await saved.getByRole('heading', { level: 1, name: 'What could be saved' }).waitFor();
  await fromAllSides(saved, 'what could be saved');
  await saved.getByRole('button', { name: 'Not now' }).click();
  await saved.getByRole('button', { name: 'Unlock' }).waitFor();
  return saved;
};
