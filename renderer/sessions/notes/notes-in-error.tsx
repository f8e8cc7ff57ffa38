import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteLine } from '../../../shared/notes.ts';
import { ErrorNoteRow } from './note-row.tsx';
import { inErrorOf } from './notes-listed.ts';

/** Notes entered in error, apart from all others. */
export const NotesInError = ({ notes }: { readonly notes: readonly NoteLine[] }): JSX.Element | null => {
  const { t } = useTranslation('notelists');
  const wrong = inErrorOf(notes);
  if (wrong.length === 0) return null;
  return (
    <section aria-labelledby="notes-in-error">
      <h3 id="notes-in-error" className="section-title">
        {t('errors', { count: wrong.length })}
      </h3>
      <p className="ink-2">{t('errorsText')}</p>
      <ul className="card sessions-list">
        {wrong.map((note) => (
          <ErrorNoteRow key={note.id} note={note} />
        ))}
      </ul>
    </section>
  );
};
