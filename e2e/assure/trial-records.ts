import fc from 'fast-check';
import type { InputOf } from '../../shared/calls.ts';
import type { ClientDetails } from '../../shared/clients.ts';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { type Answer, partsToReview } from '../../shared/form-answers.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import { type Headless, okOf } from './headless-process.ts';

export const passphrase = 'river lantern seven maple';

export const profile: ProfileDetails = {
  practiceName: 'Quiet Room',
  address: '14 Elm Street, Guelph',
  practitionerName: 'Ana Day',
  credential: 'registered massage therapist',
  licenceWords: 'registration number 12345',
  place: 'CA-ON',
  zone: 'America/Toronto',
  paper: 'letter',
};

export const details: ClientDetails = {
  chosenName: 'Łukasz Wren',
  legalName: 'Łukasz Jan Wren',
  pronouns: 'he',
  birthDate: '1991-03-14',
  phone: '+1 416 555 0101',
  email: 'lukasz@example.org',
  contactWishes: 'Text only, no voicemail.',
  stopWord: 'red',
  stopGesture: 'raised hand',
  voicemail: 'no',
  discreetWords: 'Say that Ana called.',
  language: 'Polish, some English',
  emergencyContacts: [{ name: 'Zofia Wren', relation: 'sister', phone: '+1 416 555 0102' }],
  guardian: { name: 'Jan Wren', relation: 'father', phone: '+1 416 555 0103', email: 'jan@example.org' },
  tags: ['evening'],
  custom: {},
};

/** Words of every script, marks, controls and halves of characters: whatever can be typed or pasted into a line. */
const line = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength }),
    fc.string({ unit: 'binary', maxLength }),
    fc.constantFrom("Robert'); drop table clients;--", '\u202eright to left', 'a\u0000b', '=1+1', '../../etc', '\u0065\u0301', 'ﷺ', ' '),
  );

/** Details the contract takes, in the form it gives them back: trimmed, NFC. */
export const anyDetails: fc.Arbitrary<ClientDetails> = fc
  .record({
    chosenName: line(40),
    legalName: line(40),
    pronouns: line(12),
    birthDate: fc.option(fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(-days * 86_400_000).toISOString().slice(0, 10))),
    phone: line(20),
    email: fc.constantFrom('', 'a@b', 'jörg@bücher.example'),
    contactWishes: line(60),
    stopWord: line(10),
    stopGesture: line(20),
    voicemail: fc.constantFrom(...(['not-asked', 'yes', 'no'] as const)),
    discreetWords: line(40),
    language: line(12),
    others: fc.array(line(30), { maxLength: 4 }),
    guardian: fc.option(line(30)),
    // In the order they are given back.
    tags: fc.subarray(['evening', 'Über zwölf', 'VIP']),
  })
  .map(({ others, guardian, ...typed }) => {
    const asKept = (text: string) => text.trim().normalize();
    const person = (words: string) => ({ name: asKept(`n${words}`), relation: asKept(words), phone: '' });
    return {
      ...typed,
      custom: {},
      discreetWords: asKept(typed.discreetWords),
      language: asKept(typed.language),
      emergencyContacts: others.map(person),
      guardian: guardian === null ? null : { ...person(guardian), email: '' },
      chosenName: asKept(`n${typed.chosenName}`),
      legalName: asKept(typed.legalName),
      pronouns: asKept(typed.pronouns),
      phone: asKept(typed.phone),
      contactWishes: asKept(typed.contactWishes),
      stopWord: asKept(typed.stopWord),
      stopGesture: asKept(typed.stopGesture),
    };
  });

type Signing = InputOf<'consent.sign'>;
export type SigningWords = { readonly text?: string; readonly initials?: string; readonly typedName?: string };

const answerTo = (element: FormElement, form: ConsentForm, words: SigningWords): Answer | null => {
  switch (element.capture) {
    case 'confirm':
      return { kind: 'agreed' };
    case 'initial':
      return { kind: 'initials', initials: words.initials ?? 'LW' };
    case 'choice':
      return { kind: 'choice', value: element.options[0]?.value ?? '', other: '' };
    case 'multi':
      return { kind: 'multi', values: element.options.slice(0, 1).map((option) => option.value), other: '' };
    case 'text':
      return { kind: 'text', text: words.text ?? 'Shoulders and sleep.' };
    case 'map':
      return {
        kind: 'map',
        areas: Object.fromEntries(
          form.areas
            .filter((area) => area.offered)
            .slice(0, 6)
            .map((area) => [area.code, 'yes']),
        ),
      };
    case 'scale':
      return { kind: 'scale', value: 4 };
    case 'contacts':
      return { kind: 'contacts', people: [{ name: words.text ?? 'Jo Wren', role: words.text ?? 'sister', phone: words.text ?? '1' }] };
    default:
      return null;
  }
};

const drawn = Array.from({ length: 60 }, (_, index) => ({ x: 20 + index * 3, y: 40 + 20 * Math.sin(index / 4) }));

/** Everything the form asks, answered, and signed by the client: what the handed-over page sends. */
export const filledIn = (form: ConsentForm, words: SigningWords = {}) => ({
  answers: Object.fromEntries(
    form.elements.flatMap((element) => {
      const answer = element.by === 'client' ? answerTo(element, form, words) : null;
      return answer ? [[element.id, answer]] : [];
    }),
  ),
  talk: [],
  seen: form.elements.map((element) => element.id),
  signatures: form.elements.some((element) => element.signers.includes('client'))
    ? [{ signer: 'client' as const, method: 'typed' as const, name: words.typedName ?? 'Łukasz Wren' }]
    : [],
  substitutesAgreed: false,
  page: 0,
});

type Caller = Pick<Headless, 'call'>;
export type HandedOver = { readonly handoverId: string; readonly fillingId: string; readonly revision: number; readonly form: ConsentForm };

/** The screen is with the client, who has answered nothing yet. */
export const handOver = async (vault: Caller, clientId: string, formId = 'informed-consent'): Promise<HandedOver> => {
  const { handoverId } = await okOf(vault.call('handover.begin', { clientId, forms: [{ formId }] }));
  const filling = (await okOf(vault.call('handover.current', {}))).fillings[0]!;
  return { handoverId, fillingId: filling.id, revision: filling.revision, form: filling.form };
};

/** Filled in by the client, taken back and read through: what the practitioner's last page sends. Each can be signed once. */
export const readySigning = async (vault: Caller, clientId: string, words: SigningWords = {}, secret = passphrase): Promise<Signing> => {
  const { handoverId, fillingId, revision, form } = await handOver(vault, clientId);
  const given = filledIn(form, words);
  await okOf(vault.call('handover.answer', { ...given, handoverId, fillingId, revision }));
  await okOf(vault.call('handover.end', { handoverId, passphrase: secret }));
  await okOf(vault.call('handover.review', { fillingId, reviewed: [...partsToReview(form, given.answers)] }));
  return {
    fillingId,
    shownSha256: form.shownSha256,
    signatures: [{ signer: 'practitioner', method: 'drawn', strokes: [drawn], width: 300, height: 100 }],
    acceptSubstitutes: true,
  };
};

/** An intake that is open: begun by the practitioner, its other part filled by the client and taken in. */
export const openIntake = async (vault: Caller, clientId: string, words: SigningWords = {}, secret = passphrase): Promise<string> => {
  const { id: intakeId } = await okOf(vault.call('intake.start', { clientId }));
  const changes = { 's-medicines': { answer: { kind: 'text', text: words.text ?? 'none' }, note: words.text ?? 'x' } } as const;
  await okOf(vault.call('intake.save', { intakeId, revision: 0, changes }));
  const { handoverId, fillingId, revision, form } = await handOver(vault, clientId, 'safe-intake');
  await okOf(vault.call('handover.answer', { ...filledIn(form, words), handoverId, fillingId, revision }));
  await okOf(vault.call('handover.end', { handoverId, passphrase: secret }));
  return intakeId;
};
