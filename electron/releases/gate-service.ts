import type { ParsedInputOf } from '../../shared/calls.ts';
import type { Verdict } from '../../shared/releases.ts';
import type { Practice, Reader } from '../practice/practice.ts';

/** What the gate says of something about to go to this contact; inside a transaction it sees what that does. */
export const verdictFor = async (_practice: Practice, _db: Reader, _asked: ParsedInputOf<'releases.permits'>): Promise<Verdict> => {
  throw new Error('not built yet');
};
