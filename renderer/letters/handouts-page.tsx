import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../ui/page.tsx';

/** Sheets for a client's hand, and the whole record on paper. */
export const HandoutsPage = ({ clientId }: { readonly clientId: string | null }): JSX.Element => {
  const { t } = useTranslation('paper');
  return <PageHead title={t('title')} key={clientId} />;
};
