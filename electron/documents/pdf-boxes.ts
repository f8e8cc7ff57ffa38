import type { StructureElement } from 'pdfkit';
import type { Row, Sheet } from './pdf-pages.ts';
import { beside, spaceRow, textRows } from './pdf-rows.ts';

/** Of a box to tick. */
export const side = 9;
/** For a box with a short word. */
const boxSlot = 37.5;

export const ruled = (sheet: Sheet, left: number, width: number, y: number, weight = 0.6, color = '#000000'): void => {
  const { doc } = sheet;
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .lineWidth(weight)
    .strokeColor(color)
    .moveTo(left, y)
    .lineTo(left + width, y)
    .stroke();
  doc.endMarkedContent();
};

const withBox = (sheet: Sheet, row: Row, left: number): Row => ({
  ...row,
  draw: (top) => {
    const { doc } = sheet;
    const y = top + (row.height - side) / 2;
    const corners = [
      [left + side, y],
      [left + side, y + side],
      [left, y + side],
      [left, y],
    ] as const;
    doc.markContent('Artifact', { type: 'Layout' });
    doc.lineWidth(0.9).lineCap('butt').strokeColor('#000000').moveTo(left, y);
    for (const [x, at] of corners) doc.lineTo(x, at);
    doc.stroke();
    doc.endMarkedContent();
    row.draw(top);
  },
});

/** Where words with a box stand; `gap` between the two where it is less than usual. */
type BoxPlace = { readonly left: number; readonly width: number; readonly size: number; readonly gap?: number };

/** Words with a box before their first line. */
export const boxRows = (sheet: Sheet, label: string, place: BoxPlace, parent: StructureElement, tag: string): readonly Row[] => {
  const indent = side + (place.gap ?? 8);
  const style = { size: place.size, weight: 400, width: place.width - indent } as const;
  return textRows(sheet, tag, label, style, place.left + indent, parent).map((row, index) =>
    index === 0 ? withBox(sheet, row, place.left) : row,
  );
};

/** One half of the width: words, then boxes at the same places in every row. */
const pairCell = (sheet: Sheet, label: string, boxes: readonly string[], left: number, width: number): readonly (readonly Row[])[] => {
  const line = sheet.doc.struct('P');
  sheet.root.add(line);
  const taken = boxes.length * boxSlot;
  return [
    textRows(sheet, 'Span', label, { size: 10, weight: 400, width: width - taken - 4 }, left, line),
    ...boxes.map((box, index) =>
      boxRows(sheet, box, { left: left + width - taken + index * boxSlot, width: boxSlot, size: 9, gap: 4 }, line, 'Span'),
    ),
  ];
};

/** One or two to a line, each with the same few short words beside its boxes. */
export const pairRows = (sheet: Sheet, lines: readonly (readonly string[])[], boxes: readonly string[]): readonly Row[] => {
  const gap = 18;
  const width = (sheet.width - gap) / 2;
  return lines.flatMap((labels) => {
    const cells = labels.flatMap((label, at) => pairCell(sheet, label, boxes, sheet.left + at * (width + gap), width));
    const draw = (top: number): void => ruled(sheet, sheet.left, sheet.width, top + 0.9, 0.3, '#8c8c8c');
    return [...beside(sheet, cells).map((one) => ({ ...one, tied: true })), { height: 1.8, tied: false, space: false, draw }];
  });
};

/** Boxes with short words, beside each other as far as the line goes. */
export const acrossRows = (sheet: Sheet, labels: readonly string[], left: number, width: number): readonly Row[] => {
  const list = sheet.doc.struct('L');
  sheet.root.add(list);
  const lines: (readonly Row[])[][] = [];
  let x = left;
  for (const label of labels) {
    const room = width - side - 8;
    const words = Math.max(0, ...sheet.setter.lines(label, { size: 11, weight: 400, width: room }).map((line) => line.width));
    if (lines.length === 0 || x + side + 8 + words > left + width) {
      lines.push([]);
      x = left;
    }
    const entry = sheet.doc.struct('LI');
    list.add(entry);
    lines.at(-1)?.push(boxRows(sheet, label, { left: x, width: words + side + 9, size: 11 }, entry, 'LBody'));
    x += side + 8 + words + 18;
  }
  return lines.flatMap((line) => [...beside(sheet, line), spaceRow(4)]);
};
