import type { AreaState, Signer } from '../../shared/consent-form.ts';
import { type Instant, wallTime, type Zone } from '../../shared/time.ts';

/** What a signed consent says beside the words of its form. */
export const words = {
  /** Day before month, so that a date cannot be read two ways. */
  locale: 'en-GB',
  page: (page: number, of: number) => `page ${page} of ${of}`,
  name: 'Name',
  called: 'Called',
  pronouns: 'Pronouns',
  born: 'Date of birth',
  practitioner: 'Practitioner',
  completed: 'Completed',
  answer: {
    initial: 'Agreed, with initials',
    choice: 'Choice',
    multi: 'Choices',
    text: 'In their own words',
    date: 'Day',
    spoken: (moment: string) => `Said aloud, ${moment}`,
    upload: 'Paper filed',
    scale: 'From 0 to 10',
    contacts: 'People',
  },
  ofTen: (value: number) => `${value} of 10`,
  nobody: 'Nobody',
  writtenByPractitioner: 'Written by the practitioner',
  byPractitioner: (label: string) => (label === '' ? 'By the practitioner' : `${label}, by the practitioner`),
  agreed: 'I agree',
  declined: 'I’d rather not say',
  talk: 'I’d rather talk about it',
  unanswered: 'Not answered',
  notAsked: 'Not asked',
  nothingChosen: 'None of these',
  option: (label: string, other: string) => `${label}: ${other}`,
  paper: (title: string, documentId: string) => (title === '' ? documentId : `${title}\n${documentId}`),
  areas: { yes: 'In', ask: 'Ask me each time', no: 'Out' } satisfies Record<AreaState, string>,
  atMost: (label: string, level: string) => `${label}, at most “${level}”`,
  otherAreasOut: 'Every other area is out.',
  allAreasOut: 'Every area is out.',
  notOffered: 'Not offered by this practice, and out',
  signatures: 'Signatures',
  roles: {
    client: 'Client',
    practitioner: 'Practitioner',
    witness: 'Witness',
    guardian: 'Guardian',
    young_person: 'Young person',
    decision_maker: 'Decides for the client',
    observer: 'Observer',
    personal_representative: 'Personal representative',
  } satisfies Record<Signer, string>,
  drawn: 'Drawn on this screen',
  typed: 'Typed on this screen',
  drawnAlt: (name: string) => `Signature of ${name}, drawn by hand`,
  evidence: 'About this document',
  counts: 'Counts',
  until: {
    period: (day: string) => `Until the end of ${day}, or until it is taken back`,
    birthday: (day: string) => `Until the end of ${day}, the day before the next birthday, or until it is taken back`,
    date: (day: string) => `Until the end of ${day}, the day set in this form, or until it is taken back`,
    visit: (day: string) => `On ${day} only, or until it is taken back`,
    once: 'Once, for what this form allows, or until it is taken back',
    'until-changed': 'Until it is replaced, or until it is taken back',
    dated: 'Until what this form names has happened, or until it is taken back',
    'at-once': 'At once',
  },
  review: 'Read through',
  reviewed: 'Every answer was read through with the client, item by item, before this document was completed',
  screen: 'On a screen',
  screenAgreed: (day: string) => `The client agreed on ${day} to read and sign on a screen`,
  screenPaper: (day: string) => `Filled on a screen; the client has asked for paper since ${day}`,
  screenHere: 'The client is asked about it in this form',
  screenNotAsked: 'The client has not been asked about it in a form of its own yet',
  documentId: 'Document',
  form: 'Form',
  formVersion: (id: string, version: string, language: string) => `${id}, version ${version}, language ${language}`,
  shown: 'SHA-256 of the text shown',
  app: 'Made with',
  appVersion: (version: string) => `Stillpoint ${version}`,
  auditHead: 'Audit trail before it',
  substitutes: 'Characters',
  substitutesAgreed:
    'Some characters have no printed form here. What stands for them in square brackets was shown before signing and agreed to.',
  substitutesShown: 'Some characters have no printed form here. The name or number of each stands in square brackets.',
};

const days = new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export const dayWords = (day: string): string => days.format(new Date(`${day}T00:00:00Z`));

/** Wall time with its zone, so that it can be read anywhere. */
export const momentWords = (instant: Instant, zone: Zone): string => {
  const there = wallTime(instant, zone, words.locale);
  return `${there.text}, ${there.zone}`;
};
