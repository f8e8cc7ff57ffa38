import { Loader } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Rings } from '../ui/logo.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';

/** While the key is made. */
export const Making = (): JSX.Element => {
  const { t } = useTranslation('unlock');
  useTitle(t('create.title'));
  return (
    <main className="alone" aria-busy="true">
      <Rings of="resting" />
      <div className="alone-column">
        <div className="alone-logo" aria-hidden="true">
          <Loader size={44} color="var(--sp-sage)" />
        </div>
        <PageTitle className="alone-title">{t('create.title')}</PageTitle>
        <p className="md ink-2 alone-words" role="status">
          {t('create.making')}
        </p>
      </div>
    </main>
  );
};
