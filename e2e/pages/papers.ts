import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { okOf, startHeadless } from '../assure/headless-process.ts';
import { details, passphrase, profile, readySigning } from '../assure/trial-records.ts';
import type { App } from '../fixtures/app.ts';
import { callFrom } from '../fixtures/stillpoint.ts';
import { expect, test } from '../fixtures/test.ts';

type Ids = { readonly clientId: string; readonly documentId: string };

/** A practice with one client and a consent they signed, made once for a file and copied for each test; and a place for what is saved and printed. */
export const practiceWithPaper = () => {
  let place = '';
  let run = '';
  let ids: Ids = { clientId: '', documentId: '' };
  test.beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'stillpoint-papers-'));
    const vault = startHeadless({ data: join(place, 'practice') });
    await okOf(vault.call('vault.create', { passphrase, profile }));
    const client = await okOf(vault.call('clients.create', details));
    const { documentId } = await okOf(vault.call('consent.sign', await readySigning(vault, client.id)));
    ids = { clientId: client.id, documentId };
    await vault.end();
  });
  test.afterAll(() => rmSync(place, { recursive: true, force: true }));
  test.beforeEach(() => {
    run = mkdtempSync(join(place, 'run-'));
    cpSync(join(place, 'practice'), join(run, 'practice'), { recursive: true });
  });
  return {
    ids: () => ids,
    data: () => join(run, 'practice'),
    at: (name: string) => join(run, name),
  };
};

/** Unlocks, and opens a place of the window by its address. */
export const openAt = async (app: App, address: string): Promise<Page> => {
  const page = app.page();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${address}`);
  return page;
};

export const pdfOf = async (page: Page, documentId: string): Promise<Buffer> => {
  const reply = (await callFrom(page, 'documents.get', { id: documentId })) as { readonly value: { readonly pdf: string } };
  return Buffer.from(reply.value.pdf, 'base64');
};

/** As a person who drops them on the field. */
export const drop = async (
  page: Page,
  label: string,
  dropped: readonly { readonly name: string; readonly bytes: Buffer }[],
): Promise<void> => {
  const given = dropped.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
  const transfer = await page.evaluateHandle((all) => {
    const holder = new DataTransfer();
    for (const { name, base64 } of all) holder.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    return holder;
  }, given);
  await page.getByRole('group', { name: label }).dispatchEvent('drop', { dataTransfer: transfer });
};

/** A browser of its own is started for it first. */
export const isPrinted = (page: Page) => expect(page.getByText('Sent to the printer')).toBeVisible({ timeout: 30_000 });

/** Newest first. */
export const trailOf = async (page: Page, count: number): Promise<readonly string[]> => {
  const reply = (await callFrom(page, 'audit.list', { limit: count })) as {
    readonly value: { readonly lines: readonly { readonly action: string }[] };
  };
  return reply.value.lines.map((line) => line.action);
};

type Picture = { readonly width: number; readonly height: number; readonly grey: Buffer };

/** Each page of a PDF as poppler paints it, in grey. */
export const pagesPainted = (pdf: Uint8Array, folder: string): readonly Picture[] => {
  const stem = join(mkdtempSync(join(folder, 'painted-')), 'page');
  writeFileSync(`${stem}.pdf`, pdf);
  execFileSync('pdftoppm', ['-gray', '-r', '72', `${stem}.pdf`, stem]);
  const pages = Number(execFileSync('pdfinfo', [`${stem}.pdf`], { encoding: 'utf8' }).match(/^Pages:\s+(\d+)/m)?.[1]);
  return Array.from({ length: pages }, (_, index) => {
    const file = readFileSync(`${stem}-${String(index + 1).padStart(String(pages).length, '0')}.pgm`);
    const [head = '', width, height] = file.toString('latin1', 0, 40).match(/^P5\s+(\d+)\s+(\d+)\s+255\s/) ?? [];
    return { width: Number(width), height: Number(height), grey: file.subarray(head.length) };
  });
};

const cell = 6;

/** Ink by cells of a twelfth of an inch, 0 to 255. */
const inkOf = ({ width, height, grey }: Picture): number[] => {
  const across = Math.floor(width / cell);
  const down = Math.floor(height / cell);
  return Array.from({ length: across * down }, (_, index) => {
    const [left, top] = [(index % across) * cell, Math.floor(index / across) * cell];
    let ink = 0;
    for (let y = top; y < top + cell; y += 1) for (let x = left; x < left + cell; x += 1) ink += 255 - (grey[y * width + x] ?? 255);
    return ink / (cell * cell);
  });
};

/** How far two pages differ: the greatest difference of ink in any place, and how much ink there is at all. */
export const comparePages = (
  one: Picture,
  other: Picture,
): { readonly apart: number; readonly ink: number; readonly sameSize: boolean } => {
  const [first, second] = [inkOf(one), inkOf(other)];
  return {
    apart: Math.max(...first.map((ink, at) => Math.abs(ink - (second[at] ?? 255)))),
    ink: Math.max(...first),
    sameSize: Math.abs(one.width - other.width) <= 1 && Math.abs(one.height - other.height) <= 1,
  };
};

const int = (value: number, bytes: number): Buffer => {
  const held = Buffer.alloc(bytes);
  held.writeUIntBE(value, 0, bytes);
  return held;
};

const segment = (number: number, kind: number, content: Buffer): Buffer =>
  Buffer.concat([int(number, 4), int(kind, 1), int(0, 1), int(1, 1), int(content.length, 4), content]);

/** 32 by 32 black points as an office scanner packs them (JBIG2, lines as a fax sends them). */
const blackSquare = (): Buffer => {
  // A first line of no white and 32 black points; each further one is as the one before.
  const bits = `001${'00110101'}${'000001101010'}${'11'.repeat(31)}`;
  const lines = Buffer.from((bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
  const size = Buffer.concat([int(32, 4), int(32, 4)]);
  return Buffer.concat([
    segment(0, 48, Buffer.concat([size, int(0, 4), int(0, 4), int(0, 1), int(0, 2)])),
    segment(1, 38, Buffer.concat([size, int(0, 4), int(0, 4), int(0, 1), int(1, 1), lines])),
  ]);
};

/** A scan whose one picture is a black square of six inches. */
export const officeScan = (): Buffer => {
  const picture = blackSquare();
  const drawing = 'q 432 0 0 432 90 180 cm /Im Do Q';
  const image = '/Type /XObject /Subtype /Image /Width 32 /Height 32 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode';
  return Buffer.concat([
    Buffer.from(
      [
        '%PDF-1.5',
        '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
        '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
        '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /Im 5 0 R >> >> >> endobj',
        `4 0 obj << /Length ${drawing.length} >> stream\n${drawing}\nendstream endobj`,
        `5 0 obj << ${image} /Length ${picture.length} >> stream\n`,
      ].join('\n'),
    ),
    picture,
    Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R /Size 6 >>\n%%EOF\n'),
  ]);
};
