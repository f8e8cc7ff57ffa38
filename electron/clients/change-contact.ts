import { Refusal, Refused } from '../../shared/app-error.ts';
import type { Contact } from '../../shared/contacts.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import { contactOf } from './contacts-repository.ts';

export const contactNotFound = (): Refused => new Refused({ code: 'not-found', what: 'contact' });

/** One that may still be named and changed. @throws Refused not-found contact; Refusal contact-merged with the one it is now (`contactId`) */
export const standingContact = async (db: Reader, id: string): Promise<Contact> => {
  const contact = await contactOf(db, id);
  if (!contact) throw contactNotFound();
  if (contact.mergedInto !== null) throw new Refusal('contact-merged', { contactId: contact.mergedInto });
  return contact;
};

type AsSeen = { readonly id: string; readonly version: number };

/** Changes contacts as they were seen, in one transaction; one that has moved on is given back to choose from, and showing it is an opening like any other. */
export const changeContacts = async <T>(practice: Practice, seen: readonly AsSeen[], change: (tx: Tx) => Promise<T>): Promise<T> => {
  const { changed, newer } = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    for (const { id, version } of seen) {
      const contact = await standingContact(tx, id);
      if (contact.version !== version) return { changed: null, newer: contact };
    }
    return { changed: { value: await change(tx) }, newer: null };
  });
  if (changed) return changed.value;
  await practice.write((tx) => recordAudit(tx, practice, { recordId: newer.id }, 'contact-opened'));
  throw new Refused({ code: 'conflict', current: newer });
};
