import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentHeadWords } from './pdf-pages.ts';

/** What other programs make of our files: poppler's and qpdf's tools, over a file that is removed again. */

const through = (pdf: Uint8Array, tool: string, args: (file: string) => readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'stillpoint-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    return execFileSync(tool, args(file), { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Direction controls that pdftotext and we add around right-to-left words. */
const added = /\u200F|[\u202A-\u202E\u2066-\u2069]/g;

export const textOf = (pdf: Uint8Array): string =>
  through(pdf, 'pdftotext', (file) => ['-enc', 'UTF-8', file, '-'])
    .replace(added, '')
    .normalize('NFC');
/** In the order in which it is drawn, which is that of its tags, not that of its place on the page. */
export const drawnIn = (pdf: Uint8Array): string =>
  through(pdf, 'pdftotext', (file) => ['-raw', '-enc', 'UTF-8', file, '-']).normalize('NFC');
export const pagesOf = (pdf: Uint8Array): readonly string[] => textOf(pdf).split('\f').slice(0, -1);
export const infoOf = (pdf: Uint8Array, ...options: readonly string[]): string => through(pdf, 'pdfinfo', (file) => [...options, file]);
export const checkOf = (pdf: Uint8Array): string => through(pdf, 'qpdf', (file) => ['--check', file]);
/** Every object and content stream in the open. */
export const openedUp = (pdf: Uint8Array): string => through(pdf, 'qpdf', (file) => ['--qdf', '--object-streams=disable', file, '-']);

/** A line for each font: name, type, encoding, embedded, subset, unicode. */
export const fontsOf = (pdf: Uint8Array): readonly { readonly name: string; readonly embedded: boolean; readonly unicode: boolean }[] =>
  through(pdf, 'pdffonts', (file) => [file])
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => {
      const [embedded, , unicode] = line.trim().split(/\s+/).slice(-5);
      return { name: line.split(/\s+/)[0] ?? '', embedded: embedded === 'yes', unicode: unicode === 'yes' };
    });

export type PlacedWord = {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
  readonly text: string;
};
export const wordsOn = (pdf: Uint8Array): readonly PlacedWord[] =>
  [
    ...through(pdf, 'pdftotext', (file) => ['-bbox', file, '-']).matchAll(
      /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g,
    ),
  ].map(([, xMin, yMin, xMax, yMax, text]) => ({
    xMin: Number(xMin),
    yMin: Number(yMin),
    xMax: Number(xMax),
    yMax: Number(yMax),
    text: text ?? '',
  }));

/** One page in greys, as a black-and-white printer has it: rows from the top, so many pixels to a point. */
export const pictureOf = (pdf: Uint8Array, page: number): { readonly width: number; readonly scale: number; readonly pixels: Buffer } => {
  const folder = mkdtempSync(join(tmpdir(), 'stillpoint-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    const args = ['-r', '216', '-gray', '-f', String(page), '-l', String(page), file];
    const picture = execFileSync('pdftoppm', args, { maxBuffer: 256 * 1024 * 1024 });
    const head = /^P5\s(\d+) (\d+)\s255\s/.exec(picture.toString('latin1', 0, 40));
    if (!head) throw new Error('not a picture');
    return { width: Number(head[1]), scale: 216 / 72, pixels: picture.subarray(head[0].length) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Darkest value of each pixel outside the margins would be paper: 255 there means nothing was drawn. */
export const inkOutside = (pdf: Uint8Array, margin: number): number => {
  const folder = mkdtempSync(join(tmpdir(), 'stillpoint-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    const picture = execFileSync('pdftoppm', ['-r', '72', '-gray', file], { maxBuffer: 256 * 1024 * 1024 });
    return inkOf(picture, margin);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Counts dark pixels left and right of the margins in a run of binary PGM pictures. */
const inkOf = (pictures: Buffer, margin: number): number => {
  let ink = 0;
  for (let at = 0; at < pictures.length; ) {
    const head = /^P5\s(\d+) (\d+)\s255\s/.exec(pictures.toString('latin1', at, at + 40));
    if (!head) throw new Error('not a picture');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const pixels = pictures.subarray(at + head[0].length, at + head[0].length + width * height);
    pixels.forEach((value, index) => {
      const x = index % width;
      if (value < 200 && (x < margin || x >= width - margin)) ink++;
    });
    at += head[0].length + width * height;
  }
  return ink;
};

export const withoutSpace = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');

export const head: DocumentHeadWords & { readonly foot: NonNullable<DocumentHeadWords['foot']> } = {
  documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
  title: 'Consent & <other> words',
  createdAt: '2026-11-23T15:58:07.000Z',
  paper: 'letter',
  appVersion: '0.1.0',
  practice: { name: 'Quiet Hands', address: '12 Elm Street' },
  foot: { name: 'Maya Rivera', day: '23 November 2026', page: (page, of) => `page ${page} of ${of}` },
};
