import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Tells which words are underlined: a list of them in the meta of a step. */
export const foundKey = new PluginKey<DecorationSet>('found');

export type Span = { readonly from: number; readonly to: number };

/** Where words stand in the text of the letter, whatever their case. */
export const placesOf = (doc: Node, words: readonly string[]): readonly Span[] => {
  const places: Span[] = [];
  doc.descendants((node, start) => {
    if (!node.isTextblock) return true;
    // A field is one place wide, as it is in the document.
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc').toLowerCase();
    for (const word of words.map((one) => one.toLowerCase()).filter((one) => one !== ''))
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
        places.push({ from: start + 1 + at, to: start + 1 + at + word.length });
    return false;
  });
  return places;
};

const marked = (doc: Node, words: readonly string[]): DecorationSet =>
  DecorationSet.create(
    doc,
    placesOf(doc, words).map(({ from, to }) => Decoration.inline(from, to, { class: 'letter-found' })),
  );

/** Underlines words to look at again; they move along while others are typed. */
export const Found = Extension.create({
  name: 'found',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: foundKey,
      state: {
        init: () => DecorationSet.empty,
        apply: (step, before) => {
          const words: unknown = step.getMeta(foundKey);
          return Array.isArray(words) ? marked(step.doc, words.map(String)) : before.map(step.mapping, step.doc);
        },
      },
      props: { decorations: (state) => foundKey.getState(state) },
    }),
  ],
});
