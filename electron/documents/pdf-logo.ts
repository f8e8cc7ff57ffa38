import { setImmediate as nextTurn } from 'node:timers/promises';
import type PDFDocument from 'pdfkit';
import type { Picture } from 'pdfkit';

/** The practice's picture as it was checked when it was chosen. */
export type Logo = { readonly mediaType: 'image/png' | 'image/jpeg'; readonly bytes: Uint8Array };

/** Put into the file before anything else: one with clear parts is unpacked in its own time, and the same input is to give the same bytes. */
export const openPicture = async (doc: PDFDocument, { bytes }: Logo): Promise<Picture> => {
  const picture = doc.openImage(Buffer.from(bytes));
  picture.embed(doc);
  while (picture.obj?.offset === undefined) await nextTurn();
  return picture;
};
