import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { AddToTeam } from './care-team-add-form.tsx';
import { namedIn } from './care-team-rule.ts';

type Props = { readonly clientId: string; readonly named: number | undefined };

/** Puts someone into a client's care team: out of the directory, or new to it. `named`: which of the names of the intake. */
export const CareTeamAdd = ({ clientId, named }: Props): JSX.Element => {
  const { t } = useTranslation('contacts');
  const client = useCall('clients.get', { id: clientId });
  const team = useCall('careTeam.of', { clientId });
  const intake = useCall('intake.ofClient', { clientId }, { enabled: named !== undefined });
  const error = client.error ?? team.error ?? intake.error;
  const again = client.error ? client.again : team.error ? team.again : intake.again;
  const isRead = client.data && team.data && (named === undefined || intake.data);
  const name = client.data?.chosenName;
  return (
    <>
      <PageHead title={t('team.addTitle')} sub={name ? <span dir="auto">{name}</span> : undefined} />
      {error || !client.data || !team.data || !isRead ? (
        <div className="page-body">{error ? <ErrorNotice error={error} again={again} /> : <Waiting>{t('team.reading')}</Waiting>}</div>
      ) : client.data.archivedAt !== null ? (
        <div className="page-body">
          <Notice tone="wait" title={t('team.archived')} />
        </div>
      ) : (
        <AddToTeam
          key={`${clientId} ${named}`}
          client={client.data}
          members={team.data.members}
          named={named === undefined ? null : (namedIn(intake.data?.open ?? intake.data?.newest ?? null)[named] ?? null)}
          place={`/clients/${clientId}/care-team/add${named === undefined ? '' : `?named=${named}`}`}
        />
      )}
    </>
  );
};
