import { IconCake, IconFileCheck, IconMessage2, IconPhone, type Icon as TablerIcon } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { ageToday, dayWords, today } from '../dates.ts';
import { isClinical, usePractice } from '../practice.ts';
import { firstConsent, stateWords } from '../ui/form-standing.ts';
import { Icon } from '../ui/icon.tsx';
import { StopSignal } from '../ui/stop-signal.tsx';
import { useCall } from '../use-call.ts';

const emergencyItem = 's-emergency-contact';

const Line = ({
  icon,
  label,
  waits,
  children,
}: {
  readonly icon: TablerIcon;
  readonly label: string;
  readonly waits?: boolean;
  readonly children: ReactNode;
}): JSX.Element => (
  <div className="safety-line">
    <dt>
      <Icon icon={icon} size={18} tone={waits ? 'wait' : 'ink-3'} />
      {label}
    </dt>
    <dd dir="auto" className={waits ? 'wait b' : undefined}>
      {children}
    </dd>
  </div>
);

const ConsentLine = ({ clientId }: { readonly clientId: string }): JSX.Element | null => {
  const { t } = useTranslation('clients');
  const { t: tConsent } = useTranslation('consent');
  const form = useCall('consent.ofClient', { clientId }).data?.forms.find((one) => one.formId === firstConsent);
  if (!form) return null;
  const counts = form.state === 'in-force';
  return (
    <Line icon={IconFileCheck} label={t('safety.consent')} waits={!counts}>
      {stateWords(tConsent, form, today())}
      {form.partsWithdrawn.length > 0 && form.state !== 'withdrawn' ? (
        <span className="wait b block">{tConsent('tab.partsTakenBack', { count: form.partsWithdrawn.length })}</span>
      ) : null}
    </Line>
  );
};

/** Whom to call, as the client named them in the intake; of the open round before anything older. "Nobody" is their choice. */
const EmergencyLine = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('clients');
  const intakes = useCall('intake.ofClient', { clientId }).data;
  const [named] = [intakes?.open, intakes?.newest].flatMap((round) => {
    const answer = round?.entries[emergencyItem]?.answer;
    return answer?.kind === 'contacts' ? [answer.people] : [];
  });
  return (
    <Line icon={IconPhone} label={t('safety.emergency')}>
      {(named ?? []).map(({ name, role, phone }) => (
        <span key={`${name} ${phone}`} className="block num">
          {[name, role, phone].filter(Boolean).join(', ')}
        </span>
      ))}
      {named?.length === 0 ? t('safety.emergencyNobody') : null}
      {named ? null : t('safety.emergencyNone')}
    </Line>
  );
};

/** What must be known before touch; only what the record holds. */
export const SafetyCard = ({ client }: { readonly client: Client }): JSX.Element => {
  const { t } = useTranslation('clients');
  const age = client.birthDate ? ageToday(client.birthDate) : null;
  return (
    <aside className="safety" aria-label={t('safety.title')}>
      <h2 className="md b safety-title">{t('safety.title')}</h2>
      <StopSignal key={client.id} client={client} resumes />
      <dl className="safety-lines">
        <Line icon={IconCake} label={t('safety.birth')}>
          {client.birthDate ? `${dayWords(client.birthDate)}, ${t('page.years', { count: age ?? 0 })}` : t('safety.notGiven')}
          {age !== null && age < 18 ? <span className="wait b block">{t('safety.minor')}</span> : null}
        </Line>
        <Line icon={IconMessage2} label={t('safety.wishes')}>
          {client.contactWishes || t('safety.noWishes')}
        </Line>
        {isClinical(usePractice()) ? (
          <>
            <EmergencyLine clientId={client.id} />
            <ConsentLine clientId={client.id} />
          </>
        ) : null}
      </dl>
    </aside>
  );
};
