import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { canonicalCard, cardOf } from './safety-card.ts';
import { insertReading, newestReadingOf } from './safety-card-repository.ts';

/** @throws Refused not-found client */
export const safetyCard = async (practice: Practice, { clientId }: ParsedInputOf<'safety.card'>): Promise<OutputOf<'safety.card'>> => {
  const card = await cardOf(practice, clientId);
  const { sha256 } = canonicalCard(card);
  return { card, sha256, asOf: practice.now(), acknowledged: await newestReadingOf(practice.db, { clientId, sha256 }) };
};

export const acknowledgeCard = async (
  practice: Practice,
  { clientId, sha256 }: ParsedInputOf<'safety.acknowledge'>,
): Promise<OutputOf<'safety.acknowledge'>> => {
  const outside = { ...practice };
  const [id, at, by] = [practice.newId(), practice.now(), practice.actor];
  await practice.write(async (tx) => {
    // Told anew in the transaction that keeps it: nothing comes between what is compared and what is kept.
    const now = canonicalCard(await cardOf({ ...outside, db: tx }, clientId));
    if (now.sha256 !== sha256) throw new Refusal('card-changed');
    await insertReading(tx, { id, clientId, sha256, card: now.json, at, by: by.id });
    await recordAudit(tx, practice, { clientId, recordId: id });
  });
  practice.changed('safety');
  return { clientId, at, by: by.name };
};
