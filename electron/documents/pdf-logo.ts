import { setImmediate as nextTurn } from 'node:timers/promises';
import type PDFDocument from 'pdfkit';
import type { Picture } from 'pdfkit';
import type { Row, Sheet } from './pdf-pages.ts';

/** The practice's picture as it was checked when it was chosen. */
export type Logo = { readonly mediaType: 'image/png' | 'image/jpeg'; readonly bytes: Uint8Array };

/** Room it has in the head, in points. */
const room = { width: 150, height: 46 } as const;

/** Put into the file before anything else: one with clear parts is unpacked in its own time, and the same input is to give the same bytes. */
export const openPicture = async (doc: PDFDocument, { bytes }: Logo): Promise<Picture> => {
  const picture = doc.openImage(Buffer.from(bytes));
  picture.embed(doc);
  while (picture.obj?.offset === undefined) await nextTurn();
  return picture;
};

/** At the right end of the width, as large as its room allows. */
export const pictureRow = ({ doc, left, width: across }: Sheet, picture: Picture): Row & { readonly width: number } => {
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const draw = (top: number): void => {
    // The name stands beside it in words.
    doc.markContent('Artifact', { type: 'Layout' });
    doc.image(picture, left + across - width, top, { width, height });
    doc.endMarkedContent();
  };
  return { width, height, tied: true, space: false, draw };
};
