import { CareTeamMember } from '../../shared/contacts.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { CareTeamTable } from '../store/schema.ts';
import { contactFrom } from './contacts-repository.ts';

const { role: Role } = CareTeamMember.shape;

/** Everyone in a client's care team: those who belong to it now by name, then those it ended with, the latest first. */
export const careTeamMembers = async (db: Reader, clientId: string): Promise<CareTeamMember[]> => {
  const rows = await db
    .selectFrom('care_team')
    .innerJoin('contacts', 'contacts.id', 'care_team.contact_id')
    .selectAll('contacts')
    .select(['care_team.role', 'care_team.note as about', 'care_team.since', 'care_team.ended_on'])
    .where('client_id', '=', clientId)
    .orderBy('ended_on', (order) => order.desc().nullsFirst())
    .orderBy('search')
    .orderBy('contact_id')
    .execute();
  return rows.map(({ role, about, since, ended_on, ...contact }) => ({
    contact: contactFrom(contact),
    role: Role.parse(role),
    note: about,
    since,
    endedOn: ended_on,
  }));
};

export const careTeamRow = async (db: Reader, clientId: string, contactId: string): Promise<CareTeamTable | null> => {
  const row = db.selectFrom('care_team').selectAll().where('client_id', '=', clientId).where('contact_id', '=', contactId);
  return (await row.executeTakeFirst()) ?? null;
};

export const keepCareTeamRow = async (tx: Tx, row: CareTeamTable): Promise<void> => {
  const { client_id, contact_id, ...rest } = row;
  await tx
    .insertInto('care_team')
    .values(row)
    .onConflict((conflict) => conflict.columns(['client_id', 'contact_id']).doUpdateSet(rest))
    .execute();
};

/** Clients they care for now, by name. */
export const clientsCaredForBy = (db: Reader, contactId: string): Promise<{ clientId: string; chosenName: string }[]> =>
  db
    .selectFrom('care_team')
    .innerJoin('clients', 'clients.id', 'care_team.client_id')
    .select(['clients.id as clientId', 'clients.chosen_name as chosenName'])
    .where('contact_id', '=', contactId)
    .where('ended_on', 'is', null)
    .where('archived_at', 'is', null)
    .orderBy('sort_name')
    .orderBy('clients.id')
    .execute();

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** Two rows of one client for what is one person: the one that goes on counts, from the earlier day; where both ended the later end. */
const joined = (kept: CareTeamTable, gone: CareTeamTable): CareTeamTable => {
  const since = earlier(kept.since, gone.since);
  if (kept.ended_on === null) return { ...kept, since };
  const counts = gone.ended_on === null || gone.ended_on > kept.ended_on ? gone : kept;
  return { ...counts, contact_id: kept.contact_id, since };
};

/** Every care team that named the one names the other. */
export const moveCareTeams = async (tx: Tx, from: string, to: string): Promise<void> => {
  const rows = await tx.selectFrom('care_team').selectAll().where('contact_id', '=', from).execute();
  for (const gone of rows) {
    const kept = await careTeamRow(tx, gone.client_id, to);
    await keepCareTeamRow(tx, kept ? joined(kept, gone) : { ...gone, contact_id: to });
  }
  await tx.deleteFrom('care_team').where('contact_id', '=', from).execute();
};
