import { IconCake, IconFileCheck, IconMessage2 } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { ageToday, dayWords, today } from '../dates.ts';
import { isClinical, usePractice } from '../practice.ts';
import { firstConsent, stateWords } from '../ui/form-standing.ts';
import { useCall } from '../use-call.ts';
import { Line } from './safety-card-line.tsx';

const ConsentLine = ({ clientId }: { readonly clientId: string }): JSX.Element | null => {
  const { t } = useTranslation('safety');
  const { t: tConsent } = useTranslation('consent');
  const form = useCall('consent.ofClient', { clientId }).data?.forms.find((one) => one.formId === firstConsent);
  if (!form) return null;
  const counts = form.state === 'in-force';
  return (
    <Line icon={IconFileCheck} label={t('consent')} waits={!counts}>
      {stateWords(tConsent, form, today())}
      {form.partsWithdrawn.length > 0 && form.state !== 'withdrawn' ? (
        <span className="wait b block">{tConsent('tab.partsTakenBack', { count: form.partsWithdrawn.length })}</span>
      ) : null}
    </Line>
  );
};

/** What everyone in the practice may see; whether the consent counts, for those alone who may read it. */
export const ContactLines = ({ client }: { readonly client: Client }): JSX.Element => {
  const { t } = useTranslation('safety');
  const age = client.birthDate ? ageToday(client.birthDate) : null;
  return (
    <>
      {isClinical(usePractice()) ? <ConsentLine clientId={client.id} /> : null}
      <Line icon={IconCake} label={t('birth')}>
        {client.birthDate ? t('born', { day: dayWords(client.birthDate), count: age ?? 0 }) : t('notGiven')}
        {age !== null && age < 18 ? <span className="wait b block">{t('minor')}</span> : null}
      </Line>
      <Line icon={IconMessage2} label={t('wishes')}>
        {client.contactWishes || t('notAsked')}
      </Line>
    </>
  );
};
