import { Button, Textarea } from '@mantine/core';
import { type JSX, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyValue, type KeptWords } from '../../../shared/note-values.ts';
import { HelpedText } from '../../ui/helped-text.tsx';
import type { AskedField } from './note-asked.ts';
import { useNote } from './note-context.ts';
import { NoteHelpContext } from './use-note-help.ts';
import { noteTextMark } from './use-note-insert.ts';

type Props = { readonly field: AskedField; readonly label: string; readonly problem: string | undefined };

/** What a change of words makes of a field: emptied, it is no copy any more. */
const useWords = ({ key }: AskedField) => {
  const { draft, set } = useNote();
  const value = draft.values[key] ?? emptyValue;
  return { text: value.text, write: (text: string): void => set(key, text === '' ? { text, copied: null } : { text }) };
};

/** A field of free words, with the language helper under the hand. */
export const HelpedWords = ({ field, label, problem }: Props): JSX.Element => {
  const { draft, change } = useNote();
  const { snippets, noted } = useContext(NoteHelpContext);
  const { text, write } = useWords(field);
  const keep = (kept: KeptWords): void => change({ kept: [...draft.kept, kept] });
  return (
    <div className="note-words" data-filled={text !== '' || undefined} {...{ [noteTextMark]: field.key }}>
      <HelpedText
        label={label}
        description={field.help}
        value={text}
        onChange={write}
        error={problem}
        minRows={1}
        kept={draft.kept}
        onKeep={keep}
        noted={noted}
        snippets={snippets}
      />
    </div>
  );
};

/** What the client said, one piece a line: theirs, so nothing in it is looked at. */
export const QuotedWords = ({ field, label, problem }: Props): JSX.Element => {
  const { text, write } = useWords(field);
  return (
    <div className="note-words note-quotes" data-filled={text !== '' || undefined} {...{ [noteTextMark]: field.key }}>
      <Textarea
        label={label}
        description={field.help}
        value={text}
        error={problem}
        autosize
        minRows={1}
        dir="auto"
        onChange={(event) => write(event.currentTarget.value)}
      />
    </div>
  );
};

/** Lines one under the other; that there were none is said, not left open. */
export const ListedWords = (props: Props): JSX.Element => {
  const { t } = useTranslation('notes');
  const { text, write } = useWords(props.field);
  return (
    <div className="note-list">
      <HelpedWords {...props} />
      {text === '' ? (
        <Button variant="subtle" aria-label={t('noneOf', { label: props.label })} onClick={() => write(t('none'))}>
          {t('none')}
        </Button>
      ) : null}
    </div>
  );
};
