import { Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayConflicts } from '../../shared/appointments.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { fullDayWords, shortDayWords } from '../dates.ts';
import { type ConflictNames, conflictsWords } from './conflict-words.ts';
import type { Despite } from './despite.ts';
import type { FieldProblem } from './error-summary.tsx';
import { Field, Marked, Wrong } from './field.tsx';
import { Notice } from './notice.tsx';

type Names = Omit<ConflictNames, 'day'>;
const few = 6;

const DayLines = ({ days, names }: { readonly days: readonly DayConflicts[]; readonly names: Names }): JSX.Element => {
  const { t } = useTranslation('appointments');
  const [only] = days;
  if (only && days.length === 1)
    return (
      <ul className="conflict-lines">
        {conflictsWords(t, only.conflicts, { ...names, day: only.day }).map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    );
  return (
    <ul className="conflict-lines">
      {days.slice(0, few).map(({ day, conflicts }) => (
        <li key={day} dir="auto">
          <span className="b">{shortDayWords(day)}</span>: {conflictsWords(t, conflicts, { ...names, day }).join('; ')}
        </li>
      ))}
      {days.length > few ? <li>{t('despite.more', { count: days.length - few })}</li> : null}
    </ul>
  );
};

type Props = {
  readonly days: readonly DayConflicts[];
  readonly names: Names;
  /** Days may be left out only where there are others. */
  readonly maySkip: boolean;
  readonly despite: Despite;
  readonly onDespite: (despite: Despite) => void;
  readonly problems: readonly FieldProblem[];
};

/** What stands in the way, in words; another time, leave the days out, or book all the same with a reason that is kept. */
export const ConflictChoice = ({ days, names, maySkip, despite, onDespite, problems }: Props): JSX.Element | null => {
  const { t } = useTranslation('appointments');
  const [first] = days;
  if (!first) return <span role="status" />;
  const problemOf = (field: string): string | undefined => problems.find((one) => one.field === field)?.text;
  const wrong = problemOf('despite');
  const ways = maySkip ? (['skip', 'anyway'] as const) : (['anyway'] as const);
  return (
    <Notice
      tone="wait"
      title={days.length === 1 ? t('despite.one', { day: fullDayWords(first.day) }) : t('despite.many', { count: days.length })}
    >
      <div role="status">
        <DayLines days={days} names={names} />
      </div>
      <Marked wrong={wrong !== undefined}>
        <Radio.Group
          id="despite"
          label={t('despite.title')}
          value={despite.way}
          onChange={(way) => onDespite({ ...despite, way: ways.find((one) => one === way) ?? '' })}
          error={wrong ? <Wrong>{wrong}</Wrong> : undefined}
        >
          <div className="choice-lines">
            {ways.map((way) => (
              <Radio key={way} value={way} label={t(`despite.${way}`)} />
            ))}
          </div>
        </Radio.Group>
      </Marked>
      {despite.way === 'anyway' ? (
        <Field
          id="reason"
          label={t('despite.reason')}
          help={t('despite.reasonHelp')}
          rows={2}
          value={despite.reason}
          onChange={(reason) => onDespite({ ...despite, reason })}
          problem={problemOf('reason')}
        />
      ) : null}
    </Notice>
  );
};

/** Said where the clocks leave out the hour that was chosen. */
export const LeftOut = ({ day, time }: { readonly day: CalendarDay; readonly time: string }): JSX.Element => {
  const { t } = useTranslation('appointments');
  return <Notice tone="sage" title={t('leftOut', { day: fullDayWords(day), time })} />;
};
