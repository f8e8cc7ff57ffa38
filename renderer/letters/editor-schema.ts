import { type Editor, type Extensions, Mark, Node, type NodeViewRenderer } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { NodeSelection } from '@tiptap/pm/state';
import { Found } from './editor-found.ts';

export type FieldWays = {
  readonly labelOf: (name: string) => string;
  /** What is read before a blank, so that nobody takes its name for words of the letter. */
  readonly blank: string;
  /** Whether it may be filled by hand. */
  readonly isOpen: (name: string, value: string, typed: boolean) => boolean;
  readonly open: (name: string) => void;
};

const fieldName = /^\w{1,60}$/;

/** Words that came with a fact; what is typed in their midst goes with them, what is typed after them does not. */
const Fact = Mark.create({
  name: 'fact',
  inclusive: false,
  addAttributes: () => ({
    id: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-fact'),
      renderHTML: ({ id }: { readonly id?: string }) => ({ 'data-fact': id }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-fact]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

type FieldAttributes = { readonly name: string; readonly value: string; readonly typed: boolean };

/** How a field looks: what fills it, or its name where nothing does. */
const drawField = (dom: HTMLElement, { name, value, typed }: FieldAttributes, { labelOf, blank, isOpen }: FieldWays): void => {
  const isBlank = value.trim() === '';
  dom.className = isBlank ? 'letter-blank' : 'letter-field';
  dom.setAttribute('data-field', name);
  dom.toggleAttribute('data-typed', typed);
  dom.toggleAttribute('data-open', isOpen(name, value, typed));
  const said = document.createElement('span');
  said.className = 'visually-hidden';
  said.textContent = blank;
  dom.replaceChildren(...(isBlank ? [said, labelOf(name)] : [value]));
};

const fieldView =
  (ways: FieldWays): NodeViewRenderer =>
  ({ node }) => {
    const dom = document.createElement('span');
    let shown = node.attrs as FieldAttributes;
    const show = (next: FieldAttributes): true => {
      shown = next;
      drawField(dom, shown, ways);
      return true;
    };
    show(shown);
    dom.addEventListener('click', () => {
      if (ways.isOpen(shown.name, shown.value, shown.typed)) ways.open(shown.name);
    });
    return { dom, update: (next) => next.type.name === 'field' && show(next.attrs as FieldAttributes) };
  };

/** Enter on a chosen blank fills it. */
const openChosen =
  (ways: FieldWays) =>
  ({ editor: { state } }: { readonly editor: Editor }): boolean => {
    const { selection } = state;
    if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'field') return false;
    const { name, value, typed } = selection.node.attrs as FieldAttributes;
    if (ways.isOpen(name, value, typed)) ways.open(name);
    return true;
  };

const fieldNode = (ways: FieldWays) =>
  Node.create({
    name: 'field',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({ name: { default: '' }, value: { default: '' }, typed: { default: false } }),
    parseHTML: () => [
      {
        tag: 'span[data-field]',
        getAttrs: (element) => {
          const name = element.getAttribute('data-field') ?? '';
          return (
            fieldName.test(name) && { name, value: element.getAttribute('data-value') ?? '', typed: element.hasAttribute('data-typed') }
          );
        },
      },
    ],
    renderHTML: ({ node }) => {
      const { name, value, typed } = node.attrs as FieldAttributes;
      return ['span', { 'data-field': name, 'data-value': value, ...(typed && { 'data-typed': '' }) }, value];
    },
    renderText: ({ node }) => (node.attrs as FieldAttributes).value,
    addKeyboardShortcuts: () => ({ Enter: openChosen(ways) }),
    addNodeView: () => fieldView(ways),
  });

/** One line an item; Tab is not an indent here, it leaves the editor as it leaves every field. */
const Item = ListItem.extend({
  content: 'paragraph',
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection;
        const isAtStart = empty && $from.parentOffset === 0 && $from.node(-1)?.type.name === this.name;
        return isAtStart && this.editor.commands.liftListItem(this.name);
      },
    };
  },
});

/** Paragraphs, lists, bold, and fields. What is pasted becomes that, or goes. */
export const letterSchema = (ways: FieldWays): Extensions => [
  Document,
  Paragraph,
  Text,
  Bold,
  BulletList.configure({ keepMarks: false }),
  OrderedList,
  Item,
  UndoRedo,
  Fact,
  fieldNode(ways),
  Found,
];
