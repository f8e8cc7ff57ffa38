import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../shared/appointment.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { despiteInput } from '../ui/despite.ts';
import { said } from '../ui/notice.tsx';
import { ScopeChoice } from '../ui/scope-choice.tsx';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { RepeatRule } from './repeat-fields.tsx';
import { repeatFrom, repeatProblems } from './repeat-form.ts';
import { begunSeries, type Series, type TypedSeries, withRule, withScope } from './series-form.ts';
import { TriedDialog } from './tried-dialog.tsx';
import { useTried } from './use-tried.ts';

const useEdit = (seen: Appointment, series: Series) => {
  const { t } = useTranslation('appointments');
  const { t: errors } = useTranslation('errors');
  return useTried<'series.edit', TypedSeries>({
    name: 'series.edit',
    begun: () => begunSeries(series),
    own: ({ rule }) => repeatProblems(rule, { t, errors, start: seen.day }),
    inputOf: ({ rule, scope, despite }, { id, version }, days) => {
      const repeat = repeatFrom(rule, seen.day);
      return repeat && { id, version, repeat, scope, ...despiteInput(despite, days) };
    },
  });
};

type Props = {
  readonly appointment: Appointment;
  readonly series: Series;
  readonly lists: PracticeLists;
  readonly onClose: () => void;
  readonly onDone: (done: OutputOf<'series.edit'>) => void;
};

/** Another rule: those that are ahead and still are days of it stay, the others are cancelled, new days are booked. */
export const SeriesDialog = ({ appointment, series, lists, onClose, onDone }: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const [seen] = useState(appointment);
  const tried = useEdit(seen, series);
  const { typed, set } = tried;
  return (
    <TriedDialog
      title={t('series.change')}
      seen={seen}
      lists={lists}
      tried={tried}
      maySkip
      yes={t('series.yes')}
      onDone={(done) => {
        const left = done.skipped.length > 0 ? ` ${t('new.skipped', { count: done.skipped.length })}` : '';
        said(`${t('series.done', { count: done.changed })}${left}`);
        onDone(done);
      }}
      onClose={onClose}
    >
      <ScopeChoice
        scope={typed.scope}
        offered={['following', 'all']}
        onScope={(scope) => set(withScope(series, typed, scope === 'following' ? 'following' : 'all'))}
      />
      <RepeatRule
        typed={typed.rule}
        onChange={(rule) => set(withRule(typed, rule))}
        start={seen.day}
        problems={tried.problems}
        checked={null}
      />
      <p className="ink-2">{t('series.what')}</p>
    </TriedDialog>
  );
};
