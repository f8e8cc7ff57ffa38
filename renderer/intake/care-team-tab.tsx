import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../ui/page.tsx';
import { IntakeParts } from './intake-parts.tsx';

/** Who else cares for the client, and what clinicians were asked. */
export const CareTeamTab = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('intake');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useTitle(t('sub.careTeam'));
  return (
    <section className="intake" aria-labelledby="care-team-title">
      <IntakeParts clientId={clientId} />
      <h2 ref={heading} tabIndex={-1} id="care-team-title" className="section-title">
        {t('sub.careTeam')}
      </h2>
    </section>
  );
};
