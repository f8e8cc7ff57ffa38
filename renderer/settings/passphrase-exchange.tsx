import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, Reply } from '../../shared/app-error.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { NewPassphrase, newPassphraseProblems } from '../ui/new-passphrase.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { usePresentPassphrase } from './present-passphrase.ts';

const nothing = { first: '', second: '' };

type Exchange = {
  readonly attempt: number;
  readonly problems: readonly FieldProblem[];
  readonly busy: boolean;
  readonly wait: number;
  /** What the vault said no to, besides the present passphrase. */
  readonly other: AppError | null;
  readonly submit: (event: FormEvent) => Promise<void>;
  readonly present: string;
  readonly setPresent: (typed: string) => void;
  readonly secret: typeof nothing;
  readonly setSecret: (typed: typeof nothing) => void;
};

/** The present passphrase against a new one. Both fields are empty again once it is done. */
export const usePassphraseExchange = <T,>(
  ask: (passphrases: { readonly passphrase: string; readonly next: string }) => Promise<Reply<T>>,
  onDone: (value: T) => void,
): Exchange => {
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

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || wait > 0) return;
    setAttempt(attempt + 1);
    if (found.length > 0) return;
    setBusy(true);
    hear(null);
    const reply = await ask({ passphrase: present, next: secret.first });
    setBusy(false);
    setPresent('');
    if (!reply.ok) return hear(reply.error);
    setSecret(nothing);
    setAttempt(0);
    onDone(reply.value);
  };
  return { attempt, problems: attempt > 0 && !busy ? found : [], busy, wait, other, submit, present, setPresent, secret, setSecret };
};

export const ExchangeFields = ({ exchange }: { readonly exchange: Exchange }): JSX.Element => {
  const { t } = useTranslation('settings');
  const { present, setPresent, secret, setSecret, problems, busy } = exchange;
  return (
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
  );
};
