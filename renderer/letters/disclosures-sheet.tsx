import { IconArrowLeft } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page.tsx';
import { SheetView } from '../ui/paper-sheet.tsx';
import { useCall } from '../use-call.ts';

/** The accounting of one client before it is printed or saved. */
export const DisclosuresSheet = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('releases');
  const sheet = useCall('disclosures.paper', { clientId }, { fresh: true });
  return (
    <div className="document">
      <PageHead title={t('told.paper')} />
      <div className="document-back">
        <ButtonLink to="/clients/$clientId/sharing" params={{ clientId }} variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
          {t('prepare.back')}
        </ButtonLink>
      </div>
      <SheetView sheet={sheet} />
    </div>
  );
};
