import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { ReadinessMark } from '../ui/readiness.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { CardLines, useCard } from './safety-card-clinical.tsx';

/** The same card in a session: all it says, and nothing that opens over the page. */
export const SessionCard = ({ client }: { readonly client: Client }): JSX.Element => {
  const { t } = useTranslation('safety');
  const { data: told, error, again } = useCard(client.id);
  if (error) return <ErrorNotice error={error} again={again} />;
  if (!told) return <Waiting />;
  return (
    <>
      <div className="safety-ready">
        <ReadinessMark readiness={told.card.readiness} />
        {told.card.underAge ? <div className="xs wait b">{t('underAge')}</div> : null}
      </div>
      <CardLines told={told} client={client} />
    </>
  );
};
