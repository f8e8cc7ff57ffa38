import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../dates.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { useFocusOnChange } from '../../ui/use-focus-on-change.ts';
import { usePressed } from '../../ui/use-pressed.ts';
import { useCall } from '../../use-call.ts';
import { aftercareField, openNoteOf, putInNote } from './aftercare-given.ts';

type Props = { readonly clientId: string; readonly sessionId: string | null; readonly titles: readonly string[]; readonly words: string };

/** What was given may go into the note of the visit; a person says so, nothing is written by itself. */
export const AftercareNote = ({ clientId, sessionId, titles, words }: Props): JSX.Element | null => {
  const { t } = useTranslation('aftercare');
  const { data: listed } = useCall('notes.ofClient', { clientId });
  const field = useCall('notes.content', {}).data?.fields.find(({ id }) => id === aftercareField);
  const [isPut, setPut] = useState(false);
  const box = useFocusOnChange<HTMLDivElement>(String(isPut));
  const note = listed ? openNoteOf(listed.notes, { sessionId, today: today() }) : null;
  const own = words.trim();
  const list = [...titles, ...(own === '' ? [] : [t('note.own', { words: own.replace(/\s+/g, ' ') })])].join('; ');
  const given = t('note.given', { list });
  const { busy, error, press } = usePressed(async () => {
    const failed = note ? await putInNote(note.id, given) : null;
    setPut(failed === null);
    return failed;
  });
  if (!note || !field) return null;
  return (
    <div ref={box} tabIndex={-1} className="aftercare-note">
      <Notice
        tone="sage"
        title={isPut ? t('note.done') : t('note.title')}
        actions={
          isPut ? (
            <ButtonLink to="/notes/$noteId" params={{ noteId: note.id }} variant="default">
              {t('note.open')}
            </ButtonLink>
          ) : (
            <Button variant="default" disabled={busy} onClick={() => void press()}>
              {t('note.put')}
            </Button>
          )
        }
      >
        {isPut ? null : <p>{t('note.text', { field: field.label })}</p>}
        <p dir="auto">{given}</p>
        {error ? <ErrorNotice error={error} /> : null}
      </Notice>
    </div>
  );
};
