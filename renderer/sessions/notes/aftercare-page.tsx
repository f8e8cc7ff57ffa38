import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page.tsx';

type Props = { readonly clientId: string; readonly sessionId: string | null };

/** Lines for the client to take home are ticked, looked at and printed. */
export const AftercarePage = (_: Props): JSX.Element => {
  const { t } = useTranslation('aftercare');
  return <PageHead title={t('title')} />;
};
