import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AuditLine } from '../../shared/audit.ts';
import type { AuditAction } from '../../shared/call.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import { type Instant, wallTime, type Zone } from '../../shared/time.ts';
import { openFrame } from '../documents/pdf-frame.ts';

/** Everything that stands on the sheet, so that the same input gives the same bytes. */
export type WhoSaw = {
  readonly documentId: string;
  readonly client: { readonly legalName: string; readonly chosenName: string };
  readonly lines: readonly AuditLine[];
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'paper'>;
  readonly zone: Zone;
  readonly appVersion: string;
};

/** What was done, as it stands on paper; the window has its own words for it. */
const deeds: Readonly<Record<AuditAction, string>> = {
  'failed-unlock': 'Tried to unlock with a wrong passphrase',
  'locked-call-refused': 'Was refused, because the practice was locked',
  'locked-stop': 'Pressed STOP',
  'locked-hands-off': 'Noted that hands were off',
  'locked-flag': 'Raised a red flag',
  'locked-journal-unreadable': 'Something recorded could not be read',
  'locked-read-only': 'Opened to read only, out of a damaged practice',
  'practice-salvaged': 'What could be read of a damaged practice was saved',
  'found-missing-tail': 'Stillpoint found that entries are missing',
  'found-anchor-mismatch': 'Stillpoint found that the trail and its anchor differ',
  'found-file-changed': 'Stillpoint found that files had been changed',
  'found-files-replaced': 'Stillpoint put back files that another program had replaced',
  'practice-created': 'Made the practice',
  unlocked: 'Unlocked the practice',
  locked: 'Locked the practice',
  'passphrase-changed': 'Changed the passphrase',
  'recovery-kit-made': 'Made a Recovery Kit',
  'recovery-kit-saved': 'Saved a Recovery Kit',
  recovered: 'Came in with the Recovery Kit',
  'data-key-renewed': 'Renewed the key of the practice',
  'lock-settings-changed': 'Changed when the practice locks',
  'call-refused': 'Was refused, because their role does not allow it, or the screen was with a client',
  'audit-opened': 'Read the audit trail of this client',
  'audit-verified': 'Verified the audit trail',
  'who-saw-opened': 'Opened the list of who has opened this record',
  'who-saw-saved': 'Saved the list of who has opened this record as a file',
  'who-saw-not-written': 'That file could not be written',
  'backup-settings-changed': 'Changed the backups',
  'backup-made': 'Made a backup',
  'backup-verified': 'Verified a backup',
  'backup-restored': 'Restored a backup',
  'security-probed': 'Looked at the protections',
  'profile-changed': 'Changed the practice’s details',
  'client-created': 'Added the client',
  'client-changed': 'Changed the client’s details',
  'client-merge-previewed': 'Looked at what making two records one would do',
  'clients-merged': 'Made two records of this client one',
  'client-in-error': 'Marked the record as entered in error, or took that back',
  'client-photo-changed': 'Changed the client’s picture, or took it away',
  'client-archived': 'Archived the client, or took them out of the archive',
  'client-opened': 'Opened the client’s details',
  'clients-searched': 'Searched the clients',
  'timeline-opened': 'Opened what happened, day by day',
  'clients-compared': 'Looked for a client written down before',
  'custom-fields-changed': 'Changed the fields of the practice',
  'tags-changed': 'Changed tags',
  'client-filters-changed': 'Changed filters of the list of clients',
  'client-list-read': 'Read a list of clients',
  'clients-imported': 'Took over a list of clients',
  'client-import-undone': 'Took a list of clients out again',
  'clients-exported': 'Saved the list of clients as a file',
  'clients-not-written': 'That file could not be written',
  'consent-form-opened': 'Opened a consent form to fill in',
  'consent-signed': 'Had a consent form signed',
  'consent-filed-on-paper': 'Filed a consent form that was signed on paper',
  'consents-opened': 'Opened the list of consents',
  'documents-listed': 'Opened the list of files',
  'document-opened': 'Opened a document',
  'document-exported': 'Saved a document as a file',
  'document-not-written': 'That file could not be written',
  'consent-withdrawn': 'Wrote down that a consent was taken back',
  'handover-begun': 'Handed the screen over',
  'handover-shown': 'The handed-over forms were on the screen',
  'handover-answered': 'Forms were filled in on the handed-over screen',
  'handover-ended': 'Took the screen back',
  'returned-forms-opened': 'Opened the forms that came back',
  'returned-form-reviewed': 'Read a form through with the client',
  'returned-form-set-aside': 'Set an unfinished form aside',
  'form-changed': 'Changed the text of a form',
  'form-facts-changed': 'Changed the practice’s words in its forms',
  'document-printed': 'Printed a document',
  'document-not-printed': 'That document was not printed',
  'document-verified': 'Checked whether a file is the one that was signed',
  'document-filed': 'Filed a paper',
  'document-moved': 'Moved a paper to the client it is of',
  'document-in-error': 'Marked a paper as entered in error',
  'document-described': 'Said anew what a paper is',
  'blank-form-made': 'Made a form to fill in by hand',
  'intake-started': 'Began an intake, or a review of it',
  'intake-changed': 'Wrote in the intake',
  'intake-reviewed': 'Went through the intake to its end',
  'intake-opened': 'Opened the intake',
  'intake-printed': 'Drew the intake as a sheet',
  'stop-signal-agreed': 'Agreed on the stop word and hand signal',
  'stop-signal-rehearsed': 'Tried the stop word and hand signal together',
  'consent-map-opened': 'Opened the body map',
  'consent-map-set': 'Made a new body map with the client',
  'consent-map-withdrawn': 'Wrote down that places were taken back',
  'consent-map-printed': 'Drew the body map as a sheet',
  'sensitive-areas-changed': 'Changed which sensitive places are offered',
  'health-screen-started': 'Began the health questions',
  'health-screen-changed': 'Wrote down answers to the health questions',
  'health-opened': 'Opened the health page',
  'finding-changed': 'Decided about something found',
  'finding-added': 'Noted something found',
  'health-change-asked': 'Asked whether anything has changed',
  'health-change-settled': 'Went through what has changed',
  'medicine-changed': 'Changed the list of medicines',
  'suitability-asked': 'Asked a question in person',
  'clearance-requested': 'Noted that a clinician was asked',
  'clearance-recorded': 'Recorded a clinician’s answer',
  'readiness-opened': 'Looked at readiness',
  'safety-card-opened': 'Opened the safety card',
  'safety-card-acknowledged': 'Read the safety card',
  'safety-card-printed': 'Printed the safety card',
  'crisis-numbers-checked': 'Checked the crisis numbers',
  'crisis-opened': 'Opened the crisis card',
  'crisis-acknowledged': 'Noted that the crisis card was read',
  'contact-created': 'Added a contact',
  'contact-changed': 'Changed a contact',
  'contact-opened': 'Opened a contact',
  'contacts-searched': 'Looked through the contacts',
  'contacts-merged': 'Made two contacts one',
  'care-team-changed': 'Changed the care team',
  'care-team-opened': 'Opened the care team',
  'services-changed': 'Changed a service',
  'rooms-changed': 'Changed a room',
  'practitioners-changed': 'Changed who treats here',
  'hours-changed': 'Changed opening hours',
  'appointment-booked': 'Booked an appointment',
  'appointment-moved': 'Moved an appointment',
  'appointment-changed': 'Changed an appointment',
  'appointment-cancelled': 'Ended an appointment that did not take place',
  'appointment-status-set': 'Set how an appointment stands',
  'appointment-conflict-overridden': 'Booked over a conflict, with a reason',
  'appointment-opened': 'Opened an appointment',
  'appointments-opened': 'Opened the appointments of a client',
  'calendar-opened': 'Opened the calendar',
  'series-changed': 'Changed how an appointment repeats',
  'series-extended': 'Made repeating appointments further ahead',
  'waitlist-changed': 'Changed the wait list',
  'waitlist-opened': 'Opened the wait list',
  'reminders-opened': 'Opened whom to remind',
  'reminder-done': 'Marked a reminder',
  'reminder-settings-changed': 'Changed the words of reminders',
  'reminder-printed': 'Made a slip with appointments',
  'task-created': 'Made a task',
  'task-changed': 'Changed a task',
  'tasks-opened': 'Opened the tasks',
  'readiness-of-day-opened': 'Looked at who is ready',
  'day-sheet-made': 'Made a day sheet',
  'calendar-exported': 'Saved the calendar to a file',
  'calendar-not-written': 'That file could not be written',
  'calendar-read': 'Read a calendar file',
  'calendar-imported': 'Took over a calendar file',
  'session-started': 'Began a session',
  'session-recorded': 'Recorded what happened in a session',
  'session-opened': 'Opened a session',
  'sessions-opened': 'Opened the sessions of a client',
  'session-closed': 'Closed a session',
  'incident-opened': 'Opened an incident record',
  'hold-placed': 'Placed a hold on later sessions',
  'incidents-opened': 'Opened the incidents of a client',
  'incident-resolved': 'Noted that an incident was followed up',
  'hold-overridden': 'Lifted a hold with a reason',
  'note-begun': 'Began a note',
  'note-saved': 'Wrote in a note',
  'note-signed': 'Signed and locked a note',
  'note-addendum': 'Added to a signed note',
  'note-opened': 'Opened a note',
  'notes-opened': 'Opened the list of notes of a client',
  'notes-searched': 'Searched in notes',
  'note-in-error': 'Marked a note as entered in error',
  'note-printed': 'Made a note ready to print',
  'note-read-by-client': 'The client read a note on the screen',
  'covering-begun': 'Covered for another practitioner',
  'reflections-opened': 'Opened private reflections',
  'reflection-saved': 'Wrote a private reflection',
  'note-settings-changed': 'Changed how notes are kept',
  'note-templates-changed': 'Changed the templates of notes',
  'snippets-changed': 'Changed snippets',
  'aftercare-made': 'Made an aftercare sheet',
  'release-prepared': 'Made a permission to share ready',
  'release-granted': 'Had a permission to share signed',
  'release-revoked': 'Took a permission to share back',
  'releases-opened': 'Opened the permissions to share of a client',
  'release-asked': 'Asked whether something may be shared',
  'letter-begun': 'Began a letter',
  'letter-opened': 'Opened a letter',
  'letter-changed': 'Changed a letter',
  'letter-set-aside': 'Set a letter aside',
  'letter-previewed': 'Showed a letter to the client',
  'letter-finalised': 'Signed a letter and made it final',
  'letter-handed-over': 'Wrote down that a letter left',
  'letter-answered': 'Wrote down the answer to a letter',
  'letters-opened': 'Opened the list of letters of a client',
  'letters-due-opened': 'Opened the letters that are due',
  'disclosure-recorded': 'Wrote down what was told to somebody outside',
  'disclosures-opened': 'Opened the list of what left the practice',
  'disclosures-printed': 'Drew the list of what left the practice',
  'handout-made': 'Made a sheet for a client',
  'record-printed': 'Drew the whole record of a client',
  'logo-changed': 'Changed the picture at the head of papers',
};

const words = {
  /** Day before month, so that a date cannot be read two ways. */
  locale: 'en-GB',
  title: 'Who has opened this record',
  name: 'Name',
  called: 'Called',
  made: 'Made',
  by: 'By',
  entries: 'Entries',
  what: 'This is everything the practice’s audit trail holds about this client: each time something of theirs was opened, changed, signed or saved as a file, newest first. Nothing is ever taken out of the trail, and each entry is bound to the one before it, so that a change shows.',
  searches: 'Searches in the list of clients are recorded too, but not whom they showed; they are not listed here.',
  locked: 'recorded while locked',
  lockedMeans:
    'Where it says “recorded while locked” in place of a name, the practice was locked and nobody had given a passphrase. Stillpoint wrote it down without a key and took it into the trail at the next unlock.',
  times: (zone: string) => `Times are as on the clock in ${zone}.`,
  nameless: 'no longer here',
  columns: { when: 'When', who: 'Who', what: 'What' },
  page: (page: number, of: number) => `page ${page} of ${of}`,
} as const;

const columns = [
  { title: words.columns.when, width: 132 },
  { title: words.columns.who, width: 140 },
  { title: words.columns.what, width: 0 },
] as const;

/** Rows laid down before other calls are let in. */
const rowsAtATime = 100;

const whoIn = ({ actor }: AuditLine): string => (actor === null ? words.locked : actor.name || words.nameless);

/** For the client who asks, as they have a right to (HIPAA 45 CFR 164.528 and its like): who opened or changed anything of theirs. */
export const drawWhoSaw = async (sheet: WhoSaw): Promise<Uint8Array> => {
  const { client, lines, practice, zone } = sheet;
  const made = wallTime(sheet.madeAt, zone, words.locale);
  const name = client.legalName || client.chosenName;
  const frame = await openFrame({
    documentId: sheet.documentId,
    title: words.title,
    createdAt: sheet.madeAt,
    paper: practice.paper,
    appVersion: sheet.appVersion,
    practice: { name: practice.practiceName, address: practice.address },
    foot: { name, day: made.text, page: words.page },
  });

  frame.heading(1, words.title);
  const facts: readonly (readonly [string, string])[] = [
    [words.name, name],
    [words.called, client.chosenName === name ? '' : client.chosenName],
    [words.made, `${made.text}, ${made.zone}`],
    [words.by, sheet.madeBy],
    [words.entries, String(lines.length)],
  ];
  frame.facts(
    facts.filter(([, value]) => value !== ''),
    'body',
  );
  for (const sentence of [words.what, words.searches, words.lockedMeans, words.times(zone)]) frame.paragraph(sentence);

  const row = frame.table(columns);
  for (const [index, line] of lines.entries()) {
    row([wallTime(line.at, zone, words.locale).text, whoIn(line), deeds[line.action]]);
    if (index % rowsAtATime === rowsAtATime - 1) await nextTurn();
  }
  return frame.finish();
};
