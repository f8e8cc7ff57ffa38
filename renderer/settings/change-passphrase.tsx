import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../call.ts';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { NewPassphrase, newPassphraseProblems } from '../ui/new-passphrase.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { TryAgainIn } from '../ui/try-again-in.tsx';
import { usePresentPassphrase } from './present-passphrase.ts';

const nothing = { first: '', second: '' };

export const ChangePassphrase = (): JSX.Element => {
  const { t } = useTranslation('settings');
  const { t: tUi } = useTranslation('ui');
  const [present, setPresent] = useState('');
  const [secret, setSecret] = useState(nothing);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const { wait, isWrong, other, hear } = usePresentPassphrase();

  const presentProblem = isWrong ? t('passphrase.wrong') : t('passphrase.presentFirst');
  const found: readonly FieldProblem[] = [
    ...(present === '' ? [{ field: 'present', label: t('passphrase.present'), text: presentProblem }] : []),
    ...newPassphraseProblems(secret, t('passphrase.next'), tUi),
  ];
  const problems = attempt > 0 && !busy ? found : [];

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || wait > 0) return;
    setAttempt(attempt + 1);
    if (found.length > 0) return;
    setBusy(true);
    hear(null);
    const reply = await call('vault.changePassphrase', { passphrase: present, next: secret.first });
    setBusy(false);
    setPresent('');
    if (!reply.ok) return hear(reply.error);
    setSecret(nothing);
    setAttempt(0);
    said(t('passphrase.changed'));
  };

  return (
    <form className="form-column settings-passphrases" onSubmit={(event) => void submit(event)} noValidate>
      <p className="ink-2 lead">{t('passphrase.lead')}</p>
      <ErrorSummary problems={problems} attempt={attempt} />
      {other ? <ErrorNotice error={other} /> : null}
      <div className="fields">
        <PassphraseField
          id="present"
          label={t('passphrase.present')}
          value={present}
          onChange={setPresent}
          problem={problems.find((problem) => problem.field === 'present')?.text}
          disabled={busy}
        />
        <NewPassphrase label={t('passphrase.next')} secret={secret} onChange={setSecret} problems={problems} disabled={busy} />
      </div>
      <div className="row wrap form-actions">
        <Button type="submit" disabled={busy || wait > 0}>
          {busy ? t('passphrase.changing') : t('passphrase.change')}
        </Button>
      </div>
      <TryAgainIn wait={wait} />
    </form>
  );
};
