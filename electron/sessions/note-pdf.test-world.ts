import { emptyValue, type NoteValue } from '../../shared/note-values.ts';
import type { Note } from '../../shared/notes.ts';
import { areasHere, areasShown } from '../consent/areas-here.ts';
import { clinicalContent } from '../practice/practice.test-world.ts';
import type { NoteToPrint } from './note-pdf-paper.ts';
import { filledIn } from './note-world.test-world.ts';

/** A note of an invented client, as it goes on paper. */

const content = clinicalContent();

/** Fields that are answered without words. */
const wordless = Object.fromEntries(
  content.notes.fields.filter(({ type }) => !/text|quotes|list|choice.time/.test(type)).map(({ id }) => [id, { text: '' }]),
);

export const values = (more: Readonly<Record<string, Partial<NoteValue>>> = {}): Note['values'] => ({
  ...filledIn(content.notes, {
    ...wordless,
    'visit.end': { text: '', time: '10:10' },
    'consent.map': { text: '', areas: { 'B-TRAP-L': 'yes', 'B-TRAP-R': 'yes', 'B-NECK': 'ask', 'F-FACE': 'no' } },
    'p.limits': { areas: { 'B-NECK': 'no' } },
    's.pain_start': { text: '', number: 'declined' },
    ...more,
  }),
  'custom.sleep': { ...emptyValue, number: 3, after: 6 },
  'custom.cups': { ...emptyValue, number: 2 },
  'custom.side': { ...emptyValue, choice: 'Left' },
  'custom.own': { ...emptyValue, text: 'Asked for the blue blanket.' },
});

export const note: Note = {
  id: '0193a5c2-7b1e-7c3d-8a4f-00000000000a',
  clientId: '0193a5c2-7b1e-7c3d-8a4f-00000000000b',
  chosenName: 'Maya Rivera',
  authorId: '0193a5c2-7b1e-7c3d-8a4f-00000000000c',
  authorName: 'Łucja Nowak',
  sessionId: '0193a5c2-7b1e-7c3d-8a4f-00000000000d',
  startedAt: '2026-11-23T14:05:00.000Z',
  on: '2026-11-23',
  writtenOn: '2026-11-23',
  format: 'SOAP',
  state: 'signed',
  revision: 7,
  savedAt: '2026-11-23T15:50:00.000Z',
  signedAt: '2026-11-23T15:58:07.000Z',
  templateId: null,
  values: values(),
  custom: [
    { id: 'sleep', label: 'Sleep', kind: 'scale', required: false, options: [], low: 'none', high: 'all night' },
    { id: 'cups', label: 'Cups of water', kind: 'number', required: false, options: [], low: '', high: '' },
    { id: 'side', label: 'Side they turned to', kind: 'choice', required: false, options: ['Left', 'Right'], low: '', high: '' },
    { id: 'own', label: 'Own wishes', kind: 'text', required: false, options: [], low: '', high: '' },
  ],
  kept: [],
  signed: {
    at: '2026-11-23T15:58:07.000Z',
    byName: 'Łucja Nowak',
    documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
    sha256: 'ab'.repeat(32),
    method: 'typed',
    late: false,
  },
  addenda: [],
  reviews: [],
  inError: null,
  movedFrom: null,
  isOwn: true,
};

export const paper: NoteToPrint = {
  documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
  title: 'Session note',
  content: content.notes,
  edition: content.notes.edition,
  note,
  client: { legalName: 'Maya Rivera Ortega', chosenName: 'Maya Rivera', birthDate: '1991-03-14' },
  practice: {
    practiceName: 'Quiet Hands Bodywork',
    address: '12 Elm Street, Toronto',
    practitionerName: 'Łucja Nowak',
    credential: 'registered massage therapist',
    licenceWords: 'registration number 12345',
    paper: 'letter',
  },
  chart: content.chart,
  places: areasShown(areasHere(content, 'CA-ON', new Set())),
  worked: ['B-TRAP-L', 'B-TRAP-R'],
  signature: { signer: 'practitioner', method: 'typed', name: 'Łucja Nowak' },
  sha256: 'ab'.repeat(32),
  asOf: '2026-11-23T15:58:07.000Z',
  zone: 'America/Toronto',
  appVersion: '0.1.0',
  auditHead: '9f'.repeat(32),
  substitutesAgreed: false,
};

/** The same with other words of the note. */
export const withNote = (more: Partial<Note>): NoteToPrint => ({ ...paper, note: { ...note, ...more } });

/** As it is before it is signed. */
export const draft: NoteToPrint = {
  ...withNote({ state: 'draft', signed: null, signedAt: null }),
  title: 'Session note, DRAFT',
  signature: null,
  sha256: null,
};
