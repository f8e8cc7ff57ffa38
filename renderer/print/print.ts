import type { Reply } from '../../shared/app-error.ts';
import type { PrintCallName, PrintInput, PrintOutput } from '../../shared/printing.ts';
import { type Sheet, sheetsOf } from './paint.ts';

/** The hidden page that prints one document: asks for it, lays its pages on paper, and says that they are there. */

const ask = async <N extends PrintCallName>(name: N, input: PrintInput<N>): Promise<PrintOutput<N>> => {
  const reply = (await window.stillpoint.call(name, input)) as Reply<PrintOutput<N>>;
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
};

const imageOf = async ({ picture, margin }: Sheet): Promise<HTMLElement> => {
  const image = new Image();
  image.src = URL.createObjectURL(picture);
  await image.decode();
  image.style.inset = `${margin}pt`;
  image.style.width = `calc(100% - ${2 * margin}pt)`;
  image.style.height = `calc(100% - ${2 * margin}pt)`;
  return image;
};

const sheetCss = ({ width, height }: Sheet, index: number): string => `
  @page sheet${index} { size: ${width}pt ${height}pt; margin: 0; }
  .sheet${index} { page: sheet${index}; width: ${width}pt; height: ${height}pt; }`;

const pageCss = `
  html, body { margin: 0; background: #fff; }
  section { position: relative; overflow: hidden; break-inside: avoid; }
  section + section { break-before: page; }
  img { position: absolute; display: block; object-fit: contain; }`;

/** A sheet made here may style itself under the policy that forbids written ones. */
const style = (css: string): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
};

const layOut = async (sheets: readonly Sheet[]): Promise<void> => {
  style(pageCss + sheets.map(sheetCss).join(''));
  for (const [index, sheet] of sheets.entries()) {
    const section = document.createElement('section');
    section.className = `sheet${index}`;
    section.append(await imageOf(sheet));
    document.body.append(section);
  }
};

const print = async (): Promise<void> => {
  const sheets = await sheetsOf(await ask('print.paper', {}));
  await layOut(sheets);
  await ask('print.ready', { pages: sheets.length });
};

print().catch(() => ask('print.failed', {}).catch(() => undefined));
