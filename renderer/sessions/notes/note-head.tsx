import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../../dates.ts';
import { PageTitle, useTitle } from '../../ui/page.tsx';
import { useNote } from './note-context.ts';
import { noteDay } from './note-days.ts';

/** Of which client, which session, and how it came about. */
const Sub = (): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note, draft } = useNote();
  const facts = [
    note.startedAt ? t('head.session', { time: clockTime(note.startedAt) }) : t('head.quick'),
    ...(note.startedAt && note.state === 'draft' ? [t('head.drafted')] : []),
    ...(note.isOwn ? [] : [t('head.by', { name: note.authorName })]),
    ...(note.writtenOn === draft.on ? [] : [t('head.written', { day: noteDay(note.writtenOn) })]),
  ];
  return (
    <p className="note-sub ink-2">
      <Link to="/clients/$clientId" params={{ clientId: note.clientId }} className="text-link" dir="auto">
        {note.chosenName}
      </Link>
      {facts.map((fact) => (
        <span key={fact} dir="auto">
          {' · '}
          {fact}
        </span>
      ))}
    </p>
  );
};

/** Head of a note: the day it is about, whose it is, and what can be done with it. */
export const NoteHead = ({ children, focusKey }: { readonly children: ReactNode; readonly focusKey: string }): JSX.Element => {
  const { t } = useTranslation('notes');
  const { draft } = useNote();
  useTitle(t('one'));
  return (
    <header className="note-head">
      <div className="note-head-words">
        <PageTitle className="note-title" focusKey={focusKey}>
          {t('head.title', { day: noteDay(draft.on) })}
        </PageTitle>
        <Sub />
      </div>
      <div className="note-head-tools">{children}</div>
    </header>
  );
};
