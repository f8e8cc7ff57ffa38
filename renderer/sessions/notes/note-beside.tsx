import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { BesideBefore } from './beside-before.tsx';
import { BesideEvents } from './beside-events.tsx';
import { BesideHead } from './beside-head.tsx';
import { BesideRecord } from './beside-record.tsx';
import { BesideReflections } from './beside-reflections.tsx';
import { useNote } from './note-context.ts';
import './beside.css';

/** What happened, beside the note: each line goes into it by one press. Without a session, what the record says stands there. */
export const NoteBeside = (): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { note, isEditable } = useNote();
  return (
    <aside className="beside" aria-labelledby="beside-title">
      <div className="beside-title">
        <h2 id="beside-title" className="lg b">
          {t(note.sessionId === null ? 'record' : 'title')}
        </h2>
        {isEditable ? <span className="sm ink-2">{t('press')}</span> : null}
      </div>
      <BesideHead />
      {note.sessionId === null ? <BesideRecord /> : <BesideEvents sessionId={note.sessionId} />}
      <BesideBefore />
      {note.isOwn ? <BesideReflections /> : null}
    </aside>
  );
};
