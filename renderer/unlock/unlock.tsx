import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '../../shared/vault.ts';
import { call } from '../call.ts';
import { sinceWords } from '../dates.ts';
import { useErrorWords } from '../ui/error-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Logo, Rings } from '../ui/logo.tsx';
import { Notice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { useSend } from '../use-call.ts';
import { useCountdown } from './countdown.ts';

type UnlockProps = { readonly status: VaultStatus; readonly ended: boolean; readonly onOpen: () => void };

export const Unlock = ({ status, ended, onOpen }: UnlockProps): JSX.Element => {
  const { t } = useTranslation('unlock');
  const words = useErrorWords();
  const { send, isSending, error } = useSend('vault.unlock');
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const [wait, setWait] = useCountdown(status.waitSeconds);
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
    const reply = await send({ passphrase });
    if (reply.ok) return onOpen();
    setPassphrase('');
    const now = await call('vault.status', {});
    if (now.ok) setWait(now.value.waitSeconds);
    if (now.ok && now.value.state !== 'locked') onOpen();
  };

  const minutes = Math.ceil(wait / 60);
  const refused = error?.code === 'refused' && (error.reason === 'wrong-passphrase' || error.reason === 'wait-before-next-try');
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
        {ended ? <Notice tone="sage" title={t('unlock.ended')} live /> : null}
        {error && !refused ? (
          <Notice tone="wait" title={words(error).title} live>
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
          {problem ?? ''} {wait > 0 ? t('unlock.waitSeconds', { count: Math.ceil(wait / 30) * 30 }) : ''}
        </div>
        <Button type="submit" fullWidth size="md" mt="md" disabled={wait > 0 || isSending}>
          {isSending ? t('unlock.opening') : t('unlock.action')}
        </Button>
        {wait > 0 ? (
          <p className="unlock-wait ink-2">
            <b className="b num">{wait > 90 ? t('unlock.waitMinutes', { count: minutes }) : t('unlock.waitSeconds', { count: wait })}</b>
            <br />
            {t('unlock.waitWhy')}
          </p>
        ) : null}
      </form>
    </main>
  );
};
