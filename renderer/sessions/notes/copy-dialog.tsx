import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsOf } from '../../../shared/note-content.ts';
import { emptyValue } from '../../../shared/note-values.ts';
import type { Note } from '../../../shared/notes.ts';
import { shows } from '../../../shared/text.ts';
import type { CalendarDay } from '../../../shared/time.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { NoteRefused } from './cover-form.tsx';
import { type AskedField, askedOf, askedOfCustom, isWide } from './note-asked.ts';
import { useNote } from './note-context.ts';
import { noteDay, noteDayWords } from './note-days.ts';

/** Fields of this note that take words, in which the earlier one has some. */
const useWordsOf = (earlier: Note): readonly { readonly field: AskedField; readonly text: string }[] => {
  const { content, draft } = useNote();
  return [...fieldsOf(content, draft.format).map(askedOf), ...draft.custom.map(askedOfCustom)]
    .filter(isWide)
    .map((field) => ({ field, text: earlier.values[field.key]?.text ?? '' }))
    .filter(({ text }) => shows(text));
};

const Fields = ({ earlier }: { readonly earlier: Note }): JSX.Element => {
  const { t } = useTranslation('notes');
  const { draft, change } = useNote();
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const words = useWordsOf(earlier);
  const copy = (fields: typeof words): void => {
    const copied = { noteId: earlier.id, on: earlier.on };
    const values = fields.map(({ field: { key }, text }) => {
      const before = draft.values[key] ?? emptyValue;
      return [key, { ...before, text: shows(before.text) ? `${before.text.trimEnd()}\n${text}` : text, copied }] as const;
    });
    change({ values: { ...draft.values, ...Object.fromEntries(values) } });
    setDone(new Set([...done, ...fields.map(({ field }) => field.key)]));
  };
  const left = words.filter(({ field }) => !done.has(field.key));
  if (words.length === 0) return <p>{t('copy.nothing')}</p>;
  return (
    <div className="fields">
      <p className="ink-2">{t('copy.help', { day: noteDayWords(earlier.on) })}</p>
      <div>
        <Button variant="default" disabled={left.length === 0} onClick={() => copy(left)}>
          {t('copy.all')}
        </Button>
      </div>
      <ul className="copy-fields">
        {words.map(({ field, text }) => (
          <li key={field.key}>
            <div className="grow">
              <span className="note-label block">{field.label}</span>
              <span className="copy-text" dir="auto">
                {text}
              </span>
            </div>
            <Button
              variant="subtle"
              aria-label={t(done.has(field.key) ? 'copy.doneOf' : 'copy.oneOf', { label: field.label })}
              aria-disabled={done.has(field.key)}
              leftSection={done.has(field.key) ? <Icon icon={IconCheck} size={18} /> : undefined}
              onClick={() => (done.has(field.key) ? undefined : copy([{ field, text }]))}
            >
              {t(done.has(field.key) ? 'copy.done' : 'copy.one')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};

type Props = { readonly noteId: string; readonly on: CalendarDay; readonly onClose: () => void };

/** The earlier note's words, to be taken over by a person who reads them once more. */
export const CopyDialog = ({ noteId, on, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('notes');
  const { data, error, again } = useCall('notes.get', { noteId }, { fresh: true });
  return (
    <Dialog title={t('copy.title', { day: noteDay(on) })} onClose={onClose}>
      {error ? <NoteRefused error={error} again={again} /> : data ? <Fields earlier={data} /> : <Waiting />}
    </Dialog>
  );
};
