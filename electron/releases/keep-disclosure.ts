import type { Disclosure } from '../../shared/disclosures.ts';
import type { Practice, Tx } from '../practice/practice.ts';

export type NewDisclosure = Omit<Disclosure, 'id' | 'recordedAt' | 'recordedBy'>;

/** Keeps what left the practice in the caller's transaction, which also writes the entry of the trail. */
export const keepDisclosure = async (_tx: Tx, _practice: Practice, _left: NewDisclosure): Promise<string> => {
  throw new Error('not built yet');
};
