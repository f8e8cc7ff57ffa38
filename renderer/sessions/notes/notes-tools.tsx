import { IconHomeHeart, IconPencilPlus, IconSearch } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useCall } from '../../use-call.ts';

/** What can be done with a client's notes: begin one, find words in them, and the sheet to take home. Of an archived client they are read alone. */
export const NotesTools = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('notelists');
  const client = useCall('clients.get', { id: clientId }).data;
  return (
    <div className="row wrap">
      {client && client.archivedAt === null ? (
        <>
          <ButtonLink to="/notes/new" search={{ clientId }} variant="default" leftSection={<Icon icon={IconPencilPlus} />}>
            {t('new')}
          </ButtonLink>
          <ButtonLink to="/clients/$clientId/aftercare" params={{ clientId }} variant="default" leftSection={<Icon icon={IconHomeHeart} />}>
            {t('aftercare')}
          </ButtonLink>
        </>
      ) : null}
      <ButtonLink to="/notes" search={{ clientId }} variant="subtle" leftSection={<Icon icon={IconSearch} />}>
        {t('searchTheirs')}
      </ButtonLink>
    </div>
  );
};
