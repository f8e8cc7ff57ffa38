import type { z } from 'zod';
import { aftercareCalls } from './aftercare.ts';
import { appointmentCalls } from './appointments.ts';
import { auditCalls } from './audit.ts';
import { backupCalls } from './backup.ts';
import { calendarCalls } from './calendar.ts';
import { clearanceCalls } from './clearance.ts';
import { clientFilterCalls } from './client-filters.ts';
import { importCalls } from './client-import.ts';
import { clientCalls } from './clients.ts';
import { alikeCalls } from './clients-alike.ts';
import { mergeCalls } from './clients-merge.ts';
import { consentCalls } from './consent.ts';
import { consentMapCalls } from './consent-map.ts';
import { contactCalls } from './contacts.ts';
import { customFieldCalls } from './custom-fields.ts';
import { dayCalls } from './day.ts';
import { disclosureCalls } from './disclosures.ts';
import { documentCalls } from './documents.ts';
import { draftCalls } from './drafts.ts';
import { evidenceCalls } from './evidence.ts';
import { formTextCalls } from './form-texts.ts';
import { handoverCalls } from './handover.ts';
import { healthCalls } from './health.ts';
import { hoursCalls } from './hours.ts';
import { incidentCalls } from './incidents.ts';
import { intakeCalls } from './intake.ts';
import { languageCalls } from './language.ts';
import { letterCalls } from './letters.ts';
import { logoCalls } from './logo.ts';
import { medicineCalls } from './medicines.ts';
import { noteTemplateCalls } from './note-templates.ts';
import { noteCalls } from './notes.ts';
import { paperCalls } from './paper.ts';
import { peopleAndRoomsCalls } from './people-and-rooms.ts';
import { profileCalls } from './profile.ts';
import { readinessCalls } from './readiness.ts';
import { reflectionCalls } from './reflections.ts';
import { releaseCalls } from './releases.ts';
import { reminderCalls } from './reminders.ts';
import { safetyCalls } from './safety.ts';
import { securityCalls } from './security.ts';
import { seriesCalls } from './series.ts';
import { sessionCalls } from './sessions.ts';
import { stopSignalCalls } from './stop-signal.ts';
import { suitabilityCalls } from './suitability.ts';
import { tagCalls } from './tags.ts';
import { taskCalls } from './tasks.ts';
import { timelineCalls } from './timeline.ts';
import { uploadCalls } from './uploads.ts';
import { vaultCalls } from './vault.ts';
import { waitlistCalls } from './waitlist.ts';

/** Everything the window can ask. */
export const calls = {
  ...vaultCalls,
  ...evidenceCalls,
  ...backupCalls,
  ...securityCalls,
  ...profileCalls,
  ...draftCalls,
  ...clientCalls,
  ...timelineCalls,
  ...alikeCalls,
  ...mergeCalls,
  ...importCalls,
  ...customFieldCalls,
  ...tagCalls,
  ...clientFilterCalls,
  ...formTextCalls,
  ...handoverCalls,
  ...consentCalls,
  ...intakeCalls,
  ...stopSignalCalls,
  ...consentMapCalls,
  ...healthCalls,
  ...medicineCalls,
  ...suitabilityCalls,
  ...clearanceCalls,
  ...readinessCalls,
  ...safetyCalls,
  ...contactCalls,
  ...peopleAndRoomsCalls,
  ...hoursCalls,
  ...appointmentCalls,
  ...seriesCalls,
  ...dayCalls,
  ...sessionCalls,
  ...incidentCalls,
  ...noteCalls,
  ...reflectionCalls,
  ...noteTemplateCalls,
  ...languageCalls,
  ...aftercareCalls,
  ...releaseCalls,
  ...letterCalls,
  ...disclosureCalls,
  ...paperCalls,
  ...logoCalls,
  ...taskCalls,
  ...waitlistCalls,
  ...reminderCalls,
  ...calendarCalls,
  ...uploadCalls,
  ...documentCalls,
  ...auditCalls,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
/** What is sent: defaults may be left out. */
export type InputOf<N extends CallName> = z.input<Calls[N]['input']>;
/** What a handler gets: parsed, defaults filled. */
export type ParsedInputOf<N extends CallName> = z.output<Calls[N]['input']>;
export type OutputOf<N extends CallName> = z.output<Calls[N]['output']>;
