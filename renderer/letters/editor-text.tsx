import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { type JSX, type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterDocument } from '../../shared/letter-document.ts';
import { filledIn, fromEditor, toEditor } from './editor-document.ts';
import { foundKey, placesOf } from './editor-found.ts';
import { letterSchema } from './editor-schema.ts';
import { EditorTools } from './editor-tools.tsx';

export type LetterHand = {
  /** Brings other words onto the page: a fact was ticked, a blank filled. */
  readonly put: (document: LetterDocument) => void;
  /** The record fills blanks otherwise; the cursor stays where it is. */
  readonly fill: (document: LetterDocument) => void;
  /** Leads to words that are to be looked at, or to a blank. */
  readonly lead: (words: string) => void;
};

type Props = {
  readonly first: LetterDocument;
  readonly onChange: (document: LetterDocument) => void;
  readonly labelOf: (name: string) => string;
  readonly isOpen: (name: string, value: string, typed: boolean) => boolean;
  readonly onField: (name: string) => void;
  /** Words to look at again. */
  readonly found: readonly string[];
  readonly hand: RefObject<LetterHand | null>;
};

const lead = (editor: Editor, words: string): void => {
  const [place] = placesOf(editor.state.doc, [words]);
  if (place) editor.chain().focus().setTextSelection(place).scrollIntoView().run();
  else editor.commands.focus();
};

const fill = (editor: Editor, document: LetterDocument): void => {
  const fills = filledIn(document);
  const { tr, doc } = editor.state;
  doc.descendants((node, place) => {
    const { name, value, typed } = node.attrs;
    if (node.type.name !== 'field' || typed) return;
    const now = fills.get(String(name));
    if (now !== undefined && now !== value) tr.setNodeAttribute(place, 'value', now);
  });
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false));
};

const useFound = (editor: Editor, found: readonly string[]): void => {
  const words = found.join('\n');
  useEffect(() => {
    editor.view.dispatch(editor.state.tr.setMeta(foundKey, words === '' ? [] : words.split('\n')).setMeta('addToHistory', false));
  }, [editor, words]);
};

/** The words of a letter under the hand: paragraphs, bold and lists. Tab leaves it. */
export const EditorText = ({ first, onChange, labelOf, isOpen, onField, found, hand }: Props): JSX.Element => {
  const { t } = useTranslation('letters');
  // The editor is made once; what it calls is of now.
  const ways = useRef({ onChange, labelOf, isOpen, onField });
  useEffect(() => {
    ways.current = { onChange, labelOf, isOpen, onField };
  });
  const editor = useEditor({
    extensions: letterSchema({
      labelOf: (name) => ways.current.labelOf(name),
      blank: t('editor.blank'),
      isOpen: (name, value, typed) => ways.current.isOpen(name, value, typed),
      open: (name) => ways.current.onField(name),
    }),
    content: toEditor(first),
    injectCSS: false,
    editorProps: {
      attributes: {
        class: 'letter-words',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('editor.label'),
        spellcheck: 'true',
      },
    },
    onUpdate: ({ editor: own }) => ways.current.onChange(fromEditor(own.getJSON())),
  });
  useFound(editor, found);
  useImperativeHandle(
    hand,
    () => ({
      put: (document) => void editor.commands.setContent(toEditor(document)),
      fill: (document) => fill(editor, document),
      lead: (words) => lead(editor, words),
    }),
    [editor],
  );
  return (
    <>
      <EditorTools editor={editor} />
      <EditorContent editor={editor} />
    </>
  );
};
