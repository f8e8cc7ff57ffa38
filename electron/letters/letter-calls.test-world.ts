import type { PracticeCallName } from '../practice/handlers.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';
import { releaseInputs, releaseParty } from '../releases/release-calls.test-world.ts';
import { draftOf, typed, withBlanksFilled } from './letters.test-world.ts';

/** A good input of every call about releases, letters and what leaves the practice, for the tests that go through all calls. */

export const letterState = async ({ database }: TestWorld['open']): Promise<readonly unknown[]> => [
  await database.selectFrom('release_drafts').selectAll().execute(),
  await database.selectFrom('releases').selectAll().execute(),
  await database.selectFrom('release_events').selectAll().execute(),
  await database.selectFrom('letters').selectAll().execute(),
  await database.selectFrom('letter_previews').selectAll().execute(),
  await database.selectFrom('letter_events').selectAll().execute(),
  await database.selectFrom('disclosures').selectAll().execute(),
  await database.selectFrom('practice_logo').selectAll().execute(),
];

/** Of the practice, or of all its clients at once. */
export const letterActionsOfNoClient: readonly string[] = ['letters-due-opened', 'logo-changed'];

type LetterCall = Extract<
  PracticeCallName,
  | `releases.${string}`
  | `letters.${string}`
  | `disclosures.${string}`
  | 'paper.handouts'
  | 'paper.handout'
  | 'paper.record'
  | `logo.${string}`
>;

/** In this order each finds what those before it left: a letter is begun, written, seen, signed, handed over and answered; then another is begun and set aside. */
export const letterInputs = (world: TestWorld): { readonly [N in LetterCall]: () => unknown } => {
  const party = releaseParty(world);
  const { 'releases.revoke': revoke, ...releases } = releaseInputs(world, party);
  const forClient = async () => ({ clientId: (await party()).clientId });
  const day = (): string => world.now().slice(0, 10);
  const newest = async () => {
    const [letter] = (await world.ok('letters.ofClient', await forClient())).letters;
    return { id: letter?.id ?? '', version: letter?.version ?? 0 };
  };
  const named = async () => ({ id: (await newest()).id });
  return {
    ...releases,
    'letters.kinds': () => ({}),
    'letters.compose': async () => {
      const { clientId, contactId } = await party();
      return { clientId, kindId: 'progress-update', to: { kind: 'contact', contactId } };
    },
    'letters.get': named,
    'letters.save': async () => {
      const { letter } = await world.ok('letters.get', await named());
      return { ...(await newest()), draft: { ...draftOf(letter), document: withBlanksFilled(letter.document) } };
    },
    'letters.preview': async () => ({ ...(await newest()), way: 'read-aloud' }),
    'letters.finalise': async () => ({ ...(await newest()), signature: typed(), looked: true }),
    'letters.handedOver': async () => ({ ...(await named()), on: day(), way: 'by hand through the client' }),
    'letters.fileReply': async () => ({ ...(await named()), on: day(), words: 'Thank you' }),
    'letters.ofClient': forClient,
    'letters.due': () => ({}),
    'letters.draftDue': async () => ({ updates: [await party()] }),
    'letters.setAside': newest,
    'disclosures.record': async () => {
      const { clientId, contactId } = await party();
      const told = {
        on: day(),
        toName: 'Dr. Lee',
        way: 'by phone',
        kinds: ['attendance'],
        what: 'That she came',
        purpose: 'coordinate_care',
      };
      return { clientId, contactId, ...told, basis: 'release' };
    },
    'disclosures.ofClient': forClient,
    'disclosures.paper': forClient,
    'paper.handouts': () => ({}),
    'paper.handout': async () => ({
      ...(await forClient()),
      handoutId: (await world.ok('paper.handouts', {})).handouts[0]?.id ?? '',
    }),
    'paper.record': forClient,
    'logo.get': () => ({}),
    'logo.set': async () => ({ version: (await world.ok('logo.get', {})).version, uploadId: null }),
    'releases.revoke': revoke,
  };
};
