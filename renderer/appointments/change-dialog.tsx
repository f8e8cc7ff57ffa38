import { Button, Group } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../shared/appointment.ts';
import type { Scope } from '../../shared/appointments.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { type Despite, despiteInput, despiteProblems, refusedDays, undecided } from '../ui/despite.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { standingIn } from '../ui/moved-meanwhile.ts';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { ScopeChoice } from '../ui/scope-choice.tsx';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { minutesFromTyped, typedWhen, whenProblems } from '../ui/when-form.ts';
import { useSend } from '../use-call.ts';
import { DetailFields, ServiceField } from './details-fields.tsx';
import { detailsFrom, detailsProblems, type TypedDetails, typedDetails } from './details-form.ts';
import { Meanwhile } from './meanwhile.tsx';

type Typed = { readonly details: TypedDetails; readonly minutes: string; readonly scope: Scope; readonly despite: Despite };

const useChange = (seen: Appointment) => {
  const { t } = useTranslation('appointments');
  const { t: errors } = useTranslation('errors');
  const [typed, setTyped] = useState<Typed>(() => ({
    details: typedDetails({ ...seen, price: seen.price?.amount ?? null }),
    minutes: String(seen.minutes),
    scope: 'this',
    despite: undecided,
  }));
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('appointments.change');
  const days = refusedDays(error);
  const found = [
    ...detailsProblems(typed.details, { t, errors }),
    ...whenProblems({ ...typedWhen(seen), minutes: typed.minutes }, { t, errors }).filter((one) => one.field === 'minutes'),
    ...despiteProblems(typed.despite, { days, t, errors }),
  ];
  const save = async ({ id, version }: Appointment) => {
    setAttempt(attempt + 1);
    const [about, minutes] = [detailsFrom(typed.details), minutesFromTyped(typed.minutes)];
    if (isSending || !about || !minutes || found.length > 0) return null;
    const reply = await send({ id, version, scope: typed.scope, details: { ...about, minutes }, ...despiteInput(typed.despite, days) });
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

type Props = { readonly appointment: Appointment; readonly lists: PracticeLists; readonly onClose: () => void };

/** Its service, length, price, the time kept around it, and the note. */
export const ChangeDialog = ({ appointment, lists, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const { t: tUi } = useTranslation('ui');
  const [seen] = useState(appointment);
  const changing = useChange(seen);
  const { typed, set, problems, standing } = changing;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await changing.save(standing ?? seen);
    if (!done) return;
    said(t(done.changed > 1 ? 'change.doneMany' : 'change.done', { count: done.changed }));
    onClose();
  };
  return (
    <Dialog title={t('change.title', { name: seen.chosenName })} onClose={onClose} size={640}>
      <form className="fields" onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary problems={problems} attempt={changing.attempt} />
        {standing ? <Meanwhile standing={standing} /> : null}
        {changing.error && !standing ? <ErrorNotice error={changing.error} /> : null}
        <ServiceField
          typed={typed.details}
          lists={lists}
          problems={problems}
          onChange={(details, service) => set({ details, ...(service ? { minutes: String(service.minutes) } : {}) })}
        />
        <Field
          id="minutes"
          label={t('when.minutes')}
          inputMode="numeric"
          width={160}
          value={typed.minutes}
          onChange={(minutes) => set({ minutes })}
          problem={problems.find((one) => one.field === 'minutes')?.text}
        />
        <DetailFields typed={typed.details} onChange={(details) => set({ details })} problems={problems} />
        {seen.seriesId ? <ScopeChoice scope={typed.scope} onScope={(scope) => set({ scope })} /> : null}
        <ConflictChoice
          days={changing.days}
          names={{ client: seen.chosenName, practitioner: lists.nameOf(seen.practitionerId), room: lists.roomOf(seen.roomId) }}
          maySkip={false}
          despite={typed.despite}
          onDespite={(despite) => set({ despite })}
          problems={problems}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onClose}>
            {tUi('cancel')}
          </Button>
          <Button type="submit" disabled={changing.isSending}>
            {t(standing ? 'change.same' : 'change.yes')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};
