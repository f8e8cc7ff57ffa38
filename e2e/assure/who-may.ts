import type { Role, VaultState } from '../../shared/call.ts';
import type { CallName } from '../../shared/calls.ts';

/**
 * Who may ask what, and when, written down a second time and not derived from the contract: a hole in one is a difference to the other.
 * After the roles of the design: the front desk sees names and contact and never what was said in the room; the bookkeeper neither.
 */
type Admitted = { readonly roles: readonly Role[] | 'anyone'; readonly states: readonly VaultState[] };

const everywhere: readonly VaultState[] = ['no-practice', 'locked', 'open', 'unavailable'];
const anyone = (...states: readonly VaultState[]): Admitted => ({ roles: 'anyone', states });
const open = (...roles: readonly Role[]): Admitted => ({ roles, states: ['open'] });
const everyRole = open('owner', 'practitioner', 'front-desk', 'bookkeeper');
const reception = open('owner', 'practitioner', 'front-desk');
const treating = open('owner', 'practitioner');
const owner = open('owner');

export const whoMay: Readonly<Record<CallName, Admitted>> = {
  'vault.status': anyone(...everywhere),
  'vault.create': anyone('no-practice'),
  'vault.unlock': anyone('locked'),
  'vault.recover': anyone('locked'),
  'vault.changePassphrase': everyRole,
  'vault.makeRecoveryKit': owner,
  'vault.chooseRecoveryKitFile': owner,
  'vault.saveRecoveryKit': owner,
  'vault.newKey': owner,
  'vault.touch': everyRole,
  'vault.changeLocking': owner,
  'vault.lock': everyRole,
  'backup.settings': everyRole,
  'backup.chooseFolder': anyone(...everywhere),
  'backup.changeSettings': owner,
  'backup.run': everyRole,
  'backup.list': anyone(...everywhere),
  'backup.restore': anyone('no-practice', 'locked', 'unavailable'),
  'security.probes': treating,
  'profile.get': everyRole,
  'profile.update': owner,
  'drafts.save': everyRole,
  'drafts.get': everyRole,
  'drafts.discard': everyRole,
  'clients.create': reception,
  'clients.update': reception,
  'clients.get': reception,
  'clients.search': reception,
  'clients.archive': treating,
  'consent.forms': treating,
  'consent.check': treating,
  'consent.sign': treating,
  'consent.ofClient': treating,
  'documents.get': treating,
  'documents.chooseExport': treating,
  'documents.export': treating,
  'audit.list': owner,
  'audit.verify': owner,
  'audit.whoSaw': treating,
  'audit.chooseWhoSawFile': treating,
  'audit.saveWhoSaw': treating,
};
