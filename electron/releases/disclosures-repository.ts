import { z } from 'zod';
import { type Disclosure, Disclosure as Schema } from '../../shared/disclosures.ts';
import { informationKinds, type Release } from '../../shared/releases.ts';
import type { Reader, Tx } from '../practice/practice.ts';

const Kinds = z.array(z.enum(informationKinds));
const { purpose: Purpose, basis: Basis } = Schema.shape;

export const insertDisclosure = async (tx: Tx, left: Omit<Disclosure, 'recordedBy'> & { readonly by: string }): Promise<void> => {
  await tx
    .insertInto('disclosures')
    .values({
      id: left.id,
      client_id: left.clientId,
      happened_on: left.on,
      at: left.recordedAt,
      by: left.by,
      contact_id: left.contactId,
      to_name: left.toName,
      way: left.way,
      kinds: JSON.stringify(left.kinds),
      what: left.what,
      purpose: left.purpose,
      why: left.why,
      basis: left.basis,
      release_id: left.releaseId,
      basis_words: left.basisWords,
      letter_id: left.letterId,
    })
    .execute();
};

/** Newest first. */
export const disclosuresOfClient = async (db: Reader, clientId: string): Promise<Disclosure[]> => {
  const rows = await db
    .selectFrom('disclosures')
    .innerJoin('keyholders', 'keyholders.id', 'disclosures.by')
    .selectAll('disclosures')
    .select('keyholders.name as recorder')
    .where('client_id', '=', clientId)
    .orderBy('happened_on', 'desc')
    .orderBy('at', 'desc')
    .orderBy('disclosures.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    on: row.happened_on,
    recordedAt: row.at,
    recordedBy: row.recorder,
    contactId: row.contact_id,
    toName: row.to_name,
    way: row.way,
    kinds: Kinds.parse(JSON.parse(row.kinds)),
    what: row.what,
    purpose: Purpose.parse(row.purpose),
    why: row.why,
    basis: Basis.parse(row.basis),
    releaseId: row.release_id,
    basisWords: row.basis_words,
    letterId: row.letter_id,
  }));
};

type WentOut = {
  readonly disclosureId: string;
  readonly releaseId: Release['id'];
  readonly on: string;
  readonly what: string;
  readonly toName: string;
};

export const wentOutUnder = async (db: Reader, clientId: string): Promise<readonly WentOut[]> => {
  const rows = await db
    .selectFrom('disclosures')
    .select(['id', 'release_id', 'happened_on', 'what', 'to_name'])
    .where('client_id', '=', clientId)
    .where('release_id', 'is not', null)
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.flatMap(({ id, release_id, happened_on, what, to_name }) =>
    release_id === null ? [] : [{ disclosureId: id, releaseId: release_id, on: happened_on, what, toName: to_name }],
  );
};
