import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../call.ts';
import { goToField } from '../ui/error-summary.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { RecoveryKit } from '../ui/recovery-kit.tsx';
import { TryAgainIn } from '../ui/try-again-in.tsx';
import { keyOf, useCall } from '../use-call.ts';
import { usePresentPassphrase } from './present-passphrase.ts';

type AskProps = { readonly replaces: boolean; readonly onMade: (groups: readonly string[]) => void; readonly onCancel: () => void };

const AskPassphrase = ({ replaces, onMade, onCancel }: AskProps): JSX.Element => {
  const { t } = useTranslation('settings');
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const { wait, isWrong, other, hear } = usePresentPassphrase();
  useEffect(() => goToField('kit-passphrase'), []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || wait > 0) return;
    hear(null);
    setEmpty(passphrase === '');
    if (passphrase === '') return goToField('kit-passphrase');
    setBusy(true);
    const reply = await call('vault.makeRecoveryKit', { passphrase });
    setBusy(false);
    setPassphrase('');
    if (reply.ok) return onMade(reply.value.groups);
    hear(reply.error);
    goToField('kit-passphrase');
  };

  return (
    <form className="form-column settings-passphrases" onSubmit={(event) => void submit(event)} noValidate>
      {replaces ? (
        <Notice tone="wait" title={t('kit.older')}>
          {t('kit.olderText')}
        </Notice>
      ) : null}
      {other ? <ErrorNotice error={other} /> : null}
      <PassphraseField
        id="kit-passphrase"
        label={t('kit.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        problem={isWrong && passphrase === '' ? t('kit.wrong') : empty && passphrase === '' ? t('kit.passphraseFirst') : undefined}
      />
      <div className="row wrap form-actions">
        <Button type="submit" disabled={busy || wait > 0}>
          {busy ? t('kit.making') : replaces ? t('kit.makeNew') : t('kit.make')}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('kit.cancel')}
        </Button>
      </div>
      <TryAgainIn wait={wait} />
    </form>
  );
};

/** The code is in this screen's memory while it is shown, and nowhere after. */
export const KitSettings = (): JSX.Element => {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const exists = useCall('vault.status', {}).data?.hasRecoveryKit ?? false;
  const [asking, setAsking] = useState(false);
  const [groups, setGroups] = useState<readonly string[] | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const made = (fresh: readonly string[]): void => {
    setGroups(fresh);
    setAsking(false);
    heading.current?.focus();
    void queries.invalidateQueries({ queryKey: keyOf('vault.status', {}) });
  };
  const stop = (): void => {
    setGroups(null);
    setAsking(false);
    heading.current?.focus();
  };

  return (
    <section className="settings-part" aria-labelledby="kit-title">
      <h3 id="kit-title" ref={heading} tabIndex={-1} className="section-head">
        {groups ? t('kit.madeTitle') : t('kit.title')}
      </h3>
      {groups ? (
        <>
          <p className="ink-2">{t('kit.once')}</p>
          <RecoveryKit groups={groups} />
          <Button onClick={stop}>{t('kit.done')}</Button>
        </>
      ) : (
        <>
          <p className="ink-2">{exists ? t('kit.exists') : t('kit.none')}</p>
          {asking ? (
            <AskPassphrase replaces={exists} onMade={made} onCancel={stop} />
          ) : (
            <Button variant="default" onClick={() => setAsking(true)}>
              {exists ? t('kit.makeNew') : t('kit.make')}
            </Button>
          )}
        </>
      )}
    </section>
  );
};
