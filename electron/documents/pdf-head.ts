import type { Picture } from 'pdfkit';
import type { DocumentHeadWords, Row, Sheet } from './pdf-pages.ts';
import { beside, textRows } from './pdf-rows.ts';

const sizes = { name: 13, small: 9 } as const;
/** Between the words and the picture. */
const gap = 18;

/** Room it has in the head, in points. */
const room = { width: 150, height: 46 } as const;

/** At the right end of the width, as large as its room allows. */
const pictureRow = ({ doc, left, width: across }: Sheet, picture: Picture): Row & { readonly width: number } => {
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

/** Whose paper it is: name, who writes and address at the left, the practice's picture at the right. */
export const headRows = (sheet: Sheet, { practice }: DocumentHeadWords): readonly Row[] => {
  const { left, root, picture } = sheet;
  const logo = picture && practice.name !== '' ? pictureRow(sheet, picture) : null;
  const width = logo ? sheet.width - logo.width - gap : sheet.width;
  const lines = [
    { words: practice.name, size: sizes.name, weight: 600 },
    { words: practice.by ?? '', size: sizes.small, weight: 400 },
    { words: practice.address, size: sizes.small, weight: 400 },
  ] as const;
  const words = lines
    .filter((line) => line.words.trim() !== '')
    .flatMap((line) => textRows(sheet, 'P', line.words, { size: line.size, weight: line.weight, width }, left, root, true));
  return logo ? beside(sheet, [words, [logo]]).map((row) => ({ ...row, tied: true })) : words;
};
