import { type ClientDetails, nothingFurther } from '../../shared/clients.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import type { Answers } from '../../shared/form-answers.ts';
import type { Signature } from '../../shared/signatures.ts';
import { installation } from '../practice/installation.ts';
import { clientDetails, profileDetails } from '../practice/practice.test-world.ts';
import { areasHere, areasShown } from './areas-here.ts';
import type { ConsentToPrint } from './consent-pdf.ts';
import { loadClinicalContent } from './form-content.ts';
import { prepareForm } from './prepare-form.ts';

/** Forms of the clinical content, filled and signed by invented people. */

const content = loadClinicalContent(installation().clinical, () => undefined);

const client: ClientDetails = { ...nothingFurther, ...clientDetails, chosenName: 'Maya Rivera', legalName: 'Maya Rivera Ortega' };

/** A form as this client would read it, its blanks filled with their examples. */
export const formWith = (id: string, place = 'CA-ON'): ConsentForm => {
  const written = content.consents.items.find((one) => one.id === id);
  if (!written) throw new Error(`there is no form ${id}`);
  const words = Object.fromEntries(Object.entries(content.consents.placeholders).map(([name, { example }]) => [name, example]));
  const areas = areasShown(areasHere(content, place, new Set()));
  return prepareForm(written, content, { profile: { ...profileDetails, place }, client, words, blanks: words, areas, area: null });
};

export const form = formWith('informed-consent');
export const answers: Answers = {
  why: { kind: 'text', text: 'My shoulders, and sleeping through the night.\nZażółć gęślą jaźń.' },
  areas: { kind: 'map', areas: { 'B-TRAP-L': 'yes', 'B-TRAP-R': 'yes', 'F-SCALP': 'ask', 'F-FACE': 'no' } },
  'contact-level': { kind: 'choice', value: 'C2', other: '' },
  clothing: { kind: 'choice', value: 'undressed_covered', other: '' },
  feelings: { kind: 'initials', initials: 'MR' },
  stop: { kind: 'initials', initials: 'MR' },
  silence: { kind: 'initials', initials: 'MR' },
  screen: { kind: 'initials', initials: 'MR' },
  questions: { kind: 'agreed' },
  voluntary: { kind: 'agreed' },
};
export const drawn: Extract<Signature, { method: 'drawn' }> = {
  signer: 'client',
  name: '',
  method: 'drawn',
  strokes: [
    [
      { x: 20, y: 80 },
      { x: 200, y: 20 },
      { x: 380, y: 90 },
    ],
  ],
  width: 400,
  height: 150,
};
export const typed: Extract<Signature, { method: 'typed' }> = { signer: 'practitioner', method: 'typed', name: 'Łucja Nowak' };

export const consent: ConsentToPrint = {
  documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
  chart: content.chart,
  form,
  answers,
  talk: [],
  signatures: [drawn, typed],
  practice: {
    practiceName: 'Quiet Hands Bodywork',
    address: '12 Elm Street, Toronto',
    practitionerName: 'Łucja Nowak',
    credential: 'registered massage therapist',
    licenceWords: 'registration number 12345',
    paper: 'letter',
  },
  client: { legalName: 'Maya Rivera Ortega', chosenName: 'Maya Rivera', pronouns: 'she/her', birthDate: '1991-03-14' },
  signedAt: '2026-11-23T15:58:07.000Z',
  zone: 'America/Toronto',
  appVersion: '0.1.0',
  auditHead: '9f'.repeat(32),
  handedOverSignedAt: { client: '2026-11-23T15:51:30.000Z' },
  screen: { way: 'screen', since: '2026-11-20T15:00:00.000Z' },
  ends: { endsOn: '2027-11-23', endsBy: 'period' },
  substitutesAgreed: false,
};
