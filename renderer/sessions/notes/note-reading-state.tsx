import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsOf } from '../../../shared/note-content.ts';
import { shows } from '../../../shared/text.ts';
import { momentWords } from '../../dates.ts';
import { dropDraft } from '../../drafts.ts';
import { CopyButton } from '../../ui/copy-words.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useDrafts } from '../../use-draft.ts';
import { useNote } from './note-context.ts';
import { unsavedOf } from './note-saver.ts';

/** Who signed it and when, and what a reader has to know of that. */
export const SignedBy = (): JSX.Element | null => {
  const { t } = useTranslation('notes');
  const { signed, state } = useNote().note;
  if (!signed) return state === 'draft' ? <p className="ink-2">{t('reading.notSigned')}</p> : null;
  return (
    <div className="note-signed">
      <p className="b good" dir="auto">
        {t('reading.signed', { name: signed.byName, moment: momentWords(signed.at) })}
      </p>
      <p className="xs ink-2">
        {t(`reading.${signed.method}`)}
        {signed.late ? ` ${t('reading.late')}` : ''}
      </p>
    </div>
  );
};

/** What the client made of it, on the screen that was handed to them. */
export const Reviews = (): JSX.Element | null => {
  const { t } = useTranslation('notes');
  const { note } = useNote();
  if (note.reviews.length === 0) return null;
  return (
    <ul className="note-reviews">
      {note.reviews.map(({ at, outcome, words, isCurrent }) => (
        <li key={at}>
          <span dir="auto">{t(`reading.review.${outcome}`, { name: note.chosenName, moment: momentWords(at) })}</span>
          {isCurrent ? null : <span className="ink-2"> {t('reading.review.before')}</span>}
          {shows(words) ? (
            <p className="note-said" dir="auto">
              {words}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
};

/** Why it does not count, who said so, and where it is now. */
export const InError = (): JSX.Element | null => {
  const { t } = useTranslation('notes');
  const { inError } = useNote().note;
  if (!inError) return null;
  return (
    <Notice tone="wait" title={t('inError.stands')}>
      <p dir="auto">{t('inError.who', { name: inError.byName, moment: momentWords(inError.at), reason: inError.reason })}</p>
      {inError.toNoteId ? (
        <Link to="/notes/$noteId" params={{ noteId: inError.toNoteId }} className="text-link tall-link">
          {t('inError.toNew')}
        </Link>
      ) : null}
    </Notice>
  );
};

/** This note was begun with the words of one that stood with somebody else in error. */
export const MovedFrom = (): JSX.Element | null => {
  const { t } = useTranslation('notes');
  const { movedFrom } = useNote().note;
  if (!movedFrom) return null;
  return (
    <p className="sm ink-2">
      {t('inError.from')}{' '}
      <Link to="/notes/$noteId" params={{ noteId: movedFrom }} className="text-link">
        {t('inError.toOld')}
      </Link>
    </p>
  );
};

/** Words that were typed, could not be saved, and found the note signed: they are here until somebody lets go of them. */
export const LeftOver = (): JSX.Element | null => {
  const { t } = useTranslation('notes');
  const { note, content } = useNote();
  const key = `note-${note.id}`;
  const isThere = useDrafts().some((one) => one.key === key);
  const left = isThere ? unsavedOf(key) : undefined;
  if (!left) return null;
  const text = [...fieldsOf(content, 'SOAP'), ...fieldsOf(content, 'narrative')]
    .filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index)
    .filter(({ id }) => shows(left.values[id]?.text ?? '') && left.values[id]?.text !== note.values[id]?.text)
    .map(({ id, label }) => `${label}: ${left.values[id]?.text}`)
    .join('\n\n');
  return (
    <Notice
      tone="wait"
      title={t('left.title')}
      actions={
        <>
          <CopyButton word={t('left.copy')} text={text} done={t('left.copied')} />
          <Button variant="subtle" onClick={() => void dropDraft(key)}>
            {t('left.drop')}
          </Button>
        </>
      }
    >
      <p>{t('left.text')}</p>
      <p className="note-said" dir="auto">
        {text}
      </p>
    </Notice>
  );
};
