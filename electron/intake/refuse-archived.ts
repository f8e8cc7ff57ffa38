import { Refusal } from '../../shared/app-error.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Practice } from '../practice/practice.ts';

/** Nothing is asked or kept of a client whose record is closed. @throws Refused not-found client; Refusal client-archived */
export const refuseArchived = async (practice: Practice, clientId: string): Promise<void> => {
  if ((await getClient(practice, { id: clientId })).archivedAt !== null) throw new Refusal('client-archived');
};
