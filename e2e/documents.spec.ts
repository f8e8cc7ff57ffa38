import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { passphrase } from './assure/trial-records.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { comparePages, officeScan, openAt, pagesPainted, pdfOf, practiceWithPaper, trailOf } from './pages/papers.ts';

/** Papers on their way in and out: filed, compared, saved, printed. */

const { ids, data, at } = practiceWithPaper();
const files = (): string => `/clients/${ids().clientId}/files`;
const paper = (): string => `${files()}/${ids().documentId}`;
/** A browser of its own is started for it first. */
const isPrinted = (page: Page) => expect(page.getByText('Sent to the printer')).toBeVisible({ timeout: 30_000 });
const unlockedAgain = (page: Page) => expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible();

/** As a person who drops them on the field. */
const drop = async (page: Page, label: string, dropped: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<void> => {
  const given = dropped.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
  const transfer = await page.evaluateHandle((all) => {
    const holder = new DataTransfer();
    for (const { name, base64 } of all) holder.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    return holder;
  }, given);
  await page.getByRole('group', { name: label }).dispatchEvent('drop', { dataTransfer: transfer });
};

test('what comes out of the printer is the document: as many pages, the same ink at the same places', async ({ startApp }) => {
  const app = await startApp({ data: data() });
  const page = await openAt(app, paper());
  await app.answerPrintDialog(at('printed.pdf'));
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await isPrinted(page);
  await scan(page, 'a document');

  const source = pagesPainted(await pdfOf(page, ids().documentId), at('.'));
  const printed = pagesPainted(readFileSync(at('printed.pdf')), at('.'));
  expect(printed.length).toBe(source.length);
  const compared = source.flatMap((one, index) => (printed[index] ? [comparePages(one, printed[index])] : []));
  // Two painters of the same letters differ at their edges, by a quarter of the ink at most; another page differs by all of it.
  for (const { apart, ink, sameSize } of compared)
    expect({ close: apart < 60, ink: ink > 100, sameSize }).toEqual({ close: true, ink: true, sameSize: true });
  if (source[0] && printed[1]) expect(comparePages(source[0], printed[1]).apart).toBeGreaterThan(100);
  expect(await trailOf(page, 3)).toContain('document-printed');
  expect(app.hiddenPages()).toEqual([]);
});

test('Cancel in the printer’s dialog is no failure, and the trail says that nothing was printed', async ({ startApp }) => {
  const app = await startApp({ data: data() });
  const page = await openAt(app, paper());
  await app.answerPrintDialog(null);
  const button = page.getByRole('button', { name: 'Print', exact: true });
  await button.press('Enter');
  await expect(page.getByRole('button', { name: 'Getting it ready for the printer' })).toBeVisible();
  await expect(button).toBeEnabled();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText('Sent to the printer')).toHaveCount(0);
  expect((await trailOf(page, 2)).toSorted()).toEqual(['document-not-printed', 'document-printed']);
});

test('the page that prints knows one document and no other call, and a lock takes it from under the open dialog', async ({ startApp }) => {
  const app = await startApp({ data: data() });
  const page = await openAt(app, paper());
  const opened = app.printDialogOpened();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await opened;
  const [hidden] = app.hiddenPages();
  if (!hidden) throw new Error('nothing is being printed');
  const notFound = { ok: false, error: { code: 'not-found', what: 'call' } };
  for (const name of ['clients.search', 'documents.get', 'vault.lock', 'vault.status']) {
    expect(await callFrom(hidden, name, name === 'documents.get' ? { id: ids().documentId } : {})).toEqual(notFound);
  }
  expect(await callFrom(page, 'print.paper', {})).toEqual(notFound);
  expect(await hidden.title()).not.toContain('Wren');

  await app.pressLock();
  await unlockedAgain(await app.nextPage());
  await expect.poll(() => app.hiddenPages().length).toBe(0);
});

test('a hand-over that begins meanwhile keeps the printer’s dialog shut', async ({ startApp }) => {
  const app = await startApp({ data: data() });
  const page = await openAt(app, files());
  let dialog = 'shut';
  const opened = app.printDialogOpened().then(() => {
    dialog = 'open';
  });
  opened.catch(() => undefined);
  // The page is made anew for the hand-over, so the answers to both go with the one that asked.
  await page.evaluate(
    ([documentId, clientId]) => {
      const { stillpoint } = window as unknown as { stillpoint: { call(name: string, input: unknown): Promise<unknown> } };
      void stillpoint.call('documents.print', { id: documentId });
      void stillpoint.call('handover.begin', { clientId, forms: [{ formId: 'informed-consent' }] });
    },
    [ids().documentId, ids().clientId] as const,
  );
  const hidden = { timeout: 15_000, intervals: [5] };
  await expect.poll(() => app.hiddenPages().length, hidden).toBe(1);
  await expect.poll(() => app.hiddenPages().length, hidden).toBe(0);
  expect(dialog).toBe('shut');
  let handoverId = '';
  await expect(async () => {
    const { value } = (await callFrom(page, 'handover.current', {})) as { readonly value: { readonly id: string } };
    handoverId = value.id;
    expect(await callFrom(page, 'documents.print', { id: ids().documentId })).toEqual({ ok: false, error: { code: 'handed-over' } });
  }).toPass({ timeout: 15_000 });
  await page.evaluate(
    (input) =>
      void (window as unknown as { stillpoint: { call(name: string, input: unknown): Promise<unknown> } }).stillpoint.call(
        'handover.end',
        input,
      ),
    { handoverId, passphrase },
  );
  await expect.poll(() => trailOf(page, 50).catch(() => []), { timeout: 15_000 }).toContain('document-not-printed');
});

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

test('a scan as an office scanner packs it is shown and printed with its ink', async ({ startApp }) => {
  const app = await startApp({ data: data() });
  const page = await openAt(app, files());
  await drop(page, 'The scan or photo', [{ name: 'scan.pdf', bytes: officeScan() }]);
  await expect(page.getByText('scan.pdf, ')).toBeVisible();
  await page.getByLabel('What it is').fill('Court order');
  await page.getByRole('button', { name: 'File it' }).click();
  await page.getByRole('link', { name: 'Open Court order' }).click();
  const middle = (): Promise<number | undefined> =>
    page
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data[0]);
  await expect.poll(middle).toBe(0);
  await app.answerPrintDialog(at('printed.pdf'));
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await isPrinted(page);
  const [source, printed] = [officeScan(), readFileSync(at('printed.pdf'))].map((pdf) => pagesPainted(pdf, at('.'))[0]);
  if (!source || !printed) throw new Error('nothing was painted');
  const { apart, ink, sameSize } = comparePages(source, printed);
  expect({ close: apart < 60, ink, sameSize }).toEqual({ close: true, ink: 255, sameSize: true });
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
