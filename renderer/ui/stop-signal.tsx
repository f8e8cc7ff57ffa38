import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { briefWords } from '../dates.ts';
import { draftOf } from '../drafts.ts';
import { isClinical, usePractice } from '../practice.ts';
import { Icon } from './icon.tsx';
import { ChangeSignal, SignalDraft, signalKey } from './stop-signal-change.tsx';
import { RehearseSignal } from './stop-signal-rehearse.tsx';

/** The word and the sign, large, as they are said in the room; null while neither is agreed. */
export const SignalWords = ({ client }: { readonly client: Pick<Client, 'stopWord' | 'stopGesture'> }): JSX.Element | null => {
  const { t } = useTranslation('ui');
  const { stopWord, stopGesture } = client;
  if (!stopWord && !stopGesture) return null;
  return (
    <span dir="auto">
      <b className="b">{stopWord ? `“${stopWord}”` : stopGesture}</b>
      {stopWord && stopGesture ? <span className="stop-or"> {t('stop.or', { gesture: stopGesture })}</span> : null}
    </span>
  );
};

type Props = {
  readonly client: Client;
  /** The one on the page that goes on with what was typed before a lock. */
  readonly resumes?: boolean;
};

/** The agreed stop signal: what it is, whether it was tried as it stands, and how to try or change it. */
export const StopSignal = ({ client, resumes }: Props): JSX.Element => {
  const { t } = useTranslation('ui');
  const may = isClinical(usePractice()) && !client.archivedAt;
  const [open, setOpen] = useState<'change' | 'rehearse' | null>(() =>
    resumes && may && draftOf(signalKey(client.id), SignalDraft) ? 'change' : null,
  );
  const agreed = Boolean(client.stopWord || client.stopGesture);
  const close = (): void => setOpen(null);
  return (
    <div className="stop-signal">
      <Icon icon={IconHandStop} size={24} tone="stop-mark" />
      <div className="grow">
        <div className="xs ink-2">{t('stop.title')}</div>
        <div className="stop-words">{agreed ? <SignalWords client={client} /> : <span className="wait b">{t('stop.none')}</span>}</div>
        {agreed && client.stopRehearsedAt ? (
          <div className="sm ink-2 num">
            <time dateTime={client.stopRehearsedAt}>{t('stop.rehearsed', { day: briefWords(client.stopRehearsedAt) })}</time>
          </div>
        ) : null}
        {agreed && !client.stopRehearsedAt ? <div className="sm wait b">{t('stop.notRehearsed')}</div> : null}
        {may ? (
          <div className="row wrap stop-actions">
            {agreed ? (
              <Button variant={client.stopRehearsedAt ? 'subtle' : 'default'} onClick={() => setOpen('rehearse')}>
                {t('stop.rehearse')}
              </Button>
            ) : null}
            <Button variant={agreed ? 'subtle' : 'default'} onClick={() => setOpen('change')}>
              {t(agreed ? 'stop.change' : 'stop.agree')}
            </Button>
          </div>
        ) : null}
      </div>
      {open === 'rehearse' ? <RehearseSignal client={client} onDone={close} /> : null}
      {open === 'change' ? <ChangeSignal client={client} onDone={close} /> : null}
    </div>
  );
};
