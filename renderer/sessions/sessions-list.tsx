import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { clockDay, momentDay } from '../dates.ts';
import { NoteOfSession, QuickNoteRow } from './notes/note-row.tsx';
import { listedOf } from './notes/notes-listed.ts';
import type { Labels } from './sessions-content.ts';
import { SessionRow } from './sessions-row.tsx';

type Props = {
  readonly clientId: string;
  readonly told: OutputOf<'sessions.ofClient'>;
  /** Not there while they are asked for, or could not be read. */
  readonly written: OutputOf<'notes.ofClient'> | undefined;
  readonly labels: Labels;
};

/** Sessions, each with its note, and notes without one among them, by their day. */
export const SessionsList = ({ clientId, told: { sessions, total }, written, labels }: Props): JSX.Element => {
  const { t } = useTranslation('sessions');
  const { t: lists } = useTranslation('notelists');
  const isCut = total > sessions.length;
  const unwritten = new Set(written?.unwritten.map(({ sessionId }) => sessionId));
  return (
    <section aria-labelledby="sessions-list">
      <h3 id="sessions-list" className="section-title">
        {total > 0 ? t('count', { count: total }) : lists('title')}
      </h3>
      <ul className="card sessions-list">
        {listedOf({ sessions, isCut, notes: written?.notes ?? [] }, clockDay).map((one) =>
          one.kind === 'note' ? (
            <QuickNoteRow key={one.note.id} note={one.note} />
          ) : (
            <SessionRow
              key={one.session.id}
              clientId={clientId}
              line={one.session}
              labels={labels}
              note={
                <NoteOfSession
                  clientId={clientId}
                  sessionId={one.session.id}
                  day={momentDay(one.session.startedAt)}
                  note={one.note}
                  isUnwritten={unwritten.has(one.session.id)}
                />
              }
            />
          ),
        )}
      </ul>
      {isCut ? <p className="ink-2">{t('more', { shown: sessions.length, total })}</p> : null}
    </section>
  );
};
