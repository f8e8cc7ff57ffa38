import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Practice } from '../practice/practice.ts';
import { linesOf } from './letter-line.ts';
import { keptLetter, kindOf, seenLetter } from './letter-view.ts';
import { lettersOfClient } from './letters-repository.ts';

export const letterKinds = async ({ content }: Practice, _: ParsedInputOf<'letters.kinds'>): Promise<OutputOf<'letters.kinds'>> => ({
  kinds: content.letters.items.map(kindOf),
  transport: content.letters.transport,
});

export const getLetter = async (practice: Practice, { id }: ParsedInputOf<'letters.get'>): Promise<OutputOf<'letters.get'>> =>
  seenLetter(practice, await keptLetter(practice.db, id));

export const lettersOf = async (
  practice: Practice,
  { clientId }: ParsedInputOf<'letters.ofClient'>,
): Promise<OutputOf<'letters.ofClient'>> => {
  await getClient(practice, { id: clientId });
  return { letters: await linesOf(practice, await lettersOfClient(practice.db, clientId)) };
};
