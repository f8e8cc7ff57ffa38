import { Button } from '@mantine/core';
import { type JSX, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../use-call.ts';
import { CardContext, useConductor } from './conductor-context.ts';

/** The card as it is now, and one touch, once it is there, that says it was read. One that says something else by then was read by nobody. */
export const ArriveCard = ({ onDone }: { readonly onDone: () => void }): JSX.Element => {
  const { t } = useTranslation('session');
  const { session, tell, isSending } = useConductor();
  const { clientId } = session;
  const { data, again } = useCall('safety.card', { clientId });
  const Drawn = useContext(CardContext);
  const read = async (): Promise<void> => {
    if (!data || isSending) return;
    if (await tell('card-read', { sha256: data.sha256 })) onDone();
    else await again();
  };
  return (
    <>
      <div className="arrive-card">
        <Drawn clientId={clientId} />
      </div>
      {data ? (
        <div className="arrive-deeds">
          <Button size="lg" onClick={() => void read()}>
            {t('arrive.card.read')}
          </Button>
        </div>
      ) : null}
    </>
  );
};
