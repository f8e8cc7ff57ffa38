import type { JSONContent } from '@tiptap/core';
import { type Block, Inline, inlinesOf, type LetterDocument } from '../../shared/letter-document.ts';

/** Names the editor's schema uses; editor-schema.ts defines them. */
const textMarks = (inline: Inline): JSONContent['marks'] => [
  ...(inline.type === 'text' && inline.bold ? [{ type: 'bold' }] : []),
  ...(inline.fact === undefined ? [] : [{ type: 'fact', attrs: { id: inline.fact } }]),
];

const inlineToEditor = (inline: Inline): JSONContent => {
  const marks = textMarks(inline) ?? [];
  const own: JSONContent =
    inline.type === 'text'
      ? { type: 'text', text: inline.text }
      : { type: 'field', attrs: { name: inline.name, value: inline.value, typed: inline.typed === true } };
  return marks.length > 0 ? { ...own, marks } : own;
};

const paragraph = (line: readonly Inline[]): JSONContent =>
  line.length > 0 ? { type: 'paragraph', content: line.map(inlineToEditor) } : { type: 'paragraph' };

const blockToEditor = (block: Block): JSONContent =>
  block.type === 'paragraph'
    ? paragraph(block.content)
    : {
        type: block.ordered ? 'orderedList' : 'bulletList',
        content: block.items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
      };

/** A letter as the editor takes it. Without words it is one paragraph to type into. */
export const toEditor = (document: LetterDocument): JSONContent => {
  const blocks = document.filter((block) => block.type === 'paragraph' || block.items.length > 0).map(blockToEditor);
  return { type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] };
};

type Held = { readonly id?: unknown; readonly name?: unknown; readonly value?: unknown; readonly typed?: unknown };

const factOf = ({ marks }: JSONContent): { readonly fact?: string } => {
  const { id }: Held = marks?.find(({ type }) => type === 'fact')?.attrs ?? {};
  return typeof id === 'string' && id !== '' ? { fact: id } : {};
};

const isBold = ({ marks }: JSONContent): boolean => marks?.some(({ type }) => type === 'bold') ?? false;

/** Anything else the editor might hold is no letter of ours, and goes. */
const inlineFromEditor = (node: JSONContent): readonly Inline[] => {
  const attrs: Held = node.attrs ?? {};
  const drawn =
    node.type === 'text'
      ? { type: 'text', text: node.text ?? '', ...(isBold(node) && { bold: true }), ...factOf(node) }
      : {
          type: 'field',
          name: attrs.name,
          value: attrs.value,
          ...(attrs.typed === true && { typed: true }),
          ...factOf(node),
        };
  const read = Inline.safeParse(drawn);
  return read.success ? [read.data] : [];
};

const isOneWith = (one: Inline, other: Inline): boolean =>
  one.type === 'text' && other.type === 'text' && one.bold === other.bold && one.fact === other.fact;

/** Words side by side that are alike are one piece. */
export const joined = (line: readonly Inline[]): Inline[] => {
  const pieces: Inline[] = [];
  for (const inline of line) {
    const before = pieces.at(-1);
    if (before?.type === 'text' && inline.type === 'text' && isOneWith(before, inline))
      pieces[pieces.length - 1] = { ...before, text: before.text + inline.text };
    else pieces.push(inline);
  }
  return pieces;
};

const lineFrom = (node: JSONContent | undefined): Inline[] => joined((node?.content ?? []).flatMap(inlineFromEditor));

const blockFrom = (node: JSONContent): readonly Block[] => {
  if (node.type === 'paragraph') {
    const content = lineFrom(node);
    return content.length > 0 ? [{ type: 'paragraph', content }] : [];
  }
  const items = (node.content ?? []).flatMap(({ content }) => (content ?? []).map(lineFrom)).filter((line) => line.length > 0);
  return items.length > 0 ? [{ type: 'list', ordered: node.type === 'orderedList', items }] : [];
};

/** What stands in the editor, as a letter is kept; empty lines are not. */
export const fromEditor = (doc: JSONContent): LetterDocument => (doc.content ?? []).flatMap(blockFrom);

/** The same letter, always in the same shape: what is compared. */
export const asKept = (document: LetterDocument): LetterDocument => fromEditor(toEditor(document));

const mapLines = (document: LetterDocument, change: (line: readonly Inline[]) => Inline[]): LetterDocument =>
  document.map((block) =>
    block.type === 'paragraph' ? { ...block, content: change(block.content) } : { ...block, items: block.items.map(change) },
  );

/** A blank filled wherever it stands; `typed`: by hand, not from the record. */
export const withField = (document: LetterDocument, name: string, value: string, typed: boolean): LetterDocument =>
  mapLines(document, (line) =>
    line.map((inline) => {
      if (inline.type !== 'field' || inline.name !== name) return inline;
      const { typed: _, ...field } = inline;
      return { ...field, value, ...(typed && value !== '' && { typed: true as const }) };
    }),
  );

/** A mark names all it stands on, told apart by blanks: facts, and what has to be so for it to be printed. */
export const marksIn = (mark: string | undefined): readonly string[] => mark?.split(' ') ?? [];

/** Blanks that were filled by hand, in the order they stand. */
export const typedIn = (document: LetterDocument): readonly string[] => [
  ...new Set(
    inlinesOf(document).flatMap((inline) => (inline.type === 'field' && inline.typed && inline.value.trim() !== '' ? [inline.name] : [])),
  ),
];

/** The same words, with blanks the record fills as they are filled in `other`; what was typed stays. */
export const withWordsOf = (document: LetterDocument, other: LetterDocument): LetterDocument => {
  const fills = filledIn(other);
  return mapLines(document, (line) =>
    line.map((inline) =>
      inline.type === 'field' && !inline.typed && fills.has(inline.name) ? { ...inline, value: fills.get(inline.name) ?? '' } : inline,
    ),
  );
};

/** What the record fills blanks with. */
export const filledIn = (document: LetterDocument): ReadonlyMap<string, string> =>
  new Map(
    inlinesOf(document).flatMap((inline) => (inline.type === 'field' && !inline.typed ? [[inline.name, inline.value] as const] : [])),
  );

export const fieldIn = (document: LetterDocument, name: string): string =>
  inlinesOf(document)
    .flatMap((inline) => (inline.type === 'field' && inline.name === name ? [inline.value] : []))
    .at(0) ?? '';
