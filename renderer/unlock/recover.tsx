import { Anchor, Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { readRecoveryCode } from '../../shared/recovery-code.ts';
import type { VaultStatus } from '../../shared/vault.ts';
import { call } from '../call.ts';
import { type FieldProblem, goToField } from '../ui/error-summary.tsx';
import { useErrorWords } from '../ui/error-words.ts';
import { Logo, Rings } from '../ui/logo.tsx';
import { NewPassphrase, newPassphraseProblems } from '../ui/new-passphrase.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { TryAgainIn } from '../ui/try-again-in.tsx';
import { codeProblem, TypedCode } from './typed-code.tsx';

type RecoverProps = {
  readonly status: VaultStatus;
  readonly wait: number;
  readonly onWait: (seconds: number) => void;
  readonly onOpen: () => void;
  readonly onBack: () => void;
};

/** In with the code of the Recovery Kit, to a new passphrase. Nothing typed here outlives the screen. */
export const Recover = ({ status, wait, onWait, onOpen, onBack }: RecoverProps): JSX.Element => {
  const { t } = useTranslation('unlock');
  const { t: tUi } = useTranslation('ui');
  const words = useErrorWords();
  const [code, setCode] = useState('');
  const [secret, setSecret] = useState({ first: '', second: '' });
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  useTitle(t('recover.title'));

  const slip = codeProblem(code, t);
  const found: readonly FieldProblem[] = [
    ...(slip ? [{ field: 'code', label: t('recover.code'), text: slip }] : []),
    ...newPassphraseProblems(secret, t('recover.passphrase'), tUi),
  ];
  const problems = attempt > 0 ? found : [];
  const wrong = error?.code === 'refused' && (error.reason === 'wrong-recovery-code' || error.reason === 'wait-before-next-try');
  const refused = error && wrong ? `${words(error).title}. ${words(error).text}` : undefined;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (wait > 0 || busy) return;
    setAttempt(attempt + 1);
    setError(null);
    const read = readRecoveryCode(code);
    const first = found[0];
    if (first) return goToField(first.field);
    if (!read.ok) return;
    setBusy(true);
    const reply = await call('vault.recover', { code: read.code, passphrase: secret.first });
    if (reply.ok) return onOpen();
    setError(reply.error);
    setBusy(false);
    const now = await call('vault.status', {});
    if (now.ok) onWait(now.value.waitSeconds);
    if (now.ok && now.value.state !== 'locked') return onOpen();
    goToField('code');
  };

  return (
    <main className="alone">
      <Rings of="unlock" />
      <form className="unlock recover" onSubmit={(event) => void submit(event)} noValidate>
        <div className="alone-logo">
          <Logo size={52} />
        </div>
        <PageTitle className="alone-title">{status.practiceName ?? t('recover.title')}</PageTitle>
        <p className="recover-lead md ink-2">{t('recover.lead')}</p>
        {error && !wrong ? (
          <Notice tone="wait" title={words(error).title} live>
            {words(error).text}
          </Notice>
        ) : null}
        <div className="fields">
          <TypedCode
            id="code"
            value={code}
            onChange={(next) => {
              setError(null);
              setCode(next);
            }}
            problem={(attempt > 0 ? slip : null) ?? refused}
            disabled={busy}
          />
          <p className="ink-2">{t('recover.passphraseHelp')}</p>
          <NewPassphrase label={t('recover.passphrase')} secret={secret} onChange={setSecret} problems={problems} disabled={busy} />
        </div>
        <div aria-live="assertive" className="visually-hidden">
          {problems[0]?.text ?? refused ?? ''}
        </div>
        <Button type="submit" fullWidth size="md" mt="lg" disabled={wait > 0 || busy}>
          {busy ? t('recover.opening') : t('recover.action')}
        </Button>
        <TryAgainIn wait={wait} />
        <p className="unlock-other">
          <Anchor component="button" type="button" className="tall-link" disabled={busy} onClick={onBack}>
            {t('recover.back')}
          </Anchor>
        </p>
      </form>
    </main>
  );
};
