import { Button, Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { call } from '../call.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { TryAgainIn } from '../ui/try-again-in.tsx';
import { keyOf } from '../use-call.ts';
import { NewKeyMade } from './new-key-made.tsx';
import { ExchangeFields, usePassphraseExchange } from './passphrase-exchange.tsx';

const sentences = ['renews', 'closes', 'backups'] as const;

/** "Someone may know my passphrase": what it does, the two passphrases, then the new Kit and what the old passphrase still opens. */
export const NewKey = ({ onDone }: { readonly onDone: () => void }): JSX.Element => {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const [made, setMade] = useState<OutputOf<'vault.newKey'> | null>(null);
  const exchange = usePassphraseExchange(
    (passphrases) => call('vault.newKey', passphrases),
    (renewed) => {
      setMade(renewed);
      void queries.invalidateQueries({ queryKey: keyOf('vault.status', {}) });
    },
  );
  const { attempt, problems, busy, wait, other, submit } = exchange;
  const heading = useRef<HTMLHeadingElement>(null);
  const stage = made ? 'made' : busy ? 'busy' : 'asking';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each stage begins at its heading
  useEffect(() => heading.current?.focus(), [stage === 'made', stage === 'busy']);

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
          <ExchangeFields exchange={exchange} />
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
