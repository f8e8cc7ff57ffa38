import type { z } from 'zod';

export const roles = ['owner', 'practitioner', 'front-desk', 'bookkeeper'] as const;
export type Role = (typeof roles)[number];

/** Where the vault stands; `handed-over`: open, but for one client's forms alone; `unavailable`: nothing can be opened, and `vault.status` says why. */
export const vaultStates = ['no-practice', 'locked', 'open', 'handed-over', 'unavailable'] as const;
export type VaultState = (typeof vaultStates)[number];

/** For what anyone at the computer may do, save a client who was handed the screen. */
export const exceptInHandOver = ['no-practice', 'locked', 'open', 'unavailable'] as const satisfies readonly VaultState[];

/** What a locked vault writes down without a key, and the trail takes in at the next unlock as `nobody`'s. */
export const lockedActions = [
  'failed-unlock',
  'locked-call-refused',
  'locked-stop',
  'locked-hands-off',
  'locked-flag',
  'locked-journal-unreadable',
  'locked-read-only',
] as const;

/** What the vault found amiss when it opened. */
export const evidenceActions = ['found-missing-tail', 'found-anchor-mismatch', 'found-file-changed'] as const;

export const auditActions = [
  ...lockedActions,
  ...evidenceActions,
  'practice-created',
  'found-files-replaced',
  'unlocked',
  'locked',
  'passphrase-changed',
  'recovery-kit-made',
  'recovery-kit-saved',
  'recovered',
  'practice-salvaged',
  'data-key-renewed',
  'lock-settings-changed',
  'call-refused',
  'audit-opened',
  'audit-verified',
  'who-saw-opened',
  'who-saw-saved',
  'who-saw-not-written',
  'backup-settings-changed',
  'backup-made',
  'backup-verified',
  'backup-restored',
  'security-probed',
  'profile-changed',
  'client-created',
  'client-changed',
  'client-archived',
  'client-opened',
  'clients-searched',
  'clients-compared',
  'client-merge-previewed',
  'clients-merged',
  'client-in-error',
  'client-photo-changed',
  'timeline-opened',
  'custom-fields-changed',
  'tags-changed',
  'client-filters-changed',
  'client-list-read',
  'clients-imported',
  'client-import-undone',
  'clients-exported',
  'clients-not-written',
  'consent-form-opened',
  'consent-signed',
  'consent-filed-on-paper',
  'consents-opened',
  'documents-listed',
  'document-opened',
  'document-exported',
  'document-not-written',
  'consent-withdrawn',
  'handover-begun',
  'handover-shown',
  'handover-answered',
  'handover-ended',
  'returned-forms-opened',
  'returned-form-reviewed',
  'returned-form-set-aside',
  'form-changed',
  'form-facts-changed',
  'document-printed',
  'document-not-printed',
  'document-verified',
  'document-filed',
  'document-moved',
  'document-in-error',
  'document-described',
  'blank-form-made',
  'intake-started',
  'intake-changed',
  'intake-reviewed',
  'intake-opened',
  'intake-printed',
  'stop-signal-agreed',
  'stop-signal-rehearsed',
  'consent-map-opened',
  'consent-map-set',
  'consent-map-withdrawn',
  'consent-map-printed',
  'sensitive-areas-changed',
  'health-screen-started',
  'health-screen-changed',
  'health-opened',
  'finding-changed',
  'finding-added',
  'health-change-asked',
  'health-change-settled',
  'medicine-changed',
  'suitability-asked',
  'clearance-requested',
  'clearance-recorded',
  'readiness-opened',
  'safety-card-opened',
  'safety-card-acknowledged',
  'safety-card-printed',
  'crisis-numbers-checked',
  'crisis-opened',
  'crisis-acknowledged',
  'contact-created',
  'contact-changed',
  'contact-opened',
  'contacts-searched',
  'contacts-merged',
  'care-team-changed',
  'care-team-opened',
  'services-changed',
  'rooms-changed',
  'practitioners-changed',
  'hours-changed',
  'appointment-booked',
  'appointment-moved',
  'appointment-changed',
  'appointment-cancelled',
  'appointment-status-set',
  'appointment-conflict-overridden',
  'appointment-opened',
  'appointments-opened',
  'calendar-opened',
  'series-changed',
  'series-extended',
  'waitlist-changed',
  'waitlist-opened',
  'reminders-opened',
  'reminder-done',
  'reminder-settings-changed',
  'reminder-printed',
  'task-created',
  'task-changed',
  'tasks-opened',
  'readiness-of-day-opened',
  'day-sheet-made',
  'calendar-exported',
  'calendar-not-written',
  'calendar-read',
  'calendar-imported',
  'session-started',
  'session-recorded',
  'session-opened',
  'sessions-opened',
  'session-closed',
  'incident-opened',
  'hold-placed',
  'incidents-opened',
  'incident-resolved',
  'hold-overridden',
  'note-begun',
  'note-saved',
  'note-signed',
  'note-addendum',
  'note-opened',
  'notes-opened',
  'notes-searched',
  'note-in-error',
  'note-printed',
  'note-read-by-client',
  'covering-begun',
  'reflections-opened',
  'reflection-saved',
  'note-settings-changed',
  'note-templates-changed',
  'snippets-changed',
  'aftercare-made',
  'release-prepared',
  'release-granted',
  'release-revoked',
  'releases-opened',
  'release-asked',
  'letter-begun',
  'letter-opened',
  'letter-changed',
  'letter-set-aside',
  'letter-previewed',
  'letter-finalised',
  'letter-handed-over',
  'letter-answered',
  'letters-opened',
  'letters-due-opened',
  'disclosure-recorded',
  'disclosures-opened',
  'disclosures-printed',
  'handout-made',
  'record-printed',
  'logo-changed',
] as const;
export type AuditAction = (typeof auditActions)[number];

export type AuditSubject = { readonly clientId?: string; readonly recordId?: string };

/**
 * How a call stands in the audit trail. `transaction`: its service writes the one entry together with the change.
 * `dispatch`: the entry is written after the handler succeeded and before the reply leaves; `run` joins calls that
 * belong to one search as you type, each within two seconds of the last and all within half a minute, into one entry.
 */
export type Audit<I, O> =
  | 'none'
  | { readonly by: 'transaction'; readonly action: AuditAction }
  | {
      readonly by: 'dispatch';
      readonly action: AuditAction;
      readonly about: (input: I, output: O) => AuditSubject;
      /** Whether an input goes on with the one before it. */
      readonly run?: (before: I, now: I) => boolean;
    };

export type Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly input: I;
  readonly output: O;
  /** `anyone`: works without a keyholder. */
  readonly roles: readonly Role[] | 'anyone';
  readonly states: readonly VaultState[];
  readonly audit: Audit<z.output<I>, z.output<O>>;
};

/** One thing the window can ask. The value is the contract: dispatch, `describe`, the window and the tests are derived from it. */
export const call = <I extends z.ZodType, O extends z.ZodType>(definition: Call<I, O>): Call<I, O> => definition;

/** Roles that treat clients: domain.md 9.3. */
export const clinical = ['owner', 'practitioner'] as const satisfies readonly Role[];
/** Roles that may see names and contact: domain.md 9.3. */
export const reception = ['owner', 'practitioner', 'front-desk'] as const satisfies readonly Role[];
