import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../use-call.ts';
import { useConductor } from './conductor-context.ts';
import { AskAloud } from './touch-aloud.tsx';
import { Deed } from './touch-deed.tsx';

/** Today's yes to touch at all, where it was not said on arrival or was taken back meanwhile. */
export const SpokenYes = (): JSX.Element => {
  const { t } = useTranslation('touch');
  const { tell } = useConductor();
  const heard = (answer: 'yes' | 'no'): Promise<boolean> => tell('yes-heard', { answer, areas: {}, ceiling: null, words: '' });
  return <AskAloud label={t('first.yesLabel')} say={t('first.yes')} onAnswer={heard} />;
};

/** The signal as it is now, tried once, hands lifted. */
export const Rehearse = (): JSX.Element | null => {
  const { t } = useTranslation('touch');
  const { session, tell } = useConductor();
  const client = useCall('clients.get', { id: session.clientId }, { fresh: true }).data;
  if (!client) return null;
  const { stopWord: word, stopGesture: gesture } = client;
  return (
    <fieldset className="touch-say" aria-label={t('first.rehearseLabel')}>
      <p>
        <b>{t('first.rehearse', { signal: [word, gesture].filter((part) => part !== '').join(', ') })}</b>
      </p>
      <Deed variant="default" onDeed={() => tell('signal-rehearsed', { word, gesture })}>
        {t('first.rehearsed')}
      </Deed>
    </fieldset>
  );
};
