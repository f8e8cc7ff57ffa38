import { sql } from 'kysely';
import { textToFind } from '../../shared/clients.ts';
import { Contact, type ContactDetails } from '../../shared/contacts.ts';
import { looksAlike, marksOf } from '../../shared/contacts-alike.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { ContactTable } from '../store/schema.ts';

const { kind: Kind } = Contact.shape;

export const contactFrom = (row: Omit<ContactTable, 'search'>): Contact => ({
  id: row.id,
  version: row.version,
  kind: Kind.parse(row.kind),
  name: row.name,
  profession: row.profession,
  organisation: row.organisation,
  phone: row.phone,
  email: row.email,
  address: row.address,
  note: row.note,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  mergedInto: row.merged_into,
});

/** The folded name stands first in `search`, and so the list is by it. */
const rowOf = ({ id, version, createdAt, updatedAt, mergedInto, ...details }: Contact): ContactTable => ({
  ...details,
  id,
  version,
  created_at: createdAt,
  updated_at: updatedAt,
  merged_into: mergedInto,
  search: textToFind([details.name, details.profession, details.organisation, details.email], details.phone),
});

export const contactOf = async (db: Reader, id: string): Promise<Contact | null> => {
  const row = await db.selectFrom('contacts').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? contactFrom(row) : null;
};

export const insertContact = async (tx: Tx, contact: Contact): Promise<void> => {
  await tx.insertInto('contacts').values(rowOf(contact)).execute();
};

/** Writes the contact over its row, which was read in the same transaction. */
export const replaceContact = async (tx: Tx, contact: Contact): Promise<void> => {
  await tx.updateTable('contacts').set(rowOf(contact)).where('id', '=', contact.id).execute();
};

/** What was merged into the one counts as merged into the other. */
export const followMerge = async (tx: Tx, from: string, to: string): Promise<void> => {
  await tx.updateTable('contacts').set({ merged_into: to }).where('merged_into', '=', from).execute();
};

export type ContactSearch = { readonly parts: readonly string[]; readonly limit: number; readonly offset: number };

/** Those in whose searchable text every part is found, by name, with how many there are in all. Merged ones are left out. */
export const contactsFound = async (
  db: Reader,
  { parts, limit, offset }: ContactSearch,
): Promise<{ readonly contacts: Contact[]; readonly total: number }> => {
  const found = parts.reduce(
    (query, part) => query.where(sql<boolean>`instr(search, ${part}) > 0`),
    db.selectFrom('contacts').where('merged_into', 'is', null),
  );
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found.selectAll().orderBy('search').orderBy('id').limit(limit).offset(offset).execute();
  return { contacts: rows.map(contactFrom), total };
};

/** Everyone who looks like the same, by name. */
export const contactsAlike = async (db: Reader, details: ContactDetails): Promise<readonly Contact[]> => {
  const rows = await db
    .selectFrom('contacts')
    .selectAll()
    .where('merged_into', 'is', null)
    .where(({ or, and }) => or(marksOf(details).map((marks) => and(marks.map((mark) => sql<boolean>`instr(search, ${mark}) > 0`)))))
    .orderBy('search')
    .orderBy('id')
    .execute();
  return rows.map(contactFrom).filter((contact) => looksAlike(contact, details));
};
