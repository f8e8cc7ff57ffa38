import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { todayHere } from '../practice/today.ts';
import { careTeamMembers, careTeamRow, keepCareTeamRow } from './care-team-repository.ts';
import { clientNotFound } from './change-client.ts';
import { contactNotFound, standingContact } from './change-contact.ts';
import { clientOf } from './clients-repository.ts';

const setOne = async (tx: Tx, input: ParsedInputOf<'careTeam.set'>, today: CalendarDay): Promise<void> => {
  const { clientId, contactId, role, note, ended } = input;
  const client = await clientOf(tx, clientId);
  if (!client) throw clientNotFound();
  if (client.archivedAt !== null) throw new Refusal('client-archived');
  await standingContact(tx, contactId);
  const before = await careTeamRow(tx, clientId, contactId);
  if (!before && ended) throw contactNotFound();

  // Begun again after it ended: since today, and not over the time between.
  const since = before && (before.ended_on === null || ended) ? before.since : today;
  const endedOn = ended ? (before?.ended_on ?? today) : null;
  await keepCareTeamRow(tx, { client_id: clientId, contact_id: contactId, role, note, since, ended_on: endedOn });
};

export const setCareTeam = async (practice: Practice, input: ParsedInputOf<'careTeam.set'>): Promise<OutputOf<'careTeam.set'>> => {
  const today = await todayHere(practice);
  const members = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    await setOne(tx, input, today);
    await recordAudit(tx, practice, { clientId: input.clientId, recordId: input.contactId });
    return careTeamMembers(tx, input.clientId);
  });
  practice.changed('contacts');
  return { members };
};

export const careTeamOf = async (practice: Practice, { clientId }: ParsedInputOf<'careTeam.of'>): Promise<OutputOf<'careTeam.of'>> => {
  if (!(await clientOf(practice.db, clientId))) throw clientNotFound();
  return { members: await careTeamMembers(practice.db, clientId) };
};
