import type { Practice, Tx } from '../practice/practice.ts';
import { insertWithdrawal, type KeptConsent, type NewConsent } from './consent-repository.ts';
import { takeBackAll, takeBackPlaces, takeBackWaiting } from './places-taken-back.ts';
import { formsStoppedBy, placesTakenBackBy, takenBackBy } from './signed-withdrawal.ts';
import { unsignStopped } from './unsigned.ts';

const keepPlaces = async (tx: Tx, practice: Practice, signed: NewConsent): Promise<void> => {
  const taken = placesTakenBackBy(signed);
  if (!taken) return;
  const { clientId } = signed;
  const { areas, words } = taken;
  const said = { words, sourceId: signed.id };
  if (areas === 'every') await takeBackAll(tx, practice, clientId, { ...said, places: true, noContact: false });
  else if (areas === 'waiting') await takeBackWaiting(tx, practice, clientId, { ...said, area: null });
  else await takeBackPlaces(tx, practice, clientId, { ...said, areas });
};

/** A signed form to stop things acts by itself, in the transaction that keeps it: on consents that stand, and on the client's map. */
export const keepSignedWithdrawal = async (
  tx: Tx,
  practice: Practice,
  signed: NewConsent,
  standing: readonly KeptConsent[],
): Promise<void> => {
  const by = signed.signatures.some(({ signer }) => signer === 'decision_maker') ? 'decision_maker' : 'client';
  for (const taken of takenBackBy(signed, standing)) {
    await insertWithdrawal(tx, { ...taken, id: practice.newId(), withdrawnAt: signed.signedAt, by, recordedBy: practice.actor.id });
  }
  await unsignStopped(tx, signed.clientId, formsStoppedBy(signed));
  await keepPlaces(tx, practice, signed);
};
