import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { canonicalCard, cardOf } from './safety-card.ts';
import { insertReading, newestReadingOf } from './safety-card-repository.ts';

/** @throws Refused not-found client */
export const safetyCard = async (practice: Practice, { clientId }: ParsedInputOf<'safety.card'>): Promise<OutputOf<'safety.card'>> => {
  const card = await cardOf(practice, clientId);
  const { sha256 } = canonicalCard(card);
  return { card, sha256, asOf: practice.now(), acknowledged: await newestReadingOf(practice.db, { clientId, sha256 }) };
};

type Read = { readonly clientId: string; readonly sha256: string };

/** In the transaction that keeps it, from a practice that reads in it: nothing comes between what is compared and what is kept. @throws Refusal card-changed */
export const readCard = async (tx: Tx, reading: Practice, { clientId, sha256 }: Read): Promise<string> => {
  const [id, at] = [reading.newId(), reading.now()];
  const now = canonicalCard(await cardOf(reading, clientId));
  if (now.sha256 !== sha256) throw new Refusal('card-changed');
  await insertReading(tx, { id, clientId, sha256, card: now.json, at, by: reading.actor.id });
  await recordAudit(tx, reading, { clientId, recordId: id }, 'safety-card-acknowledged');
  return at;
};

export const acknowledgeCard = async (
  practice: Practice,
  { clientId, sha256 }: ParsedInputOf<'safety.acknowledge'>,
): Promise<OutputOf<'safety.acknowledge'>> => {
  const outside = { ...practice };
  const at = await practice.write((tx) => readCard(tx, { ...outside, db: tx }, { clientId, sha256 }));
  practice.changed('safety');
  return { clientId, at, by: practice.actor.name };
};
