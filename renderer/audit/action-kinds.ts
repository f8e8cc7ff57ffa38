import { type AuditAction, auditActions } from '../../shared/call.ts';

/** What a person looks for, in the order of the choice. */
export const actionKinds = ['records', 'consents', 'doors', 'keys', 'practice', 'watch'] as const;
export type ActionKind = (typeof actionKinds)[number];

/** Of which kind each action is. A new action does not compile without one. */
const kindOf: Readonly<Record<AuditAction, ActionKind>> = {
  'failed-unlock': 'doors',
  'locked-call-refused': 'doors',
  'locked-stop': 'doors',
  'locked-journal-unreadable': 'watch',
  'found-missing-tail': 'watch',
  'found-anchor-mismatch': 'watch',
  'practice-created': 'keys',
  unlocked: 'doors',
  locked: 'doors',
  'passphrase-changed': 'keys',
  'recovery-kit-made': 'keys',
  'recovery-kit-saved': 'keys',
  recovered: 'keys',
  'data-key-renewed': 'keys',
  'lock-settings-changed': 'practice',
  'call-refused': 'watch',
  'audit-opened': 'watch',
  'audit-verified': 'watch',
  'who-saw-opened': 'watch',
  'who-saw-saved': 'watch',
  'who-saw-not-written': 'watch',
  'backup-settings-changed': 'practice',
  'backup-made': 'practice',
  'backup-restored': 'practice',
  'security-probed': 'watch',
  'profile-changed': 'practice',
  'client-created': 'records',
  'client-changed': 'records',
  'client-archived': 'records',
  'client-opened': 'records',
  'clients-searched': 'records',
  'consent-form-opened': 'consents',
  'consent-signed': 'consents',
  'consents-opened': 'consents',
  'document-opened': 'consents',
  'document-exported': 'consents',
  'document-not-written': 'consents',
};

export const actionsOf = (kind: ActionKind): AuditAction[] => auditActions.filter((action) => kindOf[action] === kind);
