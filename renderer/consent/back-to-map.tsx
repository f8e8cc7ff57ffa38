import { IconArrowLeft } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';

export const BackToMap = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('maps');
  return (
    <div className="document-back">
      <ButtonLink to="/clients/$clientId/map" params={{ clientId }} variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
        {t('back')}
      </ButtonLink>
    </div>
  );
};
