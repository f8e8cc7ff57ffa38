import type { CallName, OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { chooseWhoSawFile, listAudit, saveWhoSaw, verifyAudit, whoSaw } from '../audit/audit-service.ts';
import { careTeamOf, setCareTeam } from '../clients/care-team-service.ts';
import { listFilters, removeFilter, saveFilter } from '../clients/client-filters-service.ts';
import { setPhoto } from '../clients/client-photo-service.ts';
import { archiveClient, clientsAlike, createClient, openClient, searchClients, updateClient } from '../clients/clients-service.ts';
import { createContact, getContact, mergeContacts, searchContacts, updateContact } from '../clients/contacts-service.ts';
import { chooseCsvFile, exportCsv } from '../clients/csv-export-service.ts';
import { listCustomFields, orderCustomFields, removeCustomField, saveCustomField } from '../clients/custom-fields-service.ts';
import { importClients, lastImported, previewImport, undoImport } from '../clients/import-service.ts';
import { markError } from '../clients/mark-error-service.ts';
import { mergeClients, previewMerge } from '../clients/merge-service.ts';
import { setStopSignal, stopSignalRehearsed } from '../clients/stop-signal-service.ts';
import { listTags, removeTag, renameTag } from '../clients/tags-service.ts';
import { getTimeline } from '../clients/timeline-service.ts';
import { allowedFor } from '../consent/allowed-service.ts';
import { drawBlank } from '../consent/blank-form-service.ts';
import { checkConsent } from '../consent/consent-service.ts';
import { consentsOfClient } from '../consent/consents-service.ts';
import { formFacts, setFormFacts } from '../consent/form-facts-service.ts';
import { contentFiles, editFormText, getFormText, listForms } from '../consent/form-texts-service.ts';
import { answerInHandover, checkInHandover, currentHandover, endHandover, pauseHandover } from '../consent/handover-service.ts';
import { drawMap } from '../consent/map-paper-service.ts';
import { getMap, mapHistory, setMap, withdrawAreas } from '../consent/maps-service.ts';
import { answerNoteRead } from '../consent/note-in-handover.ts';
import { returnedForms, reviewReturned, setReturnedAside } from '../consent/returned-service.ts';
import { sensitiveAreas, setSensitiveAreas } from '../consent/sensitive-areas-service.ts';
import { consentAttention, withdrawConsent } from '../consent/withdrawal-service.ts';
import { attachmentsOfClient, getAttachment, moveToClient, setPaperInError } from '../documents/attachments-service.ts';
import { describePaper } from '../documents/describe-service.ts';
import { chooseExport, documentsOfClient, exportDocument, getDocument } from '../documents/documents-service.ts';
import { drawHandout, listHandouts } from '../documents/handouts-service.ts';
import { fileDocument, printDocument, verifyDocument } from '../documents/paper-service.ts';
import { appendUpload, beginUpload, finishUpload } from '../documents/uploads-service.ts';
import { recordClearance, requestClearance } from '../intake/clearance-service.ts';
import { acknowledgeCrisis, openCrises } from '../intake/crisis-service.ts';
import { crisisSettings, setCrisisNumbers } from '../intake/crisis-settings-service.ts';
import { addFinding, resolveFinding } from '../intake/findings-service.ts';
import { healthAttention } from '../intake/health-attention-service.ts';
import { askChanged, settleChange } from '../intake/health-change-service.ts';
import { healthContent } from '../intake/health-content-service.ts';
import { saveHealth, startHealth } from '../intake/health-screen-service.ts';
import { healthOf } from '../intake/health-service.ts';
import { intakeAttention } from '../intake/intake-attention-service.ts';
import { drawIntake } from '../intake/intake-paper-service.ts';
import { reviewIntake } from '../intake/intake-review.ts';
import { saveIntake } from '../intake/intake-save.ts';
import { startIntake } from '../intake/intake-start.ts';
import { getIntake, intakeOfClient } from '../intake/intakes-service.ts';
import { matchMedicine } from '../intake/medicines-service.ts';
import { readinessOf, readinessOfMany } from '../intake/readiness-service.ts';
import { acknowledgeCard, safetyCard } from '../intake/safety-card-service.ts';
import { drawSafetyCard } from '../intake/safety-paper-service.ts';
import { saveSuitability } from '../intake/suitability-service.ts';
import { composeLetter } from '../letters/compose-service.ts';
import { draftDue, lettersDue } from '../letters/due-service.ts';
import { finaliseLetter } from '../letters/finalise-service.ts';
import { getLetter, letterKinds, lettersOf } from '../letters/letters-service.ts';
import { drawRecord } from '../letters/record-paper-service.ts';
import { previewLetter, saveLetter, setLetterAside } from '../letters/save-service.ts';
import { fileReply, handLetterOver } from '../letters/sent-service.ts';
import { disclosuresOf, drawDisclosures, recordDisclosure } from '../releases/disclosures-service.ts';
import { beginWithReleases, fileSignedPaper, formsWithRelease, grantRelease, signForm } from '../releases/grant-service.ts';
import { permitsSharing, prepareRelease, releasesOf, revokeRelease } from '../releases/releases-service.ts';
import { bookAppointment, checkAppointment } from '../schedule/booking-service.ts';
import { drawDaySheet } from '../schedule/calendar-paper-service.ts';
import { appointmentsInRange, appointmentsOfClient, getAppointment } from '../schedule/calendar-service.ts';
import { cancelAppointment, setAppointmentStatus } from '../schedule/ending-service.ts';
import { dismissFreed, freedTimes, matchesFor } from '../schedule/freed-service.ts';
import { addException, getHours, removeException, setHours } from '../schedule/hours-service.ts';
import { chooseIcsFile, exportIcs } from '../schedule/ics-export-service.ts';
import { importIcs, readIcs } from '../schedule/ics-import-service.ts';
import { changeAppointment, moveAppointment } from '../schedule/moving-service.ts';
import { listPractitioners, savePractitioner } from '../schedule/practitioners-service.ts';
import { drawReminder } from '../schedule/reminder-paper-service.ts';
import { markReminded, reminderSettings, remindersToday, setReminders } from '../schedule/reminders-service.ts';
import { listRooms, saveRoom } from '../schedule/rooms-service.ts';
import { editSeries, extendSeries } from '../schedule/series-service.ts';
import { listServices, saveService } from '../schedule/services-service.ts';
import { findSlots } from '../schedule/slots-service.ts';
import { changeTask, createTask, listTasks, setTaskDone } from '../schedule/tasks-service.ts';
import { getToday } from '../schedule/today-service.ts';
import { addWaiting, changeWaiting, closeWaiting, listWaiting, recordOffer } from '../schedule/waitlist-service.ts';
import { aftercareContent, aftercareFits, composeAftercare } from '../sessions/aftercare-service.ts';
import { closeSession } from '../sessions/close-service.ts';
import { incidentsToFollowUp } from '../sessions/incidents-attention-service.ts';
import { incidentsOf, overrideHold, resolveIncident } from '../sessions/incidents-service.ts';
import { checkLanguage, languageSettings, setLanguage } from '../sessions/language-service.ts';
import { draftNote } from '../sessions/note-draft-service.ts';
import { addAddendum, coverClient, getNote, setNoteInError } from '../sessions/note-later-service.ts';
import { drawNotePaper } from '../sessions/note-paper-service.ts';
import { saveNote } from '../sessions/note-save-service.ts';
import { searchNotes } from '../sessions/note-search-service.ts';
import { signNote } from '../sessions/note-sign-service.ts';
import { listTemplates, saveTemplate } from '../sessions/note-templates-service.ts';
import { noteContent, notesOf, unsignedNotes } from '../sessions/notes-list-service.ts';
import { recordEvent } from '../sessions/record-service.ts';
import { getReflections, noteSettings, saveReflection, setNoteSettings } from '../sessions/reflections-service.ts';
import { allowedInSession, currentSession, getSession, sessionContent, sessionsOf } from '../sessions/sessions-service.ts';
import { listSnippets, removeSnippet, saveSnippet } from '../sessions/snippets-service.ts';
import { startSession } from '../sessions/start-service.ts';
import { discardDraft, getDrafts, saveDraft } from './drafts-service.ts';
import { getLogo, setLogo } from './logo-service.ts';
import type { Practice } from './practice.ts';
import { getProfile, updateProfile } from './profile-service.ts';

/** Calls about the vault itself and its files are answered by the vault; most need no keyholder. */
export type DoorCallName = Extract<CallName, `vault.${string}` | `backup.${string}` | `security.${string}`>;
export type PracticeCallName = Exclude<CallName, DoorCallName>;

export type DoorHandlers = { readonly [N in DoorCallName]: (input: ParsedInputOf<N>) => Promise<OutputOf<N>> };
type PracticeHandlers = { readonly [N in PracticeCallName]: (practice: Practice, input: ParsedInputOf<N>) => Promise<OutputOf<N>> };

/** Who answers each call; a call of the contract without a line here does not compile. */
export const practiceHandlers: PracticeHandlers = {
  'profile.get': getProfile,
  'profile.update': updateProfile,
  'drafts.save': saveDraft,
  'drafts.get': getDrafts,
  'drafts.discard': discardDraft,
  'clients.create': createClient,
  'clients.update': updateClient,
  'clients.get': openClient,
  'clients.search': searchClients,
  'clients.archive': archiveClient,
  'clients.alike': clientsAlike,
  'clients.mergePreview': previewMerge,
  'clients.merge': mergeClients,
  'clients.markError': markError,
  'clients.setPhoto': setPhoto,
  'clients.timeline': getTimeline,
  'clients.importPreview': previewImport,
  'clients.import': importClients,
  'clients.lastImport': lastImported,
  'clients.undoImport': undoImport,
  'clients.chooseCsvFile': chooseCsvFile,
  'clients.exportCsv': exportCsv,
  'customFields.list': listCustomFields,
  'customFields.save': saveCustomField,
  'customFields.order': orderCustomFields,
  'customFields.remove': removeCustomField,
  'tags.list': listTags,
  'tags.rename': renameTag,
  'tags.remove': removeTag,
  'clientFilters.list': listFilters,
  'clientFilters.save': saveFilter,
  'clientFilters.remove': removeFilter,
  'consent.forms': formsWithRelease,
  'consent.check': checkConsent,
  'consent.fileScan': fileSignedPaper,
  'consent.sign': signForm,
  'consent.ofClient': consentsOfClient,
  'consent.withdraw': withdrawConsent,
  'consent.attention': consentAttention,
  'intake.start': startIntake,
  'intake.save': saveIntake,
  'intake.review': reviewIntake,
  'intake.ofClient': intakeOfClient,
  'intake.get': getIntake,
  'intake.paper': drawIntake,
  'intake.attention': intakeAttention,
  'stopSignal.set': setStopSignal,
  'stopSignal.rehearsed': stopSignalRehearsed,
  'consentMap.get': getMap,
  'consentMap.set': setMap,
  'consentMap.withdraw': withdrawAreas,
  'consentMap.history': mapHistory,
  'consentMap.allowed': allowedFor,
  'consentMap.paper': drawMap,
  'consentMap.sensitiveAreas': sensitiveAreas,
  'consentMap.setSensitiveAreas': setSensitiveAreas,
  'health.content': healthContent,
  'health.start': startHealth,
  'health.save': saveHealth,
  'health.findings': healthOf,
  'health.resolve': resolveFinding,
  'health.add': addFinding,
  'health.changed': askChanged,
  'health.settle': settleChange,
  'medicines.match': matchMedicine,
  'suitability.save': saveSuitability,
  'clearance.request': requestClearance,
  'clearance.record': recordClearance,
  'health.attention': healthAttention,
  'readiness.of': readinessOf,
  'readiness.many': readinessOfMany,
  'safety.card': safetyCard,
  'safety.acknowledge': acknowledgeCard,
  'safety.paper': drawSafetyCard,
  'crisis.settings': crisisSettings,
  'crisis.set': setCrisisNumbers,
  'crisis.open': openCrises,
  'crisis.acknowledge': acknowledgeCrisis,
  'contacts.create': createContact,
  'contacts.update': updateContact,
  'contacts.get': getContact,
  'contacts.search': searchContacts,
  'contacts.merge': mergeContacts,
  'careTeam.set': setCareTeam,
  'careTeam.of': careTeamOf,
  'forms.list': listForms,
  'forms.get': getFormText,
  'forms.edit': editFormText,
  'handover.begin': beginWithReleases,
  'handover.current': currentHandover,
  'handover.answer': answerInHandover,
  'handover.check': checkInHandover,
  'handover.pause': pauseHandover,
  'handover.end': endHandover,
  'handover.returned': returnedForms,
  'handover.review': reviewReturned,
  'handover.setAside': setReturnedAside,
  'handover.noteRead': answerNoteRead,
  'appointments.book': bookAppointment,
  'appointments.check': checkAppointment,
  'calendar.paper': drawDaySheet,
  'appointments.range': appointmentsInRange,
  'appointments.get': getAppointment,
  'appointments.ofClient': appointmentsOfClient,
  'appointments.cancel': cancelAppointment,
  'appointments.setStatus': setAppointmentStatus,
  'hours.get': getHours,
  'hours.set': setHours,
  'hours.addException': addException,
  'hours.removeException': removeException,
  'calendar.chooseFile': chooseIcsFile,
  'calendar.exportIcs': exportIcs,
  'calendar.readIcs': readIcs,
  'calendar.importIcs': importIcs,
  'appointments.move': moveAppointment,
  'appointments.change': changeAppointment,
  'practitioners.list': listPractitioners,
  'practitioners.save': savePractitioner,
  'reminders.paper': drawReminder,
  'reminders.today': remindersToday,
  'reminders.done': markReminded,
  'reminders.settings': reminderSettings,
  'reminders.set': setReminders,
  'rooms.list': listRooms,
  'rooms.save': saveRoom,
  'series.edit': editSeries,
  'series.extend': extendSeries,
  'services.list': listServices,
  'services.save': saveService,
  'appointments.findSlots': findSlots,
  'sessions.content': sessionContent,
  'sessions.start': startSession,
  'sessions.current': currentSession,
  'sessions.get': getSession,
  'sessions.allowed': allowedInSession,
  'sessions.record': recordEvent,
  'sessions.close': closeSession,
  'sessions.ofClient': sessionsOf,
  'incidents.ofClient': incidentsOf,
  'incidents.attention': incidentsToFollowUp,
  'incidents.resolve': resolveIncident,
  'holds.override': overrideHold,
  'notes.content': noteContent,
  'notes.draft': draftNote,
  'notes.save': saveNote,
  'notes.sign': signNote,
  'notes.addendum': addAddendum,
  'notes.get': getNote,
  'notes.ofClient': notesOf,
  'notes.search': searchNotes,
  'notes.unsigned': unsignedNotes,
  'notes.setInError': setNoteInError,
  'notes.cover': coverClient,
  'notes.paper': drawNotePaper,
  'notes.settings': noteSettings,
  'notes.setSettings': setNoteSettings,
  'reflections.get': getReflections,
  'reflections.save': saveReflection,
  'noteTemplates.list': listTemplates,
  'noteTemplates.save': saveTemplate,
  'snippets.list': listSnippets,
  'snippets.save': saveSnippet,
  'snippets.remove': removeSnippet,
  'language.check': checkLanguage,
  'language.settings': languageSettings,
  'language.set': setLanguage,
  'aftercare.content': aftercareContent,
  'aftercare.fits': aftercareFits,
  'aftercare.compose': composeAftercare,
  'releases.prepare': prepareRelease,
  'releases.revoke': revokeRelease,
  'releases.ofClient': releasesOf,
  'releases.permits': permitsSharing,
  'releases.grant': grantRelease,
  'letters.compose': composeLetter,
  'letters.kinds': letterKinds,
  'letters.get': getLetter,
  'letters.ofClient': lettersOf,
  'letters.save': saveLetter,
  'letters.setAside': setLetterAside,
  'letters.preview': previewLetter,
  'letters.finalise': finaliseLetter,
  'letters.handedOver': handLetterOver,
  'letters.fileReply': fileReply,
  'letters.due': lettersDue,
  'letters.draftDue': draftDue,
  'disclosures.record': recordDisclosure,
  'disclosures.ofClient': disclosuresOf,
  'disclosures.paper': drawDisclosures,
  'paper.handouts': listHandouts,
  'paper.handout': drawHandout,
  'paper.record': drawRecord,
  'logo.get': getLogo,
  'logo.set': setLogo,
  'tasks.create': createTask,
  'tasks.change': changeTask,
  'tasks.done': setTaskDone,
  'tasks.list': listTasks,
  'today.get': getToday,
  'waitlist.add': addWaiting,
  'waitlist.change': changeWaiting,
  'waitlist.close': closeWaiting,
  'waitlist.list': listWaiting,
  'waitlist.matches': matchesFor,
  'waitlist.offered': recordOffer,
  'waitlist.freed': freedTimes,
  'waitlist.dismiss': dismissFreed,
  'uploads.begin': beginUpload,
  'uploads.append': appendUpload,
  'uploads.finish': finishUpload,
  'documents.print': printDocument,
  'documents.verify': verifyDocument,
  'documents.file': fileDocument,
  'attachments.ofClient': attachmentsOfClient,
  'attachments.get': getAttachment,
  'attachments.move': moveToClient,
  'attachments.setInError': setPaperInError,
  'attachments.describe': describePaper,
  'paper.blank': drawBlank,
  'profile.formFacts': formFacts,
  'profile.setFormFacts': setFormFacts,
  'profile.content': contentFiles,
  'documents.ofClient': documentsOfClient,
  'documents.get': getDocument,
  'documents.chooseExport': chooseExport,
  'documents.export': exportDocument,
  'audit.list': listAudit,
  'audit.verify': verifyAudit,
  'audit.whoSaw': whoSaw,
  'audit.chooseWhoSawFile': chooseWhoSawFile,
  'audit.saveWhoSaw': saveWhoSaw,
};
