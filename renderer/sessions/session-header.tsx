import { Button } from '@mantine/core';
import { IconHandStop, IconIdBadge2, IconSearch } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { SignalWords } from '../ui/stop-signal.tsx';
import { useCall } from '../use-call.ts';
import { useConductor } from './conductor-context.ts';
import { QuietButton } from './quiet-screen.tsx';
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

type Props = { readonly isCardOpen: boolean; readonly onCard: () => void; readonly handsOn: boolean };

/** Who is here, what stops, and how long it has been. */
export const SessionHeader = ({ isCardOpen, onCard, handsOn }: Props): JSX.Element => {
  const { t } = useTranslation('session');
  const { session } = useConductor();
  const { clientId } = session;
  return (
    <header className="cd-head">
      <div className="cd-who">
        <div className="cd-name">
          <span dir="auto">{session.chosenName}</span>
          {session.talkOnly ? <span className="cd-talk sm">{t('head.talkOnly')}</span> : null}
        </div>
        <Signal clientId={clientId} />
      </div>
      <div className="cd-tools">
        {handsOn ? null : (
          <ButtonLink to="/clients/$clientId" params={{ clientId }} variant="subtle" leftSection={<Icon icon={IconSearch} />}>
            {t('head.lookUp')}
          </ButtonLink>
        )}
        <QuietButton />
        <Button
          variant="default"
          leftSection={<Icon icon={IconIdBadge2} />}
          aria-expanded={isCardOpen}
          aria-controls={isCardOpen ? 'cd-card' : undefined}
          onClick={onCard}
        >
          {t('head.card')}
        </Button>
      </div>
      <SessionClock />
    </header>
  );
};
