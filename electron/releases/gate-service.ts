import type { ParsedInputOf } from '../../shared/calls.ts';
import { type GateNow, gate, releaseStateOf } from '../../shared/release-gate.ts';
import type { Release, Verdict } from '../../shared/releases.ts';
import { dayIn } from '../../shared/time.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { type KeptRelease, signedReleasesOf, standingIdOf } from './releases-repository.ts';

/** The practice's day, zone and place, which is what a permission is measured by. Asked before a transaction begins. */
export const gateNow = async (practice: Practice): Promise<GateNow> => {
  const profile = await getProfile(practice);
  const zone = practice.zone ?? profile.zone;
  return { day: dayIn(practice.now(), zone), zone, place: profile.place };
};

export type AskedOfGate = Pick<
  ParsedInputOf<'releases.permits'>,
  'clientId' | 'contactId' | 'direction' | 'kinds' | 'measures' | 'purpose' | 'part2'
>;

/** What the gate says of something about to go to this contact; given a transaction it sees what that does. */
export const verdictIn = async (db: Reader, now: GateNow, { clientId, contactId, ...asked }: AskedOfGate): Promise<Verdict> =>
  gate(await signedReleasesOf(db, clientId), { ...asked, standingId: await standingIdOf(db, contactId) }, now);

export const verdictFor = async (practice: Practice, asked: AskedOfGate): Promise<Verdict> =>
  verdictIn(practice.db, await gateNow(practice), asked);

export const releaseToday = (release: KeptRelease, now: GateNow): Release => ({ ...release, state: releaseStateOf(release, now) });
