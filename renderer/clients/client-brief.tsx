import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { isClinical, usePractice } from '../practice.ts';
import { Icon } from '../ui/icon.tsx';
import { ReadinessMark } from '../ui/readiness.tsx';
import { SignalWords } from '../ui/stop-signal.tsx';
import { useCall } from '../use-call.ts';
import { cardId } from './safety-card.tsx';

const toCard = (): void => {
  const card = document.getElementById(cardId);
  card?.scrollIntoView({ block: 'start' });
  card?.focus({ preventScroll: true });
};

/** Where the safety card has no room beside the page it stands below: what it says first stays in view all the same. */
export const ClientBrief = ({ client }: { readonly client: Client }): JSX.Element => {
  const { t } = useTranslation('safety');
  const told = useCall('safety.card', { clientId: client.id }, { enabled: isClinical(usePractice()) }).data;
  return (
    <div className="client-brief">
      {client.stopWord || client.stopGesture ? (
        <span className="client-brief-stop">
          <Icon icon={IconHandStop} tone="stop-mark" />
          <SignalWords client={client} />
        </span>
      ) : null}
      {told ? <ReadinessMark readiness={told.card.readiness} /> : null}
      <Button variant="default" onClick={toCard}>
        {t('title')}
      </Button>
    </div>
  );
};
