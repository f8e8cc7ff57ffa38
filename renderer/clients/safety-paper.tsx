import { IconArrowLeft } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page.tsx';
import { SheetView } from '../ui/paper-sheet.tsx';
import { useCall } from '../use-call.ts';

/** The card on one page, drawn anew each time: a card of last week is not the card. */
export const SafetyPaper = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('safety');
  const client = useCall('clients.get', { id: clientId }).data;
  const sheet = useCall('safety.paper', { clientId }, { fresh: true });
  return (
    <div className="document">
      <PageHead title={t('paper.title')} sub={client ? <span dir="auto">{client.chosenName}</span> : undefined} />
      <div className="document-back">
        <ButtonLink to="/clients/$clientId" params={{ clientId }} variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
          {t('paper.back')}
        </ButtonLink>
      </div>
      <SheetView sheet={sheet} />
    </div>
  );
};
