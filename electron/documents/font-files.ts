import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { unpackWoff } from './woff.ts';

/** The bundled fonts and which characters each file can draw; made by scripts/fonts.mjs from the fonts themselves. */

const FontIndex = z.strictObject({
  families: z.array(
    z.strictObject({
      name: z.string(),
      weight: z.union([z.literal(400), z.literal(600)]),
      /** Characters as hexadecimal ranges, `41-5a 61-7a`; marks often stand in several files. */
      files: z.array(z.strictObject({ file: z.string(), characters: z.string() })),
    }),
  ),
});

export type Weight = 400 | 600;
type Family = {
  readonly name: string;
  readonly weight: Weight;
  readonly files: readonly { readonly file: string; readonly characters: ReadonlySet<number> }[];
  /** The first file that has a character. */
  readonly fileOf: ReadonlyMap<number, string>;
};

/** Whose shapes to take for Han characters: one of them for a whole text, so that a name is not set in two hands. */
export type HanFamily = 'noto-sans-jp' | 'noto-sans-kr' | 'noto-sans-sc';
const hanFamilies: readonly HanFamily[] = ['noto-sans-jp', 'noto-sans-kr', 'noto-sans-sc'];

const folderAbove = (from: string): string => {
  const candidate = join(from, 'resources', 'fonts');
  if (existsSync(join(candidate, 'index.json'))) return candidate;
  const parent = dirname(from);
  if (parent === from) throw new Error('the bundled fonts are not there');
  return folderAbove(parent);
};

let known: { readonly folder: string; readonly families: readonly Family[] } | undefined;

const charactersIn = (ranges: string): readonly number[] =>
  ranges.split(' ').flatMap((range) => {
    const [first = '', last = first] = range.split('-');
    const from = Number.parseInt(first, 16);
    return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, step) => from + step);
  });

const bundled = (): NonNullable<typeof known> => {
  if (known) return known;
  const folder = folderAbove(dirname(fileURLToPath(import.meta.url)));
  const index = FontIndex.parse(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')));
  const families = index.families.map(({ name, weight, files: listed }): Family => {
    const files = listed.map(({ file, characters }) => ({ file, characters: new Set(charactersIn(characters)) }));
    const fileOf = new Map<number, string>();
    for (const { file, characters } of files) for (const codePoint of characters) if (!fileOf.has(codePoint)) fileOf.set(codePoint, file);
    return { name, weight, files, fileOf };
  });
  known = { folder, families };
  return known;
};

export const fontBytes = (file: string): Uint8Array => unpackWoff(readFileSync(join(bundled().folder, file)));

/** One of the JSON files beside the fonts. */
export const fontText = (file: string): string => readFileSync(join(bundled().folder, file), 'utf8');

export const fontFileNames = (): readonly string[] => [
  ...new Set(bundled().families.flatMap((family) => family.files.map(({ file }) => file))),
];

const familiesFor = (weight: Weight, han: HanFamily): readonly Family[] => {
  const rank = (family: Family): number => (family.name === han ? 0 : hanFamilies.some((name) => name === family.name) ? 2 : 1);
  const light = bundled().families.filter((family) => family.weight === 400);
  const own = bundled().families.filter((family) => family.weight === weight && family.name === 'source-sans-3');
  const others = light.filter((family) => family.name !== 'source-sans-3');
  return [
    ...own,
    ...others.filter((family) => rank(family) < 2 && family.name !== 'noto-sans-symbols'),
    ...others.filter((family) => rank(family) === 2),
    ...others.filter((family) => family.name === 'noto-sans-symbols'),
  ];
};

const orders = new Map<string, readonly Family[]>();
const orderOf = (weight: Weight, han: HanFamily): readonly Family[] => {
  const key = `${weight} ${han}`;
  const order = orders.get(key) ?? familiesFor(weight, han);
  orders.set(key, order);
  return order;
};

/** The file that can draw all of these characters together, a letter with its marks; null when none can. */
export const fileForAll = (codePoints: readonly number[], weight: Weight, han: HanFamily = 'noto-sans-jp'): string | null => {
  for (const { fileOf, files } of orderOf(weight, han)) {
    const first = fileOf.get(codePoints[0] ?? 0);
    if (first && codePoints.length === 1) return first;
    const together = first && files.find(({ characters }) => codePoints.every((codePoint) => characters.has(codePoint)));
    if (together) return together.file;
  }
  return null;
};

export const fontFor = (codePoint: number, weight: Weight): string | null => fileForAll([codePoint], weight);

/** Japanese where kana stand beside, Korean where Hangul does, else the first family that has every Han character of the text. */
export const hanFamilyOf = (text: string): HanFamily => {
  const han = [...text].filter((character) => /\p{Script=Han}/u.test(character));
  if (han.length === 0) return /\p{Script=Hangul}/u.test(text) ? 'noto-sans-kr' : 'noto-sans-jp';
  const likely: readonly HanFamily[] = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? ['noto-sans-jp']
    : /\p{Script=Hangul}/u.test(text)
      ? ['noto-sans-kr']
      : [];
  const has = (name: HanFamily): boolean => {
    const family = bundled().families.find((one) => one.name === name);
    return han.every((character) => family?.fileOf.has(character.codePointAt(0) ?? 0));
  };
  return [...likely, ...hanFamilies].find(has) ?? 'noto-sans-jp';
};
