import { type BlankVerbs, blankVerbs } from './pdf-blanks.ts';
import { type BodyFigure, bodyChartRow, type LegendEntry, legendRows } from './pdf-body-chart.ts';
import { startContents } from './pdf-contents.ts';
import { headRows } from './pdf-head.ts';
import { type DocumentHeadWords, openSheet, type Row } from './pdf-pages.ts';
import { beside, itemRows, oppositeRows, spaceRow, textRows, withBar, withBullet } from './pdf-rows.ts';
import { type SignatureBlock, signatureRows } from './pdf-signature.ts';
import { startTable, type TableColumn } from './pdf-table.ts';
import type { Text } from './typesetter.ts';

export type { SignatureBlock } from './pdf-signature.ts';
export type { Span, Text } from './typesetter.ts';

/** What a document is drawn with. Verbs are laid down in order; `finish` breaks them into pages and gives the bytes. */
export type Frame = {
  readonly heading: (level: 1 | 2 | 3, text: string) => void;
  /** `tied` keeps its end on one page with what follows. */
  readonly paragraph: (text: Text, tied?: boolean) => void;
  /** The title of a letter: smaller than that of a form. */
  readonly subject: (text: string) => void;
  /** Lines at the left, and beside them one at the right. */
  readonly opposite: (lines: readonly string[], right: string) => void;
  /** One under the other, each with a dot, or with its number where they are counted. */
  readonly items: (items: readonly Text[], counted: boolean) => void;
  /** Chapters in the order in which they come, each with its page. */
  readonly contents: (chapters: readonly string[]) => void;
  /** A heading with a bookmark: of a chapter, or of something in the last one. */
  readonly marked: (kind: 'chapter' | 'entry', title: string) => void;
  /** The line under the title. */
  readonly lead: (text: string) => void;
  readonly small: (text: string) => void;
  /** What was answered, set apart by a bar; `own` is the person's own words, which may be long. */
  readonly answer: (label: string, text: string, own?: boolean) => void;
  /** Short items in two columns, read across. */
  readonly list: (items: readonly string[]) => void;
  readonly signatures: (blocks: readonly SignatureBlock[]) => void;
  /** Name and value in two columns. */
  readonly facts: (facts: readonly (readonly [string, string])[], size: keyof typeof factSizes) => void;
  /** Lays down the titles, again on each page where it `repeats` them; what it gives lays down a row. */
  readonly table: (columns: readonly TableColumn[], repeats?: boolean) => (cells: readonly string[]) => void;
  /** The figure of the body with what its signs mean under it, on one page. */
  readonly bodyChart: (figure: BodyFigure, legend: readonly LegendEntry[]) => void;
  readonly space: (points: number) => void;
  readonly rule: () => void;
  /** Keeps what is laid down inside on one page as far as one page holds it. */
  readonly together: (inside: () => void) => void;
  /** Whether all that was laid down so far stands on the first page. */
  readonly isOnePage: () => boolean;
  readonly finish: () => Promise<Uint8Array>;
} & BlankVerbs;

const sizes = { 1: 20, subject: 15, 2: 13, 3: 11, lead: 13, body: 11, small: 9, evidence: 8 } as const;

const spaceBefore = { 1: 4, 2: 14, 3: 8 } as const;
/** Of facts; `names` is how wide their names stand. `list` is for many of them, each long; `tight` for as many as one page holds. */
const factSizes = {
  body: { size: sizes.body, names: 96, space: 2 },
  list: { size: 10, names: 96, space: 1 },
  tight: { size: sizes.small, names: 92, space: 1 },
  small: { size: sizes.evidence, names: 124, space: 0 },
} as const;
/** A list of no more rows than this is not split. */
const shortList = 8;

const tiedRows = (rows: readonly Row[]): readonly Row[] => rows.map((row, index) => ({ ...row, tied: index < rows.length - 1 }));

export const openFrame = async (head: DocumentHeadWords): Promise<Frame> => {
  const sheet = await openSheet(head);
  const { doc, root, left, width } = sheet;
  const rows: Row[] = [];
  const contents = startContents(sheet);
  const lay = (...more: readonly Row[]): void => {
    rows.push(...more);
  };
  const text = (tag: string, words: Text, size: number, weight: 400 | 600, tiedToNext = false): void =>
    lay(...textRows(sheet, tag, words, { size, weight, width, side: 'reading' }, left, root, tiedToNext));

  const ruleRow = (tied: boolean): Row => ({
    height: 8,
    tied,
    space: false,
    draw: (top) => {
      doc.markContent('Artifact', { type: 'Layout' });
      doc
        .lineWidth(0.5)
        .strokeColor('#595959')
        .moveTo(left, top + 4)
        .lineTo(left + width, top + 4)
        .stroke();
      doc.endMarkedContent();
    },
  });

  const list: Frame['list'] = (items) => {
    const gap = 16;
    const indent = 10;
    const column = (width - gap) / 2;
    const element = doc.struct('L');
    root.add(element);
    const stacks = items.map((item, index): readonly Row[] => {
      const entry = doc.struct('LI');
      element.add(entry);
      const at = left + (index % 2) * (column + gap);
      const entryRows = textRows(sheet, 'LBody', item, { size: sizes.body, weight: 400, width: column - indent }, at + indent, entry);
      return entryRows.map((row, line) => (line === 0 ? withBullet(sheet, row, at + 3) : row));
    });
    const across = stacks.flatMap((_, index) => (index % 2 === 0 ? beside(sheet, stacks.slice(index, index + 2)) : []));
    const tied = (index: number): boolean =>
      index < across.length - 1 && (across.length <= shortList || index === 0 || index === across.length - 2);
    lay(...across.map((row, index) => ({ ...row, tied: tied(index) })), spaceRow(5));
  };

  lay(...headRows(sheet, head));
  // A slip that names no practice begins with its title.
  if (head.practice.name !== '') lay(ruleRow(true), spaceRow(10, true));

  const heading: Frame['heading'] = (level, words) => {
    lay(spaceRow(spaceBefore[level], true));
    text(`H${level}`, words, sizes[level], 600, true);
    lay(spaceRow(level === 1 ? 6 : 2, true));
  };

  return {
    heading,
    contents: (chapters) => lay(...contents.rows(chapters), spaceRow(10)),
    marked: (kind, title) => {
      lay(spaceRow(kind === 'chapter' ? 18 : 10, true), contents.mark(title, kind === 'chapter'));
      heading(kind === 'chapter' ? 1 : 2, title);
    },
    paragraph: (words, tied = false) => {
      text('P', words, sizes.body, 400, tied);
      lay(spaceRow(4, tied));
    },
    subject: (words) => {
      lay(spaceRow(spaceBefore[2], true));
      text('H1', words, sizes.subject, 600, true);
      lay(spaceRow(4, true));
    },
    opposite: (lines, right) => lay(...oppositeRows(sheet, lines, right, sizes.body)),
    items: (items, counted) => lay(...itemRows(sheet, items, counted, sizes.body), spaceRow(4)),
    lead: (words) => {
      text('P', words, sizes.lead, 400, true);
      lay(spaceRow(6, true));
    },
    small: (words) => {
      text('P', words, sizes.small, 400);
      lay(spaceRow(3));
    },
    answer: (label, words, own = false) => {
      const inset = { left: left + 12, width: width - 12 };
      const labelRows =
        label === '' ? [] : textRows(sheet, 'P', label, { size: sizes.small, weight: 400, width: inset.width }, inset.left, root, true);
      const answerRows = textRows(
        sheet,
        'P',
        words,
        { size: sizes.body, weight: own ? 400 : 600, width: inset.width, side: 'reading' },
        inset.left,
        root,
      );
      lay(spaceRow(2, true), ...[...labelRows, ...answerRows].map((row) => withBar(sheet, row)), spaceRow(4));
    },
    list,
    signatures: (blocks) => lay(spaceRow(4), ...signatureRows(sheet, blocks)),
    facts: (facts, scale) => {
      const { size, names, space } = factSizes[scale];
      for (const [name, value] of facts) {
        const nameRows = textRows(sheet, 'P', name, { size, weight: 600, width: names }, left, root);
        lay(
          ...beside(sheet, [
            nameRows,
            textRows(sheet, 'P', value, { size, weight: 400, width: width - names - 8 }, left + names + 8, root),
          ]),
          spaceRow(space),
        );
      }
      lay(spaceRow(4));
    },
    table: (columns, repeats) => {
      const { head: titles, row } = startTable(sheet, columns, repeats);
      lay(...titles);
      return (cells) => lay(...row(cells));
    },
    bodyChart: (figure, legend) => lay(spaceRow(4, true), bodyChartRow(sheet, figure), spaceRow(6, true), ...legendRows(sheet, legend)),
    space: (points) => lay(spaceRow(points)),
    rule: () => lay(ruleRow(false)),
    together: (inside) => {
      const from = rows.length;
      inside();
      rows.splice(from, rows.length - from, ...tiedRows(rows.slice(from)));
    },
    ...blankVerbs(sheet, lay),
    isOnePage: () => rows.reduce((sum, { height }) => sum + height, 0) <= sheet.firstRoom,
    finish: () => sheet.finish(rows, contents.fill),
  };
};

let warmed = false;

/** Loads pdfkit and the common fonts ahead of the first document, while the person still reads: the first one is then as quick as the next. */
export const warmFrame = async (): Promise<void> => {
  if (warmed) return;
  warmed = true;
  const frame = await openFrame({
    documentId: '',
    title: 'Warm',
    createdAt: '2026-01-01T00:00:00.000Z',
    paper: 'letter',
    appVersion: '',
    practice: { name: 'Warm', address: '' },
    foot: { name: '', day: '', page: () => '' },
  });
  frame.heading(1, 'Warm “ł”');
  frame.paragraph('Warm “ł” é –');
  await frame.finish();
};
