import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { drop, isPrinted, openAt, pagesPainted, pdfOf, practiceWithPaper } from './pages/papers.ts';

/** Papers on their way in and out: filed, compared, saved. */

const { ids, data, at } = practiceWithPaper();
const files = (): string => `/clients/${ids().clientId}/files`;
const paper = (): string => `${files()}/${ids().documentId}`;

test('a photo of a sheet is chosen by keyboard, named, filed, shown and printed', async ({ startApp }) => {
  const app = await startApp({ data: data() });
  const page = await openAt(app, files());
  const photo = await page.screenshot();
  writeFileSync(at('IMG_0042.png'), photo);
  await scan(page, 'files');
  await fitsEverywhere(page, 'files');

  await page.getByRole('button', { name: 'File it' }).press('Enter');
  await expect(page.getByText('Choose a file first')).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter');
  await (await choosing).setFiles(at('IMG_0042.png'));
  await expect(page.getByText('IMG_0042.png, ')).toBeVisible();
  await page.getByRole('button', { name: 'File it' }).press('Enter');
  await expect(page.getByText('Not filled in yet')).toBeVisible();
  await scan(page, 'files with what is missing');
  await page.getByLabel('What it is').fill('Consent, signed on paper');
  await page.getByRole('button', { name: 'File it' }).press('Enter');
  await expect(page.getByText('Filed: Consent, signed on paper')).toBeVisible();

  await page.getByRole('link', { name: 'Open Consent, signed on paper' }).press('Enter');
  const shown = page.getByRole('img', { name: 'Picture: Consent, signed on paper' });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280);
  await scan(page, 'a picture');
  await app.answerPrintDialog(at('printed.pdf'));
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await isPrinted(page);
  const [sheet, ...more] = pagesPainted(readFileSync(at('printed.pdf')), at('.'));
  expect([sheet?.width, sheet?.height, more.length]).toEqual([612, 792, 0]);
  await app.answerSaveDialog(at('photo.png'));
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await expect(page.getByText('Saved as photo.png')).toBeVisible();
  expect(readFileSync(at('photo.png')).equals(photo)).toBe(true);
  expect(basename((await app.suggestedNames())[0] ?? '')).toMatch(/^Consent- signed on paper \d{4}-\d\d-\d\d\.png$/);
});

test('a file that cannot be taken is said beside the field, and nothing of it is kept', async ({ startApp }) => {
  const app = await startApp({ data: data() });
  const page = await openAt(app, files());
  const field = page.getByRole('group', { name: 'The scan or photo' });
  await drop(page, 'The scan or photo', [{ name: 'consent.pdf', bytes: Buffer.from('MZ a program by another name') }]);
  await expect(field.getByText('This kind of file cannot be taken')).toBeVisible();
  await drop(page, 'The scan or photo', [{ name: 'empty.pdf', bytes: Buffer.alloc(0) }]);
  await expect(field.getByText('This file is empty')).toBeVisible();
  const two = { name: 'two.pdf', bytes: Buffer.from('%PDF-1.7') };
  await drop(page, 'The scan or photo', [two, two]);
  await expect(field.getByText('One file at a time')).toBeVisible();
  const large = openSync(at('large.pdf'), 'w');
  ftruncateSync(large, 50 * 1024 * 1024 + 1);
  closeSync(large);
  await page.locator('input[type=file]').setInputFiles(at('large.pdf'));
  await expect(field.getByText('at most 50 MB can be taken')).toBeVisible();
  await scan(page, 'files with a file that is too large');
  await expect(field.getByRole('button', { name: 'Choose a file' })).toHaveAccessibleDescription(/at most 50 MB can be taken/);
});

test('a file of 50 MB goes in, and can be stopped on its way', async ({ startApp }) => {
  test.setTimeout(180_000);
  const app = await startApp({ data: data() });
  const page = await openAt(app, files());
  const field = page.getByRole('group', { name: 'The scan or photo' });
  const large = openSync(at('large.pdf'), 'w');
  writeSync(large, '%PDF-1.7\n');
  ftruncateSync(large, 50 * 1024 * 1024);
  closeSync(large);
  await page.locator('input[type=file]').setInputFiles(at('large.pdf'));
  await expect(field.getByText(/Taking in large\.pdf: [1-9]/)).toBeVisible();
  await field.getByRole('button', { name: 'Stop' }).click();
  await expect(field.getByText('Stopped. Choose a file when you are ready.')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(at('large.pdf'));
  await expect(field.getByText('large.pdf, 52 MB')).toBeVisible({ timeout: 120_000 });
});

test('a PDF from outside is genuine, altered or unknown, in a word and a sign', async ({ startApp }) => {
  const app = await startApp({ data: data() });
  const page = await openAt(app, files());
  await page.getByRole('link', { name: 'Check a document' }).click();
  const own = await pdfOf(page, ids().documentId);
  const changed = Buffer.from(own);
  changed[4_000] = (changed[4_000] ?? 0) ^ 1;
  await scan(page, 'verify');
  await page.getByRole('button', { name: 'Compare it' }).press('Enter');
  await expect(page.getByText('Choose a file first')).toBeVisible();

  for (const [bytes, heading, words] of [
    [own, 'Genuine: This is the document, to the last byte', 'nothing in it has changed since'],
    [changed, 'Altered: This is not the document as it is kept here', 'it differs from what is kept'],
    [Buffer.from('%PDF-1.4 of another program'), 'Unknown: This is no document of this practice', 'none of the documents kept here'],
  ] as const) {
    await drop(page, 'The PDF to check', [{ name: 'from a client.pdf', bytes }]);
    await expect(page.getByText('from a client.pdf, ')).toBeVisible();
    await page.getByRole('button', { name: 'Compare it' }).press('Enter');
    await expect(page.getByRole('heading', { name: heading })).toBeFocused();
    await expect(page.getByRole('region', { name: heading })).toContainText(words);
    await scan(page, heading);
    await fitsEverywhere(page, heading);
  }
  await drop(page, 'The PDF to check', [{ name: 'photo.png', bytes: await page.screenshot() }]);
  await expect(page.getByText('This is not a PDF. Choose the PDF itself.')).toBeVisible();
  await drop(page, 'The PDF to check', [{ name: 'again.pdf', bytes: own }]);
  await expect(page.getByText('again.pdf, ')).toBeVisible();
  await page.getByRole('button', { name: 'Compare it' }).click();
  await page.getByRole('link', { name: 'Open the document that is kept' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Consent to bodywork' })).toBeVisible();
});

test('a file that cannot be saved is said with its cause, and the next try works', async ({ startApp }) => {
  const app = await startApp({ data: data() });
  const page = await openAt(app, paper());
  const save = async (path: string) => {
    await app.answerSaveDialog(path);
    await page.getByRole('button', { name: 'Save as a file' }).click();
  };
  const notice = page.getByRole('alert');
  mkdirSync(at('stick'));
  rmSync(at('stick'), { recursive: true });
  await save(at('stick/paper.pdf'));
  await expect(notice).toContainText('paper.pdf was not written');
  await expect(notice).toContainText('The folder is not there any more');
  await scan(page, 'a document that could not be saved');
  await save(`${data()}/paper.pdf`);
  await expect(notice).toContainText('The folder of the practice holds encrypted files only');
  expect(existsSync(`${data()}/paper.pdf`)).toBe(false);
  await save(at('paper.exe'));
  await expect(notice).toContainText('The name needs the ending that was offered');
  await save(at('paper.pdf'));
  await expect(page.getByText('Saved as paper.pdf')).toBeVisible();
  await expect(notice).toHaveCount(0);
  expect(readFileSync(at('paper.pdf')).equals(await pdfOf(page, ids().documentId))).toBe(true);
});
