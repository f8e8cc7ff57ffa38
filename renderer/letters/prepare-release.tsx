import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../ui/page.tsx';

type Props = { readonly clientId: string; readonly contactId?: string | undefined; readonly replaces?: string | undefined };

/** Who may be told, and which way; then the screen is handed over. */
export const PrepareRelease = ({ clientId }: Props): JSX.Element => {
  const { t } = useTranslation('releases');
  return <PageHead title={t('title')} key={clientId} />;
};
