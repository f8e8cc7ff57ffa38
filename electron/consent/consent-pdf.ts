import { Temporal } from 'temporal-polyfill';
import type { BodyChart } from '../../shared/body-chart.ts';
import type { Unprintable } from '../../shared/consent.ts';
import type { ConsentForm, Signer } from '../../shared/consent-form.ts';
import type { Ends } from '../../shared/consent-state.ts';
import { type Answers, partsToReview } from '../../shared/form-answers.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import type { Signature } from '../../shared/signatures.ts';
import { dayIn, type Instant, wallTime, type Zone } from '../../shared/time.ts';
import { type Frame, openFrame, type SignatureBlock } from '../documents/pdf-frame.ts';
import { unprintableIn } from '../documents/printable.ts';
import { drawPart, enteredInAnswer, isSignedPart } from './consent-pdf-answers.ts';
import { dayWords, momentWords, words } from './consent-pdf-words.ts';

/** The form that asks about it itself. */
const electronicRecords = 'electronic-records';

/** Everything that stands on a signed consent; nothing else is asked of the world, so the same input gives the same bytes. */
export type ConsentToPrint = {
  readonly documentId: string;
  readonly chart: BodyChart;
  /** Its texts already filled. */
  readonly form: ConsentForm;
  readonly answers: Answers;
  /** Parts the client wanted to talk about rather than answer. */
  readonly talk: readonly string[];
  readonly signatures: readonly Signature[];
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'practitionerName' | 'credential' | 'licenceWords' | 'paper'>;
  readonly client: {
    readonly legalName: string;
    readonly chosenName: string;
    readonly pronouns: string;
    readonly birthDate: string | null;
  };
  /** When it was completed, and whoever signed last signed. */
  readonly signedAt: Instant;
  readonly zone: Zone;
  readonly appVersion: string;
  /** Hex, or `none` for the first entry. */
  readonly auditHead: string;
  /** When each signature given in hand-over was made; the others are of `signedAt`. */
  readonly handedOverSignedAt: Readonly<Partial<Record<Signer, Instant>>>;
  /** What the client said about reading and signing on a screen, and when; null where they were not asked yet. */
  readonly screen: { readonly way: 'screen' | 'paper'; readonly since: Instant } | null;
  readonly ends: Ends;
  /** Whether the signer agreed to characters being printed in another way. */
  readonly substitutesAgreed: boolean;
};

const nameOf = (consent: ConsentToPrint): string => consent.client.legalName || consent.client.chosenName;

/** Who signed, in letters: client and practitioner as the record has them, everyone else as it was asked. */
const signerName = (consent: ConsentToPrint, { signer, name }: Signature): string => {
  switch (signer) {
    case 'client':
    case 'young_person':
      return nameOf(consent);
    case 'practitioner':
      return consent.practice.practitionerName;
    case 'witness':
    case 'guardian':
    case 'decision_maker':
    case 'observer':
    case 'personal_representative':
      return name;
  }
};

const blockOf = (consent: ConsentToPrint, signature: Signature): SignatureBlock => {
  const name = signerName(consent, signature);
  const { text, zone } = wallTime(consent.handedOverSignedAt[signature.signer] ?? consent.signedAt, consent.zone, words.locale);
  return {
    mark:
      signature.method === 'drawn'
        ? { method: 'drawn', strokes: signature.strokes, width: signature.width, height: signature.height, alt: words.drawnAlt(name) }
        : { method: 'typed', name: signature.name },
    intent: consent.form.intents[signature.signer],
    role: words.roles[signature.signer],
    evidence: [name, signature.method === 'drawn' ? words.drawn : words.typed, text, zone],
  };
};

const drawWho = (frame: Frame, { client, practice, signedAt, zone }: ConsentToPrint): void => {
  const facts: readonly (readonly [string, string])[] = [
    [words.name, client.legalName || client.chosenName],
    [words.called, client.legalName && client.chosenName !== client.legalName ? client.chosenName : ''],
    [words.pronouns, client.pronouns],
    [words.born, client.birthDate ? dayWords(client.birthDate) : ''],
    [words.practitioner, [practice.practitionerName, practice.credential, practice.licenceWords].filter(Boolean).join(', ')],
    [words.completed, momentWords(signedAt, zone)],
  ];
  frame.facts(
    facts.filter(([, value]) => value !== ''),
    'body',
  );
};

/** In words that say the last day it counts. */
const countsWords = ({ form, ends }: ConsentToPrint): string => {
  if (ends.endsOn !== null && ends.endsBy !== null)
    return words.until[ends.endsBy](dayWords(Temporal.PlainDate.from(ends.endsOn).subtract({ days: 1 }).toString()));
  const { kind } = form.validity;
  return kind === 'months' || kind === 'days' || kind === 'visit' ? words.until['until-changed'] : words.until[kind];
};

const screenWords = ({ form, screen, zone }: ConsentToPrint): string => {
  if (form.id === electronicRecords) return words.screenHere;
  if (!screen) return words.screenNotAsked;
  const day = dayWords(dayIn(screen.since, zone));
  return screen.way === 'paper' ? words.screenPaper(day) : words.screenAgreed(day);
};

const drawEvidence = (frame: Frame, consent: ConsentToPrint): void => {
  const { form } = consent;
  const facts: (readonly [string, string])[] = [
    [words.counts, countsWords(consent)],
    [words.screen, screenWords(consent)],
    ...(partsToReview(form, consent.answers).length > 0 ? [[words.review, words.reviewed] as const] : []),
    [words.documentId, consent.documentId],
    [words.form, words.formVersion(form.id, form.version, form.language)],
    [words.shown, form.shownSha256],
    [words.app, words.appVersion(consent.appVersion)],
    [words.auditHead, consent.auditHead],
  ];
  if (unprintableInConsent(consent).length > 0)
    facts.push([words.substitutes, consent.substitutesAgreed ? words.substitutesAgreed : words.substitutesShown]);
  frame.together(() => {
    frame.rule();
    frame.heading(3, words.evidence);
    frame.facts(facts, 'small');
  });
};

/** The PDF of a signed consent. */
export const drawConsent = async (consent: ConsentToPrint): Promise<Uint8Array> => {
  const { form, practice } = consent;
  const frame = await openFrame({
    documentId: consent.documentId,
    title: form.title,
    createdAt: consent.signedAt,
    paper: practice.paper,
    appVersion: consent.appVersion,
    practice: { name: practice.practiceName, address: practice.address },
    foot: { name: nameOf(consent), day: dayWords(dayIn(consent.signedAt, consent.zone)), page: words.page },
  });

  frame.heading(1, form.title);
  if (form.clientTitle !== form.title) frame.lead(form.clientTitle);
  if (form.intro !== '') frame.paragraph(form.intro);
  drawWho(frame, consent);
  for (const element of form.elements.filter((one) => !isSignedPart(consent, one))) drawPart(frame, consent, element);

  const signing = form.elements.filter((one) => isSignedPart(consent, one));
  if (signing.length + consent.signatures.length > 0)
    frame.together(() => {
      for (const element of signing) drawPart(frame, consent, element);
      if (signing.length === 0) frame.heading(2, words.signatures);
      frame.signatures(consent.signatures.map((signature) => blockOf(consent, signature)));
    });
  drawEvidence(frame, consent);
  return frame.finish();
};

const enteredTexts = (consent: ConsentToPrint): readonly (readonly [string, string])[] => {
  const { client, form, practice } = consent;
  const elements = new Map(form.elements.map((element) => [element.id, element]));
  return [
    ...Object.entries({ legalName: client.legalName, chosenName: client.chosenName, pronouns: client.pronouns }).map(
      ([key, text]): [string, string] => [`client.${key}`, text],
    ),
    ...Object.entries(practice).map(([key, text]): [string, string] => [`practice.${key}`, text]),
    ['form.intro', [form.title, form.clientTitle, form.intro].join('\n')],
    ...form.elements.map((element): [string, string] => [`form.${element.id}`, `${element.title}\n${element.text}`]),
    ...Object.entries(consent.answers).map(([id, answer]): [string, string] => [
      `answers.${id}`,
      enteredInAnswer(elements.get(id), answer).join('\n'),
    ]),
    ...consent.signatures.map((signature): [string, string] => [`signature.${signature.signer}`, signature.name]),
  ];
};

/** Each character that will be printed in another way, with the field it stands in: `client.legalName`, `answers.why`, `form.stop` for what was filled into a text. */
export const unprintableInConsent = (consent: ConsentToPrint): readonly Unprintable[] =>
  enteredTexts(consent).flatMap(([where, text]) => unprintableIn(text).map((one) => ({ ...one, where })));
