import type { Unprintable } from '../../shared/consent.ts';
import type { AreaState, ConsentForm, FormElement, Signer } from '../../shared/consent-form.ts';
import type { Answer, Answers } from '../../shared/form-answers.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import type { Signature } from '../../shared/signatures.ts';
import { dayIn, type Instant, wallTime, type Zone } from '../../shared/time.ts';
import { type Frame, openFrame, type SignatureBlock } from '../documents/pdf-frame.ts';
import { unprintableIn } from '../documents/printable.ts';

/** Everything that stands on a signed consent; nothing else is asked of the world, so the same input gives the same bytes. */
export type ConsentToPrint = {
  readonly documentId: string;
  /** Its texts already filled. */
  readonly form: ConsentForm;
  readonly answers: Answers;
  readonly signatures: readonly Signature[];
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'practitionerName' | 'credential' | 'licenceWords' | 'paper'>;
  readonly client: {
    readonly legalName: string;
    readonly chosenName: string;
    readonly pronouns: string;
    readonly birthDate: string | null;
  };
  readonly signedAt: Instant;
  readonly zone: Zone;
  readonly appVersion: string;
  /** Hex, or `none` for the first entry. */
  readonly auditHead: string;
  /** When the signatures given in hand-over were made; the others are of `signedAt`. */
  readonly handedOverSignedAt: Instant | null;
  /** When the client agreed to sign on a screen; null where they were not asked yet. */
  readonly screenAgreedAt: Instant | null;
  /** Whether the signer agreed to characters being printed in another way. */
  readonly substitutesAgreed: boolean;
};

const words = {
  /** Day before month, so that a date cannot be read two ways. */
  locale: 'en-GB',
  page: (page: number, of: number) => `page ${page} of ${of}`,
  name: 'Name',
  called: 'Called',
  pronouns: 'Pronouns',
  born: 'Date of birth',
  practitioner: 'Practitioner',
  signedOn: 'Signed',
  answer: {
    initial: 'Agreed, with initials',
    choice: 'Choice',
    multi: 'Choices',
    text: 'In their own words',
    date: 'Day',
    spoken: 'Said aloud',
    upload: 'Paper filed',
  },
  agreed: 'I agree',
  declined: 'I’d rather not say',
  unanswered: 'Not answered',
  nothingChosen: 'None of these',
  areas: { yes: 'In', ask: 'Ask me each time', no: 'Out' } satisfies Record<AreaState, string>,
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

const dayWords = (day: string): string =>
  new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const labelsOf = (element: FormElement, values: readonly string[]): readonly string[] =>
  element.options.filter(({ value }) => values.includes(value)).map(({ label }) => label);

const drawAreas = (frame: Frame, form: ConsentForm, areas: Readonly<Record<string, AreaState>>): void => {
  const groups = (['yes', 'ask', 'no'] as const).map((state) => ({
    title: words.areas[state],
    labels: form.areas.filter(({ code }) => areas[code] === state).map(({ label }) => label),
  }));
  const marked = groups.filter(({ labels }) => labels.length > 0);
  const listed = ({ title, labels }: (typeof groups)[number]): void => {
    frame.heading(3, title);
    frame.list(labels);
  };
  for (const group of marked.slice(0, -1)) listed(group);
  // What is said of the rest does not begin a page by itself.
  frame.together(() => {
    for (const group of marked.slice(-1)) listed(group);
    frame.answer('', marked.length > 0 ? words.otherAreasOut : words.allAreasOut);
  });
  const notOffered = form.areas.filter(({ offered }) => !offered).map(({ label }) => label);
  if (notOffered.length === 0) return;
  frame.heading(3, words.notOffered);
  frame.list(notOffered);
};

type AnswerWords = { readonly label: string; readonly text: string; readonly own?: boolean };

const answerWords = (element: FormElement, answer: Exclude<Answer, { kind: 'map' }>): AnswerWords => {
  switch (answer.kind) {
    case 'agreed':
      return { label: '', text: words.agreed };
    case 'initials':
      return { label: words.answer.initial, text: answer.initials };
    case 'choice':
      return { label: words.answer.choice, text: labelsOf(element, [answer.value]).join('\n') };
    case 'multi':
      return { label: words.answer.multi, text: labelsOf(element, answer.values).join('\n') || words.nothingChosen };
    case 'text':
      return { label: words.answer.text, text: answer.text, own: true };
    case 'date':
      return { label: words.answer.date, text: dayWords(answer.day) };
    case 'spoken':
      return { label: words.answer.spoken, text: answer.words, own: true };
    case 'upload':
      return { label: words.answer.upload, text: `${answer.title} (${answer.documentId})` };
    case 'declined':
      return { label: '', text: words.declined };
  }
};

const drawAnswer = (frame: Frame, form: ConsentForm, element: FormElement, answer: Answer): void => {
  if (answer.kind === 'map') {
    drawAreas(frame, form, answer.areas);
    return;
  }
  const { label, text, own } = answerWords(element, answer);
  frame.answer(label, text, own);
};

const takesAnswer = (element: FormElement): boolean => !['display', 'system', 'signature'].includes(element.capture);

const drawElement = (frame: Frame, consent: ConsentToPrint, element: FormElement): void => {
  frame.heading(2, element.title);
  const answer = consent.answers[element.id];
  if (element.text !== '') frame.paragraph(element.text, takesAnswer(element) || answer !== undefined);
  if (answer) drawAnswer(frame, consent.form, element, answer);
  else if (takesAnswer(element)) frame.answer('', words.unanswered);
};

const nameOf = (consent: ConsentToPrint): string => consent.client.legalName || consent.client.chosenName;

const blockOf = (consent: ConsentToPrint, signature: Signature): SignatureBlock => {
  const { practice } = consent;
  const isClient = signature.signer === 'client';
  const name = isClient ? nameOf(consent) : practice.practitionerName;
  const { text, zone } = wallTime(consent.signedAt, consent.zone, words.locale);
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
  const signed = wallTime(signedAt, zone, words.locale);
  const facts: readonly (readonly [string, string])[] = [
    [words.name, client.legalName || client.chosenName],
    [words.called, client.legalName && client.chosenName !== client.legalName ? client.chosenName : ''],
    [words.pronouns, client.pronouns],
    [words.born, client.birthDate ? dayWords(client.birthDate) : ''],
    [words.practitioner, [practice.practitionerName, practice.credential, practice.licenceWords].filter(Boolean).join(', ')],
    [words.signedOn, `${signed.text}, ${signed.zone}`],
  ];
  frame.facts(
    facts.filter(([, value]) => value !== ''),
    'body',
  );
};

const drawEvidence = (frame: Frame, consent: ConsentToPrint): void => {
  const { form } = consent;
  const facts: (readonly [string, string])[] = [
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
  for (const element of form.elements.filter(({ capture }) => capture !== 'signature')) drawElement(frame, consent, element);

  frame.together(() => {
    const signing = form.elements.filter(({ capture }) => capture === 'signature');
    for (const element of signing) drawElement(frame, consent, element);
    if (signing.length === 0) frame.heading(2, words.signatures);
    frame.signatures(consent.signatures.map((signature) => blockOf(consent, signature)));
  });
  drawEvidence(frame, consent);
  return frame.finish();
};

const enteredTexts = (consent: ConsentToPrint): readonly (readonly [string, string])[] => {
  const { client, practice } = consent;
  return [
    ...Object.entries({ legalName: client.legalName, chosenName: client.chosenName, pronouns: client.pronouns }).map(
      ([key, text]): [string, string] => [`client.${key}`, text],
    ),
    ...Object.entries(practice).map(([key, text]): [string, string] => [`practice.${key}`, text]),
    ...consent.form.elements.map((element): [string, string] => [`form.${element.id}`, element.text]),
    ...Object.entries(consent.answers).flatMap(([id, answer]): [string, string][] => {
      if (answer.kind === 'text') return [[`answers.${id}`, answer.text]];
      return answer.kind === 'initials' ? [[`answers.${id}`, answer.initials]] : [];
    }),
    ...consent.signatures.flatMap((signature): [string, string][] =>
      signature.method === 'typed' ? [[`signature.${signature.signer}`, signature.name]] : [],
    ),
  ];
};

/** Each character that will be printed in another way, with the field it stands in: `client.legalName`, `answers.why`, `form.stop` for what was filled into a text. */
export const unprintableInConsent = (consent: ConsentToPrint): readonly Unprintable[] =>
  enteredTexts(consent).flatMap(([where, text]) => unprintableIn(text).map((one) => ({ ...one, where })));
