import type { Outline } from 'pdfkit';
import type { Row, Sheet } from './pdf-pages.ts';
import { textRows } from './pdf-rows.ts';

/** A page that says where each chapter begins, and the same as bookmarks. */
export type Contents = {
  /** The chapters in their order, their pages filled in once they are laid down. */
  readonly rows: (titles: readonly string[]) => readonly Row[];
  /** Stands before the heading of the next chapter, or of something in it. */
  readonly mark: (title: string, isChapter: boolean) => Row;
  /** Writes the pages, once all is placed. */
  readonly fill: () => void;
};

const size = 11;
/** For a number at the right. */
const numbers = 40;

export const startContents = (sheet: Sheet): Contents => {
  const { doc, setter, left, width, root } = sheet;
  const lines: { readonly page: number; readonly top: number }[] = [];
  const chapters: number[] = [];
  let within: Outline | null = null;
  /** Of the page being drawn. */
  const here = (): number => doc.bufferedPageRange().count - 1;
  return {
    rows: (titles) =>
      titles.flatMap((title) =>
        textRows(sheet, 'P', title, { size, weight: 400, width: width - numbers - 12 }, left, root).map((row, index) => ({
          ...row,
          height: row.height + 5,
          draw: (top: number) => {
            row.draw(top);
            if (index === 0) lines.push({ page: here(), top });
          },
        })),
      ),
    mark: (title, isChapter) => ({
      height: 0,
      tied: true,
      space: false,
      draw: () => {
        if (isChapter) {
          chapters.push(here());
          within = doc.outline.addItem(title);
        } else within?.addItem(title);
      },
    }),
    fill: () => {
      for (const [index, { page, top }] of lines.entries()) {
        doc.switchToPage(page);
        // The bookmarks say it to who does not see it.
        doc.markContent('Artifact', { type: 'Layout' });
        for (const line of setter.lines(String((chapters[index] ?? page) + 1), { size, weight: 400, width: numbers }))
          setter.draw(line, left + width - numbers, top, numbers, 'right');
        doc.endMarkedContent();
      }
    },
  };
};
