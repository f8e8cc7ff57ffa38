import type { Role, VaultState } from '../../shared/call.ts';
import type { CallName } from '../../shared/calls.ts';

/**
 * Who may ask what, and when, written down a second time and not derived from the contract: a hole in one is a difference to the other.
 * After the roles of the design: the front desk sees names and contact and never what was said in the room; the bookkeeper neither.
 */
type Admitted = { readonly roles: readonly Role[] | 'anyone'; readonly states: readonly VaultState[] };

const everywhere: readonly VaultState[] = ['no-practice', 'locked', 'open', 'handed-over', 'unavailable'];
const notHandedOver = everywhere.filter((state) => state !== 'handed-over');
const anyone = (...states: readonly VaultState[]): Admitted => ({ roles: 'anyone', states });
const open = (...roles: readonly Role[]): Admitted => ({ roles, states: ['open'] });
const everyRole = open('owner', 'practitioner', 'front-desk', 'bookkeeper');
const reception = open('owner', 'practitioner', 'front-desk');
const treating = open('owner', 'practitioner');
const owner = open('owner');
/** Only while the screen is with a client. */
const handedOver: Admitted = { roles: ['owner', 'practitioner'], states: ['handed-over'] };

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
  'vault.touch': { ...everyRole, states: ['open', 'handed-over'] },
  'vault.changeLocking': owner,
  'vault.lock': { ...everyRole, states: ['open', 'handed-over'] },
  'backup.settings': everyRole,
  'backup.chooseFolder': anyone(...notHandedOver),
  'backup.changeSettings': owner,
  'backup.run': everyRole,
  'backup.list': anyone(...notHandedOver),
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
  'consent.withdraw': treating,
  'consent.attention': treating,
  'handover.begin': treating,
  'handover.current': handedOver,
  'handover.answer': handedOver,
  'handover.check': handedOver,
  'handover.pause': handedOver,
  'handover.end': handedOver,
  'handover.returned': treating,
  'handover.review': treating,
  'handover.setAside': treating,
  'consentMap.get': treating,
  'consentMap.set': treating,
  'consentMap.withdraw': treating,
  'consentMap.history': treating,
  'consentMap.allowed': treating,
  'consentMap.paper': treating,
  'consentMap.sensitiveAreas': treating,
  'intake.start': treating,
  'intake.save': treating,
  'intake.review': treating,
  'intake.ofClient': treating,
  'intake.get': treating,
  'intake.paper': treating,
  'intake.attention': treating,
  'stopSignal.set': treating,
  'stopSignal.rehearsed': treating,
  'consentMap.setSensitiveAreas': owner,
  'forms.list': treating,
  'forms.get': treating,
  'forms.edit': owner,
  'uploads.begin': treating,
  'uploads.append': treating,
  'uploads.finish': treating,
  'profile.formFacts': treating,
  'profile.setFormFacts': owner,
  'profile.content': everyRole,
  'documents.print': treating,
  'documents.verify': treating,
  'documents.file': treating,
  'paper.blank': treating,
  'documents.ofClient': treating,
  'documents.get': treating,
  'documents.chooseExport': treating,
  'documents.export': treating,
  'audit.list': owner,
  'audit.verify': owner,
  'audit.whoSaw': treating,
  'audit.chooseWhoSawFile': treating,
  'audit.saveWhoSaw': treating,
};
