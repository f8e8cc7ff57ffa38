import { IconArrowLeft } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';

export const BackToForms = (): JSX.Element => {
  const { t } = useTranslation('forms');
  return (
    <ButtonLink to="/settings/$section" params={{ section: 'forms' }} variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
      {t('page.back')}
    </ButtonLink>
  );
};
