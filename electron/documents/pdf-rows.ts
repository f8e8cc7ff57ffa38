import type { StructureElement } from 'pdfkit';
import type { Row, Sheet } from './pdf-pages.ts';
import type { Text, TextStyle } from './typesetter.ts';

export const spaceRow = (height: number, tied = false): Row => ({ height, tied, space: true, draw: () => undefined });

/** Rows of text under one structure element; a page break leaves at least two lines on either side. */
export const textRows = (
  sheet: Sheet,
  tag: string,
  text: Text,
  style: TextStyle,
  left: number,
  parent: StructureElement,
  tiedToNext = false,
): readonly Row[] => {
  const lines = sheet.setter.lines(text, style);
  const element = sheet.doc.struct(tag);
  parent.add(element);
  return lines.map((line, index) => ({
    height: line.height,
    space: false,
    tied:
      (tiedToNext && index === lines.length - 1) ||
      (lines.length > 1 && (index === 0 || index === lines.length - 2)) ||
      (tiedToNext && lines.length <= 4),
    draw: (top: number) => {
      if (line.runs.length === 0) return;
      const content = sheet.doc.markStructureContent(tag);
      sheet.setter.draw(line, left, top, style.width, style.side ?? 'left');
      sheet.doc.endMarkedContent();
      element.add(content);
    },
  }));
};

export const withBar = (sheet: Sheet, row: Row): Row => ({
  ...row,
  draw: (top) => {
    sheet.doc.markContent('Artifact', { type: 'Layout' });
    sheet.doc
      .lineWidth(2)
      .strokeColor('#8c8c8c')
      .moveTo(sheet.left + 1, top)
      .lineTo(sheet.left + 1, top + row.height)
      .stroke();
    sheet.doc.endMarkedContent();
    row.draw(top);
  },
});

/** Several stacks of rows side by side, as one row; one under the other where no page is tall enough for that. */
export const beside = (sheet: Sheet, stacks: readonly (readonly Row[])[]): readonly Row[] => {
  const height = Math.max(0, ...stacks.map((stack) => stack.reduce((sum, row) => sum + row.height, 0)));
  if (height > sheet.room) return stacks.flat();
  const draw = (top: number): void => {
    for (const stack of stacks) {
      let y = top;
      for (const row of stack) {
        row.draw(y);
        y += row.height;
      }
    }
  };
  return [{ height, tied: false, space: false, draw }];
};

export const withBullet = (sheet: Sheet, row: Row, x: number): Row => ({
  ...row,
  draw: (top) => {
    sheet.doc.markContent('Artifact', { type: 'Layout' });
    sheet.doc.circle(x, top + row.height * 0.54, 1.6).fill();
    sheet.doc.endMarkedContent();
    row.draw(top);
  },
});

/** One under the other over the whole width, each with a dot, or with its number where they are counted. */
export const itemRows = (sheet: Sheet, items: readonly Text[], counted: boolean, size: number): readonly Row[] => {
  const { doc, left } = sheet;
  const list = doc.struct('L');
  sheet.root.add(list);
  const numbers = items.map((_, index) => sheet.setter.lines(`${index + 1}.`, { size, weight: 400, width: sheet.width }));
  const indent = counted ? 8 + Math.max(12, ...numbers.flat().map((line) => line.width)) : 20;
  return items.flatMap((item, index) => {
    const entry = doc.struct('LI');
    list.add(entry);
    const style = { size, weight: 400, width: sheet.width - indent, side: 'reading' } as const;
    const label = counted ? textRows(sheet, 'Lbl', `${index + 1}.`, { size, weight: 400, width: indent }, left + 4, entry) : [];
    const rows = textRows(sheet, 'LBody', item, style, left + indent, entry);
    const [first, ...rest] = rows;
    if (!first) return [];
    const begun: Row = counted
      ? {
          ...first,
          draw: (top) => {
            label[0]?.draw(top);
            first.draw(top);
          },
        }
      : withBullet(sheet, first, left + 9);
    return [begun, ...rest, spaceRow(2)];
  });
};

/** Lines at the left, and beside the first of them one at the right. */
export const oppositeRows = (sheet: Sheet, lines: readonly string[], right: string, size: number): readonly Row[] => {
  const { left, width, root } = sheet;
  const [words, gap] = [width * 0.62, 12];
  const other = { size, weight: 400, width: width - words - gap, side: 'right' } as const;
  return beside(sheet, [
    lines.flatMap((line) => textRows(sheet, 'P', line, { size, weight: 400, width: words }, left, root)),
    textRows(sheet, 'P', right, other, left + words + gap, root),
  ]);
};
