import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { AgreeSignal } from './arrive-agree.tsx';
import { useConductor } from './conductor-context.ts';

type TryProps = { readonly client: Client; readonly onChange: () => void; readonly onDone: () => void };

const Try = ({ client, onChange, onDone }: TryProps): JSX.Element => {
  const { t } = useTranslation('session');
  const { tell, isSending } = useConductor();
  const { stopWord: word, stopGesture: gesture } = client;
  const tried = async (): Promise<void> => {
    if (!isSending && (await tell('signal-rehearsed', { word, gesture }))) onDone();
  };
  return (
    <>
      <p className="arrive-ask">
        {[word && t('arrive.signal.say', { word }), gesture && t('arrive.signal.show', { gesture }), t('arrive.signal.lift')]
          .filter(Boolean)
          .join(' ')}
      </p>
      <div className="arrive-deeds">
        <Button size="lg" onClick={() => void tried()}>
          {t('arrive.signal.tried')}
        </Button>
        <Button size="lg" variant="subtle" onClick={onChange}>
          {t('arrive.signal.change')}
        </Button>
      </div>
    </>
  );
};

/** Word and hand signal are tried before any touch; where none is agreed, they are agreed here. */
export const ArriveSignal = ({ onDone }: { readonly onDone: () => void }): JSX.Element => {
  const { session } = useConductor();
  const [isChanging, setChanging] = useState(false);
  const client = useCall('clients.get', { id: session.clientId }, { fresh: true }).data;
  if (!client) return <Waiting />;
  const isAgreed = client.stopWord !== '' || client.stopGesture !== '';
  if (!isAgreed || isChanging) return <AgreeSignal client={client} onDone={() => setChanging(false)} mayLeave={isAgreed} />;
  return <Try client={client} onChange={() => setChanging(true)} onDone={onDone} />;
};
