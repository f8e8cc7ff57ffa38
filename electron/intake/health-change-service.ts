import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { HealthChange } from '../../shared/health.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { changeById, insertChange, settleChangeRow } from './health-changes-repository.ts';
import { refuseArchived } from './refuse-archived.ts';

type Asked = { readonly clientId: string; readonly changed: boolean; readonly words: string };

/** In the transaction that keeps it. */
export const keepAsked = async (tx: Tx, practice: Practice, { clientId, changed, words }: Asked): Promise<HealthChange> => {
  const [at, by] = [practice.now(), practice.actor.id];
  const settledAt = changed ? null : at;
  const change: HealthChange = { id: practice.newId(), clientId, at, by, changed, words, settledAt, settledWords: '' };
  await insertChange(tx, change, changed ? null : by);
  await recordAudit(tx, practice, { clientId, recordId: change.id }, 'health-change-asked');
  return change;
};

/** "Nothing" is gone through as it is said; "something" waits, and keeps hands off until somebody went through it. */
export const askChanged = async (
  practice: Practice,
  { clientId, changed, words }: ParsedInputOf<'health.changed'>,
): Promise<OutputOf<'health.changed'>> => {
  await refuseArchived(practice, clientId);
  const change = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    return keepAsked(tx, practice, { clientId, changed, words });
  });
  practice.changed('health');
  return change;
};

export const settleChange = async (
  practice: Practice,
  { changeId, words }: ParsedInputOf<'health.settle'>,
): Promise<OutputOf<'health.settle'>> => {
  const about = await changeById(practice.db, changeId);
  if (about) await refuseArchived(practice, about.clientId);
  const settled = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const change = await changeById(tx, changeId);
    if (!change) throw new Refused({ code: 'not-found', what: 'change' });
    const at = practice.now();
    if (!(await settleChangeRow(tx, changeId, { at, by: practice.actor.id, words }))) throw new Refusal('change-over');
    await recordAudit(tx, practice, { clientId: change.clientId, recordId: changeId });
    return { ...change, settledAt: at, settledWords: words };
  });
  practice.changed('health');
  return settled;
};
