import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountdown, waitOf } from '../ui/countdown.ts';
import { useErrorWords } from '../ui/error-words.ts';
import { Notice } from '../ui/notice.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { TryAgainIn } from '../ui/try-again-in.tsx';
import { useSend } from '../use-call.ts';

type TakeBackProps = {
  readonly handoverId: string;
  readonly flush: () => Promise<boolean>;
  readonly onLeave: () => void;
};

/** The way out of the hand-over. What comes after is another page: nothing of this one stays in the window. */
export const TakeBack = ({ handoverId, flush, onLeave }: TakeBackProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const words = useErrorWords();
  const { send, isSending, error } = useSend('handover.end');
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const [wait, setWait] = useCountdown(0);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!isSending && wait === 0) form.current?.querySelector('input')?.focus();
  }, [isSending, wait]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (wait > 0 || isSending) return;
    setEmpty(passphrase.length === 0);
    if (passphrase.length === 0) return;
    await flush();
    const reply = await send({ handoverId, passphrase });
    if (reply.ok) return window.location.reload();
    setPassphrase('');
    setWait(waitOf(reply.error));
  };
  const refused = error?.code === 'refused' && (error.reason === 'wrong-passphrase' || error.reason === 'wait-before-next-try');
  const problem = empty ? t('back.empty') : error && refused ? t('back.wrong') : undefined;
  return (
    <form
      ref={form}
      className="take-back"
      onSubmit={(event) => void submit(event)}
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      {error && !refused ? (
        <Notice tone="wait" title={words(error).title} live>
          {words(error).text}
        </Notice>
      ) : null}
      <PassphraseField
        id="passphrase"
        label={t('back.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        problem={problem}
        disabled={isSending}
        autoFocus
      />
      <div aria-live="assertive" className="visually-hidden">
        {problem ?? ''}
      </div>
      <TryAgainIn wait={wait} />
      <div className="rest-actions">
        <Button type="submit" size="lg" disabled={wait > 0 || isSending}>
          {isSending ? t('back.taking') : t('back.take')}
        </Button>
        <Button size="lg" variant="subtle" disabled={isSending} onClick={onLeave}>
          {t('back.leave')}
        </Button>
      </div>
    </form>
  );
};
