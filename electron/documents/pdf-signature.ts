import type { StructureElement } from 'pdfkit';
import type { Row, Sheet } from './pdf-pages.ts';
import { beside, spaceRow, textRows } from './pdf-rows.ts';

type Point = { readonly x: number; readonly y: number };

/** A signature as it goes on paper: strokes in the px of their field, or a typed name. */
export type SignatureMark =
  | {
      readonly method: 'drawn';
      readonly strokes: readonly (readonly Point[])[];
      readonly width: number;
      readonly height: number;
      readonly alt: string;
    }
  | { readonly method: 'typed'; readonly name: string };

export type SignatureBlock = {
  /** What is meant by signing, above the signature. */
  readonly intent: string;
  readonly mark: SignatureMark;
  /** Whose it is, in larger type under the line. */
  readonly role: string;
  /** Name, how it was made, when: a line each. */
  readonly evidence: readonly string[];
};

const box = { height: 60, inset: 3 };

/** Strokes moved and scaled to stand wholly inside a box, in their proportions, also where the hand left the field. */
export const fitted = (mark: Extract<SignatureMark, { method: 'drawn' }>, width: number, height: number): readonly (readonly Point[])[] => {
  const points = mark.strokes.flat();
  const xs = [0, mark.width, ...points.map(({ x }) => x)];
  const ys = [0, mark.height, ...points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(width / (right - left), height / (bottom - top));
  return mark.strokes.map((stroke) =>
    stroke.map(({ x, y }) => ({ x: (x - left) * scale, y: (y - top) * scale + (height - (bottom - top) * scale) })),
  );
};

const drawnRow = (
  sheet: Sheet,
  mark: Extract<SignatureMark, { method: 'drawn' }>,
  left: number,
  width: number,
  parent: StructureElement,
): Row => {
  const strokes = fitted(mark, width - 2 * box.inset, box.height - 2 * box.inset);
  const figure = sheet.doc.struct('Figure', { alt: mark.alt });
  parent.add(figure);
  const draw = (top: number): void => {
    const { doc } = sheet;
    const content = doc.markStructureContent('Figure');
    doc.lineWidth(1.3).lineCap('round').lineJoin('round').strokeColor('#000000');
    const at = ({ x, y }: Point): [number, number] => [left + box.inset + x, top + box.inset + y];
    for (const [first, ...rest] of strokes) {
      if (!first) continue;
      if (rest.length === 0) doc.circle(...at(first), 0.8).fill();
      else doc.moveTo(...at(first));
      for (const point of rest) doc.lineTo(...at(point));
      if (rest.length > 0) doc.stroke();
    }
    doc.endMarkedContent();
    figure.add(content);
  };
  return { height: box.height, tied: true, space: false, draw };
};

const typedRows = (sheet: Sheet, name: string, left: number, width: number, parent: StructureElement): readonly Row[] => {
  const text = textRows(sheet, 'P', name, { size: 18, weight: 400, width }, left, parent, true);
  const height = text.reduce((sum, row) => sum + row.height, 0);
  return [spaceRow(Math.max(6, box.height - height - 2), true), ...text, spaceRow(2, true)];
};

const lineRow = (sheet: Sheet, left: number, width: number): Row => ({
  height: 6,
  tied: true,
  space: false,
  draw: (top) => {
    sheet.doc.markContent('Artifact', { type: 'Layout' });
    sheet.doc
      .lineWidth(0.75)
      .strokeColor('#000000')
      .moveTo(left, top + 1)
      .lineTo(left + width, top + 1)
      .stroke();
    sheet.doc.endMarkedContent();
  },
});

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.height, 0);

const blockRows = (
  sheet: Sheet,
  block: SignatureBlock,
  left: number,
  width: number,
): { readonly intent: readonly Row[]; readonly signed: readonly Row[] } => {
  const { mark, role, evidence } = block;
  const section = sheet.doc.struct('Sect');
  sheet.root.add(section);
  const intent = textRows(sheet, 'P', block.intent, { size: 9, weight: 400, width }, left, section, true);
  const signed = [
    ...(mark.method === 'drawn' ? [drawnRow(sheet, mark, left, width, section)] : typedRows(sheet, mark.name, left, width, section)),
    lineRow(sheet, left, width),
    ...textRows(sheet, 'P', role, { size: 11, weight: 600, width }, left, section, true),
    ...evidence.flatMap((line) => textRows(sheet, 'P', line, { size: 9, weight: 400, width }, left, section, true)),
  ];
  return { intent, signed };
};

/** Two to a row where they fit on a page beside each other, their lines at one height as far as the names allow. */
export const signatureRows = (sheet: Sheet, blocks: readonly SignatureBlock[]): readonly Row[] => {
  const gap = 28;
  const column = (sheet.width - gap) / 2;
  const laid = blocks.map((block, index) => blockRows(sheet, block, sheet.left + (index % 2) * (column + gap), column));
  const rows: Row[] = [];
  for (let index = 0; index < laid.length; index += 2) {
    const pair = laid.slice(index, index + 2);
    const above = Math.max(...pair.map(({ intent }) => heightOf(intent)));
    const stacks = pair.map(({ intent, signed }) => [...intent, spaceRow(above - heightOf(intent) + 4, true), ...signed]);
    rows.push(...beside(sheet, stacks), spaceRow(16));
  }
  return rows;
};
