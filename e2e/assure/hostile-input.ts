import fc from 'fast-check';
import type { InputOf } from '../../shared/calls.ts';
import { type CallName, calls } from '../../shared/calls.ts';
import { type Ids, nearlyGoodHealth } from './hostile-health.ts';
import { nearlyGoodImports } from './hostile-imports-calls.ts';
import { nearlyGoodLetters } from './hostile-letters.ts';
import { nearlyGoodNotes } from './hostile-notes.ts';
import { nearlyGoodPeople } from './hostile-people.ts';
import { nearlyGoodSchedule } from './hostile-schedule.ts';
import { nearlyGoodSessions } from './hostile-sessions.ts';
import { details, profile } from './trial-records.ts';

export const callNames = Object.keys(calls) as CallName[];

export const strangerId = '01a207a2-3366-7916-a111-ef2bf0207186';

/** Nothing here may look like an internal, because replies are searched for those. */
const texts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'x\udfff',
  '\u202e\u200b\ufeff',
  "'; drop table clients;--",
  '%s%n{{x}}',
  '__proto__',
  'constructor',
  '../../../etc/passwd',
  '=HYPERLINK("x")',
  '<img src=x onerror=alert(1)>',
  'e\u0301'.repeat(150),
  'x'.repeat(501),
  'ﷺ'.repeat(200),
  '9999-99-99T99:99:99.999Z',
  '-0001-01-01',
  'Etc/Unknown',
];

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...texts),
  fc.constantFrom<unknown>(null, true, -1, 0, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(...texts).map((text) => JSON.parse(`{${JSON.stringify(text)}:${JSON.stringify(text)}}`)),
);

const answers: InputOf<'handover.answer'>['answers'] = {
  who: { kind: 'agreed' },
  areas: { kind: 'map', areas: { a: 'yes' } },
  why: { kind: 'text', text: 'x' },
  way: { kind: 'choice', value: 'paper', other: 'x' },
  helps: { kind: 'multi', values: ['quiet'], other: '' },
  'expire-date': { kind: 'date', day: '2026-12-31' },
  fresh: { kind: 'spoken', words: 'x', at: '2026-11-23T09:00:00.000Z' },
};
const signatures: InputOf<'consent.sign'>['signatures'] = [
  { signer: 'client', method: 'typed', name: 'x' },
  { signer: 'witness', name: 'x', method: 'drawn', strokes: [[{ x: 1, y: 1 }]], width: 300, height: 100 },
];
const text = { clientTitle: 'x', intro: 'x', elements: [{ id: 'who', title: 'x', text: 'x', options: [{ value: 'x', label: 'x' }] }] };

/** An input of each call that would be taken, save that nothing in it opens, makes or locks a practice. */
export const nearlyGood = (ids: Ids): { readonly [N in CallName]: InputOf<N> } => ({
  'vault.status': {},
  'vault.create': { passphrase: 'short', profile },
  'vault.unlock': { passphrase: '' },
  'vault.recover': { code: 'K7QM2', passphrase: 'another river lantern maple' },
  'vault.changePassphrase': { passphrase: 'wrong', next: 'another river lantern maple' },
  'vault.makeRecoveryKit': { passphrase: 'wrong' },
  'vault.chooseRecoveryKitFile': {},
  'vault.saveRecoveryKit': { fileGrant: 'x' },
  'vault.evidence': {},
  'vault.salvage': { secret: { kind: 'passphrase', text: 'wrong' } },
  'vault.newKey': { passphrase: 'wrong', next: 'another river lantern maple' },
  'vault.touch': {},
  'vault.stopped': { id: '30000000-0000-4000-8000-000000000003', kind: 'stop', ago: 0 },
  'vault.changeLocking': { idleMinutes: 5 },
  'backup.settings': {},
  'backup.chooseFolder': { for: 'list' },
  'backup.changeSettings': { fileGrant: 'x' },
  'backup.run': {},
  'backup.list': { fileGrant: 'x' },
  'backup.verify': { id: 'x' },
  'backup.rehearse': { id: 'x', secret: { kind: 'passphrase', text: 'wrong' } },
  'backup.restore': { id: 'x', secret: { kind: 'passphrase', text: 'wrong' } },
  'security.probes': {},
  'drafts.save': { key: 'new-client', title: 'x', place: '/clients/new', text: '{}' },
  'drafts.get': { key: null },
  'drafts.discard': { key: 'new-client' },
  'audit.list': { clientId: ids.clientId, actions: ['client-opened'], from: '2026-11-01', to: '2026-11-30', before: 9, limit: 20 },
  'audit.verify': {},
  'audit.whoSaw': { clientId: ids.clientId },
  'audit.chooseWhoSawFile': { clientId: ids.clientId },
  'audit.saveWhoSaw': { clientId: ids.clientId, fileGrant: 'x' },
  'vault.lock': { stay: true } as never,
  'profile.get': {},
  'profile.update': { version: 1, details: profile },
  'clients.create': details,
  'clients.update': { id: ids.clientId, version: 1, details },
  'clients.get': { id: ids.clientId },
  'clients.search': { query: 'a' },
  'clients.timeline': { clientId: ids.clientId },
  'clients.archive': { id: ids.clientId, version: 1, archived: true },
  ...nearlyGoodPeople(ids),
  ...nearlyGoodImports(ids),
  'consent.forms': { clientId: ids.clientId },
  'consent.check': { fillingId: ids.fillingId, signatures },
  'consent.sign': { fillingId: ids.fillingId, shownSha256: '0'.repeat(64), signatures },
  'consent.withdraw': { consentId: strangerId, by: 'client', parts: ['why'], words: 'x' },
  'consent.attention': {},
  'handover.begin': {
    clientId: strangerId,
    forms: [{ formId: 'informed-consent', blanks: { techniques: 'x' }, answers: { who: { kind: 'text', text: 'x' } } }],
  },
  'handover.current': {},
  'handover.answer': {
    handoverId: ids.handoverId,
    fillingId: ids.fillingId,
    revision: 0,
    answers,
    talk: ['why'],
    seen: ['who'],
    signatures,
    substitutesAgreed: false,
    page: 1,
  },
  'handover.check': { handoverId: ids.handoverId, fillingId: ids.fillingId },
  'handover.noteRead': { handoverId: ids.handoverId, outcome: 'talk', words: 'x' },
  'handover.pause': { handoverId: ids.handoverId, resting: true },
  'handover.end': { handoverId: ids.handoverId, passphrase: 'wrong' },
  'handover.returned': { clientId: ids.clientId },
  'handover.review': { fillingId: ids.fillingId, reviewed: ['why'] },
  'handover.setAside': { fillingId: strangerId },
  'intake.start': { clientId: strangerId },
  'intake.save': {
    intakeId: ids.intakeId,
    revision: 0,
    changes: {
      's-body-now': { answer: { kind: 'text', text: 'x' }, from: 'paper', discussed: true },
      's-care-team': { answer: { kind: 'contacts', people: [{ name: 'x', role: 'x', phone: '1' }] }, note: 'x', left: false },
      'a-areas': { answer: { kind: 'map', areas: { 'B-TRAP-L': 'yes' }, ceilings: { 'B-TRAP-L': 2 } }, talk: false, inWriting: true },
    },
  },
  'intake.review': { intakeId: ids.intakeId, revision: 0 },
  'intake.ofClient': { clientId: ids.clientId },
  'intake.get': { intakeId: ids.intakeId },
  'intake.paper': { kind: 'filled', intakeId: ids.intakeId },
  'intake.attention': {},
  ...nearlyGoodHealth(ids),
  ...nearlyGoodSchedule(ids),
  ...nearlyGoodSessions(ids),
  ...nearlyGoodNotes(ids),
  ...nearlyGoodLetters(ids),
  'stopSignal.set': { clientId: ids.clientId, version: 1, word: 'amber', gesture: 'A lifted hand' },
  'stopSignal.rehearsed': { clientId: ids.clientId, word: 'amber', gesture: 'A lifted hand' },
  'consentMap.get': { clientId: ids.clientId },
  'consentMap.set': {
    clientId: ids.clientId,
    basedOn: strangerId,
    ceiling: 2,
    areas: { 'B-TRAP-L': { state: 'yes', ceiling: 2 } },
    words: 'x',
  },
  'consentMap.withdraw': { clientId: strangerId, areas: ['B-TRAP-L'], words: 'x' },
  'consentMap.history': { clientId: ids.clientId },
  'consentMap.allowed': { clientId: ids.clientId },
  'consentMap.paper': { clientId: ids.clientId, mapId: null },
  'consentMap.sensitiveAreas': {},
  'consentMap.setSensitiveAreas': { version: 0, turnedOn: ['B-GLUTE-L'], confirmed: false },
  'forms.list': {},
  'forms.get': { formId: 'informed-consent', version: '1.1.0' },
  'forms.edit': { formId: 'informed-consent', basedOn: '1.1.0', kind: 'spelling', note: 'x', text },
  'uploads.begin': { name: 'x.pdf', bytes: 12 },
  'uploads.append': { uploadId: strangerId, index: 0, chunk: 'JVBERi0xLjQK' },
  'uploads.finish': { uploadId: strangerId, sha256: '0'.repeat(64) },
  'profile.formFacts': {},
  'profile.setFormFacts': { version: 0, facts: [{ placeholder: 'regulator_name', words: 'x', checkedOn: '2026-11-01' }] },
  'profile.content': {},
  'documents.print': { id: ids.documentId },
  'documents.verify': { uploadId: strangerId },
  'documents.file': { uploadId: strangerId, clientId: ids.clientId, title: 'x', kind: 'report', paperOn: '2026-11-20', twice: true },
  'attachments.ofClient': { clientId: ids.clientId, kind: 'photo' },
  'attachments.get': { id: ids.documentId },
  'attachments.move': { id: ids.documentId, toClientId: ids.guestId, reason: 'x' },
  'attachments.setInError': { id: ids.documentId, reason: 'x' },
  'attachments.describe': { id: ids.documentId, title: 'x', kind: 'scan', paperOn: null },
  'paper.blank': { formId: 'informed-consent', clientId: ids.clientId },
  'consent.fileScan': {
    clientId: ids.clientId,
    documentId: ids.documentId,
    formId: 'fees-cancellation',
    formVersion: '1.1.0',
    shownSha256: 'a'.repeat(64),
    signedOn: '2026-11-20',
    answers,
    signers: [{ signer: 'client', name: 'x' }],
    seenName: 'x',
  },
  'consent.ofClient': { clientId: ids.clientId },
  'documents.ofClient': { clientId: ids.clientId },
  'documents.get': { id: ids.documentId },
  'documents.chooseExport': { id: ids.documentId },
  'documents.export': { id: ids.documentId, fileGrant: 'x' },
});

export type Path = readonly (string | number)[];

/** Every place in an input, itself included. */
export const pathsOf = (value: unknown, at: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))]
    : [at];

/** The input with something else in one place. */
export const replaced = (value: unknown, [key, ...rest]: Path, by: unknown): unknown => {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((inner, index) => (index === Number(key) ? replaced(inner, rest, by) : inner));
  const entries = Object.entries(value as object).map(([name, inner]) => [name, name === key ? replaced(inner, rest, by) : inner] as const);
  return Object.fromEntries(entries);
};

const withExtra = (value: unknown, key: string, extra: unknown): unknown =>
  JSON.parse(
    `${JSON.stringify(value).replace(/\}$/, '')}${Object.keys(value as object).length ? ',' : ''}${JSON.stringify(key)}:${JSON.stringify(extra)}}`,
  );

/** Anything, a good input with one place made bad, or a good input with something more in it. */
export const hostileInput = (good: unknown): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 1, arbitrary: hostileValue },
    { weight: 5, arbitrary: fc.tuple(fc.constantFrom(...pathsOf(good)), hostileValue).map(([path, by]) => replaced(good, path, by)) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...texts), hostileValue).map(([key, extra]) => withExtra(good, key, extra)) },
  );
