import fc from 'fast-check';
import type { InputOf } from '../../shared/calls.ts';
import type { ClientDetails } from '../../shared/clients.ts';
import type { Answer } from '../../shared/form-answers.ts';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
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
  })
  .map((typed) => {
    const asKept = (text: string) => text.trim().normalize();
    return {
      ...typed,
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
      return { kind: 'choice', value: element.options[0]?.value ?? '' };
    case 'multi':
      return { kind: 'multi', values: element.options.slice(0, 1).map((option) => option.value) };
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
    default:
      return null;
  }
};

const drawn = Array.from({ length: 60 }, (_, index) => ({ x: 20 + index * 3, y: 40 + 20 * Math.sin(index / 4) }));

/** Everything the form asks, answered, and both signatures: what a finished page sends. */
export const signingOf = (form: ConsentForm, clientId: string, words: SigningWords = {}): Signing => ({
  clientId,
  formId: form.id,
  formVersion: form.version,
  shownSha256: form.shownSha256,
  blanks: {},
  answers: Object.fromEntries(
    form.elements.flatMap((element) => {
      const answer = answerTo(element, form, words);
      return answer ? [[element.id, answer]] : [];
    }),
  ),
  signatures: [
    { signer: 'client', method: 'typed', name: words.typedName ?? 'Łukasz Wren' },
    { signer: 'practitioner', method: 'drawn', strokes: [drawn], width: 300, height: 100 },
  ],
});

export const readySigning = async (vault: Pick<Headless, 'call'>, clientId: string, words: SigningWords = {}): Promise<Signing> => {
  const { forms } = await okOf(vault.call('consent.forms', { clientId }));
  return signingOf(forms[0]!, clientId, words);
};
