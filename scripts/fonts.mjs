// Copies the fonts that documents are printed with into resources/fonts and writes index.json: which family holds which
// characters, read from the fonts themselves; emoji-names.json says what is printed for emoji, which none of them has. Run again after a font package changes: node scripts/fonts.mjs
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'resources', 'fonts');

const named = (slug, subsets, weight = 400) => subsets.map((subset) => ({ slug, file: `${slug}-${subset}-${weight}-normal.woff` }));
const numbered = (slug) =>
  readdirSync(join(root, 'node_modules', '@fontsource', slug, 'files'))
    .filter((file) => /-\d+-400-normal\.woff$/.test(file))
    .sort((a, b) => Number(/-(\d+)-400/.exec(a)[1]) - Number(/-(\d+)-400/.exec(b)[1]))
    .map((file) => ({ slug, file }));

const sourceSans = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'];
const families = [
  { name: 'source-sans-3', weight: 400, from: named('source-sans-3', sourceSans) },
  { name: 'source-sans-3', weight: 600, from: named('source-sans-3', sourceSans, 600) },
  { name: 'noto-sans-hebrew', weight: 400, from: named('noto-sans-hebrew', ['hebrew', 'latin']) },
  { name: 'noto-sans-arabic', weight: 400, from: named('noto-sans-arabic', ['arabic', 'latin']) },
  { name: 'noto-sans-devanagari', weight: 400, from: named('noto-sans-devanagari', ['devanagari', 'latin', 'latin-ext']) },
  { name: 'noto-sans-thai', weight: 400, from: named('noto-sans-thai', ['thai', 'latin']) },
  { name: 'noto-sans-jp', weight: 400, from: numbered('noto-sans-jp') },
  { name: 'noto-sans-kr', weight: 400, from: numbered('noto-sans-kr') },
  { name: 'noto-sans-sc', weight: 400, from: numbered('noto-sans-sc') },
  { name: 'noto-sans-symbols', weight: 400, from: named('noto-sans-arabic', ['symbols', 'math']) },
];

const parse = (bytes) => new PDFDocument({ autoFirstPage: false, font: null }).font(bytes)._font.font;

// Space, controls of shaping and filler characters are drawn as nothing on purpose; any other blank glyph is no glyph.
const mayBeBlank = (codePoint) => /\p{White_Space}|\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(codePoint));
const drawn = (font, codePoint) => {
  const glyph = font.glyphForCodePoint(codePoint);
  return glyph.id !== 0 && (mayBeBlank(codePoint) || glyph.path.commands.length > 0);
};

const ranges = (codePoints) => {
  const spans = [];
  for (const codePoint of codePoints) {
    const last = spans.at(-1);
    if (last && last[1] === codePoint - 1) last[1] = codePoint;
    else spans.push([codePoint, codePoint]);
  }
  return spans.map(([from, to]) => (from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`)).join(' ');
};

const packaged = (slug, file) => join(root, 'node_modules', '@fontsource', slug, 'files', file);

// One woff of the simplified Chinese set has lost its character map; its woff2 has it.
const readable = (slug, file) => {
  try {
    if (parse(readFileSync(packaged(slug, file))).characterSet.length > 0) return file;
  } catch {
    console.log(`${file} cannot be read, taking ${file}2`);
  }
  return `${file}2`;
};

const charactersOf = (slug, file) => {
  const font = parse(readFileSync(packaged(slug, file)));
  return font.characterSet
    .filter((codePoint) => codePoint > 0x1f && !(codePoint >= 0x7f && codePoint < 0xa0) && drawn(font, codePoint))
    .sort((a, b) => a - b);
};

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const index = families.map(({ name, weight, from }) => {
  const taken = new Set();
  const files = from.flatMap(({ slug, file: wanted }) => {
    const file = readable(slug, wanted);
    const characters = charactersOf(slug, file);
    for (const codePoint of characters) taken.add(codePoint);
    copyFileSync(packaged(slug, file), join(target, file));
    const licence = join(root, 'node_modules', '@fontsource', slug, 'LICENSE');
    if (existsSync(licence)) copyFileSync(licence, join(target, `${slug}.OFL.txt`));
    return [{ file, characters: ranges(characters) }];
  });
  console.log(`${name} ${weight}: ${files.length} files, ${taken.size} characters`);
  return { name, weight, files };
});
writeFileSync(join(target, 'index.json'), `${JSON.stringify({ families: index })}\n`);

// U+FE0E and U+FE0F only choose an emoji's style; names are looked up without them.
const emoji = createRequire(import.meta.url)('unicode-emoji-json/data-by-emoji.json');
const names = Object.entries(emoji).map(([character, { name }]) => [character.replace(/[\uFE0E\uFE0F]/gu, ''), name]);
writeFileSync(join(target, 'emoji-names.json'), `${JSON.stringify(Object.fromEntries(names))}\n`);
