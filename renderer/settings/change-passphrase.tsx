import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../call.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { TryAgainIn } from '../ui/try-again-in.tsx';
import { ExchangeFields, usePassphraseExchange } from './passphrase-exchange.tsx';

export const ChangePassphrase = (): JSX.Element => {
  const { t } = useTranslation('settings');
  const exchange = usePassphraseExchange(
    (passphrases) => call('vault.changePassphrase', passphrases),
    () => said(t('passphrase.changed')),
  );
  const { attempt, problems, busy, wait, other, submit } = exchange;
  return (
    <form className="form-column settings-passphrases" onSubmit={(event) => void submit(event)} noValidate>
      <p className="ink-2 lead">{t('passphrase.lead')}</p>
      <ErrorSummary problems={problems} attempt={attempt} />
      {other ? <ErrorNotice error={other} /> : null}
      <ExchangeFields exchange={exchange} />
      <div className="row wrap form-actions">
        <Button type="submit" disabled={busy || wait > 0}>
          {busy ? t('passphrase.changing') : t('passphrase.change')}
        </Button>
      </div>
      <TryAgainIn wait={wait} />
    </form>
  );
};
