import type { StructureElement } from 'pdfkit';
import type { Row, Sheet } from './pdf-pages.ts';
import { beside, spaceRow, textRows } from './pdf-rows.ts';

/** `width` in points; the last column takes what is left. */
export type TableColumn = { readonly title: string; readonly width: number };

const closing = (row: Row, element: StructureElement): Row => ({
  ...row,
  draw: (top) => {
    row.draw(top);
    element.end();
  },
});

const gap = 10;
const size = 9;

/** The titles as they are drawn on a further page: for the eye, since a reader of the file has them from the table itself. */
const titlesAgain = (
  { doc, setter }: Sheet,
  titles: readonly string[],
  places: readonly { readonly left: number; readonly width: number }[],
): NonNullable<Row['again']> => {
  const stacks = places.map(({ left, width }, index) => ({
    left,
    width,
    lines: setter.lines(titles[index] ?? '', { size, weight: 600, width }),
  }));
  const heightOf = (lines: readonly { readonly height: number }[]): number => lines.reduce((sum, { height }) => sum + height, 0);
  const draw = (top: number): void => {
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Top'] });
    for (const { left, width, lines } of stacks)
      for (const [index, line] of lines.entries()) setter.draw(line, left, top + heightOf(lines.slice(0, index)), width, 'left');
    doc.endMarkedContent();
  };
  return { height: Math.max(...stacks.map(({ lines }) => heightOf(lines))) + 3, draw };
};

/** The head of a table and what each further row is drawn with, so that a long one can be laid down bit by bit. `repeats`: its titles on each page. */
export const startTable = (
  sheet: Sheet,
  columns: readonly TableColumn[],
  repeats = false,
): { readonly head: readonly Row[]; readonly row: (cells: readonly string[]) => readonly Row[] } => {
  const table = sheet.doc.struct('Table');
  sheet.root.add(table);
  const places = columns.map(({ width }, index) => {
    const left = columns.slice(0, index).reduce((sum, before) => sum + before.width + gap, 0);
    return { left: sheet.left + left, width: index === columns.length - 1 ? sheet.width - left : width };
  });
  const across = (tag: 'TH' | 'TD', cells: readonly string[]): readonly Row[] => {
    const line = sheet.doc.struct('TR');
    table.add(line);
    const stacks = places.map(({ left, width }, index) =>
      textRows(sheet, tag, cells[index] ?? '', { size, weight: tag === 'TH' ? 600 : 400, width }, left, line),
    );
    // Written out as soon as it is drawn: with thousands of rows the end of the document would take long at once.
    return beside(sheet, stacks).map((row, index, { length }) => (index < length - 1 ? row : closing(row, line)));
  };
  const titles = columns.map(({ title }) => title);
  const again = repeats ? titlesAgain(sheet, titles, places) : undefined;
  return {
    head: [...across('TH', titles).map((row) => ({ ...row, tied: true })), spaceRow(3, true)],
    row: (cells) => [...across('TD', cells).map((row) => (again ? { ...row, again } : row)), spaceRow(3)],
  };
};
