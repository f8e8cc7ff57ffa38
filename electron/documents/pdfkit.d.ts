/** What we use of pdfkit, the parts it does not document included; its version is pinned. */
declare module 'pdfkit' {
  export interface Glyph {
    readonly id: number;
    readonly codePoints: readonly number[];
    readonly path: {
      readonly commands: readonly {
        readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
        readonly args: readonly number[];
      }[];
    };
  }
  /** In thousandths of the size. */
  export interface GlyphPosition {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
    /** The glyph's own, without kerning. */
    readonly advanceWidth: number;
  }
  /** A font as parsed; given again to `font()` it is not parsed again. */
  export interface ParsedFont {
    readonly layout: unknown;
    readonly characterSet: readonly number[];
    readonly glyphForCodePoint: (codePoint: number) => unknown;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
  }
  /** OpenType features to turn on, or by name on and off. */
  export type ShapingFeatures = readonly string[] | Readonly<Record<string, boolean>>;
  /** A parsed font at work in one document. Widths are in thousandths of the size. */
  export interface WorkingFont {
    readonly font: ParsedFont;
    readonly id: string;
    ref(): object;
    layout(
      text: string,
      features?: ShapingFeatures,
    ): { readonly glyphs: readonly Glyph[]; readonly positions: readonly GlyphPosition[]; readonly advanceWidth: number };
    /** Takes the glyphs into the embedded part of the font and gives their codes there, four hexadecimal digits each. */
    encode(text: string, features?: ShapingFeatures): [readonly string[], readonly GlyphPosition[]];
  }
  /** A picture in one document; its object has an offset once it is written. */
  export interface Picture {
    readonly width: number;
    readonly height: number;
    readonly obj: { readonly offset?: number } | null;
    embed(document: PDFDocument): void;
  }
  export interface Outline {
    /** Leads to the page that is drawn on. */
    addItem(title: string): Outline;
  }
  export interface MarkedContent {
    readonly refs: readonly unknown[];
  }
  export interface StructureElement {
    add(child: StructureElement | MarkedContent): this;
    end(): void;
  }
  export interface StructureOptions {
    title?: string;
    lang?: string;
    alt?: string;
    actual?: string;
    bbox?: readonly [number, number, number, number];
    placement?: string;
  }
  export interface Artifact {
    type: 'Pagination' | 'Layout';
    attached?: readonly string[];
  }
  export interface DocumentOptions {
    autoFirstPage: boolean;
    font: null;
    size?: readonly [number, number];
    margin?: number;
    bufferPages?: boolean;
    tagged?: boolean;
    pdfVersion?: '1.7';
    lang?: string;
    displayTitle?: boolean;
    info?: Readonly<Record<string, string | Date>>;
  }
  export default class PDFDocument {
    constructor(options: DocumentOptions);
    readonly page: { readonly width: number; readonly height: number; readonly fonts: Record<string, object> };
    readonly _font: WorkingFont;
    readonly outline: Outline;
    /** Both halves of the trailer's /ID. */
    _id: Uint8Array;
    /** Writes the XMP metadata. */
    _addInfo: () => void;
    appendXML(xml: string): void;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (problem: Error) => void): this;
    end(): void;
    addPage(): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    switchToPage(page: number): unknown;
    font(source: ParsedFont | Uint8Array, key?: string): this;
    addContent(operators: string): this;
    transform(a: number, b: number, c: number, d: number, e: number, f: number): this;
    struct(type: string, options?: StructureOptions): StructureElement;
    addStructure(element: StructureElement): this;
    markStructureContent(tag: string): MarkedContent;
    markContent(tag: 'Artifact', options: Artifact): this;
    markContent(tag: 'Span', options: { actual: string }): this;
    endMarkedContent(): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    circle(x: number, y: number, radius: number): this;
    /** A PNG or JPEG; what is neither is thrown out. */
    openImage(bytes: Uint8Array): Picture;
    image(picture: Picture, x: number, y: number, size: { readonly width: number; readonly height: number }): this;
    rect(x: number, y: number, width: number, height: number): this;
    clip(): this;
    save(): this;
    restore(): this;
    stroke(): this;
    fill(): this;
    lineWidth(width: number): this;
    lineCap(style: 'round' | 'butt'): this;
    lineJoin(style: 'round' | 'miter'): this;
    strokeColor(color: string): this;
    fillColor(color: string): this;
  }
}
