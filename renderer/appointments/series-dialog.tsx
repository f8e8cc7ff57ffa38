import { Button, Group } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../shared/appointment.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { type Despite, despiteInput, despiteProblems, refusedDays, undecided } from '../ui/despite.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { standingIn } from '../ui/moved-meanwhile.ts';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { ScopeChoice } from '../ui/scope-choice.tsx';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { useSend } from '../use-call.ts';
import { Meanwhile } from './meanwhile.tsx';
import { RepeatRule } from './repeat-fields.tsx';
import { repeatFrom, repeatProblems } from './repeat-form.ts';
import { begunSeries, type Series, type TypedSeries, withRule, withScope } from './series-form.ts';

type Typed = TypedSeries & { readonly despite: Despite };

const useEdit = (seen: Appointment, series: Series) => {
  const { t } = useTranslation('appointments');
  const { t: errors } = useTranslation('errors');
  const [typed, setTyped] = useState<Typed>(() => ({ ...begunSeries(series), despite: undecided }));
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('series.edit');
  const days = refusedDays(error);
  const found = [...repeatProblems(typed.rule, { t, errors, start: seen.day }), ...despiteProblems(typed.despite, { days, t, errors })];
  const save = async ({ id, version }: Appointment) => {
    setAttempt(attempt + 1);
    const repeat = repeatFrom(typed.rule, seen.day);
    if (isSending || !repeat || found.length > 0) return null;
    const reply = await send({ id, version, repeat, scope: typed.scope, ...despiteInput(typed.despite, days) });
    return reply.ok ? reply.value : null;
  };
  return {
    typed,
    set: (change: Partial<Typed>): void => {
      if (!('despite' in change)) forget();
      setTyped({ ...typed, ...('despite' in change ? {} : { despite: undecided }), ...change });
    },
    days,
    problems: attempt > 0 ? found : [],
    attempt,
    isSending,
    standing: standingIn(error),
    error: days.length > 0 ? null : error,
    save,
  };
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
  const { t: tUi } = useTranslation('ui');
  const [seen] = useState(appointment);
  const editing = useEdit(seen, series);
  const { typed, set, standing } = editing;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await editing.save(standing ?? seen);
    if (!done) return;
    const left = done.skipped.length > 0 ? ` ${t('new.skipped', { count: done.skipped.length })}` : '';
    said(`${t('series.done', { count: done.changed })}${left}`);
    onDone(done);
    onClose();
  };
  return (
    <Dialog title={t('series.change')} onClose={onClose} size={640}>
      <form className="fields" onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary problems={editing.problems} attempt={editing.attempt} />
        {standing ? <Meanwhile standing={standing} /> : null}
        {editing.error && !standing ? <ErrorNotice error={editing.error} /> : null}
        <ScopeChoice
          scope={typed.scope}
          offered={['following', 'all']}
          onScope={(scope) => set(withScope(series, typed, scope === 'following' ? 'following' : 'all'))}
        />
        <RepeatRule
          typed={typed.rule}
          onChange={(rule) => set(withRule(typed, rule))}
          start={seen.day}
          problems={editing.problems}
          checked={null}
        />
        <p className="ink-2">{t('series.what')}</p>
        <ConflictChoice
          days={editing.days}
          names={{ client: seen.chosenName, practitioner: lists.nameOf(seen.practitionerId), room: lists.roomOf(seen.roomId) }}
          maySkip
          despite={typed.despite}
          onDespite={(despite) => set({ despite })}
          problems={editing.problems}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onClose}>
            {tUi('cancel')}
          </Button>
          <Button type="submit" disabled={editing.isSending}>
            {t('series.yes')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};
