import { openHouse } from '../../electron/practice/house.ts';
import type { Reply } from '../../shared/app-error.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import type { ClientDetails } from '../../shared/clients.ts';
import { chanceFrom } from '../assure/chance.ts';
import { passphrase, profile } from '../assure/trial-records.ts';
import { timed } from './measure.ts';

export const sizeOfPractice = 10_000;

export type Desk = {
  readonly call: <N extends CallName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;
  /** A path in the place of what a person would choose. */
  readonly grant: (grant: string, name: CallName, path: string) => void;
  readonly close: () => Promise<void>;
};

/** The vault in this process, through dispatch; a refusal ends the bench. */
export const openDesk = (folder: string): Desk => {
  const house = openHouse(new Map([['data', folder]]), 'trial', {
    dialog: async () => null,
    announce: () => undefined,
    ended: () => undefined,
  });
  return {
    call: async (name, input) => {
      const reply = (await house.dispatch(name, input)) as Reply<OutputOf<typeof name>>;
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
      return reply.value;
    },
    grant: (grant, name, path) => house.files.grantPath(grant, name, path),
    close: () => house.vault.close(),
  };
};

const given = [
  'Anna',
  'Łukasz',
  'Zoë',
  'Mohammed',
  'Nguyễn',
  'Siobhán',
  'Иван',
  'Ελένη',
  'ياسمين',
  '明',
  'さくら',
  'Müge',
  'Björk',
  'Priya',
  'José',
  'Chidi',
  'Aoife',
  'Noa',
  'Tomás',
  'Ines',
];
const family = [
  'Smith',
  'Kowalski',
  'Garcia',
  'Nguyen',
  "O'Brien",
  'Петров',
  'Παπαδοπούλου',
  'الحداد',
  '王',
  '田中',
  'Yıldız',
  'Guðmundsdóttir',
  'Sharma',
  'Silva',
  'Okafor',
  'Murphy',
  'Cohen',
  'Novák',
  'Brown',
  'Tremblay',
];
const chance = chanceFrom(20_261_123);

/** One of a village of invented people, in the mix of scripts a city practice sees. */
export const inventedClient = (number: number): ClientDetails => {
  const chosenName = `${chance.pick(given)} ${chance.pick(family)}-${number}`;
  const digits = String(4_165_550_000 + number);
  return {
    chosenName,
    legalName: chance.below(4) === 0 ? `${chance.pick(given)} ${chance.pick(family)}` : '',
    pronouns: chance.pick(['', 'she', 'he', 'they']),
    birthDate: `${1940 + chance.below(65)}-0${1 + chance.below(9)}-1${chance.below(10)}`,
    phone: `+1 ${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`,
    email: `client${number}@example.org`,
    contactWishes: chance.pick(['', 'Text only, no voicemail.', 'Please write to my work address.']),
    stopWord: chance.pick(['', 'red', 'pause']),
    stopGesture: 'raised hand',
    voicemail: 'not-asked',
    discreetWords: '',
    language: '',
    emergencyContacts: [],
    guardian: null,
    tags: number % 3 === 0 ? ['evening', chance.pick(['student', 'senior'])] : [],
    custom: {},
  };
};

/** Makes the practice through its own calls, and tells what each of the last thousand saves took. */
export const makeLargePractice = async (
  folder: string,
): Promise<{ readonly desk: Desk; readonly ids: readonly string[]; readonly saves: readonly number[] }> => {
  const desk = openDesk(folder);
  await desk.call('vault.create', { passphrase, profile });
  const ids: string[] = [];
  const saves: number[] = [];
  for (let number = 0; number < sizeOfPractice; number += 1) {
    const client = inventedClient(number);
    saves.push(await timed(async () => ids.push((await desk.call('clients.create', client)).id)));
  }
  return { desk, ids, saves: saves.slice(-1_000) };
};
