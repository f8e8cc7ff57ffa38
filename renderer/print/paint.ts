import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PrintOutput } from '../../shared/printing.ts';
import { openPdf } from '../ui/open-pdf.ts';

/** One page of paper: its size in points, and what is on it. */
export type Sheet = { readonly width: number; readonly height: number; readonly margin: number; readonly picture: Blob };

const dotsPerPoint = 300 / 72;
/** No side of a canvas is longer; a poster is painted coarser instead of not at all. */
const longestSide = 12_000;

const sizes = { letter: { width: 612, height: 792 }, a4: { width: 595.28, height: 841.89 } } as const;
/** Printers do not reach the edge of a sheet, and a picture may have something there. */
const pictureMargin = 36;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const blobOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('a page is too large to paint'))), 'image/png'),
  );

/** Each page becomes a picture in its packed form; one canvas serves them all, so that a long scan needs no more memory than a page. */
const pageOf = async (pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): Promise<Sheet> => {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(dotsPerPoint, longestSide / Math.max(width, height)) });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const picture = await blobOf(canvas);
  page.cleanup();
  return { width, height, margin: 0, picture };
};

const pagesOf = async (base64: string): Promise<readonly Sheet[]> => {
  const loading = openPdf(base64);
  const pdf = await loading.promise;
  const canvas = document.createElement('canvas');
  const sheets: Sheet[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) sheets.push(await pageOf(pdf, number, canvas));
  await loading.destroy();
  return sheets;
};

/** The document as sheets of paper. */
export const sheetsOf = async ({ mediaType, paper, base64 }: PrintOutput<'print.paper'>): Promise<readonly Sheet[]> => {
  if (mediaType === 'application/pdf') return pagesOf(base64);
  return [{ ...sizes[paper], margin: pictureMargin, picture: new Blob([bytesOf(base64)], { type: mediaType }) }];
};
