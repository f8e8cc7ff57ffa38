import { Button, Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { call } from '../call.ts';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { NewPassphrase, newPassphraseProblems } from '../ui/new-passphrase.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { TryAgainIn } from '../ui/try-again-in.tsx';
import { keyOf } from '../use-call.ts';
import { NewKeyMade } from './new-key-made.tsx';
import { usePresentPassphrase } from './present-passphrase.ts';

const nothing = { first: '', second: '' };
const sentences = ['renews', 'closes', 'backups'] as const;

/** "Someone may know my passphrase": what it does, the two passphrases, then the new Kit and what the old passphrase still opens. */
export const NewKey = ({ onDone }: { readonly onDone: () => void }): JSX.Element => {
  const { t } = useTranslation('settings');
  const { t: tUi } = useTranslation('ui');
  const queries = useQueryClient();
  const [present, setPresent] = useState('');
  const [secret, setSecret] = useState(nothing);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<OutputOf<'vault.newKey'> | null>(null);
  const { wait, isWrong, other, hear } = usePresentPassphrase();
  const heading = useRef<HTMLHeadingElement>(null);
  const stage = made ? 'made' : busy ? 'busy' : 'asking';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each stage begins at its heading
  useEffect(() => heading.current?.focus(), [stage === 'made', stage === 'busy']);

  const presentProblem = isWrong ? t('passphrase.wrong') : t('passphrase.presentFirst');
  const found: readonly FieldProblem[] = [
    ...(present === '' ? [{ field: 'present', label: t('passphrase.present'), text: presentProblem }] : []),
    ...newPassphraseProblems(secret, t('passphrase.next'), tUi),
  ];
  const problems = attempt > 0 ? found : [];

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || wait > 0) return;
    setAttempt(attempt + 1);
    if (found.length > 0) return;
    setBusy(true);
    hear(null);
    const reply = await call('vault.newKey', { passphrase: present, next: secret.first });
    setBusy(false);
    setPresent('');
    if (!reply.ok) return hear(reply.error);
    setSecret(nothing);
    setMade(reply.value);
    void queries.invalidateQueries({ queryKey: keyOf('vault.status', {}) });
  };

  return (
    <section className="settings-part new-key" aria-labelledby="new-key-title">
      <h3 id="new-key-title" ref={heading} tabIndex={-1} className="section-head">
        {made ? t('newKey.madeTitle') : t('newKey.title')}
      </h3>
      {made ? <NewKeyMade {...made} onDone={onDone} /> : null}
      {busy ? (
        <p className="row" role="status">
          <Loader size={20} color="var(--sp-sage)" aria-hidden="true" />
          <span>{t('newKey.making')}</span>
        </p>
      ) : null}
      {stage === 'asking' ? (
        <form className="form-column settings-passphrases" onSubmit={(event) => void submit(event)} noValidate>
          <ol className="new-key-steps">
            {sentences.map((sentence) => (
              <li key={sentence}>{t(`newKey.says.${sentence}`)}</li>
            ))}
          </ol>
          <ErrorSummary problems={problems} attempt={attempt} goingOn />
          {other ? <ErrorNotice error={other} /> : null}
          <div className="fields">
            <PassphraseField
              id="present"
              label={t('passphrase.present')}
              value={present}
              onChange={setPresent}
              problem={problems.find((problem) => problem.field === 'present')?.text}
            />
            <NewPassphrase label={t('passphrase.next')} secret={secret} onChange={setSecret} problems={problems} />
          </div>
          <div className="row wrap form-actions">
            <Button type="submit" disabled={wait > 0}>
              {t('newKey.action')}
            </Button>
            <Button variant="subtle" onClick={onDone}>
              {t('newKey.cancel')}
            </Button>
          </div>
          <TryAgainIn wait={wait} />
        </form>
      ) : null}
    </section>
  );
};
