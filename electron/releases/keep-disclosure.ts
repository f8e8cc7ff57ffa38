import type { Disclosure } from '../../shared/disclosures.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { insertDisclosure } from './disclosures-repository.ts';

export type NewDisclosure = Omit<Disclosure, 'id' | 'recordedAt' | 'recordedBy'>;

/** Keeps what left the practice in the caller's transaction, which also writes the entry of the trail. @returns it as it is kept */
export const keepDisclosure = async (tx: Tx, practice: Practice, left: NewDisclosure): Promise<Disclosure> => {
  const kept = { ...left, id: practice.newId(), recordedAt: practice.now() };
  await insertDisclosure(tx, { ...kept, by: practice.actor.id });
  return { ...kept, recordedBy: practice.actor.name };
};
