import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';

/** What stands here while nobody is being treated. */
export const NoSession = (): JSX.Element => {
  const { t } = useTranslation('session');
  useTitle(t('title'));
  return (
    <div className="alone-column">
      <PageTitle>{t('none.title')}</PageTitle>
      <p className="md ink-2">{t('none.text')}</p>
      <div className="row">
        <ButtonLink to="/">{t('none.today')}</ButtonLink>
        <ButtonLink to="/clients" variant="default">
          {t('none.clients')}
        </ButtonLink>
      </div>
    </div>
  );
};
