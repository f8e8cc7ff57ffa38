import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { momentDay } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ContactLine } from '../ui/contact-alike.tsx';
import { contactLabel } from '../ui/contact-form.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useStandingContact } from './use-standing-contact.ts';

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element => (
  <div className="fact">
    <dt>{label}</dt>
    <dd dir="auto">{children}</dd>
  </div>
);

type Found = OutputOf<'contacts.get'>;

const facts = ['profession', 'organisation', 'phone', 'email', 'address'] as const;

const Details = ({ contact }: Pick<Found, 'contact'>): JSX.Element => {
  const { t } = useTranslation('contacts');
  const given = facts.filter((field) => contact[field] !== '' || field === 'phone' || field === 'email');
  return (
    <section aria-labelledby="contact-details">
      <h2 id="contact-details" className="section-title">
        {t('page.details')}
      </h2>
      <dl className="facts">
        {given.map((field) => (
          <Fact key={field} label={contactLabel(t, field, contact.kind)}>
            {contact[field] || <span className="ink-3">{t('page.notGiven')}</span>}
          </Fact>
        ))}
      </dl>
      {contact.note ? (
        <p className="contact-note" dir="auto">
          {contact.note}
        </p>
      ) : null}
      <p className="xs ink-3 num contact-since">
        {t('page.since', { since: momentDay(contact.createdAt), changed: momentDay(contact.updatedAt) })}
      </p>
    </section>
  );
};

const Clients = ({ clients }: Pick<Found, 'clients'>): JSX.Element => {
  const { t } = useTranslation('contacts');
  return (
    <section aria-labelledby="contact-clients">
      <h2 id="contact-clients" className="section-title">
        {t('page.clients')}
      </h2>
      {clients.length === 0 ? <p className="ink-2">{t('page.noClients')}</p> : null}
      <ul className="contact-clients">
        {clients.map(({ clientId, chosenName }) => (
          <li key={clientId}>
            <Link to="/clients/$clientId/care-team" params={{ clientId }} className="tall-link" dir="auto">
              {chosenName}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Alike = ({ contact, alike }: Pick<Found, 'contact' | 'alike'>): JSX.Element => {
  const { t } = useTranslation('contacts');
  return (
    <section aria-labelledby="contact-alike">
      <h2 id="contact-alike" className="section-title">
        {t('page.alike')}
      </h2>
      <p className="ink-2">{t(alike.length > 0 ? 'page.alikeText' : 'page.noAlike')}</p>
      <ul className="contact-lines">
        {alike.map((other) => (
          <ContactLine
            key={other.id}
            contact={other}
            action={
              <ButtonLink
                to="/contacts/$contactId/merge/$otherId"
                params={{ contactId: contact.id, otherId: other.id }}
                variant="default"
                aria-label={t('page.lookNamed', { name: other.name })}
              >
                {t('page.look')}
              </ButtonLink>
            }
          />
        ))}
      </ul>
      <ButtonLink to="/contacts/$contactId/merge" params={{ contactId: contact.id }} variant="subtle">
        {t('page.another')}
      </ButtonLink>
    </section>
  );
};

/** One of the directory: how to reach them, whose care team they are in, and who may be the same. */
export const ContactPage = ({ contactId }: { readonly contactId: string }): JSX.Element => {
  const { t } = useTranslation('contacts');
  const { data, error, again } = useStandingContact(contactId);
  return (
    <>
      <PageHead
        title={data?.contact.name ?? t('page.reading')}
        windowTitle={t('title')}
        focusKey={data?.contact.id ?? ''}
        sub={data?.contact.kind === 'organisation' ? t('kind.organisation') : undefined}
        action={
          data ? (
            <ButtonLink to="/contacts/$contactId/edit" params={{ contactId }} variant="default" leftSection={<Icon icon={IconPencil} />}>
              {t('page.edit')}
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="page-body contact-page">
        <Link to="/contacts" className="tall-link">
          {t('page.back')}
        </Link>
        {error ? <ErrorNotice error={error} again={again} /> : null}
        {!data && !error ? <Waiting>{t('page.reading')}</Waiting> : null}
        {data ? (
          <>
            <Details contact={data.contact} />
            <Clients clients={data.clients} />
            <Alike contact={data.contact} alike={data.alike} />
          </>
        ) : null}
      </div>
    </>
  );
};
