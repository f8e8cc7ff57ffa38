import type { ParsedInputOf } from '../../shared/calls.ts';
import { asTheyStood, type GateNow, gate, releaseStateOf } from '../../shared/release-gate.ts';
import type { Release, Verdict } from '../../shared/releases.ts';
import { dayIn, type Instant } from '../../shared/time.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { type KeptRelease, signedReleasesOf, standingIdOf } from './releases-repository.ts';

/** The practice's day, zone and place, which is what a permission is measured by. Asked before a transaction begins. */
export const gateNow = async (practice: Practice): Promise<GateNow> => {
  const profile = await getProfile(practice);
  const zone = practice.zone ?? profile.zone;
  return { day: dayIn(practice.now(), zone), zone, place: profile.place };
};

/** `then`: a moment that is over, of which it is asked instead. */
export type GateMoment = GateNow & { readonly then?: Instant };

export const gateThen = (now: GateNow, then: Instant): GateMoment => ({ ...now, day: dayIn(then, now.zone), then });

export type AskedOfGate = Pick<
  ParsedInputOf<'releases.permits'>,
  'clientId' | 'contactId' | 'direction' | 'kinds' | 'measures' | 'purpose' | 'part2'
>;

/** What the gate says of something about to go to this contact; given a transaction it sees what that does. */
export const verdictIn = async (db: Reader, at: GateMoment, { clientId, contactId, ...asked }: AskedOfGate): Promise<Verdict> => {
  const signed = await signedReleasesOf(db, clientId);
  const standing = at.then === undefined ? signed : asTheyStood(signed, at.then, at.zone);
  return gate(standing, { ...asked, standingId: await standingIdOf(db, contactId) }, at);
};

export const verdictFor = async (practice: Practice, asked: AskedOfGate): Promise<Verdict> =>
  verdictIn(practice.db, await gateNow(practice), asked);

export const releaseToday = (release: KeptRelease, now: GateNow): Release => ({ ...release, state: releaseStateOf(release, now) });
