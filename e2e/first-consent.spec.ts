import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pdfFacts, pdfText } from './fixtures/pdf-tools.ts';
import { scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient, findClient, openRoom } from './pages/clients.ts';
import {
  agreeOnStop,
  answerPage,
  consentOpening,
  finish,
  getReady,
  handBack,
  handOverTo,
  openConsentTab,
  purpose,
  readThrough,
  typeName,
} from './pages/consent.ts';
import { makePractice, passphrase, practice, unlock } from './pages/door.ts';
import { answerAll, drawLine } from './pages/handover.ts';

/** The main job once through: a bare machine to a signed consent that is found again after a lock. */

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-story-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const statements = [
  'Your practitioner is Hana Lindqvist, registered massage therapist, registration number 12345.',
  'It does not diagnose, treat or cure any condition, and that includes trauma.',
  purpose,
  'Top of the shoulder, left',
  'Palm and fingers, right',
  'Back of the neck',
  'Light: the skin moves a little',
  'I keep my clothes on',
  'We cannot promise any result.',
  'I understand that feelings or memories may come up',
  'with my signal (the word “amber”, or a lifted hand)',
  'I agree that if I do not answer, look frozen or pull away, this counts as stop',
  'I was able to ask questions, and they were answered.',
  'I am here by my own choice.',
  'Your written consent is asked for again after one year at the latest',
  'I agree to it and I sign it of my own free will.',
];

test('a practice is made, a client added, the consent signed, seen, exported, locked away and found again', async ({ startApp }) => {
  test.setTimeout(180_000);
  const app = await startApp({ now: '2026-11-24T15:58:00Z', zone: 'America/Toronto' });
  const page = app.page();

  await test.step('make the practice', async () => {
    await makePractice(page, (screen) => scan(page, screen));
    await scan(page, 'today, empty');
  });

  await test.step('add a client', async () => {
    await openRoom(page, 'Clients');
    await scan(page, 'clients, empty');
    await page.getByRole('link', { name: 'Directory' }).click();
    await expect(page.getByText('Who else cares for your clients')).toBeVisible();
    await scan(page, 'directory, empty');
    await openRoom(page, 'Clients');
    await addClient(page, {
      chosenName: 'Maya Rosario',
      pronouns: 'she/her',
      birthDate: '14 3 1991',
      phone: '416 555 0142',
      contactWishes: 'Text only',
    });
    await scan(page, 'client overview');
    // A taskbar shows the title to everyone in the room.
    expect(await page.title()).not.toContain('Maya');
  });

  await test.step('read, answer and sign the form', async () => {
    await openConsentTab(page);
    await scan(page, 'consent tab, empty');
    await getReady(page, 'Consent to bodywork');
    await scan(page, 'before the client reads it');
    await agreeOnStop(page, 'amber', 'a lifted hand');
    await handOverTo(page, consentOpening);
    await answerAll(page, () => answerPage(page));
    await expect(page.getByRole('button', { name: 'Finish' })).toBeDisabled();
    await expect(page.getByText('One signature to go')).toBeVisible();
    await drawLine(page, 'Maya Rosario');
    await scan(page, 'signature of the client');
    await page.getByRole('button', { name: 'Finish' }).click();
    await handBack(page);
    await readThrough(page);
    await typeName(page, 'Hana Lindqvist');
    await scan(page, 'read through');
    await finish(page);
    await scan(page, 'thanks');
  });

  const exported = join(folder, 'Consent.pdf');
  await test.step('see the document and save it as a file', async () => {
    await expect(
      page
        .getByRole('img', { name: /page 1 of/ })
        .or(page.locator('canvas'))
        .first(),
    ).toBeVisible();
    await scan(page, 'document');
    await app.answerSaveDialog(exported);
    await page.getByRole('button', { name: 'Save as a file' }).click();
    await expect(page.getByText('Saved as Consent.pdf').first()).toBeVisible();
    expect((await app.suggestedNames()).map((path) => basename(path))).toEqual(['Consent to bodywork 2026-11-24.pdf']);
    const text = pdfText(exported);
    expect(statements.filter((statement) => !text.includes(statement))).toEqual([]);
    expect(text).toContain('24 November 2026');
    expect(text).toContain('America/Toronto (UTC-05:00)');
    expect(pdfFacts(exported)).toMatchObject({ tagged: true, fontsEmbedded: true, sound: true });
  });

  await test.step('lock, unlock and find it all again', async () => {
    await app.pressLock();
    const locked = await app.nextPage();
    await expect(locked.getByRole('heading', { name: practice.name })).toBeVisible();
    await expect(locked.getByText('Maya')).toHaveCount(0);
    await scan(locked, 'unlock');
    await unlock(locked, 'something else entirely');
    await expect(locked.getByText('That did not open the practice', { exact: false }).first()).toBeVisible();
    await unlock(locked, passphrase);
    await expect(locked.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
    await findClient(locked, 'rosar');
    await scan(locked, 'clients');
    await locked.getByRole('link', { name: 'Maya Rosario' }).click();
    await openConsentTab(locked);
    await expect(locked.getByRole('region', { name: 'Counts now' }).getByText('Consent to bodywork')).toBeVisible();
    await scan(locked, 'consent tab');
    await openRoom(locked, 'Settings');
    await scan(locked, 'settings');
  });
});
