import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IdleMinutes } from '../../shared/idle.ts';
import { usePractice } from '../practice.ts';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall, useSend } from '../use-call.ts';

const idOf = (field: string): string => `locking-${field}`;

const minutesFrom = (typed: string): number | undefined =>
  /^\d{1,4}$/.test(typed.trim()) ? IdleMinutes.safeParse(Number(typed)).data : undefined;

const IdleForm = ({ minutes }: { readonly minutes: number }): JSX.Element => {
  const { t } = useTranslation('settings');
  const [typed, setTyped] = useState(String(minutes));
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('vault.changeLocking');
  const wanted = minutesFrom(typed);
  const problems: readonly FieldProblem[] =
    attempt > 0 && wanted === undefined ? [{ field: 'minutes', label: t('locking.minutes'), text: t('locking.wrong') }] : [];

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (wanted === undefined || isSending) return;
    const reply = await send({ idleMinutes: wanted });
    if (!reply.ok) return;
    setAttempt(0);
    said(t('locking.saved', { count: reply.value.idleMinutes }));
  };
  return (
    <form className="form-column" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problems={problems} attempt={attempt} idOf={idOf} />
      {error ? <ErrorNotice error={error} /> : null}
      <Field
        id={idOf('minutes')}
        label={t('locking.minutes')}
        help={t('locking.minutesHelp')}
        value={typed}
        onChange={(next) => {
          forget();
          setTyped(next);
        }}
        problem={problems[0]?.text}
        inputMode="numeric"
        width={340}
      />
      <div className="row wrap form-actions">
        <Button type="submit" disabled={isSending}>
          {t('locking.save')}
        </Button>
      </div>
    </form>
  );
};

const alsoLocks = ['sleep', 'screen', 'user', 'close', 'keys'] as const;

/** When the practice locks by itself. The owner says after how long; everyone may know. */
export const LockingSettings = (): JSX.Element => {
  const { t } = useTranslation('settings');
  const { role } = usePractice();
  const status = useCall('vault.status', {});
  const minutes = status.data?.idleMinutes ?? null;
  return (
    <>
      <p className="ink-2 lead">{t('locking.lead')}</p>
      {status.error ? <ErrorNotice error={status.error} again={status.again} /> : null}
      {minutes === null && !status.error ? <Waiting /> : null}
      {minutes === null ? null : role === 'owner' ? (
        <IdleForm minutes={minutes} />
      ) : (
        <p className="md">
          {t('locking.after', { count: minutes })} {t('locking.ownerChanges')}
        </p>
      )}
      <section className="settings-part" aria-labelledby="also-title">
        <h3 id="also-title" className="section-title">
          {t('locking.also')}
        </h3>
        <ul className="also-locks">
          {alsoLocks.map((one) => (
            <li key={one}>{t(`locking.by.${one}`)}</li>
          ))}
        </ul>
        <p className="ink-2">{t('locking.kept')}</p>
      </section>
    </>
  );
};
