import { readFileSync } from 'node:fs';
import { ConsentForm } from '../../shared/consent-form.ts';
import type { Answers } from '../../shared/form-answers.ts';
import type { Signature } from '../../shared/signatures.ts';
import type { ConsentToPrint } from './consent-pdf.ts';

/** The informed consent of the clinical content, filled and signed by invented people. */

const clinical = (file: string) => JSON.parse(readFileSync(new URL(`../../resources/clinical/${file}`, import.meta.url), 'utf8'));

type WrittenElement = ConsentForm['elements'][number] & { readonly model_text: string; readonly allow_declined?: boolean };
type WrittenArea = ConsentForm['areas'][number] & { readonly consent_tier: string };

/** The form as it stands in the clinical content, its blanks filled with their examples. */
const informedConsent = (): ConsentForm => {
  const { items, placeholders } = clinical('consents.json');
  const [written] = items;
  const example = (name: string): string =>
    (Array.isArray(placeholders) ? placeholders.find((one) => Object.values(one).includes(name)) : placeholders[name])?.example ?? name;
  const areas: readonly WrittenArea[] = clinical('body-areas.json').items;
  return ConsentForm.parse({
    id: written.id,
    version: written.version,
    language: 'en',
    title: written.title,
    clientTitle: written.client_title,
    intro: written.intro,
    elements: written.elements.map(
      ({ id, title, model_text, capture, asks, required, allow_declined, options, signers }: WrittenElement) => ({
        id,
        title,
        text: model_text.replace(/\{\{(\w+)\}\}/g, (_: string, name: string) => example(name)),
        capture,
        asks,
        required,
        allowDeclined: allow_declined ?? false,
        options: options ?? [],
        signers: signers ?? [],
      }),
    ),
    areas: areas
      .filter(({ consent_tier }) => consent_tier !== 'written_specific')
      .map(({ code, label, view, region, consent_tier }) => ({ code, label, view, region, offered: consent_tier !== 'not_offered' })),
    unfilled: [],
    intents: { client: 'By signing I say yes to what this form says.', practitioner: 'By signing I say that I explained this form.' },
    shownSha256: '5b'.repeat(32),
  });
};

export const form = informedConsent();
export const answers: Answers = {
  why: { kind: 'text', text: 'My shoulders, and sleeping through the night.\nZażółć gęślą jaźń.' },
  areas: { kind: 'map', areas: { 'B-TRAP-L': 'yes', 'B-TRAP-R': 'yes', 'F-SCALP': 'ask', 'F-FACE': 'no' } },
  'contact-level': { kind: 'choice', value: 'C2' },
  clothing: { kind: 'choice', value: 'undressed_covered' },
  feelings: { kind: 'initials', initials: 'MR' },
  stop: { kind: 'initials', initials: 'MR' },
  silence: { kind: 'initials', initials: 'MR' },
  screen: { kind: 'initials', initials: 'MR' },
  questions: { kind: 'agreed' },
  voluntary: { kind: 'agreed' },
};
export const drawn: Extract<Signature, { method: 'drawn' }> = {
  signer: 'client',
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
  form,
  answers,
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
  intents: form.intents,
  substitutesAgreed: false,
};
