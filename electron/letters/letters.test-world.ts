import type { CallName, InputOf } from '../../shared/calls.ts';
import type { LetterDocument } from '../../shared/letter-document.ts';
import { inlinesOf } from '../../shared/letter-document.ts';
import type { Letter, LetterDraft, OpenLetter } from '../../shared/letters.ts';
import { informationKinds, sharingPurposes } from '../../shared/releases.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';
import { type Chosen, okafor, permission, type ReleaseWorld } from '../releases/releases.test-world.ts';
import { closed, type Sitting } from '../sessions/closed.test-world.ts';
import { minute, second, sitting } from '../sessions/session.test-world.ts';

/** A client with sessions, somebody outside they let us write to, and letters as the desk writes them. */

export const typed = (name = 'Hana Lindqvist') => ({ signer: 'practitioner', method: 'typed', name }) as const;

export const draftOf = ({ document, facts, purpose, exception, part2, clientNamed }: Letter): LetterDraft => ({
  document,
  facts,
  purpose,
  exception,
  part2,
  clientNamed,
});

/** Every kind of information for every purpose: what is left out of a test is named in it. */
export const everything: Partial<Chosen> = {
  kinds: informationKinds.filter((kind) => kind !== 'score_totals' && kind !== 'score_answers'),
  purposes: sharingPurposes.filter((purpose) => purpose !== 'other'),
};

/** One visit with a block of two minutes; a minute before and after it. */
export const visited = async (made: Sitting, more: { readonly before?: number; readonly after?: number; readonly stop?: boolean } = {}) => {
  const { world, start, arrived, did, block, now } = made;
  await start();
  await arrived(more.before ?? 5);
  world.later(minute);
  await did('block-started', block({}, ['later-block-minutes']));
  world.later(2 * minute);
  if (more.stop) {
    await did('stop', {});
    world.later(second);
    await did('hands-off', {});
  } else await did('hands-lifted', { reason: 'planned' });
  world.later(minute);
  await did('checked-in', { distress: more.after ?? 2, pain: null, words: '', sensations: [] });
  await closed(made);
  return now().id;
};

export const writingLetters = async (given: Partial<Chosen> | null = everything) => {
  const made = await sitting();
  const { world, clientId } = made;
  const { id: contactId } = await world.ok('contacts.create', okafor);
  const people: ReleaseWorld = { world, clientId, contactId };
  const release = given === null ? null : await permission(people, given);
  const begun = (more: Partial<InputOf<'letters.compose'>> = {}): Promise<OpenLetter> =>
    world.ok('letters.compose', { clientId, kindId: 'progress-update', to: { kind: 'contact', contactId }, ...more });
  return { ...made, people, contactId, release, begun, ...deskOf(world) };
};

/** Calls about one letter, as whoever has it on the screen makes them. */
export const deskOf = (world: TestWorld) => {
  const saved = (open: OpenLetter, more: Partial<LetterDraft> = {}): Promise<OpenLetter> =>
    world.ok('letters.save', { id: open.letter.id, version: open.letter.version, draft: { ...draftOf(open.letter), ...more } });
  const filled = (open: OpenLetter): Promise<OpenLetter> => saved(open, { document: withBlanksFilled(open.letter.document) });
  const seen = ({ letter: { id, version } }: OpenLetter): Promise<OpenLetter> =>
    world.ok('letters.preview', { id, version, way: 'read-here' });
  const finalising = ({ letter: { id, version } }: OpenLetter): InputOf<'letters.finalise'> => ({
    id,
    version,
    signature: typed(),
    looked: true,
  });
  const final = async (open: OpenLetter): Promise<OpenLetter> => world.ok('letters.finalise', finalising(await seen(await filled(open))));
  return { saved, filled, seen, finalising, final };
};

/** Somebody typed into every blank. */
export const withBlanksFilled = (document: LetterDocument): LetterDocument =>
  document.map((block) =>
    block.type === 'paragraph'
      ? {
          ...block,
          content: block.content.map((inline) =>
            inline.type === 'field' && inline.value === '' ? { ...inline, value: `words of ${inline.name}`, typed: true as const } : inline,
          ),
        }
      : block,
  );

/** What stands in a blank. */
export const inBlank = ({ letter }: OpenLetter, name: string): string | undefined => {
  const field = inlinesOf(letter.document).find((inline) => inline.type === 'field' && inline.name === name);
  return field?.type === 'field' ? field.value : undefined;
};

/** What a refusal says: `letter-unfilled`, `conflict`; or `done`. */
export const refusal = async <N extends CallName>(world: TestWorld, name: N, input: InputOf<N>): Promise<string> => {
  const reply = await world.call(name, input);
  if (reply.ok) return 'done';
  if (reply.error.code === 'unexpected') throw new Error(world.incidents.map(String).join(' '));
  return reply.error.code === 'refused'
    ? reply.error.reason
    : reply.error.code === 'not-found'
      ? `no ${reply.error.what}`
      : reply.error.code;
};
