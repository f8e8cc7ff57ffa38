import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../ui/page.tsx';
import { IntakeParts } from './intake-parts.tsx';

/** A client's health: whether touch may begin, what was found, and what is still to be asked. */
export const HealthTab = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('health');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useTitle(t('title'));
  return (
    <section className="intake" aria-labelledby="health-title">
      <IntakeParts clientId={clientId} />
      <h2 ref={heading} tabIndex={-1} id="health-title" className="section-title">
        {t('title')}
      </h2>
    </section>
  );
};
