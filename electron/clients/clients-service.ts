import { Refused } from '../../shared/app-error.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import { type Client, type ClientDetails, type ClientRow, legalNameOf, searchParts } from '../../shared/clients.ts';
import { dayIn } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { unsignUnderOtherName } from '../consent/named-anew.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { clientOf, clientsFound, insertClient, replaceClient } from './clients-repository.ts';

const notFound = (): Refused => new Refused({ code: 'not-found', what: 'client' });

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
    await recordAudit(tx, practice, { clientId: client.id });
  });
  practice.changed('clients');
  return client;
};

/** A conflict shows the record as it stands, so it is an opening like any other; the refused write itself leaves nothing. */
const conflictWith = async (practice: Practice, current: Client): Promise<Refused> => {
  await practice.write((tx) => recordAudit(tx, practice, { clientId: current.id }, 'client-opened'));
  return new Refused({ code: 'conflict', current });
};

/** Changes one client as it stood at `version`; a newer one is given back to choose from. */
const changeClient = async (
  practice: Practice,
  input: { readonly id: string; readonly version: number },
  change: (before: Client) => Client,
): Promise<Client> => {
  const { changed, newer } = await practice.write(async (tx) => {
    const before = await clientOf(tx, input.id);
    if (!before) throw notFound();
    if (before.version !== input.version) return { changed: null, newer: before };
    const after = change(before);
    if (!(await replaceClient(tx, after))) return { changed: null, newer: before };
    if (legalNameOf(after) !== legalNameOf(before)) await unsignUnderOtherName(tx, after.id);
    await recordAudit(tx, practice, { clientId: after.id });
    return { changed: after, newer: null };
  });
  if (!changed) throw await conflictWith(practice, newer);
  practice.changed('clients', 'consents');
  return changed;
};

export const updateClient = async (practice: Practice, input: ParsedInputOf<'clients.update'>): Promise<Client> => {
  await refuseFutureBirth(practice, input.details, ['details']);
  return changeClient(practice, input, (before) => ({
    ...before,
    ...input.details,
    version: before.version + 1,
    updatedAt: practice.now(),
  }));
};

export const archiveClient = (practice: Practice, input: ParsedInputOf<'clients.archive'>): Promise<Client> =>
  changeClient(practice, input, (before) => ({
    ...before,
    archivedAt: input.archived ? practice.now() : null,
    version: before.version + 1,
    updatedAt: practice.now(),
  }));

export const getClient = async (practice: Practice, input: { readonly id: string }): Promise<Client> => {
  const client = await clientOf(practice.db, input.id);
  if (!client) throw notFound();
  return client;
};

export const searchClients = (
  practice: Practice,
  input: ParsedInputOf<'clients.search'>,
): Promise<{ clients: ClientRow[]; total: number }> =>
  clientsFound(practice.db, { parts: searchParts(input.query), archived: input.archived, limit: input.limit, offset: input.offset });
