import { Temporal } from 'temporal-polyfill';
import type { Reply } from '../../shared/app-error.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import type { Signature } from '../../shared/signatures.ts';
import { type CalendarDay, dayIn, type Zone } from '../../shared/time.ts';
import { demoPassphrase } from '../../shared/vault.ts';
import { type Ask, chose, type DemoVisit, inWords, keepVisit } from './demo-forms.ts';
import { demoHealth, keepHealth } from './demo-health.ts';
import { demoIntakes, keepIntake } from './demo-intake.ts';
import { keepSharing } from './demo-letters.ts';
import { keepNotes } from './demo-notes.ts';
import { keepSchedule } from './demo-schedule.ts';
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
  ['Søren Ægidius Thorvaldsen', 'he/him', '1955-09-01', 'soren@example.org', 'pause', 'a raised finger', ''],
];

/** Fifteen years old, whatever the day; the next birthday is three months away. */
const juno = 'Juno Okafor';
const bornFifteenYearsBefore = (day: CalendarDay): CalendarDay =>
  Temporal.PlainDate.from(day).subtract({ years: 15 }).add({ months: 3 }).toString();

const hana: Signature = { signer: 'practitioner', method: 'typed', name: profile.practitionerName };
const informed = { formId: 'informed-consent' };
const onScreen = [{ formId: 'electronic-records' }, informed];
const byScreen = { way: chose('screen'), copy: chose('later') };

const visits: readonly DemoVisit[] = [
  { name: 'Maya Rosario', forms: onScreen, answers: byScreen, outcome: 'signed' },
  { name: 'Łucja Żak', forms: [informed], outcome: 'signed' },
  { name: 'Nguyễn Thị Ánh', forms: [informed], outcome: 'signed' },
  {
    name: 'Daniel Kowalczyk',
    forms: [
      informed,
      {
        formId: 'release-of-information',
        blanks: {
          release_from: 'Hana Lindqvist, Alder Room (demo)',
          release_to: 'Dr. S. Okafor, psychologist, Riverside Clinic, 4 Bridge Street, Guelph',
        },
      },
    ],
    answers: { from: inWords('Hana Lindqvist, Alder Room (demo)'), to: inWords('Dr. S. Okafor, psychologist, Riverside Clinic') },
    outcome: { takenBack: 'informed-consent', parts: ['clothing'], words: 'I would rather stay dressed from now on' },
  },
  { name: 'Søren Ægidius Thorvaldsen', forms: onScreen, answers: byScreen, talk: ['why', 'areas'], outcome: 'waits' },
  {
    name: juno,
    forms: [{ formId: 'minor-consent' }],
    others: [{ signer: 'guardian', method: 'typed', name: 'Adaeze Okafor' }],
    answers: { 'guardian-authority': inWords('Her mother. We share the decision with her father, who agrees.') },
    outcome: 'signed',
  },
];

/** The practice's own words in its forms: the examples of the content, said to be checked on the day the demo is made. */
const fillFacts = async (ask: Ask, today: CalendarDay): Promise<void> => {
  const { version, facts } = await ask('profile.formFacts', {});
  await ask('profile.setFormFacts', {
    version,
    facts: facts.map(({ placeholder, example, needsCheck }) => ({ placeholder, words: example, checkedOn: needsCheck ? today : null })),
  });
};

const arrive = async (ask: Ask, [chosenName, pronouns, birthDate, reach, stopWord, stopGesture, contactWishes]: Person) => {
  const byMail = reach.includes('@');
  return ask('clients.create', {
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
};

/** `zone`: where the practice is in a trial; else where its address is. */
export const makeDemo = async (dispatch: Dispatch, zone: Zone = profile.zone): Promise<void> => {
  const ask: Ask = async <N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const reply = (await dispatch(name, input)) as Reply<OutputOf<N>>;
    if (!reply.ok) throw new Error(`the demo could not be made: ${name}`);
    return reply.value;
  };
  await ask('vault.create', { passphrase: demoPassphrase, profile: { ...profile, zone } });
  const clients: Client[] = [];
  for (const person of people) clients.push(await arrive(ask, person));
  const today = dayIn(clients[0]?.createdAt ?? '', zone);
  clients.push(await arrive(ask, [juno, 'she/her', bornFifteenYearsBefore(today), '', 'stop', 'a squeezed hand', 'Through her mother']));

  await fillFacts(ask, today);
  const named = (name: string): Client | undefined => clients.find((one) => one.chosenName === name);
  for (const intake of demoIntakes) {
    const client = named(intake.name);
    if (client) await keepIntake(ask, client.id, intake);
  }
  for (const visit of visits) {
    const client = named(visit.name);
    if (client) await keepVisit(ask, client.id, visit, hana);
  }
  for (const health of demoHealth) {
    const client = named(health.name);
    if (client) await keepHealth(ask, client.id, health);
  }
  await keepSharing(ask, clients, { today, signature: hana });
  await keepSchedule(ask, clients, { today, zone });
  await keepNotes(ask, clients, { today, signature: hana });
};
