import type { CallName, OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { archiveClient, createClient, getClient, searchClients, updateClient } from '../clients/clients-service.ts';
import { checkConsent, consentForms, consentsOfClient, signConsent } from '../consent/consent-service.ts';
import { chooseExport, exportDocument, getDocument } from '../documents/documents-service.ts';
import type { Practice } from './practice.ts';
import { getProfile, updateProfile } from './profile-service.ts';

/** Calls that need no keyholder are answered by the vault itself. */
export type DoorCallName = Extract<CallName, `vault.${string}`>;
export type PracticeCallName = Exclude<CallName, DoorCallName>;

export type DoorHandlers = { readonly [N in DoorCallName]: (input: ParsedInputOf<N>) => Promise<OutputOf<N>> };
type PracticeHandlers = { readonly [N in PracticeCallName]: (practice: Practice, input: ParsedInputOf<N>) => Promise<OutputOf<N>> };

/** Who answers each call; a call of the contract without a line here does not compile. */
export const practiceHandlers: PracticeHandlers = {
  'profile.get': getProfile,
  'profile.update': updateProfile,
  'clients.create': createClient,
  'clients.update': updateClient,
  'clients.get': getClient,
  'clients.search': searchClients,
  'clients.archive': archiveClient,
  'consent.forms': consentForms,
  'consent.check': checkConsent,
  'consent.sign': signConsent,
  'consent.ofClient': consentsOfClient,
  'documents.get': getDocument,
  'documents.chooseExport': chooseExport,
  'documents.export': exportDocument,
};
