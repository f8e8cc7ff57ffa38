import type { BodyChart, ChartArea } from '../../shared/body-chart.ts';
import { type ChartSign, fillOperators, ink, signOperators } from './pdf-chart-signs.ts';
import type { Row, Sheet } from './pdf-pages.ts';
import { boxPath, type PdfPath, pdfPath } from './pdf-paths.ts';
import { beside, spaceRow, textRows } from './pdf-rows.ts';

/** The figure as it stands on a sheet. */
export type BodyFigure = {
  readonly chart: BodyChart;
  /** By code; a place that is not named is plain skin. */
  readonly signs: Readonly<Record<string, ChartSign>>;
  /** What it shows, in words. */
  readonly alt: string;
  /** By the key of the drawing; and the letters of the person's own sides. */
  readonly captions: Readonly<Record<string, string>>;
  readonly sides: { readonly left: string; readonly right: string };
  /** In points. */
  readonly height: number;
};

/** The part of the drawing that holds anything. */
const window = { x: 14, y: 22, width: 972, height: 966 };

type Drawn = { readonly areas: ReadonlyMap<string, PdfPath>; readonly inks: string; readonly silhouettes: string };

/** Paths as operators: the same for every sheet, so they are written once for each drawing. */
const written = new WeakMap<BodyChart, Drawn>();

const joined = (lines: readonly { readonly d: string }[]): string => lines.map(({ d }) => pdfPath(d).operators).join(' ');

const drawnOf = (chart: BodyChart): Drawn => {
  const known = written.get(chart);
  if (known) return known;
  const inks = (faint: boolean): string => joined(chart.inks.filter((one) => one.faint === faint));
  const drawn = {
    areas: new Map(chart.areas.map(({ code, d }) => [code, pdfPath(d)])),
    inks: `${ink.faint} g ${inks(true)} f ${ink.form} g ${inks(false)} f`,
    silhouettes: joined(chart.silhouettes),
  };
  written.set(chart, drawn);
  return drawn;
};

type Signed = { readonly area: ChartArea; readonly path: PdfPath; readonly sign: ChartSign };

/** Fills, then borders, then signs over them, then the lines of the body: an edge is shared, so no place may lie over its neighbour's. */
const operatorsOf = ({ chart, signs }: BodyFigure, scale: number): string => {
  const unit = 1 / scale;
  const { areas, inks, silhouettes } = drawnOf(chart);
  const signed = chart.areas.flatMap((area): readonly Signed[] => {
    const [path, sign] = [areas.get(area.code), signs[area.code]];
    return path && sign ? [{ area, path, sign }] : [];
  });
  const width = (points: number): string => `${Math.round(points * unit * 100) / 100} w`;
  return [
    '1 j',
    ...signed.map(({ path, sign }) => fillOperators(sign, path, unit)),
    `${ink.border} G ${width(0.6)} ${signed.map(({ path }) => path.operators).join(' ')} S`,
    inks,
    `1 J ${ink.outline} G ${width(1.1)} ${silhouettes} S`,
    ...signed.map(({ area, sign }) => signOperators(sign, area.cx, area.cy, unit)),
  ].join('\n');
};

const letters = { caption: 10, small: 8.5, side: 9 } as const;

/** The letters under heads and soles stand clear of them: they are larger on paper than in the drawing. */
const underInset = 8;

type Word = { readonly text: string; readonly x: number; readonly y: number; readonly size: number };

const wordsOf = ({ chart, captions, sides }: BodyFigure): readonly Word[] => [
  ...chart.captions.map(({ key, x, y, small }) => ({ text: captions[key] ?? '', x, y, size: small ? letters.small : letters.caption })),
  ...chart.sideMarks.map(({ side, x, y, figure }) => ({
    text: sides[side],
    x,
    y: y + (figure === 'head' || figure === 'soles' ? underInset : 0),
    size: letters.side,
  })),
];

/** Front and back, heads from the side and soles, in the middle of the sheet; one figure to a reader, told in words. */
export const bodyChartRow = (sheet: Sheet, figure: BodyFigure): Row => {
  const { doc, setter } = sheet;
  const scale = Math.min(figure.height / window.height, sheet.width / window.width);
  const left = sheet.left + (sheet.width - window.width * scale) / 2;
  const height = window.height * scale;
  const element = doc.struct('Figure', { alt: figure.alt });
  sheet.root.add(element);
  const draw = (top: number): void => {
    const content = doc.markStructureContent('Figure');
    doc.save();
    doc.transform(scale, 0, 0, scale, left - window.x * scale, top - window.y * scale);
    doc.addContent(operatorsOf(figure, scale));
    doc.restore();
    doc.fillColor('#333333');
    for (const { text, x, y, size } of wordsOf(figure))
      for (const line of setter.lines(text, { size, weight: 400, width: sheet.width }).slice(0, 1))
        setter.draw(line, left + (x - window.x) * scale - line.width / 2, top + (y - window.y) * scale - line.ascent, line.width, 'left');
    doc.fillColor('#000000');
    doc.endMarkedContent();
    element.add(content);
  };
  return { height, tied: true, space: false, draw };
};

/** A sign and its meaning; null for words that stand by themselves. */
export type LegendEntry = { readonly sign: ChartSign | null; readonly label: string };

const swatch = { width: 18, height: 11, gap: 5, between: 14 };

const swatchRow = (sheet: Sheet, row: Row, sign: ChartSign, left: number): Row => ({
  ...row,
  draw: (top) => {
    const path = boxPath(left, top + (row.height - swatch.height) / 2, swatch.width, swatch.height);
    sheet.doc.markContent('Artifact', { type: 'Layout' });
    sheet.doc.addContent(
      [
        `q ${fillOperators(sign, path, 1)}`,
        signOperators(sign, left + swatch.width / 2, path.top + swatch.height / 2, 1),
        `${ink.outline} G 0.6 w ${path.operators} S Q`,
      ].join('\n'),
    );
    sheet.doc.endMarkedContent();
    row.draw(top);
  },
});

/** What the signs mean, beside each other as far as the line goes. */
export const legendRows = (sheet: Sheet, entries: readonly LegendEntry[]): readonly Row[] => {
  const lines: (readonly Row[])[][] = [];
  let x = sheet.left;
  for (const { sign, label } of entries) {
    const indent = sign === null ? 0 : swatch.width + swatch.gap;
    const style = { size: 9, weight: 400, width: sheet.width - indent } as const;
    const taken = indent + Math.max(0, ...sheet.setter.lines(label, style).map((line) => line.width));
    if (lines.length === 0 || x + taken > sheet.left + sheet.width) {
      lines.push([]);
      x = sheet.left;
    }
    const at = x;
    const rows = textRows(sheet, 'P', label, style, at + indent, sheet.root);
    lines.at(-1)?.push(rows.map((row, index) => (index === 0 && sign !== null ? swatchRow(sheet, row, sign, at) : row)));
    x += taken + swatch.between;
  }
  const laid = lines.flatMap((line) => [...beside(sheet, line), spaceRow(2)]);
  return [...laid.map((row, index) => ({ ...row, tied: index < laid.length - 1 })), spaceRow(4)];
};
