import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { CrisisAction, CrisisContacts, CrisisToCall } from '../ui/crisis-words.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';
import { useConductor } from './conductor-context.ts';

/** The crisis card in its place in the session, with STOP still in view: what has to be done, whom to call, and who belongs to the client. */
export const FlagCrisis = ({ action }: { readonly action: 'P4' | 'P5' }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session, numbers } = useConductor();
  const { clientId, chosenName } = session;
  const { data, error, again } = useCall('safety.card', { clientId });
  return (
    <div className="flag-crisis">
      <CrisisAction crisis={{ action, chosenName }} />
      <div className="flag-crisis-parts">
        <div>
          <CrisisToCall crisis={{ numbers }} />
          {numbers ? null : (
            <Link to="/settings/$section" params={{ section: 'crisis' }} className="tall-link">
              {t('numbers.checkLater')}
            </Link>
          )}
        </div>
        {data ? <CrisisContacts crisis={{ emergencyContacts: data.card.emergencyContacts, chosenName }} /> : null}
        {error ? <ErrorNotice error={error} again={again} /> : null}
      </div>
    </div>
  );
};
