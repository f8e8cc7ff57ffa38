import { Button } from '@mantine/core';
import { IconCheck, IconEye } from '@tabler/icons-react';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { dayWords, momentDay, sinceWords, today } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useSend } from '../use-call.ts';

type Told = OutputOf<'safety.card'>;
type Props = { readonly clientId: string; readonly told: Told; readonly again: () => Promise<unknown> };

/** "Read before a session": who read the card as it is now, and when. One that changed since is read by nobody. */
export const ReadBefore = ({ clientId, told: { sha256, acknowledged }, again }: Props): JSX.Element => {
  const { t } = useTranslation('safety');
  const { send, isSending, error, forget } = useSend('safety.acknowledge');
  const [changed, setChanged] = useState(false);
  const state = useRef<HTMLParagraphElement>(null);
  const readToday = acknowledged !== null && momentDay(acknowledged.at) === dayWords(today());

  const read = async (): Promise<void> => {
    setChanged(false);
    const reply = await send({ clientId, sha256 });
    const isOther = !reply.ok && reply.error.code === 'refused' && reply.error.reason === 'card-changed';
    if (reply.ok || isOther) await again();
    if (isOther) {
      forget();
      setChanged(true);
    }
    if (reply.ok) state.current?.focus({ preventScroll: true });
  };
  return (
    <div className="safety-read">
      {error ? <ErrorNotice error={error} /> : null}
      {changed ? (
        <p role="alert" className="wait b">
          {t('read.changed')}
        </p>
      ) : null}
      <div className="row wrap safety-read-row">
        <p ref={state} tabIndex={-1} className={acknowledged ? 'grow xs ink-2 num' : 'grow xs wait b'}>
          <Icon icon={acknowledged ? IconCheck : IconEye} size={18} tone={acknowledged ? 'sage' : 'wait'} />
          <span>{acknowledged ? t('read.by', { time: sinceWords(acknowledged.at), by: acknowledged.by }) : t('read.not')}</span>
        </p>
        {readToday ? null : (
          <Button variant="default" disabled={isSending} onClick={() => void read()}>
            {t('read.action')}
          </Button>
        )}
      </div>
    </div>
  );
};
