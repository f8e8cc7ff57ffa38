import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

type TabProps = { readonly clientId: string };

/** What came before, between sessions. */
export const SessionsTab = ({ clientId }: TabProps): JSX.Element => {
  const { t } = useTranslation('sessions');
  return <h2 id={clientId}>{t('title')}</h2>;
};
