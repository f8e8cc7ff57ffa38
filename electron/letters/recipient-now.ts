import type { Contact } from '../../shared/contacts.ts';
import type { Recipient } from '../../shared/releases.ts';
import { shows } from '../../shared/text.ts';
import { getContact } from '../clients/contacts-service.ts';
import type { Practice } from '../practice/practice.ts';
import { recipientFrom } from '../releases/releases-service.ts';
import type { KeptLetter } from './letters-repository.ts';

/** Of two entries that became one, the one that stands. */
export const standingContactOf = async (practice: Practice, id: string): Promise<Contact> => {
  const { contact } = await getContact(practice, { id });
  return contact.mergedInto === null ? contact : standingContactOf(practice, contact.mergedInto);
};

const nobody: Recipient = { name: '', profession: '', organisation: '', address: '' };

/** Who a draft goes to as the directory has them now, and whether there is a way to reach them. */
export const recipientNow = async (
  practice: Practice,
  { contactId, recipient = nobody }: Pick<KeptLetter, 'contactId'> & Partial<Pick<KeptLetter, 'recipient'>>,
): Promise<{ readonly recipient: Recipient; readonly isReachable: boolean }> => {
  if (contactId === null) return { recipient, isReachable: true };
  const contact = await standingContactOf(practice, contactId);
  return { recipient: recipientFrom(contact), isReachable: [contact.address, contact.phone, contact.email].some(shows) };
};
