import { IconArrowLeft } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { PrepareReleaseForm } from './prepare-release-form.tsx';
import './sharing.css';

type Props = { readonly clientId: string; readonly contactId?: string | undefined; readonly replaces?: string | undefined };

/** Who may be told, and which way; then the screen is handed over. */
export const PrepareRelease = ({ clientId, contactId, replaces }: Props): JSX.Element => {
  const { t } = useTranslation('releases');
  const client = useCall('clients.get', { id: clientId });
  const team = useCall('careTeam.of', { clientId });
  const releases = useCall('releases.ofClient', { clientId });
  const forms = useCall('consent.forms', { clientId, blanks: {} });
  const asking = [client, team, releases, forms];
  const error = asking.find((one) => one.error)?.error ?? null;
  const again = (): unknown => Promise.all(asking.map((one) => one.again()));
  const isReady = client.data && team.data && releases.data && forms.data;
  return (
    <>
      <PageHead title={t('prepare.title', { name: client.data?.chosenName ?? '' })} windowTitle={t('prepare.window')} />
      <div className="document-back">
        <ButtonLink to="/clients/$clientId/sharing" params={{ clientId }} variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
          {t('prepare.back')}
        </ButtonLink>
      </div>
      {error ? (
        <div className="page-body">
          <ErrorNotice error={error} again={again} />
        </div>
      ) : null}
      {isReady || error ? null : <Waiting />}
      {client.data?.archivedAt ? (
        <div className="page-body form-column">
          <Notice tone="wait" title={t('archived')} />
        </div>
      ) : null}
      {client.data && !client.data.archivedAt && team.data && releases.data && forms.data ? (
        <PrepareReleaseForm
          key={`${contactId ?? ''} ${replaces ?? ''}`}
          client={client.data}
          members={team.data.members.filter(({ endedOn }) => endedOn === null)}
          releases={releases.data.releases}
          forms={forms.data.forms}
          contactId={contactId ?? null}
          replaces={replaces ?? null}
        />
      ) : null}
    </>
  );
};
