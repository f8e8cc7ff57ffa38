import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../use-call.ts';
import { useConductor } from './conductor-context.ts';

/** Today's yes to touch at all, where it was not said on arrival or was taken back meanwhile. */
export const SpokenYes = (): JSX.Element => {
  const { t } = useTranslation('touch');
  const { tell, isSending } = useConductor();
  const heard = (answer: 'yes' | 'no'): void => void tell('yes-heard', { answer, areas: {}, ceiling: null, words: '' });
  return (
    <fieldset className="touch-say" aria-label={t('first.yesLabel')}>
      <p>
        {t('ask.first')} <b>{t('first.yes')}</b>
      </p>
      <div className="touch-picks">
        <Button variant="default" disabled={isSending} onClick={() => heard('yes')}>
          {t('ask.yes')}
        </Button>
        <Button variant="default" disabled={isSending} onClick={() => heard('no')}>
          {t('ask.no')}
        </Button>
      </div>
    </fieldset>
  );
};

/** The signal as it is now, tried once, hands lifted. */
export const Rehearse = (): JSX.Element | null => {
  const { t } = useTranslation('touch');
  const { session, tell, isSending } = useConductor();
  const client = useCall('clients.get', { id: session.clientId }, { fresh: true }).data;
  if (!client) return null;
  const { stopWord: word, stopGesture: gesture } = client;
  return (
    <fieldset className="touch-say" aria-label={t('first.rehearseLabel')}>
      <p>
        <b>{t('first.rehearse', { signal: [word, gesture].filter((part) => part !== '').join(', ') })}</b>
      </p>
      <Button variant="default" disabled={isSending} onClick={() => void tell('signal-rehearsed', { word, gesture })}>
        {t('first.rehearsed')}
      </Button>
    </fieldset>
  );
};
