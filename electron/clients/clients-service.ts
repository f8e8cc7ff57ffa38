import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { type Client, type ClientDetails, searchParts } from '../../shared/clients.ts';
import { likenessOf, phoneEnd } from '../../shared/clients-alike.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { changeClient, clientNotFound, keepStopSignal } from './change-client.ts';
import { withPhoto } from './client-photo-repository.ts';
import { clientOf, clientsFound, clientsSharing, insertClient } from './clients-repository.ts';
import { followedTo } from './merge-standing-repository.ts';
import { refuseFutureBirth, settleDetails } from './settle-details.ts';

export const createClient = async (practice: Practice, details: ClientDetails): Promise<Client> => {
  await refuseFutureBirth(practice, details, []);
  const now = practice.now();
  const head = { id: practice.newId(), version: 1, createdAt: now, updatedAt: now, archivedAt: null, inError: null, stopRehearsedAt: null };
  const client = await practice.write(async (tx) => {
    const made: Client = { ...(await settleDetails(tx, { details, before: {}, at: [] })), ...head };
    await insertClient(tx, made);
    await keepStopSignal(tx, practice, { stopWord: '', stopGesture: '' }, made);
    await recordAudit(tx, practice, { clientId: made.id });
    return made;
  });
  practice.changed('clients', 'client-fields');
  return client;
};

/** Nothing is added to a record that never was of anyone. @throws Refusal client-in-error */
const refuseInError = ({ inError }: Client): void => {
  if (inError !== null) throw new Refusal('client-in-error');
};

export const updateClient = async (practice: Practice, input: ParsedInputOf<'clients.update'>): Promise<Client> => {
  await refuseFutureBirth(practice, input.details, ['details']);
  const changed = await changeClient(practice, input, async (before, tx) => {
    refuseInError(before);
    return { ...before, ...(await settleDetails(tx, { details: input.details, before: before.custom, at: ['details'] })) };
  });
  practice.changed('client-fields');
  return changed;
};

export const archiveClient = (practice: Practice, input: ParsedInputOf<'clients.archive'>): Promise<Client> =>
  changeClient(practice, input, (before) => {
    refuseInError(before);
    return { ...before, archivedAt: input.archived ? practice.now() : null };
  });

/** @throws Refused not-found client; Refusal client-merged */
export const getClient = async (practice: Practice, input: { readonly id: string }): Promise<Client> => {
  const client = await clientOf(practice.db, input.id);
  if (!client) throw clientNotFound();
  return client;
};

/** An old link, a bookmark or a line of the trail leads to the record that has the papers now. */
export const openClient = async (practice: Practice, { id }: { readonly id: string }): Promise<Client> =>
  withPhoto(practice.db, await getClient(practice, { id: (await followedTo(practice.db, id)) ?? id }));

export const searchClients = (practice: Practice, input: ParsedInputOf<'clients.search'>): Promise<OutputOf<'clients.search'>> =>
  clientsFound(practice.db, { ...input, parts: searchParts(input.query) });

/** At most as many as can be looked at while someone waits at the desk. */
const mostAlike = 5;

export const clientsAlike = async (practice: Practice, typed: ParsedInputOf<'clients.alike'>): Promise<OutputOf<'clients.alike'>> => {
  const { birthDate, phone, email } = typed;
  const sharing = await clientsSharing(practice.db, { birthDate, phoneEnd: phoneEnd(phone), email });
  const alike = sharing.map((client) => ({ ...client, why: [...likenessOf(typed, client)] }));
  return { clients: alike.filter(({ why }) => why.length > 0).slice(0, mostAlike) };
};
