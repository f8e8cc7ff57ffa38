import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { passphrase } from './assure/trial-records.ts';
import { scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { comparePages, drop, isPrinted, officeScan, openAt, pagesPainted, pdfOf, practiceWithPaper, trailOf } from './pages/papers.ts';

/** What comes out of the printer, and what never does. */

const { ids, data, at } = practiceWithPaper();
const files = (): string => `/clients/${ids().clientId}/files`;
const paper = (): string => `${files()}/${ids().documentId}`;
const unlockedAgain = (page: Page) => expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible();

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

test('a scan as an office scanner packs it is shown and printed with its ink', async ({ startApp }) => {
  const app = await startApp({ data: data() });
  const page = await openAt(app, files());
  await drop(page, 'The scans and photos', [{ name: 'scan.pdf', bytes: officeScan() }]);
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
