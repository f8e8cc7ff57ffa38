import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { call } from '../call.ts';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { Marked, Wrong } from '../ui/field.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { RecoveryKit } from '../ui/recovery-kit.tsx';
import { OrLater, SetupHead } from './setup-step.tsx';

type KitStepProps = { readonly passphrase: string; readonly onMade: () => void; readonly onDone: () => void };

/** Last step of the first run, in the open practice: a Kit is made only when it is asked for, so that none exists that nobody has. */
export const KitStep = ({ passphrase, onMade, onDone }: KitStepProps): JSX.Element => {
  const { t } = useTranslation('unlock');
  const [groups, setGroups] = useState<readonly string[] | null>(null);
  const [kept, setKept] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  useTitle(t('kit.title'));
  const problems: readonly FieldProblem[] = attempt > 0 && !kept ? [{ field: 'kept', label: t('kit.kept'), text: t('kit.keptFirst') }] : [];

  const make = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    const reply = await call('vault.makeRecoveryKit', { passphrase });
    setBusy(false);
    if (!reply.ok) return setError(reply.error);
    setGroups(reply.value.groups);
    onMade();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!groups) void make();
    else if (kept) onDone();
    else setAttempt(attempt + 1);
  };

  return (
    <main className="setup">
      <form className="setup-column" onSubmit={submit} noValidate>
        <SetupHead />
        <PageTitle focusKey={groups ? 'code' : 'offer'}>{t('kit.title')}</PageTitle>
        <p className="md ink-2 setup-lead">{t('kit.lead')}</p>
        {error ? <ErrorNotice error={error}>{t('kit.failed')}</ErrorNotice> : null}
        <ErrorSummary problems={problems} attempt={attempt} goingOn />
        {groups ? (
          <>
            <p className="md">{t('kit.once')}</p>
            <RecoveryKit groups={groups} />
            <Marked wrong={problems.length > 0}>
              <Checkbox
                id="kept"
                label={t('kit.kept')}
                checked={kept}
                onChange={(event) => setKept(event.currentTarget.checked)}
                error={problems.length > 0 ? <Wrong>{t('kit.keptFirst')}</Wrong> : undefined}
              />
            </Marked>
            <div className="row form-actions">
              <Button type="submit">{t('kit.goOn')}</Button>
            </div>
          </>
        ) : (
          <>
            <p className="md">{t('kit.offer')}</p>
            <div className="row wrap form-actions">
              <Button type="submit" disabled={busy}>
                {busy ? t('kit.making') : t('kit.make')}
              </Button>
              <OrLater word={t('kit.later')} help={t('kit.laterHelp')} busy={busy} onLater={onDone} />
            </div>
          </>
        )}
      </form>
    </main>
  );
};
