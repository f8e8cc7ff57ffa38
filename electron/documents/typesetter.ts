import type PDFDocument from 'pdfkit';
import type { ParsedFont } from 'pdfkit';
import { fontBytes, type Weight } from './font-files.ts';
import { startGlyphDrawing } from './glyph-drawing.ts';
import { printable } from './printable.ts';
import { type Line, linesOf, type WeightAt } from './text-lines.ts';

export type Side = 'left' | 'right' | 'reading';

export type TextStyle = {
  readonly size: number;
  readonly weight: Weight;
  readonly width: number;
  /** Names and labels stand at the left, whatever their script; text stands where its reader starts. */
  readonly side?: Side;
};

/** A line with the room it takes, in points. */
export type SetLine = Line & { readonly size: number; readonly height: number; readonly ascent: number };

/** A stretch of a text that stands out, or does not. */
export type Span = { readonly text: string; readonly weight: Weight };

/** Words of one weight, or stretches of them each with its own. */
export type Text = string | readonly Span[];

export type Typesetter = {
  /** Text as any person may have typed it, to lines of that width. */
  readonly lines: (text: Text, style: TextStyle) => readonly SetLine[];
  /** Draws a line whose top is at `top`. On its `reading` side a line that reads from right to left stands at the right end of `width`. */
  readonly draw: (line: SetLine, left: number, top: number, width: number, side: Side) => void;
};

/** Parsing is most of the time a document takes, so each font is parsed once in the life of the process. */
const parsed = new Map<string, ParsedFont>();

/** Printable text, and where in it which weight is. */
const weighed = (text: Text, weight: Weight): { readonly text: string; readonly weightAt: WeightAt } => {
  if (typeof text === 'string') return { text: printable(text).text, weightAt: () => weight };
  const parts = text.map((span) => printable(span.text).text);
  const whole = parts.join('');
  // Two that become one character where they meet, which may have no font, are kept apart by what shows nothing.
  const seam = printable(whole).text === whole ? '' : '\u200B';
  // Asked for from the first to the last: one stretch after the other is left behind.
  let span = 0;
  let end = (parts[0] ?? '').length + seam.length;
  const weightAt: WeightAt = (at) => {
    for (; span < text.length - 1 && at >= end; end += (parts[span] ?? '').length + seam.length) span++;
    return text[span]?.weight ?? weight;
  };
  return { text: parts.join(seam), weightAt };
};

/** A little more than the fonts ask for by themselves, so that long text is easy to follow. */
const leading = 1.36;

export const startTypesetter = (Document: typeof PDFDocument, doc: PDFDocument): Typesetter => {
  const parse = (file: string): ParsedFont => {
    const font = new Document({ autoFirstPage: false, font: null }).font(fontBytes(file))._font.font;
    // A parsed font keeps each glyph as it was first met. Met as a part of another ("e" in "é") it has no character of its own, and
    // every later document of this process would lose that letter from its text: so each is met by its own character first.
    for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);
    parsed.set(file, font);
    return font;
  };
  const use = (file: string): void => {
    doc.font(parsed.get(file) ?? parse(file), file);
  };
  const glyphs = startGlyphDrawing(doc, use);

  const boxOf = (line: Line, size: number): { height: number; ascent: number } => {
    const fonts = line.runs.map(({ file }) => {
      use(file);
      return doc._font.font;
    });
    const ascent = Math.max(0.96, ...fonts.map((font) => font.ascent / font.unitsPerEm));
    const descent = Math.max(0.27, ...fonts.map((font) => -font.descent / font.unitsPerEm));
    const natural = Math.max(leading, ascent + descent);
    return { height: natural * size, ascent: (ascent + (natural - ascent - descent) / 2) * size };
  };

  const lines = (given: Text, { size, weight, width }: TextStyle): readonly SetLine[] => {
    const { text, weightAt } = weighed(given, weight);
    return linesOf(text, { width, weightAt, measure: (run) => glyphs.width(run, size) }).map((line) => ({
      ...line,
      ...boxOf(line, size),
      size,
    }));
  };

  const draw = (line: SetLine, left: number, top: number, width: number, side: Side): void => {
    const atRight = side === 'right' || (side === 'reading' && line.rightToLeft);
    let x = atRight ? left + width - line.width : left;
    for (const run of line.runs) {
      glyphs.draw(run, x, top + line.ascent, line.size);
      x += glyphs.width(run, line.size);
    }
  };

  return { lines, draw };
};
