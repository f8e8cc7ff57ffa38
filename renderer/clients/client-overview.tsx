import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentDay, today } from '../dates.ts';
import { isClinical, usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { firstConsent, stateWords } from '../ui/form-standing.ts';
import { Notice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { useCall } from '../use-call.ts';

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element => (
  <div className="fact">
    <dt>{label}</dt>
    <dd dir="auto">{children}</dd>
  </div>
);

export const ClientOverview = ({ clientId }: { readonly clientId: string }): JSX.Element | null => {
  const { t } = useTranslation('clients');
  const clinical = isClinical(usePractice());
  const client = useCall('clients.get', { id: clientId }).data;
  const { t: tConsent } = useTranslation('consent');
  const list = useCall('consent.ofClient', { clientId }, { enabled: clinical }).data;
  const form = list?.forms.find((one) => one.formId === firstConsent);
  const counts = form?.state === 'in-force' || form?.state === 'ends-soon';
  useTitle(t('page.overview'));
  if (!client) return null;
  const last = list?.consents[0];
  return (
    <div className="overview">
      {form && !counts && !client.archivedAt ? (
        <Notice
          tone="wait"
          title={form.state === 'not-signed' ? t('overview.noConsent') : `${form.title}: ${stateWords(tConsent, form, today())}`}
          actions={
            <ButtonLink to="/clients/$clientId/consent" params={{ clientId }} variant="default">
              {t('overview.openConsent')}
            </ButtonLink>
          }
        >
          {t('overview.noConsentText')}
        </Notice>
      ) : null}
      <section aria-labelledby="facts-contact">
        <h2 id="facts-contact" className="section-title">
          {t('overview.contact')}
        </h2>
        <dl className="facts">
          <Fact label={t('field.phone')}>{client.phone || t('overview.notGiven')}</Fact>
          <Fact label={t('field.email')}>{client.email || t('overview.notGiven')}</Fact>
          <Fact label={t('overview.wishes')}>{client.contactWishes || t('overview.notAsked')}</Fact>
        </dl>
      </section>
      <section aria-labelledby="facts-record">
        <h2 id="facts-record" className="section-title">
          {t('overview.record')}
        </h2>
        <dl className="facts">
          {client.legalName ? <Fact label={t('overview.legalName')}>{client.legalName}</Fact> : null}
          {last ? <Fact label={t('overview.lastConsent')}>{momentDay(last.signedAt)}</Fact> : null}
          <Fact label={t('overview.since')}>{momentDay(client.createdAt)}</Fact>
          <Fact label={t('overview.changed')}>{momentDay(client.updatedAt)}</Fact>
        </dl>
      </section>
    </div>
  );
};
