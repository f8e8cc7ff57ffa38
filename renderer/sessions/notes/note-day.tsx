import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDayFromTyped } from '../../../shared/time.ts';
import { today, typedDay } from '../../dates.ts';
import { DayField } from '../../ui/day-field.tsx';
import { useNote } from './note-context.ts';
import { noteDay } from './note-days.ts';

/** The day a note without a session is about. Where it is an earlier one, the day it was written stands beside it, here and on paper. */
export const NoteDay = (): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note, draft, change } = useNote();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? draft.on : calendarDayFromTyped(typed);
  const isLater = read !== null && read > today();
  return (
    <div className="note-day">
      <DayField
        id="note-day"
        label={t('day.label')}
        value={typed ?? typedDay(draft.on)}
        onChange={(next) => {
          setTyped(next);
          const day = calendarDayFromTyped(next);
          if (day !== null && day <= today()) change({ on: day });
        }}
        problem={isLater ? t('day.later') : undefined}
      />
      {draft.on === note.writtenOn ? null : <p className="xs ink-2">{t('day.both', { day: noteDay(note.writtenOn) })}</p>}
    </div>
  );
};
