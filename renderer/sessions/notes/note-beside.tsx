import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useNote } from './note-context.ts';

/** What happened, beside the note: each line goes into it by one press. */
export const NoteBeside = (): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { note } = useNote();
  return <aside aria-label={t('title')}>{note.chosenName}</aside>;
};
