import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { Said } from '../../shared/last-word.ts';
import type { VaultStatus } from '../../shared/vault.ts';
import { call } from '../call.ts';
import { useCountdown } from '../ui/countdown.ts';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { TryAgainIn } from '../ui/try-again-in.tsx';
import { Making } from './making.tsx';
import { isWrongSecret, noSecret, SecretField, secretOf, useForgotten, useSecretProblem } from './secret-field.tsx';
import { SetupHead } from './setup-step.tsx';

const fieldId = 'salvage-secret';

type SalvageProps = {
  readonly status: VaultStatus;
  /** Why it did not come about, on the page before. */
  readonly failed: Said | null;
  readonly onOpen: () => void;
  readonly onRestore: () => void;
  readonly onBack: () => void;
};

/** Of a practice that cannot be opened: save what can be read, or only read it. Neither changes anything in it. */
export const Salvage = ({ status, failed, onOpen, onRestore, onBack }: SalvageProps): JSX.Element => {
  const { t } = useTranslation('salvage');
  const [secret, setSecret] = useState(noSecret);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState<'salvage' | 'reading' | null>(null);
  const [error, setError] = useState<AppError | null>(failed);
  const [wait, setWait] = useCountdown(status.waitSeconds);
  useTitle(t('title'));

  const { slip, problem } = useSecretProblem(secret, { error, asked, first: t('passphraseFirst') });
  useForgotten(secret, () => setSecret({ ...secret, text: '' }));

  const settled = async (failure: AppError): Promise<void> => {
    const now = await call('vault.status', {});
    if (now.ok) setWait(now.value.waitSeconds);
    setError(failure);
    setSecret({ ...secret, text: '' });
    setBusy(null);
  };
  const send = async (way: 'salvage' | 'reading'): Promise<void> => {
    setAsked(true);
    if (slip || wait > 0) return;
    setBusy(way);
    setError(null);
    const reply =
      way === 'salvage'
        ? await call('vault.salvage', { secret: secretOf(secret) })
        : await call('vault.unlock', { passphrase: secret.text, readOnly: true });
    if (!reply.ok) return settled(reply.error);
    // What was saved is said by the next page: this one goes with the process that held the key.
    if (way === 'reading') onOpen();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send('salvage');
  };
  if (busy) return <Making title={t(`${busy}.running`)} text={t(`${busy}.runningText`)} />;
  return (
    <main className="setup">
      <div className="restore">
        <SetupHead />
        <form className="setup-column" onSubmit={submit} noValidate>
          <PageTitle>{t('title')}</PageTitle>
          <p className="md ink-2 setup-lead">{t('lead')}</p>
          <Notice
            tone="sage"
            title={t('backupFirst')}
            actions={
              <Button variant="default" onClick={onRestore}>
                {t('restore')}
              </Button>
            }
          >
            {t('backupFirstText')}
          </Notice>
          {error && !isWrongSecret(error) ? <ErrorNotice error={error} /> : null}
          <SecretField
            id={fieldId}
            secret={secret}
            onSecret={(next) => {
              if (next.kind !== secret.kind) setAsked(false);
              setSecret(next);
            }}
            problem={problem}
            words={{ passphrase: t('passphrase'), useKit: t('useKit'), usePassphrase: t('usePassphrase') }}
          />
          <p className="ink-2">{t('kept')}</p>
          <div className="row wrap form-actions">
            <Button type="submit" disabled={wait > 0}>
              {t('salvage.action')}
            </Button>
            {secret.kind === 'passphrase' ? (
              <Button variant="default" disabled={wait > 0} onClick={() => void send('reading')}>
                {t('reading.action')}
              </Button>
            ) : null}
            <Button variant="subtle" onClick={onBack}>
              {t('back')}
            </Button>
          </div>
          <TryAgainIn wait={wait} />
        </form>
      </div>
    </main>
  );
};
