import { type JSX, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { IntakeParts } from './intake-parts.tsx';
import { NewestRound } from './newest-round.tsx';
import { NoIntake } from './no-intake.tsx';
import { OpenRound } from './open-round.tsx';

/** What was asked and agreed before touch: nothing yet, the round that is open, or the newest one gone through. */
export const IntakeTab = ({ clientId }: { readonly clientId: string }): JSX.Element | null => {
  const { t } = useTranslation('intake');
  const client = useCall('clients.get', { id: clientId }).data;
  const asked = useCall('intake.ofClient', { clientId });
  const heading = useRef<HTMLHeadingElement>(null);
  const isRead = asked.data !== undefined;
  // A tab opens in place: keyboard and screen reader go on at its heading.
  useLayoutEffect(() => {
    if (isRead) heading.current?.focus({ preventScroll: true });
  }, [isRead]);
  // After the heading of the whole page, where that is new too.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useTitle(t('title'));
  if (asked.error) return <ErrorNotice error={asked.error} again={asked.again} />;
  if (!asked.data || !client) return <Waiting>{t('reading')}</Waiting>;
  const { open, newest } = asked.data;
  const title = (
    <h2 ref={heading} tabIndex={-1} id="intake-title" className="section-title">
      {open ? (open.number === 1 ? t('first') : t('reviewOf', { number: open.number - 1 })) : t('title')}
    </h2>
  );
  return (
    <section className="intake" aria-labelledby="intake-title">
      <IntakeParts clientId={clientId} />
      {open ? <OpenRound key={open.id} client={client} open={open} of={asked.data} title={title} /> : null}
      {!open && newest ? <NewestRound client={client} round={newest} of={asked.data} title={title} /> : null}
      {open || newest ? null : (
        <>
          {title}
          <NoIntake client={client} />
        </>
      )}
    </section>
  );
};
