import { Button, Group, Radio, Select } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Appointment, cancelReasons } from '../../shared/appointment.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { nowInstant } from '../dates.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { standingIn } from '../ui/moved-meanwhile.ts';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { ScopeChoice } from '../ui/scope-choice.tsx';
import { useSend } from '../use-call.ts';
import { asksFee, cancelInput, cancelProblems, endingsOf, isEnding, newCancel, type TypedCancel } from './cancel-form.ts';
import { Meanwhile } from './meanwhile.tsx';

type FieldsProps = {
  readonly typed: TypedCancel;
  readonly set: (change: Partial<TypedCancel>) => void;
  readonly problemOf: (field: string) => string | undefined;
};

const Why = ({ typed, set, problemOf }: FieldsProps): JSX.Element => {
  const { t } = useTranslation('appointments');
  const wrong = problemOf('cancel-reason');
  return (
    <>
      <Marked wrong={wrong !== undefined}>
        <Select
          id="cancel-reason"
          label={t('cancel.reason')}
          placeholder={t('cancel.choose')}
          data={cancelReasons.map((reason) => ({ value: reason, label: t(`cancel.reasons.${reason}`) }))}
          value={typed.reason || null}
          allowDeselect={false}
          onChange={(value) => set({ reason: cancelReasons.find((one) => one === value) ?? '' })}
          error={wrong ? <Wrong>{wrong}</Wrong> : undefined}
        />
      </Marked>
      <Field
        id="cancel-words"
        label={t('cancel.words')}
        help={t('cancel.wordsHelp')}
        rows={2}
        value={typed.words}
        onChange={(words) => set({ words })}
        problem={problemOf('cancel-words')}
      />
    </>
  );
};

const Fee = ({ typed, set, problemOf }: FieldsProps): JSX.Element | null => {
  const { t } = useTranslation('appointments');
  if (typed.as === 'cancelled') return null;
  if (!asksFee(typed)) return <p className="ink-2">{t('cancel.noFee')}</p>;
  return (
    <Field
      id="cancel-fee"
      label={t('cancel.fee')}
      help={t('cancel.feeHelp')}
      width={180}
      value={typed.fee}
      onChange={(fee) => set({ fee })}
      problem={problemOf('cancel-fee')}
    />
  );
};

type Props = {
  readonly appointment: Appointment;
  readonly onClose: () => void;
  readonly onDone: (done: OutputOf<'appointments.cancel'>) => void;
};

/** It does not take place: how, why, and whether that costs something. */
export const CancelDialog = ({ appointment, onClose, onDone }: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const { t: errors } = useTranslation('errors');
  // As it stood when this was opened: what someone does meanwhile is asked about, not done over.
  const [seen] = useState(appointment);
  const [typed, setTyped] = useState(() => newCancel(seen, nowInstant()));
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('appointments.cancel');
  const standing = standingIn(error);
  const problems = attempt > 0 ? cancelProblems(typed, { t, errors }) : [];
  const fields: FieldsProps = {
    typed,
    set: (change) => {
      forget();
      setTyped({ ...typed, ...change });
    },
    problemOf: (field) => problems.find((one) => one.field === field)?.text,
  };
  const go = async (at: Appointment): Promise<void> => {
    setAttempt(attempt + 1);
    const input = cancelInput(typed, at);
    if (isSending || !input || cancelProblems(typed, { t, errors }).length > 0) return;
    const reply = await send(input);
    if (!reply.ok) return;
    said(
      t(reply.value.changed > 1 ? 'cancel.doneMany' : 'step.done', {
        count: reply.value.changed,
        name: seen.chosenName,
        status: t(`status.${typed.as}`),
      }),
    );
    onDone(reply.value);
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void go(standing ?? seen);
  };
  const as = endingsOf(seen, nowInstant());
  const isOver = isEnding(seen.status);
  return (
    <Dialog title={t(isOver ? 'cancel.rightTitle' : 'cancel.title', { name: seen.chosenName })} onClose={onClose} size={560}>
      <form className="fields" onSubmit={submit} noValidate>
        <ErrorSummary problems={problems} attempt={attempt} />
        {standing ? <Meanwhile standing={standing} /> : null}
        {error && !standing ? <ErrorNotice error={error} /> : null}
        <Radio.Group
          label={t('cancel.as')}
          value={typed.as}
          onChange={(value) => fields.set({ as: as.find((one) => one === value) ?? typed.as })}
        >
          <div className="choice-lines">
            {as.map((one) => (
              <Radio key={one} value={one} label={t(`cancel.ways.${one}`)} />
            ))}
          </div>
        </Radio.Group>
        <Why {...fields} />
        <Fee {...fields} />
        {seen.seriesId && typed.as === 'cancelled' && !isOver ? (
          <ScopeChoice keeps={false} scope={typed.scope} onScope={(scope) => fields.set({ scope })} />
        ) : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onClose}>
            {t('cancel.no')}
          </Button>
          <Button type="submit" variant="default" disabled={isSending}>
            {standing ? t('cancel.same') : t(`cancel.yes.${isOver ? 'right' : typed.as}`)}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};
