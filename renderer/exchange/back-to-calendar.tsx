import { IconArrowLeft } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';

export const BackToCalendar = (): JSX.Element => {
  const { t } = useTranslation('exchange');
  return (
    <ButtonLink to="/calendar" variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
      {t('back')}
    </ButtonLink>
  );
};
