import { setImmediate as nextTurn } from 'node:timers/promises';
import type PDFDocument from 'pdfkit';
import type { Picture, StructureElement } from 'pdfkit';
import type { Instant } from '../../shared/time.ts';
import { type Logo, openPicture } from './pdf-logo.ts';
import { printable } from './printable.ts';
import { type SetLine, type Side, startTypesetter, type Typesetter } from './typesetter.ts';

export type DocumentHeadWords = {
  readonly documentId: string;
  readonly title: string;
  readonly createdAt: Instant;
  readonly paper: 'letter' | 'a4';
  readonly appVersion: string;
  readonly practice: {
    readonly name: string;
    readonly address: string;
    /** Who writes, between the two. */
    readonly by?: string;
    /** Beside them, at the right. */
    readonly logo?: Logo | null;
  };
  /** Whom it is about and of which day, on each page; null on a sheet of one page that brings a foot of its own. */
  readonly foot: { readonly name: string; readonly day: string; readonly page: (page: number, of: number) => string } | null;
};

/** Something of a fixed height that is never split. Space disappears at the top of a page; a tied row stays with the next. */
export type Row = {
  readonly height: number;
  readonly tied: boolean;
  readonly space: boolean;
  readonly draw: (top: number) => void;
  /** What is drawn once more above it where it begins a page: the titles of its table. */
  readonly again?: { readonly height: number; readonly draw: (top: number) => void };
};

export type Sheet = {
  readonly doc: PDFDocument;
  readonly setter: Typesetter;
  readonly root: StructureElement;
  readonly picture: Picture | null;
  readonly left: number;
  readonly width: number;
  /** Height of the text area of a page after the first. */
  readonly room: number;
  /** And of the first. */
  readonly firstRoom: number;
  /** `placed` is asked to draw what it knows only now, when every row has its page. */
  readonly finish: (rows: readonly Row[], placed?: () => void) => Promise<Uint8Array>;
};

const margin = 54;
/** Pages drawn before other calls are let in. */
const pagesAtATime = 4;
const sizes = { letter: [612, 792], a4: [595.28, 841.89] } as const;
const grey = '#595959';

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character);

/** pdfkit writes its metadata without escaping, and none of these say more than the Info dictionary. */
const addMetadata = (doc: PDFDocument, head: DocumentHeadWords): void => {
  doc._addInfo = () =>
    doc.appendXML(
      [
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>',
        `<rdf:li xml:lang="x-default">${escaped(printable(head.title).text)}</rdf:li></rdf:Alt></dc:title></rdf:Description>`,
        `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>${head.createdAt}</xmp:CreateDate>`,
        `<xmp:CreatorTool>Stillpoint ${escaped(head.appVersion)}</xmp:CreatorTool></rdf:Description>`,
      ].join(''),
    );
};

const bytesOf = (doc: PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
    doc.end();
  });

const heightOf = (parts: readonly { readonly height: number }[]): number => parts.reduce((sum, { height }) => sum + height, 0);

/** Rows that stay on one page: a row with those before it that are tied to it. */
const chunksOf = (rows: readonly Row[]): readonly (readonly Row[])[] => {
  const chunks: Row[][] = [];
  let open = false;
  for (const row of rows) {
    if (open) chunks.at(-1)?.push(row);
    else chunks.push([row]);
    open = row.tied;
  }
  return chunks;
};

export const openSheet = async (head: DocumentHeadWords): Promise<Sheet> => {
  const { default: Document } = await import('pdfkit');
  const size = sizes[head.paper];
  const doc = new Document({
    autoFirstPage: false,
    font: null,
    size,
    margin: 0,
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7',
    lang: 'en',
    displayTitle: true,
    info: {
      Title: printable(head.title).text,
      Creator: `Stillpoint ${head.appVersion}`,
      Producer: 'Stillpoint',
      CreationDate: new Date(head.createdAt),
      StillpointDocument: head.documentId,
    },
  });
  doc._id = Buffer.from(head.documentId.replaceAll('-', ''), 'hex');
  addMetadata(doc, head);
  const picture = head.practice.logo ? await openPicture(doc, head.practice.logo) : null;
  const setter = startTypesetter(Document, doc);
  const root = doc.struct('Document');
  doc.addStructure(root);

  const width = size[0] - 2 * margin;
  const { foot } = head;
  const footName = setter.lines(foot?.name ?? '', { size: 8.5, weight: 400, width: width * 0.58 });
  const bottom = size[1] - margin - Math.max(0, footName.length - 1) * (footName[0]?.height ?? 0);
  const slimHead = [head.practice.name, head.title].map((text) => setter.lines(text, { size: 8.5, weight: 400, width: width * 0.48 }));
  const slimHeight = Math.max(...slimHead.map(heightOf));
  const slimTop = 36 + slimHeight + 14;

  const drawLines = (lines: readonly SetLine[], top: number, at: number, within: number, side: Side): void => {
    let y = top;
    for (const line of lines) {
      setter.draw(line, at, y, within, side);
      y += line.height;
    }
  };
  const hairline = (y: number): void => {
    doc
      .lineWidth(0.5)
      .strokeColor(grey)
      .moveTo(margin, y)
      .lineTo(margin + width, y)
      .stroke();
  };

  const drawSlimHead = (): void => {
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Top'] });
    doc.fillColor(grey);
    drawLines(slimHead[0] ?? [], 36, margin, width * 0.48, 'left');
    drawLines(slimHead[1] ?? [], 36, margin + width * 0.52, width * 0.48, 'right');
    hairline(36 + slimHeight + 4);
    doc.endMarkedContent();
    doc.fillColor('#000000');
  };

  const drawFoot = (page: number, pages: number): void => {
    if (!foot) return;
    doc.switchToPage(page);
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    hairline(bottom + 8);
    doc.fillColor(grey);
    drawLines(footName, bottom + 12, margin, width * 0.58, 'left');
    const where = setter.lines(`${foot.day} · ${foot.page(page + 1, pages)}`, { size: 8.5, weight: 400, width: width * 0.4 });
    drawLines(where, bottom + 12, margin + width * 0.6, width * 0.4, 'right');
    doc.endMarkedContent();
    doc.fillColor('#000000');
  };

  const finish = async (rows: readonly Row[], placed?: () => void): Promise<Uint8Array> => {
    let top = margin;
    let drawn = 0;
    let y = top;
    doc.addPage();
    const turn = (next: Row | undefined): void => {
      doc.addPage();
      drawSlimHead();
      next?.again?.draw(slimTop);
      top = slimTop + (next?.again?.height ?? 0);
      y = top;
      drawn += 1;
    };
    const place = (row: Row): void => {
      if (row.space && y === top) return;
      if (!row.space && y + row.height > bottom && y > top) turn(row);
      if (!row.space) row.draw(y);
      y += row.height;
    };
    for (const chunk of chunksOf(rows)) {
      const height = heightOf(chunk);
      if (y + height > bottom && y > top && (height <= bottom - slimTop || chunk.length === 1)) turn(chunk.find(({ space }) => !space));
      chunk.forEach(place);
      if (drawn < pagesAtATime) continue;
      drawn = 0;
      await nextTurn();
    }
    placed?.();
    const { count } = doc.bufferedPageRange();
    for (let page = 0; page < count; page++) drawFoot(page, count);
    await nextTurn();
    return bytesOf(doc);
  };

  return { doc, setter, root, picture, left: margin, width, room: bottom - slimTop, firstRoom: bottom - margin, finish };
};
