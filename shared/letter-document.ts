import { z } from 'zod';
import { limits } from './limits.ts';

/**
 * The words of a letter: paragraphs and lists, bold and nothing else. A `field` is a blank that is filled from the record or by hand;
 * `fact` marks what came with facts that were ticked, told apart by blanks, so that it goes when one of the ticks does. Two marks are no
 * facts: `client-read` and `by-release` stand on words that are printed only where the client saw it, or a release is what it stands on.
 */
const Marked = { fact: z.string().max(60).optional() };
const Typed = z
  .string()
  .overwrite((text) => text.toWellFormed().replace(/[\p{Cc}\p{Cs}]/gu, ' '))
  .normalize()
  .min(1)
  .max(limits.letter);

export const Inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: Typed, bold: z.literal(true).optional(), ...Marked }),
  z.strictObject({
    type: z.literal('field'),
    /** Placeholder of letters.json. */
    name: z.string().regex(/^\w{1,60}$/),
    /** Empty: not filled. A letter with one such is not finished. */
    value: z
      .string()
      .overwrite((text) => text.toWellFormed().replace(/[\p{Cc}\p{Cs}]/gu, ' '))
      .normalize()
      .max(limits.paragraph),
    /** Somebody typed it: it is not from the record. */
    typed: z.literal(true).optional(),
    ...Marked,
  }),
]);
export type Inline = z.infer<typeof Inline>;

const Line = z.array(Inline).max(2_000);

export const Block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), content: Line }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(Line).max(2_000) }),
]);
export type Block = z.infer<typeof Block>;

const lettersIn = (inline: Inline): number => (inline.type === 'text' ? inline.text.length : inline.value.length);

export const linesOf = (block: Block): readonly (readonly Inline[])[] => (block.type === 'paragraph' ? [block.content] : block.items);

export const inlinesOf = (blocks: readonly Block[]): readonly Inline[] => blocks.flatMap(linesOf).flat();

/** Characters in it. */
export const lengthOf = (blocks: readonly Block[]): number => inlinesOf(blocks).reduce((sum, inline) => sum + lettersIn(inline), 0);

export const LetterDocument = z
  .array(Block)
  .max(5_000)
  .refine((blocks) => lengthOf(blocks) <= limits.letter, 'too-long');
export type LetterDocument = z.infer<typeof LetterDocument>;

/** Placeholders nobody filled, in the order they stand. */
export const unfilledIn = (blocks: LetterDocument): readonly string[] => [
  ...new Set(inlinesOf(blocks).flatMap((inline) => (inline.type === 'field' && inline.value.trim() === '' ? [inline.name] : []))),
];

/** Facts whose words stand in it. */
export const factsIn = (blocks: LetterDocument): ReadonlySet<string> => new Set(inlinesOf(blocks).flatMap(({ fact }) => fact ?? []));

const lineWords = (line: readonly Inline[]): string => line.map((inline) => (inline.type === 'text' ? inline.text : inline.value)).join('');

/** As plain text, a paragraph or item a line. */
export const plainText = (blocks: LetterDocument): string => blocks.flatMap(linesOf).map(lineWords).join('\n');
