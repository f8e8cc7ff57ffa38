import { Refused } from '../../shared/app-error.ts';
import { screenStands } from '../intake/health-to-fill.ts';
import { roundToFill } from '../intake/intake-to-fill.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import { fillingsOfClient, type KeptFilling } from './filling-repository.ts';
import { type FormKey, isHealthScreen, isIntake } from './form-world.ts';
import { handoverInProgress } from './handover-repository.ts';
import { endOfMaps } from './maps-repository.ts';

/** What the forms of a hand-over are filled from. */
export type Ground = { readonly fillings: readonly KeptFilling[]; readonly stands: string };

/** As the record stands before anything is gathered from it. An open round matters only where it is handed over. */
export const groundOf = async (db: Reader, clientId: string, forms: readonly FormKey[]): Promise<Ground> => {
  const fillings = await fillingsOfClient(db, clientId);
  const stands = JSON.stringify([
    fillings.map(({ id, revision }) => [id, revision]),
    (await endOfMaps(db, clientId))?.seq ?? null,
    forms.some(isIntake) ? await roundToFill(db, clientId) : null,
    forms.some(isHealthScreen) ? await screenStands(db, clientId) : null,
  ]);
  return { fillings, stands };
};

/**
 * Between gathering and keeping, a form may have been signed, set aside or handed over elsewhere, a place taken back, or an answer of the
 * intake saved: what the client would give back was filled from what holds no more, and would undo it.
 */
export const refuseChangedMeanwhile = async (tx: Tx, before: Ground, clientId: string, forms: readonly FormKey[]): Promise<void> => {
  if (await handoverInProgress(tx)) throw new Refused({ code: 'handed-over' });
  if ((await groundOf(tx, clientId, forms)).stands !== before.stands) throw new Refused({ code: 'conflict', current: null });
};
