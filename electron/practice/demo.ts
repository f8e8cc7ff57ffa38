import type { Reply } from '../../shared/app-error.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { type Answers, partsToReview } from '../../shared/form-answers.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import { demoPassphrase } from '../../shared/vault.ts';
import type { Dispatch } from './dispatch.ts';

/** The demo practice, made through the same door as a real one. Everybody in it is invented; numbers are reserved for fiction (555 01xx). */

const profile: ProfileDetails = {
  practiceName: 'Alder Room (demo)',
  address: '12 Mill Lane, Guelph, Ontario N1H 1A1',
  practitionerName: 'Hana Lindqvist',
  credential: 'registered massage therapist',
  licenceWords: 'registration number 12345',
  place: 'CA-ON',
  zone: 'America/Toronto',
  paper: 'letter',
};

type Person = readonly [
  chosenName: string,
  pronouns: string,
  birthDate: string | null,
  reach: string,
  stopWord: string,
  stopGesture: string,
  wish: string,
];

const people: readonly Person[] = [
  ['Maya Rosario', 'she/her', '1992-03-14', '416 555 0142', 'amber', 'a lifted hand', 'Text only, no voicemail'],
  [
    'Noor Abadi',
    'they/them',
    '1998-11-02',
    '416 555 0118',
    'river',
    'two taps on the table',
    'Mail is fine, no practice name in the subject',
  ],
  ['Daniel Kowalczyk', 'he/him', '1979-06-21', '519 555 0103', 'red', 'a lifted hand', ''],
  ['Łucja Żak', 'she/her', '1986-01-30', 'lucja@example.org', 'stop', 'a squeezed ball', 'Calls after five'],
  ['Priya Sharma', 'she/her', '1990-08-09', '416 555 0177', '', '', ''],
  ['Ellis Warner', 'he/they', '1971-12-05', '905 555 0160', 'pause', 'an open palm', 'No calls at work'],
  ['Nguyễn Thị Ánh', 'she/her', '1995-04-18', 'anh@example.org', '', '', ''],
  ['李文静', 'he/him', '1983-07-27', '416 555 0131', '', '', ''],
  ['مريم حسن', 'she/her', '1988-10-12', '416 555 0189', '', '', 'Text in English'],
  ['Théodora Vasquez-O’Brien', 'she/her', '1969-02-17', '519 555 0124', '', '', ''],
  ['Bea', '', null, '', '', '', 'No contact between visits'],
  ['Søren Ægidius Thorvaldsen', 'he/him', '1955-09-01', 'soren@example.org', '', '', ''],
];

const signedBy: readonly string[] = ['Maya Rosario', 'Łucja Żak'];

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => [...word][0] ?? '')
    .join('');

const answersTo = (form: ConsentForm, name: string): Answers =>
  Object.fromEntries(
    form.elements.flatMap((element): [string, Answers[string]][] => {
      switch (element.capture) {
        case 'text':
          return [[element.id, { kind: 'text', text: 'Driving on the motorway again without my shoulders climbing to my ears' }]];
        case 'map':
          return [
            [
              element.id,
              {
                kind: 'map',
                areas: {
                  'B-TRAP-L': 'yes',
                  'B-TRAP-R': 'yes',
                  'F-FOREARM-L': 'yes',
                  'F-FOREARM-R': 'yes',
                  'F-PALM-L': 'yes',
                  'F-PALM-R': 'yes',
                  'B-NECK': 'ask',
                },
              },
            ],
          ];
        case 'choice':
          return [[element.id, { kind: 'choice', value: element.options[element.id === 'contact-level' ? 2 : 0]?.value ?? '', other: '' }]];
        case 'initial':
          return [[element.id, { kind: 'initials', initials: initialsOf(name) }]];
        case 'confirm':
          return [[element.id, { kind: 'agreed' }]];
        default:
          return [];
      }
    }),
  );

type Ask = <N extends CallName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;

/** As in the room: the client fills and signs while the screen is theirs, the practitioner reads it through and signs after. */
const signInHandOver = async (ask: Ask, clientId: string, form: ConsentForm, name: string): Promise<void> => {
  await ask('handover.begin', { clientId, forms: [{ formId: form.id }] });
  const { id: handoverId, fillings } = await ask('handover.current', {});
  const [filling] = fillings;
  if (!filling) return;
  const given = {
    answers: answersTo(form, name),
    talk: [],
    seen: form.elements.map((element) => element.id),
    signatures: [{ signer: 'client' as const, method: 'typed' as const, name }],
    substitutesAgreed: false,
    page: 0,
  };
  await ask('handover.answer', { ...given, handoverId, fillingId: filling.id, revision: filling.revision });
  await ask('handover.end', { handoverId, passphrase: demoPassphrase });
  await ask('handover.review', { fillingId: filling.id, reviewed: [...partsToReview(form, given.answers)] });
  await ask('consent.sign', {
    fillingId: filling.id,
    shownSha256: form.shownSha256,
    signatures: [{ signer: 'practitioner', method: 'typed', name: profile.practitionerName }],
  });
};

export const makeDemo = async (dispatch: Dispatch): Promise<void> => {
  const ask = async <N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const reply = (await dispatch(name, input)) as Reply<OutputOf<N>>;
    if (!reply.ok) throw new Error(`the demo could not be made: ${name}`);
    return reply.value;
  };
  await ask('vault.create', { passphrase: demoPassphrase, profile });
  for (const [chosenName, pronouns, birthDate, reach, stopWord, stopGesture, contactWishes] of people) {
    const byMail = reach.includes('@');
    const client = await ask('clients.create', {
      chosenName,
      legalName: '',
      pronouns,
      birthDate,
      phone: byMail ? '' : reach,
      email: byMail ? reach : '',
      contactWishes,
      stopWord,
      stopGesture,
    });
    if (!signedBy.includes(chosenName)) continue;
    const form = (await ask('consent.forms', { clientId: client.id })).forms.find((one) => one.id === 'informed-consent');
    if (!form) continue;
    await signInHandOver(ask, client.id, form, chosenName);
  }
};
