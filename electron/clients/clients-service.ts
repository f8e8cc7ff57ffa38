import { Refused } from '../../shared/app-error.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import { type Client, type ClientDetails, type ClientRow, searchParts } from '../../shared/clients.ts';
import { dayIn } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { changeClient, clientNotFound, keepStopSignal } from './change-client.ts';
import { clientOf, clientsFound, insertClient } from './clients-repository.ts';

/** Nobody is born tomorrow, by the calendar of the practice. */
const refuseFutureBirth = async (practice: Practice, details: ClientDetails, path: readonly string[]): Promise<void> => {
  if (details.birthDate === null) return;
  const zone = practice.zone ?? (await getProfile(practice)).zone;
  if (details.birthDate > dayIn(practice.now(), zone))
    throw new Refused({ code: 'invalid', issues: [{ path: [...path, 'birthDate'], problem: 'in-the-future' }] });
};

export const createClient = async (practice: Practice, details: ClientDetails): Promise<Client> => {
  await refuseFutureBirth(practice, details, []);
  const now = practice.now();
  const client: Client = {
    ...details,
    id: practice.newId(),
    version: 1,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
    stopRehearsedAt: null,
  };
  await practice.write(async (tx) => {
    await insertClient(tx, client);
    await keepStopSignal(tx, practice, { stopWord: '', stopGesture: '' }, client);
    await recordAudit(tx, practice, { clientId: client.id });
  });
  practice.changed('clients');
  return client;
};

export const updateClient = async (practice: Practice, input: ParsedInputOf<'clients.update'>): Promise<Client> => {
  await refuseFutureBirth(practice, input.details, ['details']);
  return changeClient(practice, input, (before) => ({ ...before, ...input.details }));
};

export const archiveClient = (practice: Practice, input: ParsedInputOf<'clients.archive'>): Promise<Client> =>
  changeClient(practice, input, (before) => ({ ...before, archivedAt: input.archived ? practice.now() : null }));

export const getClient = async (practice: Practice, input: { readonly id: string }): Promise<Client> => {
  const client = await clientOf(practice.db, input.id);
  if (!client) throw clientNotFound();
  return client;
};

export const searchClients = (
  practice: Practice,
  input: ParsedInputOf<'clients.search'>,
): Promise<{ clients: ClientRow[]; total: number }> =>
  clientsFound(practice.db, { parts: searchParts(input.query), archived: input.archived, limit: input.limit, offset: input.offset });
