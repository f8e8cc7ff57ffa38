import type { CallName } from '../../shared/calls.ts';
import type { PracticeCallName } from '../practice/handlers.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';
import { releaseInputs, releaseParty } from '../releases/release-calls.test-world.ts';

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

/** In this order each finds what those before it left. */
export const letterInputs = (world: TestWorld): { readonly [N in LetterCall]: () => unknown } => {
  const party = releaseParty(world);
  const { 'releases.revoke': revoke, ...releases } = releaseInputs(world, party);
  return {
    ...releases,
    ...(Object.fromEntries(
      (
        [
          'letters.kinds',
          'letters.compose',
          'letters.get',
          'letters.save',
          'letters.preview',
          'letters.finalise',
          'letters.handedOver',
          'letters.fileReply',
          'letters.ofClient',
          'letters.due',
          'letters.draftDue',
          'letters.setAside',
          'disclosures.record',
          'disclosures.ofClient',
          'disclosures.paper',
          'paper.handouts',
          'paper.handout',
          'paper.record',
          'logo.get',
          'logo.set',
        ] satisfies CallName[]
      ).map((name) => [name, () => ({})]),
    ) as { readonly [N in Exclude<LetterCall, `releases.${string}`>]: () => unknown }),
    'releases.revoke': revoke,
  };
};
