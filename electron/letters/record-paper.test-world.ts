import type { InputOf } from '../../shared/calls.ts';
import { factsFilled, handOver } from '../consent/consent.test-world.ts';
import { paperInput } from '../consent/file-scan.test-world.ts';
import { pngOf } from '../documents/pictures.test-world.ts';
import { sent } from '../documents/uploads.test-world.ts';
import { goneThrough } from '../intake/gone-through.test-world.ts';
import { screened } from '../intake/health.test-world.ts';
import { clientDetails, testPassphrase } from '../practice/practice.test-world.ts';
import { okafor } from '../releases/releases.test-world.ts';
import { service, wish } from '../schedule/schedule.test-world.ts';
import { closed, saw } from '../sessions/closed.test-world.ts';
import { filledIn, draftOf as noteDraftOf } from '../sessions/note-world.test-world.ts';
import { eventId, minute } from '../sessions/session.test-world.ts';
import { typed, writingLetters } from './letters.test-world.ts';

/** A client of whom the record holds something of everything, each with words that stand nowhere else. */

type Made = Awaited<ReturnType<typeof writingLetters>>;

const intakeKept = async ({ world, clientId }: Made): Promise<void> => {
  const { id: intakeId, revision } = await world.ok('intake.start', { clientId });
  const changes: InputOf<'intake.save'>['changes'] = {
    's-body-now': { answer: { kind: 'text', text: 'My left knee clicks' }, from: 'practitioner', note: 'Said it with a smile' },
    's-what-helps': { answer: { kind: 'multi', values: ['feet_down', 'other'], other: 'Humming low' }, from: 'paper' },
  };
  await world.ok('intake.save', { intakeId, revision, changes });
  await goneThrough(world, clientId);
};

const healthKept = async ({ world, clientId, contactId }: Made): Promise<void> => {
  await screened(world, clientId, { migraine: 'yes', 'bleeding-disorder': 'not_sure' });
  await world.ok('suitability.save', { clientId, questionId: 'g7', outcome: 'not_sure', words: 'Some nights, she said' });
  const [crisis] = (await world.ok('crisis.open', {})).crises;
  if (crisis)
    await world.ok('crisis.acknowledge', {
      crisisId: crisis.id,
      findingIds: crisis.found.map(({ findingId }) => findingId),
      words: 'Rang the line together',
    });
  const { findings } = await world.ok('health.findings', { clientId });
  const bleeding = findings.find(({ item }) => item.id === 'bleeding-disorder');
  if (!bleeding) throw new Error('nothing was found');
  const clearance = await world.ok('clearance.request', {
    clientId,
    findingIds: [bleeding.id],
    contactId,
    of: 'Dr. S. Okafor',
    way: 'phone',
    question: 'May the calves be held?',
    askedOn: '2026-11-23',
  });
  await world.ok('clearance.record', {
    clearanceId: clearance.id,
    receivedOn: '2026-11-24',
    from: 'Dr. S. Okafor',
    way: 'letter',
    outcome: 'cleared',
    scope: { areas: ['B-CALF-L'], ceiling: 2, minutes: 30, words: 'Lying on the side' },
    endsOn: '2027-02-01',
    words: 'Nothing firm, please',
  });
  const medicine = { clientId, id: null, version: 0, name: 'Apixaban', match: 'class', classId: 'anticoagulant', areas: null } as const;
  await world.ok('medicines.match', { ...medicine, note: 'Since the spring' });
  const change = await world.ok('health.changed', { clientId, changed: true, words: 'A new cough' });
  await world.ok('health.settle', { changeId: change.id, words: 'It is a cold' });
  await world.ok('health.changed', { clientId, changed: false });
};

const visitsKept = async (made: Made): Promise<void> => {
  const { world, clientId, start, arrived, did, block } = made;
  await start();
  await arrived(5);
  world.later(minute);
  await did('block-started', block({}, ['later-block-minutes']));
  world.later(minute);
  await did('stop', {});
  world.later(1_500);
  await did('hands-off', {});
  await did('seen', saw({ dissociation: 'D3', signs: ['no answer when asked'], words: 'Looked through me' }));
  await closed(made, { left: 'With her sister, by taxi' });
  const { holds } = await world.ok('incidents.ofClient', { clientId });
  await world.ok('holds.override', { holdId: holds[0]?.id ?? '', reason: 'Talked on the phone' });
};

/** One that is signed, with an addendum and as the client read it; and one that was a mistake. */
const notesKept = async ({ world, clientId }: Made): Promise<void> => {
  const begun = () => world.ok('notes.draft', { clientId, sessionId: null, on: '2026-11-24' });
  const { id: noteId, revision, ...rest } = await begun();
  const values = filledIn(await world.ok('notes.content', {}));
  const saved = await world.ok('notes.save', { noteId, revision, note: { ...noteDraftOf({ id: noteId, revision, ...rest }), values } });
  const { id: handover } = await world.open.database.selectFrom('handovers').select('id').executeTakeFirstOrThrow();
  const review = { handover_id: handover, revision: saved.revision, at: world.now(), outcome: 'read', words: 'Yes, just like that' };
  await world.open.database
    .insertInto('note_reviews')
    .values({ ...review, id: world.open.newId(), note_id: noteId })
    .execute();
  await world.ok('notes.sign', { noteId, revision: saved.revision, signature: typed() });
  await world.ok('notes.addendum', { noteId, id: eventId(), reason: 'Left out', text: 'Her gloves stayed on' });
  await world.ok('notes.setInError', { noteId: (await begun()).id, reason: 'Begun twice', toClientId: null });
};

const daysKept = async ({ world, clientId }: Made): Promise<void> => {
  const { id: serviceId } = await world.ok('services.save', { id: null, version: 0, details: service });
  const { id: roomId } = await world.ok('rooms.save', { id: null, version: 0, details: { name: 'Garden room', note: '', active: true } });
  const practitionerId = (await world.ok('practitioners.list', {})).own ?? '';
  const when = { clientId, practitionerId, roomId, serviceId, time: '10:00', minutes: 60, before: 0, after: 15, price: 9_000 };
  await world.ok('appointments.book', { ...when, day: '2026-12-01', note: 'Side door, please' });
  const { appointment } = await world.ok('appointments.book', { ...when, day: '2026-12-08', note: '' });
  const { id, version } = appointment;
  await world.ok('appointments.cancel', { id, version, as: 'late-cancelled', reason: 'other', words: 'The bus broke down', fee: 4_500 });
  await world.ok('waitlist.add', { clientId, details: { ...wish, serviceId, weekdays: [2], note: 'Any Tuesday early' } });
  const task = { note: '', dueOn: null, clientId, audience: 'clinical' } as const;
  await world.ok('tasks.create', { ...task, title: 'Ask how the knee is' });
  const done = await world.ok('tasks.create', { ...task, title: 'Send the leaflet', note: 'The green one' });
  await world.ok('tasks.done', { id: done.id, version: done.version, done: true });
};

const sharingKept = async (made: Made): Promise<void> => {
  const { world, clientId, contactId, begun, final } = made;
  await world.ok('careTeam.set', { clientId, contactId, role: 'therapist', note: 'Sees her on Fridays' });
  const letter = await final(await begun());
  await world.ok('letters.handedOver', { id: letter.letter.id, on: '2026-11-24', way: 'By post', words: 'In a blue envelope' });
  await world.ok('letters.fileReply', { id: letter.letter.id, on: '2026-11-24', words: 'Thank you, noted' });
  await begun();
  await world.ok('disclosures.record', {
    clientId,
    on: '2026-11-24',
    contactId: null,
    toName: 'Paramedic Reyes',
    way: 'In person',
    kinds: ['attendance'],
    what: 'That she had been here',
    purpose: 'safety',
    basis: 'emergency',
    basisWords: 'She had fainted outside',
  });
};

/** What ended, and what is only made ready. */
const endedKept = async ({ world, clientId, release }: Made): Promise<void> => {
  const { consents } = await world.ok('consent.ofClient', { clientId });
  const consent = consents.find(({ formId }) => formId === 'informed-consent');
  const consentId = consent?.id ?? '';
  await world.ok('consent.withdraw', { consentId, by: 'client', parts: ['clothing'], words: 'My coat stays on' });
  await world.ok('releases.revoke', { id: release?.id ?? '', why: 'event', by: 'client', words: '' });
  const { id: contactId } = await world.ok('contacts.create', { ...okafor, name: 'Harbour House', phone: '', anyway: true });
  await world.ok('releases.prepare', { clientId, contactId, direction: 'from' });
};

const furtherKept = async ({ world, clientId }: Made): Promise<void> => {
  const details = { label: 'Referred by', kind: 'text' as const, options: [], inUse: true };
  const { id: fieldId } = await world.ok('customFields.save', { id: null, version: 0, details });
  const client = await world.ok('clients.get', { id: clientId });
  const { id, version, createdAt: _, updatedAt: __, archivedAt: ___, inError: ____, stopRehearsedAt: _____, ...before } = client;
  const further = {
    emergencyContacts: [{ name: 'Luis Rosario', relation: 'brother', phone: '416 555 0199' }],
    tags: ['Evenings'],
    custom: { [fieldId]: 'Marisol from the choir' },
  };
  await world.ok('clients.update', { id, version, details: { ...before, ...further } });
};

/** A report that came from the files of somebody else, one that went to them, a photo that is not theirs, and a form signed by hand. */
const papersKept = async ({ world, clientId }: Made): Promise<void> => {
  const { id: other } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Ines Ferreira' });
  const file = async (width: number, of: string, title: string, more: Partial<InputOf<'documents.file'>> = {}): Promise<string> =>
    (await world.ok('documents.file', { uploadId: await sent(world, pngOf(width, 1)), clientId: of, title, ...more })).id;
  const report = await file(1, other, 'Letter of the clinic', { kind: 'report', paperOn: '2026-11-03' });
  await world.ok('attachments.move', { id: report, toClientId: clientId, reason: 'Put with the wrong Rosario' });
  const away = await file(2, clientId, 'Not hers');
  await world.ok('attachments.move', { id: away, toClientId: other, reason: 'Scanned in the same pile' });
  const named = await file(5, clientId, 'Scan of March');
  await world.ok('attachments.describe', { id: named, title: 'Referral of the clinic', kind: 'referral', paperOn: '2026-03-02' });
  const photo = await file(3, clientId, 'A photo', { kind: 'photo' });
  await world.ok('attachments.setInError', { id: photo, reason: 'Somebody else stands on it' });
  await factsFilled(world);
  const form = (await world.ok('consent.forms', { clientId })).forms.find(({ id }) => id === 'fees-cancellation');
  if (!form) throw new Error('the form is not offered');
  const documentId = await file(4, clientId, 'Fees, signed by hand');
  await world.ok('consent.fileScan', { ...paperInput({ clientId, documentId, form }), seenName: 'Hana L., in person' });
};

/** Marked as entered in error by mistake, and a second record of the same person that became part of it. */
const recordsKept = async ({ world, clientId }: Made): Promise<void> => {
  const mark = async (inError: boolean, reason: string): Promise<void> => {
    const { version } = await world.ok('clients.get', { id: clientId });
    await world.ok('clients.markError', { clientId, version, inError, reason });
  };
  await mark(true, 'Thought to be twice');
  world.later(1_000);
  await mark(false, 'It was the other');
  const { id: mergeId } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Maja Rosario', phone: '', birthDate: null });
  const pair = { keepId: clientId, mergeId };
  const { keepRevision, mergeRevision, differing } = await world.ok('clients.mergePreview', pair);
  const fields = differing.map((field) => ({ field, from: 'keep' as const }));
  await world.ok('clients.merge', { ...pair, keepRevision, mergeRevision, fields, reason: 'Written down twice' });
};

/** Everything is kept, and a form was given back that waits for the practitioner. */
export const wholeRecord = async (): Promise<Made> => {
  const made = await writingLetters();
  const { world, clientId } = made;
  await recordsKept(made);
  for (const keep of [intakeKept, sharingKept, visitsKept, notesKept, healthKept, daysKept, furtherKept, papersKept]) await keep(made);
  await endedKept(made);
  const { version } = await world.ok('clients.get', { id: clientId });
  await world.ok('stopSignal.set', { clientId, version, word: 'lighthouse', gesture: 'a lifted hand' });
  await world.ok('consentMap.withdraw', { clientId, areas: ['B-NECK'], words: 'Not my neck any more' });
  const { id: handoverId } = await handOver(world, clientId, { formId: 'electronic-records', area: null, blanks: {}, answers: {} });
  await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
  return made;
};
