import { consented } from '../../electron/consent/map.test-world.ts';
import { clientDetails, profileDetails, type TestWorld } from '../../electron/practice/practice.test-world.ts';
import { sitting } from '../../electron/sessions/session.test-world.ts';
import type { ContactLevel } from '../../shared/body-areas.ts';
import type { SessionEvent } from '../../shared/session-events.ts';
import type { Chance } from './chance.ts';
import { begun, type Heard, type Stand } from './session-reference.ts';

/** A practice with one client, and what the model knows to be so of them: everything in it was said by an accepted call. */

export type Mark = { readonly state: 'yes' | 'ask' | 'no'; readonly ceiling: ContactLevel };

export type Finding = { readonly id: string; version: number; readonly itemId: string; readonly areas: readonly string[] };
export type Taken = { readonly id: string; version: number; readonly classId: string; readonly areas: readonly string[] | null };

/** A moment on every clock there is. */
export type Moment = { readonly at: number; readonly wall: number; readonly passed: number; readonly run: number };

export type Sat = {
  readonly id: string;
  readonly talkOnly: boolean;
  readonly began: string;
  stand: Stand;
  readonly heard: Heard[];
  /** The newest event, or the beginning. */
  last: Moment;
  seq: number;
  closed: { readonly id: string; readonly day: string; readonly underRule: boolean } | null;
};

/** What was recorded, to be sent once more. */
export type Sent = { readonly id: string; readonly sessionId: string; readonly seq: number; readonly event: SessionEvent };

export type Place = {
  readonly world: TestWorld;
  readonly clientId: string;
  readonly otherId: string;
  map: { id: string; ceiling: ContactLevel; areas: Readonly<Record<string, Mark>> };
  consent: { readonly id: string; readonly endsOn: string | null } | null;
  signal: { readonly word: string; readonly gesture: string };
  clientVersion: number;
  findings: Finding[];
  medicines: Taken[];
  /** A change in health that was spoken of and not gone through. */
  change: string | null;
  /** Those that stand, as they lie in the record. */
  holds: readonly string[];
  readonly sessions: Sat[];
  readonly sent: Sent[];
  /** Milliseconds that passed, and which process it is. */
  passed: number;
  run: number;
};

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: profileDetails.zone, year: 'numeric', month: '2-digit', day: '2-digit' });
export const dayOf = (wall: number): string => dayFormat.format(wall);
export const wallOf = ({ world }: Place): number => Date.parse(world.now());
export const today = (place: Place): string => dayOf(wallOf(place));

export const later = (place: Place, milliseconds: number): void => {
  place.world.later(milliseconds);
  place.passed += milliseconds;
};

export const anotherRun = (place: Place): void => {
  place.world.anotherRun();
  place.run += 1;
};

/** Where a session is now: by what passed, and by the wall alone where another process has it since. */
export const momentIn = (place: Place, { last }: Sat, ago = 0): Moment => {
  const since = place.run === last.run ? place.passed - last.passed : wallOf(place) - last.wall;
  const now = last.at + Math.max(0, since);
  const at = Math.max(last.at, now - ago);
  return { at, wall: wallOf(place) - (now - at), passed: place.passed - (now - at), run: place.run };
};

export const openSat = ({ sessions }: Place): Sat | null => sessions.find(({ closed }) => closed === null) ?? null;

export const satFrom = (place: Place, id: string, talkOnly: boolean): Sat => ({
  id,
  talkOnly,
  began: today(place),
  stand: begun,
  heard: [],
  last: { at: 0, wall: wallOf(place), passed: place.passed, run: place.run },
  seq: 0,
  closed: null,
});

const consentNow = async (place: Pick<Place, 'world' | 'clientId'>): Promise<Place['consent']> => {
  const { consents } = await place.world.ok('consent.ofClient', { clientId: place.clientId });
  const signed = consents.find(({ formId, withdrawals }) => formId === 'informed-consent' && withdrawals.length === 0);
  return signed ? { id: signed.id, endsOn: signed.endsOn } : null;
};

/** As the forms of a client leave it, which is looked at elsewhere. */
export const mapNow = async (place: Pick<Place, 'world' | 'clientId'>): Promise<Place['map']> => {
  const { map } = await place.world.ok('consentMap.get', { clientId: place.clientId });
  if (!map) throw new Error('there is no map');
  return { id: map.id, ceiling: map.ceiling, areas: map.areas };
};

export const signAgain = async (place: Place): Promise<void> => {
  await consented(place.world, place.clientId);
  place.consent = await consentNow(place);
  place.map = await mapNow(place);
};

const hour = 3_600_000;

/** Ready for a session, at some hour of the day; in two of five shortly before midnight. */
export const placeFrom = async (chance: Chance): Promise<Place> => {
  const { world, clientId } = await sitting();
  const { id: otherId } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
  world.later(chance.below(5) < 2 ? 12 * hour + chance.below(hour) : chance.below(20 * hour));
  const { stopWord: word, stopGesture: gesture, version } = await world.ok('clients.get', { id: clientId });
  const there = { world, clientId };
  return {
    ...there,
    otherId,
    map: await mapNow(there),
    consent: await consentNow(there),
    signal: { word, gesture },
    clientVersion: version,
    findings: [],
    medicines: [],
    change: null,
    holds: [],
    sessions: [],
    sent: [],
    passed: 0,
    run: 1,
  };
};
