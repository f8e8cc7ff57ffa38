import { Anchor, Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LastWord } from '../../shared/last-word.ts';
import type { VaultStatus } from '../../shared/vault.ts';
import { call } from '../call.ts';
import { momentWords, sinceWords } from '../dates.ts';
import { useErrorWords } from '../ui/error-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Logo, Rings } from '../ui/logo.tsx';
import { Notice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { TryAgainIn } from '../ui/try-again-in.tsx';
import { useSend } from '../use-call.ts';
import { isMendableError } from './mendable.ts';

type UnlockProps = {
  readonly status: VaultStatus;
  readonly ended: boolean;
  readonly word: LastWord | null;
  readonly wait: number;
  readonly onWait: (seconds: number) => void;
  readonly onOpen: () => void;
  readonly onUseKit: () => void;
  readonly onRestore: () => void;
  /** Offered where the database is damaged. */
  readonly onSalvage: () => void;
};

export const Unlock = ({ status, ended, word, wait, onWait, onOpen, onUseKit, onRestore, onSalvage }: UnlockProps): JSX.Element => {
  const { t } = useTranslation('unlock');
  const words = useErrorWords();
  const { send, isSending, error: failed } = useSend('vault.unlock');
  /** Why the last try did not open it, which may have been made on the page before. */
  const [before, setBefore] = useState(word?.kind === 'not-opened' ? word.error : null);
  const error = failed ?? before;
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const name = status.practiceName ?? t('unlock.title');
  useTitle(t('unlock.title'));

  useEffect(() => {
    if (!isSending && wait === 0) form.current?.querySelector('input')?.focus();
  }, [isSending, wait]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (wait > 0 || isSending) return;
    setEmpty(passphrase.length === 0);
    if (passphrase.length === 0) return;
    setBefore(null);
    const reply = await send({ passphrase });
    if (reply.ok) return onOpen();
    setPassphrase('');
    const now = await call('vault.status', {});
    if (now.ok) onWait(now.value.waitSeconds);
    if (now.ok && now.value.state !== 'locked') onOpen();
  };

  const refused = error?.code === 'refused' && (error.reason === 'wrong-passphrase' || error.reason === 'wait-before-next-try');
  /** The way back stands where the trouble is said. */
  const offersBackup = error !== null && isMendableError(error);
  const problem = empty ? t('unlock.empty') : error && refused ? `${words(error).title}. ${words(error).text}` : undefined;
  return (
    <main className="alone">
      <Rings of="unlock" />
      <form ref={form} className="unlock" onSubmit={(event) => void submit(event)} noValidate>
        <div className="alone-logo">
          <Logo size={52} />
        </div>
        <h1 className="alone-title" dir="auto">
          {name}
        </h1>
        <p className="unlock-since ink-2">
          <Icon icon={IconLock} size={16} />
          {status.lockedSince ? t('unlock.since', { time: sinceWords(status.lockedSince) }) : t('unlock.locked')}
          {status.demo ? ` · ${t('unlock.demo')}` : ''}
        </p>
        {status.handedOver ? <Notice tone="sage" title={t('unlock.giveBack')} live /> : null}
        {ended ? <Notice tone="sage" title={t('unlock.ended')} live /> : null}
        {word?.kind === 'restored' ? (
          <Notice tone="sage" title={t('restored.title', { moment: momentWords(word.madeAt) })} live>
            {t('restored.text')}
          </Notice>
        ) : null}
        {error && !refused ? (
          <Notice
            tone="wait"
            title={words(error).title}
            live
            actions={
              offersBackup ? (
                <>
                  <Button variant="default" onClick={onRestore}>
                    {t('unlock.restore')}
                  </Button>
                  <Button variant="default" onClick={onSalvage}>
                    {t('unlock.salvage')}
                  </Button>
                </>
              ) : null
            }
          >
            {words(error).text}
          </Notice>
        ) : null}
        <PassphraseField
          id="passphrase"
          label={t('unlock.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          problem={problem}
          disabled={isSending}
          autoFocus
        />
        <div aria-live="assertive" className="visually-hidden">
          {problem ?? ''}
        </div>
        <Button type="submit" fullWidth size="md" mt="md" disabled={wait > 0 || isSending}>
          {isSending ? t('unlock.opening') : t('unlock.action')}
        </Button>
        <TryAgainIn wait={wait} />
        {status.hasRecoveryKit ? (
          <p className="unlock-other">
            <Anchor component="button" type="button" className="tall-link" disabled={isSending} onClick={onUseKit}>
              {t('unlock.useKit')}
            </Anchor>
          </p>
        ) : null}
      </form>
      <p className="unlock-kept xs ink-2">
        {status.draftsKept ? <span>{t('unlock.kept')}</span> : null}
        {offersBackup ? null : (
          <Anchor component="button" type="button" inherit className="tall-link" disabled={isSending} onClick={onRestore}>
            {t('unlock.restore')}
          </Anchor>
        )}
      </p>
    </main>
  );
};
