import { Link, useLocation } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

/** What is asked of a client, in three parts: the intake, their health, and who else cares for them. */
export const IntakeParts = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('intake');
  const params = { clientId };
  // What clinicians were asked belongs to who cares for the client, at an address of its own.
  const clearance = useLocation({ select: ({ pathname }) => /\/clearance$/.test(pathname) });
  return (
    <nav className="intake-parts" aria-label={t('sub.label')}>
      <Link to="/clients/$clientId/intake" params={params} className="intake-part">
        {t('sub.intake')}
      </Link>
      <Link to="/clients/$clientId/health" params={params} className="intake-part">
        {t('sub.health')}
      </Link>
      <Link to="/clients/$clientId/care-team" params={params} className="intake-part" aria-current={clearance ? 'true' : undefined}>
        {t('sub.careTeam')}
      </Link>
    </nav>
  );
};
