import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { SignalWords } from '../ui/stop-signal.tsx';
import { useCall } from '../use-call.ts';
import { useConductor } from './conductor-context.ts';
import { SessionClock } from './session-clock.tsx';

const Signal = ({ clientId }: { readonly clientId: string }): JSX.Element | null => {
  const { t } = useTranslation('session');
  const { data } = useCall('safety.card', { clientId });
  if (!data) return null;
  const { word: stopWord, gesture: stopGesture } = data.card.stop;
  const agreed = stopWord || stopGesture;
  return (
    <div className="row cd-signal">
      <Icon icon={IconHandStop} size={18} tone="stop-mark" />
      {agreed ? (
        <span className="ink-2">
          {t('head.stopIs')} <SignalWords client={{ stopWord, stopGesture }} />
        </span>
      ) : (
        <span className="wait b">{t('head.noSignal')}</span>
      )}
    </div>
  );
};

type Props = { readonly isCardOpen: boolean; readonly onCard: () => void };

/** Who is here, what stops, and how long it has been. */
export const SessionHeader = ({ isCardOpen, onCard }: Props): JSX.Element => {
  const { t } = useTranslation('session');
  const { session } = useConductor();
  return (
    <header className="cd-head">
      <div className="grow">
        <div className="cd-name" dir="auto">
          {session.chosenName}
        </div>
        <Signal clientId={session.clientId} />
      </div>
      <Button variant="default" aria-expanded={isCardOpen} aria-controls="cd-card" onClick={onCard}>
        {t('head.card')}
      </Button>
      <SessionClock />
    </header>
  );
};
