import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { searchParts } from '../../shared/clients.ts';
import type { Contact } from '../../shared/contacts.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import { followContact } from '../intake/clearance-service.ts';
import type { Practice } from '../practice/practice.ts';
import { clientsCaredForBy, moveCareTeams } from './care-team-repository.ts';
import { changeContacts, contactNotFound, standingContact } from './change-contact.ts';
import { contactOf, contactsAlike, contactsFound, followMerge, insertContact, replaceContact } from './contacts-repository.ts';

export const createContact = async (
  practice: Practice,
  { anyway, ...details }: ParsedInputOf<'contacts.create'>,
): Promise<OutputOf<'contacts.create'>> => {
  const now = practice.now();
  const contact: Contact = { ...details, id: practice.newId(), version: 1, createdAt: now, updatedAt: now, mergedInto: null };
  await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const alike = anyway ? [] : await contactsAlike(tx, details);
    if (alike.length > 0) throw new Refusal('contact-alike', { contacts: alike.map(({ id }) => id) });
    await insertContact(tx, contact);
    await recordAudit(tx, practice, { recordId: contact.id });
  });
  practice.changed('contacts');
  return contact;
};

const nextOf = (practice: Practice, before: Contact, after: Partial<Contact>): Contact => ({
  ...before,
  ...after,
  version: before.version + 1,
  updatedAt: practice.now(),
});

export const updateContact = async (
  practice: Practice,
  { details, ...seen }: ParsedInputOf<'contacts.update'>,
): Promise<OutputOf<'contacts.update'>> => {
  const changed = await changeContacts(practice, [seen], async (tx) => {
    const after = nextOf(practice, await standingContact(tx, seen.id), details);
    await replaceContact(tx, after);
    await recordAudit(tx, practice, { recordId: after.id });
    return after;
  });
  practice.changed('contacts');
  return changed;
};

export const getContact = async (practice: Practice, { id }: ParsedInputOf<'contacts.get'>): Promise<OutputOf<'contacts.get'>> => {
  const contact = await contactOf(practice.db, id);
  if (!contact) throw contactNotFound();
  const alike = contact.mergedInto === null ? await contactsAlike(practice.db, contact) : [];
  return {
    contact,
    clients: [...(await clientsCaredForBy(practice.db, id))],
    alike: alike.filter((other) => other.id !== id),
  };
};

export const searchContacts = (
  practice: Practice,
  { query, limit, offset }: ParsedInputOf<'contacts.search'>,
): Promise<OutputOf<'contacts.search'>> => contactsFound(practice.db, { parts: searchParts(query), limit, offset });

export const mergeContacts = async (
  practice: Practice,
  { keepId, keepVersion, goneId, goneVersion, details }: ParsedInputOf<'contacts.merge'>,
): Promise<OutputOf<'contacts.merge'>> => {
  if (keepId === goneId) throw new Refusal('contacts-same');
  const seen = [
    { id: keepId, version: keepVersion },
    { id: goneId, version: goneVersion },
  ];
  const kept = await changeContacts(practice, seen, async (tx) => {
    const after = nextOf(practice, await standingContact(tx, keepId), details);
    await replaceContact(tx, after);
    await replaceContact(tx, nextOf(practice, await standingContact(tx, goneId), { mergedInto: keepId }));
    await followMerge(tx, goneId, keepId);
    await moveCareTeams(tx, goneId, keepId);
    await followContact(tx, goneId, keepId);
    await recordAudit(tx, practice, { recordId: keepId });
    return after;
  });
  practice.changed('contacts', 'health', 'safety');
  return kept;
};
