import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

/** What is asked of a client, in three parts: the intake, their health, and who else cares for them. */
export const IntakeParts = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('intake');
  const params = { clientId };
  return (
    <nav className="intake-parts" aria-label={t('sub.label')}>
      <Link to="/clients/$clientId/intake" params={params} className="intake-part">
        {t('sub.intake')}
      </Link>
      <Link to="/clients/$clientId/health" params={params} className="intake-part">
        {t('sub.health')}
      </Link>
      <Link to="/clients/$clientId/care-team" params={params} className="intake-part">
        {t('sub.careTeam')}
      </Link>
    </nav>
  );
};
