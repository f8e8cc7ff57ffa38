import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

/** Of one client: permissions to share, letters, and what left the practice. */
export const SharingTab = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('releases');
  return <h2 key={clientId}>{t('title')}</h2>;
};
