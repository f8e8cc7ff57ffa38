import { clientDetails } from '../../electron/practice/practice.test-world.ts';
import { okafor, type ReleaseWorld, releaseWorld } from '../../electron/releases/releases.test-world.ts';
import { informationKinds, sharingPurposes } from '../../shared/releases.ts';
import type { Chance } from './chance.ts';
import { counts, dayThere, type Held, type Here } from './release-reference.ts';
import { wrongVerdict } from './release-told.ts';

/** A practice with clients and people outside, two of them of one name, and what the model knows of the permissions: each was signed by an accepted call. */

/** `contact`: as it was named, whoever that is now. */
export type Kept = Omit<Held, 'who' | 'isOver'> & { readonly clientId: string; readonly contact: string; isOver: boolean };

export type ReleasePlace = {
  readonly world: ReleaseWorld['world'];
  readonly zone: string;
  readonly place: string;
  readonly clients: readonly string[];
  readonly contacts: string[];
  /** Into whom somebody was merged. */
  readonly merged: Map<string, string>;
  readonly kept: Kept[];
};

export const measures = ['suds', 'phq-9'] as const;

export const releasePlaceFrom = async (chance: Chance): Promise<ReleasePlace> => {
  const zone = chance.pick(['America/Toronto', 'Pacific/Auckland', 'America/Los_Angeles']);
  const place = chance.pick(['CA-ON', 'CA-ON', 'CA-QC', 'US-MA']);
  const { world, clientId, contactId } = await releaseWorld({ place, zone });
  const { id: other } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor Abadi' });
  const contacts = [contactId];
  for (const name of [okafor.name, 'Dr. Lee']) contacts.push((await world.ok('contacts.create', { ...okafor, name, anyway: true })).id);
  world.later(chance.below(24) * 3_600_000);
  return { world, zone, place, clients: [clientId, other], contacts, merged: new Map(), kept: [] };
};

export const hereNow = ({ world, zone, place }: ReleasePlace): Here => ({ day: dayThere(world.now(), zone), zone, place });

export const standing = ({ merged }: ReleasePlace, contact: string): string => {
  let now = contact;
  for (let next = merged.get(now); next !== undefined; next = merged.get(now)) now = next;
  return now;
};

/** Who is still offered. */
export const offered = ({ contacts, merged }: ReleasePlace): readonly string[] => contacts.filter((id) => !merged.has(id));

export const heldNow = (place: ReleasePlace, clientId: string): readonly Held[] =>
  place.kept.filter((one) => one.clientId === clientId).map((one) => ({ ...one, who: standing(place, one.contact) }));

/** What the gate answers to something near what is permitted, for any contact there ever was. */
export const askedNow = async (place: ReleasePlace, chance: Chance): Promise<readonly string[]> => {
  const about = place.kept.length > 0 && chance.below(5) > 0 ? chance.pick(place.kept) : null;
  const clientId = about && chance.below(8) > 0 ? about.clientId : chance.pick(place.clients);
  const contactId = about && chance.below(4) > 0 ? about.contact : chance.pick(place.contacts);
  const asked = {
    clientId,
    contactId,
    direction: chance.pick(about?.ways ?? ['to', 'from']) === 'to' && chance.below(8) > 0 ? ('to' as const) : ('from' as const),
    kinds: informationKinds.filter((kind) => (about?.kinds.includes(kind) ? chance.below(3) === 0 : chance.below(60) === 0)),
    measures: measures.filter(() => chance.below(6) === 0),
    purpose: sharingPurposes.find((one) => about?.purposes.includes(one) && chance.below(2) === 0) ?? chance.pick(sharingPurposes),
    part2: place.place === 'US-MA' && chance.below(3) === 0,
  };
  const verdict = await place.world.ok('releases.permits', asked);
  const wanted = { ...asked, who: standing(place, contactId), way: asked.direction };
  return wrongVerdict(verdict, heldNow(place, clientId), wanted, hereNow(place)).map((one) => `${one}: ${JSON.stringify(asked)}`);
};

/** Whether the list of each client shows as active what counts, and leads to who the recipient is now. */
export const listedNow = async (place: ReleasePlace): Promise<readonly string[]> => {
  const here = hereNow(place);
  const wrong: string[] = [];
  for (const clientId of place.clients) {
    const { releases } = await place.world.ok('releases.ofClient', { clientId });
    const signed = releases.filter(({ state }) => state !== 'draft');
    const held = heldNow(place, clientId);
    if (signed.length !== held.length) wrong.push(`${signed.length} permissions are listed of ${held.length}`);
    for (const one of held) {
      const shown = signed.find(({ id }) => id === one.id);
      if ((shown?.state === 'active') !== counts(one, here)) wrong.push(`${one.id} is shown as ${shown?.state}`);
      if (shown?.standingId !== one.who) wrong.push(`${one.id} leads to another recipient`);
    }
  }
  return wrong;
};
