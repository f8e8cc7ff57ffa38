import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import { clockTime, momentDay } from '../../dates.ts';
import { WriteNote } from './note-row.tsx';

type Props = { readonly clientId: string; readonly unwritten: OutputOf<'notes.ofClient'>['unwritten'] };

const first = 5;

/** Sessions that are over and have no note, before all else; of many the newest. */
export const NotesUnwritten = ({ clientId, unwritten }: Props): JSX.Element | null => {
  const { t } = useTranslation('notelists');
  const [isAll, all] = useState(false);
  if (unwritten.length === 0) return null;
  return (
    <section aria-labelledby="notes-unwritten">
      <h3 id="notes-unwritten" className="section-title">
        {t('unwritten', { count: unwritten.length })}
      </h3>
      <ul className="card notes-unwritten">
        {(isAll ? unwritten : unwritten.slice(0, first)).map(({ sessionId, startedAt, practitionerName }) => (
          <li key={sessionId} className="note-of">
            <span className="grow num" dir="auto">
              <time dateTime={startedAt} className="b">
                {t('unwrittenAt', { day: momentDay(startedAt), time: clockTime(startedAt) })}
              </time>{' '}
              <span className="ink-2">{practitionerName}</span>
            </span>
            <WriteNote clientId={clientId} sessionId={sessionId} day={momentDay(startedAt)} />
          </li>
        ))}
      </ul>
      {unwritten.length > first ? (
        <Button variant="subtle" aria-expanded={isAll} onClick={() => all(!isAll)}>
          {isAll ? t('unwrittenFew') : t('unwrittenAll', { count: unwritten.length })}
        </Button>
      ) : null}
    </section>
  );
};
