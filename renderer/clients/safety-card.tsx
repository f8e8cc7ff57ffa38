import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { isClinical, usePractice } from '../practice.ts';
import { StopSignal } from '../ui/stop-signal.tsx';
import { ClinicalCard } from './safety-card-clinical.tsx';
import { ContactLines } from './safety-card-short.tsx';

const ShortCard = ({ client }: { readonly client: Client }): JSX.Element => {
  const { t } = useTranslation('safety');
  return (
    <>
      <div className="safety-head">
        <h2 className="md b grow">{t('title')}</h2>
      </div>
      <StopSignal key={client.id} client={client} resumes />
      <dl className="safety-lines">
        <ContactLines client={client} />
      </dl>
    </>
  );
};

/** Where the card is on the page. */
export const cardId = 'safety-card';

/** What must be known before touch; only what the record holds. At the front desk nothing of health. */
export const SafetyCard = ({ client }: { readonly client: Client }): JSX.Element => {
  const { t } = useTranslation('safety');
  return (
    <aside id={cardId} className="safety" tabIndex={-1} aria-label={t('title')}>
      {isClinical(usePractice()) ? <ClinicalCard key={client.id} client={client} /> : <ShortCard client={client} />}
    </aside>
  );
};
