import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pdfFacts, pdfText } from './fixtures/pdf-tools.ts';
import { scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient, findClient, openRoom } from './pages/clients.ts';
import { makePractice, passphrase, practice, unlock } from './pages/door.ts';
import {
  agreeOnStop,
  answerAll,
  answerPage,
  beginSigning,
  draw,
  finish,
  openConsentTab,
  purpose,
  signature,
  typeName,
} from './pages/signing.ts';

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
    await beginSigning(page, async () => {
      await scan(page, 'before the client reads it');
      await agreeOnStop(page, 'amber', 'a lifted hand');
    });
    await answerAll(page, (title) => scan(page, title));
    await expect(page.getByRole('button', { name: 'Finish' })).toBeDisabled();
    await expect(page.getByText('2 signatures to go')).toBeVisible();
    await draw(page, 'Maya Rosario');
    await expect(page.getByText('One signature to go')).toBeVisible();
    await typeName(page, 'Hana Lindqvist', 'Hana Lindqvist');
    await scan(page, 'signatures');
    await finish(page);
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await scan(page, 'thanks');
  });

  const exported = join(folder, 'Consent.pdf');
  await test.step('see the document and save it as a file', async () => {
    await page.getByText('See the document').click();
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
    await expect(locked.getByRole('heading', { name: 'Today' })).toBeVisible();
    await findClient(locked, 'rosar');
    await scan(locked, 'clients');
    await locked.getByRole('link', { name: 'Maya Rosario' }).click();
    await openConsentTab(locked);
    await expect(locked.getByText('Consent to bodywork').first()).toBeVisible();
    await scan(locked, 'consent tab');
    await openRoom(locked, 'Settings');
    await scan(locked, 'settings');
  });
});

test('a form cannot be finished with anything left open, and a tap is no signature', async ({ startApp }) => {
  test.setTimeout(120_000);
  const app = await startApp({ demo: true });
  const page = app.page();
  await findClient(page, 'noor');
  await page.getByRole('link', { name: 'Noor Abadi' }).click();
  await beginSigning(page);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Purpose today' })).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toHaveText(/Write a few words, or say that you would rather not say/);
  await expect(page.getByRole('heading', { name: 'Purpose today' })).toBeVisible();
  await answerPage(page);

  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('heading', { name: 'Take your time' })).toBeVisible();
  await scan(page, 'resting');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('textbox').first()).toHaveValue(purpose);

  await answerAll(page);
  const pad = signature(page, 'Noor Abadi').locator('canvas');
  await pad.scrollIntoViewIfNeeded();
  await pad.click();
  await expect(page.getByText('A dot or a tap is not enough. Draw a longer line.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Finish' })).toBeDisabled();
  await page.getByRole('button', { name: 'Not today' }).click();
  await page.getByRole('button', { name: 'Stop, keep nothing' }).click();
  await expect(page.getByText('No consent signed yet').first()).toBeVisible();
});
