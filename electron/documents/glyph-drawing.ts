import type PDFDocument from 'pdfkit';
import type { Glyph, GlyphPosition, ShapingFeatures } from 'pdfkit';
import { fileForAll } from './font-files.ts';
import { partsOf, type Run } from './text-lines.ts';

/**
 * Puts runs on the page so that a reader of the file gets back the text as it was written, not only its picture.
 * pdfkit's own `text` turns the page upside down and back inside marked content, after which readers look for replaced text in the wrong place.
 */
export type GlyphDrawing = {
  /** In points. */
  readonly width: (run: Run, size: number) => number;
  readonly draw: (run: Run, x: number, baseline: number, size: number) => void;
};

const number = (value: number): string => String(Math.round(value * 1000) / 1000);
const invisible = 3;

/** How a run is shaped; lengths in thousandths of the size. Kept, because shaping is most of the work of a long text. */
type Plan = {
  readonly features: ShapingFeatures | undefined;
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly GlyphPosition[];
  readonly advanceWidth: number;
};
type Letter = {
  readonly stands: boolean;
  readonly advanceWidth: number;
  readonly encoded: readonly [readonly string[], readonly GlyphPosition[]];
};

/** The shaper fails on a mark whose letter has no place for it; then marks stand where the font puts them by itself. */
const unplacedMarks = { mark: false, mkmk: false };

/** With features a text is laid out as one; without, word by word from a cache, which would put right-to-left words in the wrong order. */
const laidOut = (doc: PDFDocument, run: Run): Plan => {
  const planWith = (shaping: ShapingFeatures | undefined): Plan => {
    const { glyphs, positions, advanceWidth } = doc._font.layout(run.shaped, shaping);
    return { features: shaping, glyphs, positions, advanceWidth };
  };
  const features = run.rightToLeft ? [] : undefined;
  try {
    return planWith(features);
  } catch {
    return planWith(unplacedMarks);
  }
};

const operatorOf = { moveTo: 'm', lineTo: 'l', quadraticCurveTo: 'c', bezierCurveTo: 'c', closePath: 'h' } as const;

/** A filled outline as PDF operators in the font's own units; PDF has no quadratic curves. */
const pathOperators = (glyph: Glyph): string => {
  let [x, y] = [0, 0];
  const operators = glyph.path.commands.map(({ command, args }) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = args;
    const cubic = [x + ((x1 - x) * 2) / 3, y + ((y1 - y) * 2) / 3, x2 + ((x1 - x2) * 2) / 3, y2 + ((y1 - y2) * 2) / 3, x2, y2];
    if (args.length > 0) [x = 0, y = 0] = args.slice(-2);
    return [...(command === 'quadraticCurveTo' ? cubic : args).map(number), operatorOf[command]].join(' ');
  });
  return operators.length > 0 ? `${operators.join(' ')} f` : '';
};

/** Makes a font the current one of the document, by the name of its file. */
type Use = (file: string) => void;

export const startGlyphDrawing = (doc: PDFDocument, use: Use): GlyphDrawing => {
  const plans = new Map<string, Plan>();
  const planOf = (run: Run): Plan => {
    const key = `${run.rightToLeft} ${run.file} ${run.shaped}`;
    const known = plans.get(key);
    if (known) return known;
    use(run.file);
    const plan = laidOut(doc, run);
    plans.set(key, plan);
    return plan;
  };
  const width = (run: Run, size: number): number => (planOf(run).advanceWidth * size) / 1000;

  /** Text operators in the page's own upright coordinates. */
  const upright = (inside: () => void): void => {
    doc.save();
    doc.transform(1, 0, 0, -1, 0, doc.page.height);
    inside();
    doc.restore();
  };

  const showCodes = (codes: readonly string[], positions: readonly GlyphPosition[], x: number, y: number, size: number): void => {
    doc.page.fonts[doc._font.id] ??= doc._font.ref();
    doc.addContent(`BT /${doc._font.id} ${number(size)} Tf 1 0 0 1 ${number(x)} ${number(y)} Tm`);
    let pen = x;
    let pending: string[] = [];
    const flush = (): void => {
      if (pending.length > 0) doc.addContent(`[${pending.join(' ')}] TJ`);
      pending = [];
    };
    codes.forEach((code, index) => {
      const { xOffset = 0, yOffset = 0, xAdvance = 0, advanceWidth = 0 } = positions[index] ?? {};
      if (xOffset !== 0 || yOffset !== 0) {
        flush();
        doc.addContent(`1 0 0 1 ${number(pen + (xOffset * size) / 1000)} ${number(y + (yOffset * size) / 1000)} Tm <${code}> Tj`);
        doc.addContent(`1 0 0 1 ${number(pen + (xAdvance * size) / 1000)} ${number(y)} Tm`);
      } else pending.push(xAdvance === advanceWidth ? `<${code}>` : `<${code}> ${number(advanceWidth - xAdvance)}`);
      pen += (xAdvance * size) / 1000;
    });
    flush();
    doc.addContent('ET');
  };

  const show = (run: Run, x: number, y: number, size: number): void => {
    use(run.file);
    const [codes, positions] = doc._font.encode(run.shaped, planOf(run).features);
    showCodes(codes, positions, x, y, size);
  };

  const replaced = (actual: string, inside: () => void): void => {
    doc.markContent('Span', { actual });
    inside();
    doc.endMarkedContent();
  };

  /** Text of each glyph as a reader gets it: the first it stood for. */
  const meaning = new Map<string, string>();
  const meaningOf = (file: string, glyph: Glyph): string => {
    const key = `${file} ${glyph.id}`;
    const text = meaning.get(key) ?? String.fromCodePoint(...glyph.codePoints);
    meaning.set(key, text);
    return text;
  };

  const letters = new Map<string, Letter>();
  /** A single letter by itself; one that `stands` has a width and is read as itself. */
  const letterOf = (letter: string, file: string): Letter => {
    const key = `${file} ${letter}`;
    const known = letters.get(key);
    if (known) return known;
    use(file);
    const { glyphs, advanceWidth } = doc._font.layout(letter, []);
    const [glyph, ...more] = glyphs;
    const stands = glyph !== undefined && glyph.id !== 0 && more.length === 0 && advanceWidth > 0 && meaningOf(file, glyph) === letter;
    const made = { stands, advanceWidth, encoded: doc._font.encode(letter, []) };
    letters.set(key, made);
    return made;
  };

  /** One letter of the text layer, scaled to fill its slot, so that readers take neighbours for one word. Marks have no width of their own, so a space stands in. */
  const showLetter = (letter: string, file: string, x: number, y: number, slot: number, size: number): void => {
    const put = (text: string, from: string): void => {
      use(from);
      const { advanceWidth, encoded } = letterOf(text, from);
      doc.addContent(`${invisible} Tr ${number((100_000 * slot) / (advanceWidth * size))} Tz`);
      showCodes(...encoded, x, y, size);
    };
    if (letterOf(letter, file).stands) put(letter, file);
    else replaced(letter, () => put(' ', fileForAll([0x20], 400) ?? file));
  };

  const outlines = new Map<string, string>();
  const outlineOf = (file: string, glyph: Glyph): string => {
    const key = `${file} ${glyph.id}`;
    const outline = outlines.get(key) ?? pathOperators(glyph);
    outlines.set(key, outline);
    return outline;
  };

  /** Outlines for the eye, and under them invisible letters in the order of the page: for ligatures and pointed text, which readers turn round wrongly. */
  const showOutlined = (run: Run, x: number, baseline: number, size: number): void => {
    use(run.file);
    const scale = size / doc._font.font.unitsPerEm;
    const { glyphs, positions } = planOf(run);
    let pen = x;
    glyphs.forEach((glyph, index) => {
      const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {};
      doc.save();
      doc.transform(scale, 0, 0, -scale, pen + (xOffset * size) / 1000, baseline - (yOffset * size) / 1000);
      doc.addContent(outlineOf(run.file, glyph));
      doc.restore();
      pen += (xAdvance * size) / 1000;
    });
    // A mark at the left end would be taken for the start of left-to-right text; the mark of direction says it is not.
    const written = [...(/\p{M}$/u.test(run.written) ? `${run.written}\u200F` : run.written)].toReversed();
    const slot = (pen - x) / written.length;
    upright(() => {
      for (const [index, letter] of written.entries())
        showLetter(letter, run.file, x + index * slot, doc.page.height - baseline, slot, size);
    });
  };

  /** Whether readers get the text back from the glyphs alone: no marks, which they sort by place, and one letter each where they turn it round. */
  const isRead = (run: Run): boolean => {
    const { glyphs } = planOf(run);
    const texts = glyphs.map((glyph) => meaningOf(run.file, glyph));
    const read = (run.rightToLeft ? texts.toReversed() : texts).join('');
    return read === run.written && !/\p{M}/u.test(read) && (!run.rightToLeft || texts.every((text) => [...text].length === 1));
  };

  const drawWord = (run: Run, x: number, baseline: number, size: number): void => {
    const y = doc.page.height - baseline;
    const read = isRead(run);
    if (run.rightToLeft && !read) showOutlined(run, x, baseline, size);
    else if (read) upright(() => show(run, x, y, size));
    else upright(() => replaced(run.written, () => show(run, x, y, size)));
  };

  const draw = (run: Run, x: number, baseline: number, size: number): void => {
    if (isRead(run)) {
      drawWord(run, x, baseline, size);
      return;
    }
    let pen = x;
    for (const part of partsOf(run)) {
      drawWord(part, pen, baseline, size);
      pen += width(part, size);
    }
  };

  return { width, draw };
};
