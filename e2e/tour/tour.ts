import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../fixtures/app.ts';
import { pdfText } from '../fixtures/pdf-tools.ts';
import { addClient, findClient, openRoom } from '../pages/clients.ts';
import { openConsentTab } from '../pages/consent.ts';
import { chooseKit, keepKit, makePractice, recover, unlock } from '../pages/door.ts';
import { at, folder, inDark, nextPage, picture, picturesTaken, steps, timed } from './camera.ts';
import { tourOfTheClients } from './clients-tour.ts';
import { tourOfTheForms } from './consent-tour.ts';
import { tourOfHealth } from './health-tour.ts';
import { tourOfTheIntake } from './intake-tour.ts';
import { tourOfTheLetters } from './letters-tour.ts';
import { tourOfTheNotes } from './notes-tour.ts';
import { tourOfTheCalendar } from './schedule-tour.ts';
import { tourOfTheSession } from './session-tour.ts';
import { tourOfTheVault } from './vault-tour.ts';

/** Drives the real window through the whole story as far as it is built; leaves pictures, PDFs and a summary in `tour/`. */

const away = mkdtempSync(join(tmpdir(), 'stillpoint-tour-'));
const stick = join(away, 'Blue stick');
mkdirSync(stick);
// On a slow machine it waits behind the other tours for longer than a practice stays open untouched.
const app = await timed('start to the first screen', () =>
  startApp({ now: '2026-11-24T15:58:00Z', zone: 'America/Toronto', idleSeconds: 3_600 }),
);
try {
  const page = app.page();
  const kitPdf = join(folder, 'recovery-kit.pdf');
  let groups: readonly string[] = [];
  await timed('make the practice and its Recovery Kit', () =>
    makePractice(
      page,
      (name) => picture(page, name),
      async () => {
        await inDark(page, 'first run kit');
        await app.answerSaveDialog(kitPdf);
        groups = await keepKit(page, async (name) => {
          await picture(page, name);
          await inDark(page, name);
          await at(page, 768, 1024, name);
          await at(page, 512, 350, name);
        });
      },
    ),
  );
  const kitText = pdfText(kitPdf).replace(/ /g, '');
  if (groups.length !== 8 || groups.some((group) => !kitText.includes(group)))
    throw new Error('the Kit does not hold the code that was shown');
  await picture(page, 'today empty');
  await openRoom(page, 'Clients');
  await picture(page, 'clients empty');
  await timed('add a client', () =>
    addClient(page, {
      chosenName: 'Maya Rosario',
      pronouns: 'she/her',
      birthDate: '14 3 1991',
      phone: '416 555 0142',
      contactWishes: 'Text only, no voicemail',
    }),
  );
  await addClient(page, { chosenName: 'Łucja Żak', pronouns: 'she/her', email: 'lucja@example.org' });
  await addClient(page, { chosenName: 'مريم حسن', phone: '416 555 0189' });
  await addClient(page, { chosenName: `Théodora ${'Vasquez-O’Brien '.repeat(6).trim()}` });
  await picture(page, 'client with a long name');
  await openRoom(page, 'Clients');
  await page.getByRole('link', { name: 'Maya Rosario' }).waitFor();
  await picture(page, 'clients');
  await inDark(page, 'clients');
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Find a client, an action or a page' }).fill('zak');
  await page.getByRole('dialog').getByText('Łucja Żak', { exact: true }).waitFor();
  await picture(page, 'palette');
  await page.keyboard.press('Escape');

  await findClient(page, 'rosario');
  await page.getByRole('link', { name: 'Maya Rosario' }).click();
  await page.getByRole('heading', { level: 1, name: 'Maya Rosario' }).waitFor();
  await picture(page, 'client');
  await at(page, 1024, 700, 'client');
  const facts = await tourOfTheForms(app, page);
  await tourOfTheIntake(app, page);
  await tourOfHealth(app, page);
  await tourOfTheCalendar(app, page);

  await openRoom(page, 'Settings');
  await picture(page, 'settings');
  await inDark(page, 'settings');
  await page.getByRole('link', { name: 'Passphrase' }).click();
  await page.getByRole('heading', { name: 'Recovery Kit' }).waitFor();
  await picture(page, 'settings passphrase');
  await page.getByRole('button', { name: 'Make a new Recovery Kit' }).click();
  await page.getByLabel('Your passphrase').waitFor();
  await picture(page, 'settings new kit');
  await inDark(page, 'settings new kit');
  await at(page, 768, 1024, 'settings new kit');
  await at(page, 512, 350, 'settings new kit');
  const locked = await timed('lock to the new page', async () => {
    await app.pressLock();
    return nextPage(app);
  });
  await locked.getByRole('button', { name: 'Unlock' }).waitFor();
  await picture(locked, 'unlock');
  await inDark(locked, 'unlock');
  await chooseKit(locked);
  await picture(locked, 'recover');
  await recover(
    locked,
    groups.map((group, index) => (index === 2 ? [...group].reverse().join('') : group)).join(' '),
    'four words that hold',
  );
  await picture(locked, 'recover with a slip');
  await inDark(locked, 'recover with a slip');
  await at(locked, 768, 1024, 'recover with a slip');
  await at(locked, 512, 350, 'recover with a slip');
  await locked.getByRole('button', { name: 'Back to the passphrase' }).click();
  await timed('unlock', async () => {
    await unlock(locked);
    await locked.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  });
  await findClient(locked, 'maya');
  await locked.getByRole('link', { name: 'Maya Rosario' }).click();
  await openConsentTab(locked);
  await locked.getByRole('heading', { name: 'Forms and consents' }).waitFor();
  await picture(locked, 'consent signed');
  await openRoom(locked, 'Today');
  await picture(locked, 'today');

  await tourOfTheSession();
  await tourOfTheNotes();
  await tourOfTheLetters();
  await tourOfTheClients();
  const last = await tourOfTheVault(app, locked, stick);
  await picture(last, 'today restored');

  const summary = [
    '# Tour',
    '',
    `Host: ${app.host}. Requests off our own origin: ${app.offOriginRequests()}. Consent: ${facts.pages} pages, tagged, fonts embedded, qpdf clean.`,
    '',
    '| step | ms |',
    '|---|---|',
    ...steps.map(({ step, milliseconds }) => `| ${step} | ${milliseconds} |`),
    '',
  ];
  writeFileSync(join(folder, 'summary.md'), summary.join('\n'));
  if (app.offOriginRequests() > 0) throw new Error('a request left our own origin');
  const papers = readdirSync(folder).filter((name) => name.endsWith('.pdf')).length;
  console.log(`tour: ${picturesTaken()} pictures, ${papers} PDFs and summary.md in tour/`);
} catch (failure) {
  await picture(app.page(), 'where it stopped').catch(() => undefined);
  throw failure;
} finally {
  await app.stop();
  rmSync(away, { recursive: true, force: true });
}
