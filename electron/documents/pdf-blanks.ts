import type { StructureElement } from 'pdfkit';
import { acrossRows, boxRows, pairRows, ruled, side } from './pdf-boxes.ts';
import type { Row, Sheet } from './pdf-pages.ts';
import { beside, spaceRow, textRows } from './pdf-rows.ts';

/** A box to tick; `line` gives room for words beside it. */
export type TickBox = { readonly label: string; readonly line?: boolean };

/** Who signs on paper, and what by signing. */
export type SigningPlace = {
  readonly intent: string;
  readonly role: string;
  readonly name: string;
  readonly date: string;
  readonly filledName: string;
};

/** What is drawn to be filled by hand. */
export type BlankVerbs = {
  /** One under the other, each beside its words. */
  readonly boxes: (boxes: readonly TickBox[]) => void;
  /** Room for words: so many lines over the whole width, under a small label. */
  readonly writingLines: (label: string, lines: number) => void;
  /** A name and a line to write on; `width` of the line in points, all the width where it is left out. */
  readonly field: (label: string, width?: number) => void;
  /** Words at the left and boxes at the right, at the same places in every row. */
  readonly boxedRow: (label: string, boxes: readonly string[]) => void;
  /** As `boxedRow`, for a long list: one or two to a line, each with the same few short words beside its boxes. */
  readonly boxedPairs: (lines: readonly (readonly string[])[], boxes: readonly string[]) => void;
  /** Boxes with short words, beside each other as far as the line goes. */
  readonly boxesAcross: (labels: readonly string[]) => void;
  /** Two beside each other. */
  readonly signingPlaces: (places: readonly SigningPlace[]) => void;
};

/** Between two lines that are written on by hand. */
const lineHeight = 24;
const labelWidth = 96;
/** Beside a signature, where the column is half as wide. */
const narrowLabel = 40;

const writingLine = (sheet: Sheet, left: number, width: number): Row => ({
  height: lineHeight,
  tied: true,
  space: false,
  draw: (top) => ruled(sheet, left, width, top + lineHeight - 4),
});

const fieldRow = (sheet: Sheet, label: string, left: number, width: number, parent: StructureElement, labels: number): Row => {
  const words = textRows(sheet, 'P', label, { size: 11, weight: 600, width: labels }, left, parent);
  const height = Math.max(
    lineHeight,
    words.reduce((sum, row) => sum + row.height, 0),
  );
  return {
    height,
    tied: false,
    space: false,
    draw: (top) => {
      let y = top + height - words.reduce((sum, row) => sum + row.height, 0);
      for (const row of words) {
        row.draw(y);
        y += row.height;
      }
      ruled(sheet, left + labels + 8, width - labels - 8, top + height - 3);
    },
  };
};

/** A name that is known stands on its line already. */
const nameRows = (sheet: Sheet, place: SigningPlace, left: number, width: number, parent: StructureElement): readonly Row[] => {
  if (place.filledName === '') return [fieldRow(sheet, place.name, left, width, parent, narrowLabel)];
  const words = { left: left + narrowLabel + 8, width: width - narrowLabel - 8 };
  return [
    spaceRow(lineHeight - 15),
    ...beside(sheet, [
      textRows(sheet, 'P', place.name, { size: 11, weight: 600, width: narrowLabel }, left, parent),
      textRows(sheet, 'P', place.filledName, { size: 11, weight: 400, width: words.width }, words.left, parent),
    ]),
  ];
};

const placeRows = (
  sheet: Sheet,
  place: SigningPlace,
  left: number,
  width: number,
): { readonly intent: readonly Row[]; readonly rest: readonly Row[] } => {
  const section = sheet.doc.struct('Sect');
  sheet.root.add(section);
  return {
    intent: textRows(sheet, 'P', place.intent, { size: 9, weight: 400, width }, left, section),
    rest: [
      spaceRow(28),
      writingLine(sheet, left, width),
      ...textRows(sheet, 'P', place.role, { size: 11, weight: 600, width }, left, section),
      ...nameRows(sheet, place, left, width, section),
      fieldRow(sheet, place.date, left, width, section, narrowLabel),
    ],
  };
};

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.height, 0);

const signingRows = (sheet: Sheet, places: readonly SigningPlace[]): readonly Row[] => {
  const gap = 28;
  const column = (sheet.width - gap) / 2;
  const laid = places.map((place, index) => placeRows(sheet, place, sheet.left + (index % 2) * (column + gap), column));
  return laid.flatMap((_, index) => {
    if (index % 2 === 1) return [];
    const pair = laid.slice(index, index + 2);
    const above = Math.max(...pair.map(({ intent }) => heightOf(intent)));
    return [
      ...beside(
        sheet,
        pair.map(({ intent, rest }) => [...intent, spaceRow(above - heightOf(intent)), ...rest]),
      ),
      spaceRow(16),
    ];
  });
};

export const blankVerbs = (sheet: Sheet, lay: (...rows: readonly Row[]) => void): BlankVerbs => {
  const { doc, root, left, width } = sheet;
  const inset = { left: left + 12, width: width - 12 };
  return {
    boxes: (boxes) => {
      const list = doc.struct('L');
      root.add(list);
      lay(spaceRow(2, true));
      for (const { label, line } of boxes) {
        const entry = doc.struct('LI');
        list.add(entry);
        const rows = boxRows(sheet, label, { left: inset.left, width: inset.width, size: 11 }, entry, 'LBody');
        lay(
          ...rows.map((row) => ({ ...row, tied: true })),
          ...(line ? [writingLine(sheet, inset.left + side + 8, inset.width - side - 8)] : []),
          spaceRow(3, true),
        );
      }
      lay(spaceRow(3));
    },
    writingLines: (label, lines) => {
      if (label !== '') lay(...textRows(sheet, 'P', label, { size: 9, weight: 400, width: inset.width }, inset.left, root, true));
      lay(...Array.from({ length: lines }, () => writingLine(sheet, inset.left, inset.width)), spaceRow(4));
    },
    field: (label, line) =>
      lay(fieldRow(sheet, label, left, line === undefined ? width : labelWidth + 8 + line, root, labelWidth), spaceRow(3)),
    boxedRow: (label, boxes) => {
      const line = doc.struct('P');
      root.add(line);
      const words = width * 0.46;
      const places = [0.48, 0.6, 0.87].map((share) => left + width * share);
      const stacks = boxes.map((box, index) => {
        const at = places[index] ?? left + words;
        return boxRows(sheet, box, { left: at, width: (places[index + 1] ?? left + width) - at, size: 10 }, line, 'Span');
      });
      const row = beside(sheet, [textRows(sheet, 'Span', label, { size: 10, weight: 400, width: words }, left, line), ...stacks]);
      const under: Row = { height: 2, tied: false, space: false, draw: (top) => ruled(sheet, left, width, top + 1, 0.3, '#8c8c8c') };
      lay(...row.map((one) => ({ ...one, tied: true })), under);
    },
    boxedPairs: (lines, boxes) => lay(...pairRows(sheet, lines, boxes)),
    boxesAcross: (labels) => lay(...acrossRows(sheet, labels, inset.left, inset.width)),
    signingPlaces: (places) => lay(...signingRows(sheet, places)),
  };
};
