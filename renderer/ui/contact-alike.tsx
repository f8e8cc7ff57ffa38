import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { Contact } from '../../shared/contacts.ts';
import { useCall } from '../use-call.ts';
import { Avatar } from './avatar.tsx';
import { Notice } from './notice.tsx';

const most = 5;

/** Ids of those in the directory that look like what was sent; none where that was not the reason. */
export const alikeIn = (error: AppError | null): readonly string[] => {
  if (error?.code !== 'refused' || error.reason !== 'contact-alike') return [];
  const ids = error.details?.contacts;
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
};

/** Who a contact is, in one line under the name. */
export const contactLine = (contact: Pick<Contact, 'profession' | 'organisation' | 'phone' | 'email'>): string =>
  [contact.profession, contact.organisation, contact.phone || contact.email].filter((part) => part !== '').join(' · ');

export const ContactLine = ({ contact, action }: { readonly contact: Contact; readonly action: ReactNode }): JSX.Element => (
  <li className="contact-line">
    <Avatar name={contact.name} />
    <div className="grow">
      <div className="b" dir="auto">
        {contact.name}
      </div>
      <div className="xs ink-2 num" dir="auto">
        {contactLine(contact)}
      </div>
    </div>
    {action}
  </li>
);

const AlikeOne = ({ id, action }: { readonly id: string; readonly action: (contact: Contact) => ReactNode }): JSX.Element | null => {
  const found = useCall('contacts.get', { id });
  return found.data ? <ContactLine contact={found.data.contact} action={action(found.data.contact)} /> : null;
};

type Props = {
  readonly ids: readonly string[];
  /** What may be done with one of them. */
  readonly action: (contact: Contact) => ReactNode;
  /** Not one of them. */
  readonly anyway: ReactNode;
};

/** Says who looks like the one that is to be added. Never a hindrance: two people may share a name, a phone, or a mailbox. */
export const ContactAlike = ({ ids, action, anyway }: Props): JSX.Element | null => {
  const { t } = useTranslation('contacts');
  if (ids.length === 0) return null;
  return (
    <Notice tone="wait" title={t('alike.title', { count: ids.length })} live actions={anyway}>
      {t('alike.text')}
      <ul className="contact-lines">
        {ids.slice(0, most).map((id) => (
          <AlikeOne key={id} id={id} action={action} />
        ))}
      </ul>
      {ids.length > most ? <span className="block num">{t('alike.more', { count: ids.length - most })}</span> : null}
    </Notice>
  );
};
