import type { Role, VaultState } from '../../shared/call.ts';
import { okOf } from './headless-process.ts';
import { keepHealth } from './health-records.ts';
import { type Ids, idsOf } from './hostile-health.ts';
import { strangerId } from './hostile-input.ts';
import { keysOf, type PracticeKeys } from './kept-records.ts';
import { keepLetters } from './letter-records.ts';
import { keepNotes } from './note-records.ts';
import type { Caller } from './own-house.ts';
import { keepSchedule } from './schedule-records.ts';
import { beginSession, keepSessions } from './session-records.ts';
import { openNewPractice, trialFolder } from './trial.ts';
import { details, handOver, openIntake, passphrase, readySigning } from './trial-records.ts';
import { whoMay } from './who-may.ts';

/** Where the vault stands, and who is in. */
export type Setting = { readonly state: VaultState; readonly role: Role };

/** A closed practice with one of everything in it, and the names of that. */
export type World = { readonly base: string; readonly keys: PracticeKeys; readonly ids: Ids };

export const worldOf = async (now: string): Promise<World> => {
  const base = trialFolder();
  const vault = await openNewPractice({ data: base, now });
  const client = await okOf(vault.call('clients.create', details));
  const { documentId } = await okOf(vault.call('consent.sign', await readySigning(vault, client.id)));
  const { fillingId } = await readySigning(vault, client.id);
  const intakeId = await openIntake(vault, client.id);
  // Nothing is handed over once a crisis card waits.
  const sessionIds = await keepSessions(vault, () => 'x');
  const noteIds = await keepNotes(vault, sessionIds, () => 'x');
  const letterIds = await keepLetters(vault, sessionIds, () => 'x');
  const healthIds = await keepHealth(vault, client.id, () => 'x');
  const scheduleIds = await keepSchedule(vault, client.id, () => 'x');
  await okOf(vault.call('drafts.save', { key: 'new-client', title: 'x', place: '/', text: '{}' }));
  await vault.end();
  return {
    base,
    keys: await keysOf(base, passphrase),
    ids: {
      ...idsOf(strangerId),
      ...healthIds,
      ...scheduleIds,
      ...sessionIds,
      ...noteIds,
      ...letterIds,
      clientId: client.id,
      documentId,
      fillingId,
      intakeId,
    },
  };
};

/** Nothing is handed over while a crisis card waits to be read. */
const handOverRead = async (house: Caller, clientId: string) => {
  for (const { id, found } of (await okOf(house.call('crisis.open', {}))).crises)
    await okOf(house.call('crisis.acknowledge', { crisisId: id, findingIds: found.map(({ findingId }) => findingId) }));
  return handOver(house, clientId);
};

/** What there is to name in a setting: the screen with a client, or a session under way where they may lead one. */
export const idsIn = async ({ ids }: World, { state, role }: Setting, house: Caller): Promise<Ids> => {
  if (state === 'handed-over') return { ...ids, ...(await handOverRead(house, ids.clientId)) };
  if (state !== 'open' || !whoMay['sessions.start'].roles.includes(role)) return ids;
  return { ...ids, sessionId: (await beginSession(house, ids.guestId)).id };
};
