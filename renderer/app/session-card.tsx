import type { JSX } from 'react';
import { SessionCard as Card } from '../clients/safety-card-session.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';

/** The safety card of who is being treated, for the room that does not know the clients' room. */
export const SessionCard = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const client = useCall('clients.get', { id: clientId });
  if (client.error) return <ErrorNotice error={client.error} again={client.again} />;
  return client.data ? <Card client={client.data} /> : <Waiting />;
};
