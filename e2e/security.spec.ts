import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { pdfFacts, pdfText } from './fixtures/pdf-tools.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { findClient, openRoom } from './pages/clients.ts';
import { unlock } from './pages/door.ts';
import { openPalette } from './pages/palette.ts';
import { chooseIn, failingProtections, measureAgain, openSection, protection, trailLines } from './pages/settings.ts';

/** What is measured is shown as it is, and who opened what can be read. */

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-security-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const notYet = ['Recovery Kit', 'Backup'];

test('the Security page shows what holds, and what was broken meanwhile', async ({ startApp }) => {
  test.setTimeout(120_000);
  const app = await startApp({ demo: true });
  const page = app.page();
  const copy = join(app.data, 'practice.header.copy.json');
  await openSection(page, 'Security');
  const kept = readFileSync(copy);

  await test.step('everything holds but what nobody has set up yet', async () => {
    expect(await failingProtections(page)).toEqual(notYet);
    await expect(page.getByText('11 of 13 hold.')).toBeVisible();
    await expect(protection(page, 'Encrypted')).toContainText(
      'Encrypted, holds: SQLCipher 4 is read back; the file does not open without the key',
    );
    await expect(protection(page, 'Saved means on disk')).toContainText('Journal WAL and synchronous FULL are read back');
    await expect(protection(page, 'Guessing is slow')).toContainText('Argon2id, 128 MiB, 3 passes, 4 lanes');
    await expect(protection(page, 'No network')).toContainText('0 requests since the start; every connection is refused');
    await expect(protection(page, 'Nothing altered')).toContainText(/\d+ audit entries follow from one another, and the anchor agrees/);
    await scan(page, 'security');
    await fitsEverywhere(page, 'security');
  });

  await test.step('broken on purpose, it says so; mended, it holds again', async () => {
    rmSync(copy);
    chmodSync(join(app.data, 'practice.db'), 0o644);
    writeFileSync(join(app.data, 'holiday.txt'), 'nothing of ours');
    await measureAgain(page);
    await expect(protection(page, 'Key file kept twice')).toContainText('does not hold: Only one of the two copies is whole');
    expect(await failingProtections(page)).toEqual(['No readable leftovers', 'Files are yours alone', 'Key file kept twice', ...notYet]);
    await expect(protection(page, 'Files are yours alone')).toContainText('Other accounts of this computer may read 2 of the files');
    await expect(protection(page, 'No readable leftovers')).toContainText('One file in the folder of the practice is not Stillpoint’s');
    await scan(page, 'security, not all holds');
    await fitsEverywhere(page, 'security, not all holds');
    rmSync(join(app.data, 'holiday.txt'));
    chmodSync(join(app.data, 'practice.db'), 0o600);
    writeFileSync(copy, kept, { mode: 0o600 });
    await measureAgain(page);
    await expect(protection(page, 'Key file kept twice')).toContainText('holds: Both copies are whole and the same');
    expect(await failingProtections(page)).toEqual(notYet);
  });

  await test.step('by keyboard to what can be done', async () => {
    await page.getByRole('button', { name: 'Measure again' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Measure again' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Make the Kit' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: 'Passphrase' })).toBeVisible();
    await page.getByRole('button', { name: 'Make the Recovery Kit' }).waitFor();
    await openSection(page, 'Security');
    await page.getByRole('link', { name: 'Choose a folder' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Backups' })).toBeVisible();
    rmSync(copy);
    await openPalette(page);
    await page.keyboard.type('security');
    await page.getByRole('dialog').getByText('Security', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: 'Security' })).toBeVisible();
    await expect(protection(page, 'Key file kept twice'), 'measured anew, as the page came anew').toContainText('does not hold');
  });
});

/** Her page with all it asks for: what she said in the intake, what happened, and her last consent. */
const openMaya = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Maya Rosario' }).click();
  await expect(page.getByRole('main').getByText('“Driving on the motorway again', { exact: false })).toBeVisible();
  await expect(page.getByText('Last consent signed', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What happened' }).getByRole('link', { name: /Intake 1/ })).toBeVisible();
};

/** Down to the first entry there is. */
const showAll = async (page: Page): Promise<void> => {
  const [older, all] = [page.getByRole('button', { name: 'Show older' }), page.getByText(/These are all\.$/)];
  await expect(async () => {
    if ((await older.count()) > 0) await older.click({ timeout: 1_000 });
    await expect(all).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
};

test('the owner reads the trail, chooses in it and verifies it', async ({ startApp }) => {
  test.setTimeout(180_000);
  const app = await startApp({ demo: 'new' });
  const page = app.page();
  await findClient(page, 'rosar');
  await openMaya(page);

  await test.step('newest first, in words', async () => {
    await openSection(page, 'Audit trail');
    await expect(page.getByRole('table')).toBeVisible();
    // What the page asks for at once is answered in any order.
    expect([...(await trailLines(page)).slice(0, 7)].sort()).toEqual([
      'Hana Lindqvist · Opened the appointments of a client · Maya Rosario',
      'Hana Lindqvist · Opened the intake · Maya Rosario',
      'Hana Lindqvist · Opened the list of consents · Maya Rosario',
      'Hana Lindqvist · Opened the record · Maya Rosario',
      'Hana Lindqvist · Opened the safety card · Maya Rosario',
      'Hana Lindqvist · Opened what happened, day by day · Maya Rosario',
      'Hana Lindqvist · Searched clients · No client',
    ]);
    await showAll(page);
    expect((await trailLines(page)).at(-1)).toBe('Hana Lindqvist · Made the practice · No client');
    await scan(page, 'audit trail');
    await fitsEverywhere(page, 'audit trail');
  });

  await test.step('one client, one kind, no day', async () => {
    await page.getByRole('combobox', { name: 'Client' }).fill('żak');
    await page.getByRole('option', { name: 'Łucja Żak' }).click();
    await expect
      .poll(() => trailLines(page))
      .toEqual([
        'Hana Lindqvist · Set how an appointment stands · Łucja Żak',
        'Hana Lindqvist · Booked an appointment · Łucja Żak',
        'Hana Lindqvist · Signed a consent · Łucja Żak',
        'Hana Lindqvist · Read a form through with the client · Łucja Żak',
        'Hana Lindqvist · Took the screen back · Łucja Żak',
        'Hana Lindqvist · Forms were filled in in hand-over · Łucja Żak',
        'Hana Lindqvist · Showed the handed-over forms · Łucja Żak',
        'Hana Lindqvist · Handed the screen over · Łucja Żak',
        'Hana Lindqvist · Added the client · Łucja Żak',
      ]);
    await chooseIn(page, 'Kind', 'Client records');
    await expect
      .poll(() => trailLines(page))
      .toEqual([
        'Hana Lindqvist · Set how an appointment stands · Łucja Żak',
        'Hana Lindqvist · Booked an appointment · Łucja Żak',
        'Hana Lindqvist · Added the client · Łucja Żak',
      ]);
    await page.getByLabel('To', { exact: true }).fill('2020-01-01');
    await expect(page.getByRole('heading', { name: 'Nothing stands in the trail for this choice' })).toBeVisible();
    await page.getByLabel('From', { exact: true }).fill('2020-02-01');
    await expect(page.getByText('This day is before the first one').first()).toBeVisible();
    await scan(page, 'audit trail, days turned');
    await page.getByRole('button', { name: 'Show everything again' }).click();
    await expect(page.getByRole('combobox', { name: 'Person' })).toBeFocused();
    await chooseIn(page, 'Person', 'Hana Lindqvist');
    await showAll(page);
    await expect.poll(async () => (await trailLines(page)).at(-1)).toBe('Hana Lindqvist · Made the practice · No client');
  });

  await test.step('verified by keyboard', async () => {
    await page.getByRole('button', { name: 'Verify now' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^\d+ entries follow from one another, and the anchor agrees\.$/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Verify now' })).toBeFocused();
    await scan(page, 'audit trail, verified');
    await fitsEverywhere(page, 'audit trail, verified');
    await page.setViewportSize({ width: 512, height: 350 });
    await scan(page, 'audit trail at 512x350');
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('what happened while it was locked stands there without a name', async () => {
    await app.pressLock();
    const locked = await app.nextPage();
    await unlock(locked, 'not the one at all');
    await expect(locked.getByText('That did not open the practice', { exact: false }).first()).toBeVisible();
    await unlock(locked);
    await openSection(locked, 'Audit trail');
    await chooseIn(locked, 'Kind', 'Unlocking and locking');
    await expect
      .poll(() => trailLines(locked))
      .toEqual([
        'Hana Lindqvist · Unlocked · No client',
        'Nobody knownrecorded while locked · Tried a passphrase that did not open · No client',
        'Hana Lindqvist · Lockedby hand · No client',
        'Hana Lindqvist · Unlocked · No client',
      ]);
    await app.pressLock();
    const again = await app.nextPage();
    await unlock(again);
    await openSection(again, 'Security');
    await expect(protection(again, 'Locks after 5 idle minutes')).toContainText(/Last lock .*: the vault ended in [\d.]+ s/);
  });

  await test.step('an anchor that went while it was locked is named, and stays among what was found', async () => {
    await app.pressLock();
    const locked = await app.nextPage();
    rmSync(join(app.data, 'practice.anchor'));
    await unlock(locked);
    await openSection(locked, 'Security');
    await expect(protection(locked, 'Nothing altered')).toContainText(
      'does not hold: The anchor beside the database does not agree with the audit trail',
    );
    await protection(locked, 'Nothing altered').getByRole('link', { name: 'Audit trail' }).click();
    await locked.getByRole('button', { name: 'Verify now' }).click();
    await expect(locked.getByText('The anchor does not agree with the trail')).toBeVisible();
    await scan(locked, 'audit trail, anchor gone');
    await app.pressLock();
    const again = await app.nextPage();
    await unlock(again);
    await openSection(again, 'Audit trail');
    await again.getByRole('button', { name: 'Verify now' }).click();
    await expect(again.getByText(/^\d+ entries follow from one another, and the anchor agrees\.$/)).toBeVisible();
    await expect(again.getByRole('heading', { name: 'Found at earlier openings' })).toBeVisible();
    await expect(again.getByText(/The anchor did not agree \(entry \d+\)/)).toBeVisible();
  });
});

test('a long trail is read page by page', async ({ startApp }) => {
  const app = await startApp({ demo: true });
  const page = app.page();
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  for (let saved = 0; saved < 60; saved += 1) await callFrom(page, 'audit.verify', {});
  await openSection(page, 'Audit trail');
  await expect(page.getByText('100 entries shown')).toBeVisible();
  expect(await trailLines(page)).toHaveLength(100);
  const older = page.getByRole('button', { name: 'Show older' });
  await older.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('200 entries shown')).toBeVisible();
  await expect(older).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^\d+ entries shown These are all\.$/)).toBeFocused();
  await expect(older).toHaveCount(0);
  const lines = await trailLines(page);
  expect(lines.filter((line) => line === 'Hana Lindqvist · Verified the audit trail · No client')).toHaveLength(60);
  expect(lines.at(-1)).toBe('Hana Lindqvist · Made the practice · No client');
});

test('History tells who opened a record, on screen and on paper', async ({ startApp }) => {
  test.setTimeout(120_000);
  const app = await startApp({ demo: true });
  const page = app.page();
  const sheet = join(folder, 'seen.pdf');
  await findClient(page, 'rosar');
  await openMaya(page);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Who has opened this record' })).toBeFocused();
  expect([...(await trailLines(page)).slice(0, 6)].sort()).toEqual([
    'Hana Lindqvist · Opened the appointments of a client',
    'Hana Lindqvist · Opened the intake',
    'Hana Lindqvist · Opened the list of consents',
    'Hana Lindqvist · Opened the record',
    'Hana Lindqvist · Opened the safety card',
    'Hana Lindqvist · Opened what happened, day by day',
  ]);
  expect((await trailLines(page)).at(-1)).toBe('Hana Lindqvist · Added the client');
  await scan(page, 'history');
  await fitsEverywhere(page, 'history');

  await page.keyboard.press('Tab');
  const save = page.getByRole('button', { name: 'Save as PDF' });
  await expect(save).toBeFocused();
  await expect(save).toHaveAccessibleDescription('The PDF can be read by anyone who gets the file.');
  await app.answerSaveDialog(null);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await app.suggestedNames()).length).toBe(1);
  await app.answerSaveDialog(sheet);
  await expect(save).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Saved as ${basename(sheet)}`).first()).toBeVisible();
  const text = pdfText(sheet);
  expect(['Maya Rosario', 'Hana Lindqvist', 'Alder Room (demo)'].filter((word) => !text.includes(word))).toEqual([]);
  expect(pdfFacts(sheet)).toMatchObject({ tagged: true, fontsEmbedded: true, sound: true });

  await openRoom(page, 'Clients');
  await openMaya(page);
  await page.getByRole('link', { name: 'History' }).click();
  await expect.poll(() => trailLines(page)).toContain('Hana Lindqvist · Saved who has seen the record as a file');
});
