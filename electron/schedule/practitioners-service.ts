import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';
import { inUseFirst, saveOffered } from './offered.ts';
import { allPractitioners, insertPractitioner, replacePractitioner } from './practitioners-repository.ts';

export const listPractitioners = async (
  practice: Practice,
  _input: ParsedInputOf<'practitioners.list'>,
): Promise<OutputOf<'practitioners.list'>> => {
  const practitioners = inUseFirst(await allPractitioners(practice.db));
  return { practitioners, own: practitioners.find(({ keyholderId }) => keyholderId === practice.actor.id)?.id ?? null };
};

/** Whose passphrase a lane goes with is not changed here. */
export const savePractitioner = (
  practice: Practice,
  { details, ...seen }: ParsedInputOf<'practitioners.save'>,
): Promise<OutputOf<'practitioners.save'>> =>
  saveOffered(
    practice,
    {
      what: 'practitioner',
      all: allPractitioners,
      insert: (tx, practitioner) => insertPractitioner(tx, practitioner, practice.now()),
      replace: replacePractitioner,
    },
    { seen, made: (head, before) => ({ ...head, ...details, keyholderId: before?.keyholderId ?? null }) },
  );
