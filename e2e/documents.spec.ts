import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { details } from './assure/trial-records.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { drop, isPrinted, openAt, pagesPainted, pdfOf, practiceWithPaper } from './pages/papers.ts';

/** Papers on their way in and out: filed, compared, saved. */

const { ids, data, at } = practiceWithPaper();
const files = (): string => `/clients/${ids().clientId}/files`;
const paper = (): string => `${files()}/${ids().documentId}`;

test('a photo of a sheet is chosen by keyboard, named, filed, shown and printed; filed again it is said, and it moves to whose it is', async ({
  startApp,
}) => {
  const app = await startApp({ data: data() });
  const page = await openAt(app, files());
  const photo = await page.screenshot();
  writeFileSync(at('IMG_0042.png'), photo);
  await scan(page, 'files');
  const choose = async (...names: readonly string[]): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^Choose (more )?files$/ }).press('Enter');
    await (await choosing).setFiles(names.map(at));
  };

  await page.getByRole('button', { name: 'File it' }).press('Enter');
  await expect(page.getByText('Choose a file first')).toBeVisible();
  await choose('IMG_0042.png');
  const line = page.getByRole('group', { name: 'IMG_0042.png, ' });
  await line.getByLabel('What it is').fill('');
  await page.getByRole('button', { name: 'File it' }).press('Enter');
  await expect(line.getByText('Not filled in yet')).toBeVisible();
  await scan(page, 'files with what is missing');
  await fitsEverywhere(page, 'files with what is missing');
  await line.getByLabel('What it is').fill('Letter, on paper');
  await line.getByLabel('Kind').selectOption('Referral');
  await line.getByLabel('Day on the paper', { exact: true }).fill('2020-11-20');
  await page.getByRole('button', { name: 'File it' }).press('Enter');
  await expect(page.getByText('Filed: Letter, on paper')).toBeVisible();
  await expect(page.getByText(/Referral of .*2020/)).toBeVisible();

  await choose('IMG_0042.png');
  await page.getByRole('button', { name: 'File it' }).press('Enter');
  await expect(line.getByText('This file is here already, to the last byte: “Letter, on paper”')).toBeVisible();
  await line.getByRole('button', { name: 'Leave it out' }).press('Enter');
  await page.getByLabel('Show').selectOption('Only: Photo');
  await expect(page.getByText('No paper of this kind was filed.')).toBeVisible();
  await page.getByLabel('Show').selectOption('Only: Referral');

  await page.getByRole('link', { name: 'Open Letter, on paper' }).press('Enter');
  const shown = page.getByRole('img', { name: 'Picture: Letter, on paper' });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280);
  await app.answerPrintDialog(at('printed.pdf'));
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await isPrinted(page);
  const [sheet, ...more] = pagesPainted(readFileSync(at('printed.pdf')), at('.'));
  expect([sheet?.width, sheet?.height, more.length]).toEqual([612, 792, 0]);
  await app.answerSaveDialog(at('photo.png'));
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await expect(page.getByText('Saved as photo.png')).toBeVisible();
  expect(readFileSync(at('photo.png')).equals(photo)).toBe(true);
  expect(basename((await app.suggestedNames())[0] ?? '')).toMatch(/^Letter- on paper \d{4}-\d\d-\d\d\.png$/);

  await callFrom(page, 'clients.create', { ...details, chosenName: 'Noor Haddad' });
  await page.getByRole('button', { name: 'Move to another client' }).press('Enter');
  await page.getByRole('button', { name: 'Move it' }).press('Enter');
  await expect(page.getByText('Choose the client it is of')).toBeVisible();
  await page.getByRole('combobox', { name: 'Whose paper it is' }).fill('Noor');
  await page.getByRole('option', { name: 'Noor Haddad' }).click();
  await page.getByLabel('Why it lay here').fill('Two letters in one envelope');
  await scan(page, 'moving a paper');
  await fitsEverywhere(page, 'moving a paper');
  await page.getByRole('button', { name: 'Move it' }).press('Enter');
  await expect(page.getByText(/It came from the files of another client on .*: Two letters in one envelope/)).toBeVisible();
  await page.getByRole('button', { name: 'Entered in error' }).press('Enter');
  await page.getByLabel('What is wrong with it').fill('A blank sheet');
  await page.getByRole('button', { name: 'Mark it' }).press('Enter');
  await expect(page.getByText(/A blank sheet$/)).toBeVisible();
  await scan(page, 'a paper entered in error');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${files()}`);
  await expect(page.getByText('Two letters in one envelope')).toBeVisible();
  await expect(page.getByText('Letter, on paper')).toHaveCount(0);
});

test('several files dropped at once are filed one by one; what cannot be taken is said with its file, and a large one can be stopped', async ({
  startApp,
}) => {
  test.setTimeout(120_000);
  const app = await startApp({ data: data() });
  const page = await openAt(app, files());
  const group = (name: string) => page.getByRole('group', { name });
  const pdf = Buffer.from('%PDF-1.7');
  await drop(page, 'The scans and photos', [
    { name: 'one.pdf', bytes: pdf },
    { name: 'game.pdf', bytes: Buffer.from('MZ a program by another name') },
    { name: 'empty.pdf', bytes: Buffer.alloc(0) },
    { name: 'two.pdf', bytes: Buffer.from('%PDF-1.4') },
  ]);
  await expect(group('empty.pdf').getByText('This file is empty')).toBeVisible();
  await page.getByRole('button', { name: 'File all 3' }).press('Enter');
  await expect(page.getByText('Filed 2 papers')).toBeVisible();
  await expect(group('game.pdf').getByText('“game.pdf” is not what its name says')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Open (one|two)$/ })).toHaveCount(2);
  await scan(page, 'files that cannot be taken');
  await fitsEverywhere(page, 'files that cannot be taken');
  await page.getByRole('button', { name: 'Leave it out: game.pdf' }).press('Enter');
  await page.getByRole('button', { name: 'Leave it out: empty.pdf' }).press('Enter');

  const large = (name: string, bytes: number): string => {
    const file = openSync(at(name), 'w');
    writeSync(file, '%PDF-1.7\n');
    ftruncateSync(file, bytes);
    closeSync(file);
    return at(name);
  };
  const input = page.locator('input[type=file]');
  await input.setInputFiles([large('larger.pdf', 50 * 1024 * 1024 + 1), large('large.pdf', 16 * 1024 * 1024)]);
  await expect(group('larger.pdf').getByText('at most 50 MB can be taken')).toBeVisible();
  await page.getByRole('button', { name: 'File it' }).press('Enter');
  await expect(group('large.pdf').getByText(/Taking in large\.pdf: [1-9]/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop large.pdf' }).press('Enter');
  await expect(group('large.pdf').getByText('Stopped. Nothing of it was kept.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open large' })).toHaveCount(0);
  await page.getByRole('button', { name: 'File it' }).press('Enter');
  await expect(page.getByText('Filed: large')).toBeVisible({ timeout: 100_000 });
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
