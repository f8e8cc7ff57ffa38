import type { StructureElement } from 'pdfkit';
import type { Row, Sheet } from './pdf-pages.ts';
import type { TextStyle } from './typesetter.ts';

export const spaceRow = (height: number, tied = false): Row => ({ height, tied, space: true, draw: () => undefined });

/** Rows of text under one structure element; a page break leaves at least two lines on either side. */
export const textRows = (
  sheet: Sheet,
  tag: string,
  text: string,
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
