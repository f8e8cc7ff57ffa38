import { chosen, finishing, okafor, returnedFor } from '../../electron/releases/releases.test-world.ts';
import type { Reply } from '../../shared/app-error.ts';
import { informationKinds, type Release, type ReleaseForm, sharingDirections, sharingPurposes } from '../../shared/releases.ts';
import type { Chance } from './chance.ts';
import { hereNow, type Kept, measures, offered, type ReleasePlace, standing } from './release-place.ts';
import { counts } from './release-reference.ts';

export type Done = { readonly what: string; readonly wrong: readonly string[] };

const hour = 3_600_000;
const some = <T>(chance: Chance, from: readonly T[], one: T): T[] => [...new Set([one, ...from.filter(() => chance.below(2) === 0)])];
const daysAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * 24 * hour).toISOString().slice(0, 10);
const reasonOf = (reply: Reply<unknown>): string =>
  reply.ok ? 'taken' : reply.error.code === 'refused' ? reply.error.reason : reply.error.code;
const expecting = (what: string, expected: string, found: string): Done => ({
  what: `${what}: ${expected}`,
  wrong: expected === found ? [] : [`${what}: ${found} in the place of ${expected}`],
});

/** Written anew while the signed form waits: it would name somebody else than the client read. */
const changesMeanwhile = async ({ world }: ReleasePlace, draft: Release, fillingId: string): Promise<Done> => {
  const { contact } = await world.ok('contacts.get', { id: draft.contactId });
  const { id, version } = contact;
  await world.ok('contacts.update', { id, version, details: { ...okafor, name: contact.name, organisation: `House ${version}` } });
  await world.ok('releases.prepare', asked(draft));
  const { fillings } = await world.ok('handover.returned', { clientId: draft.clientId });
  const shownSha256 = fillings.find((one) => one.id === fillingId)?.form.shownSha256 ?? '';
  const reply = await world.call('releases.grant', { fillingId, shownSha256, signatures: [] });
  if (!reply.ok) await world.ok('handover.setAside', { fillingId });
  return expecting('signed for who was written anew', 'form-changed', reasonOf(reply));
};

const asked = ({ clientId, contactId, formId, direction }: Pick<Release, 'clientId' | 'contactId' | 'formId' | 'direction'>) => ({
  clientId,
  contactId,
  formId,
  direction,
});

/** Made ready, filled, signed. */
export const grants = async (chance: Chance, place: ReleasePlace): Promise<Done> => {
  const { world, kept } = place;
  const clientId = chance.pick(place.clients);
  const contactId = chance.pick(offered(place));
  const formId: ReleaseForm = place.place === 'US-MA' && chance.below(3) === 0 ? 'part2-consent' : 'release-of-information';
  const direction = chance.pick(sharingDirections);
  const before = kept.filter((one) => one.clientId === clientId && standing(place, one.contact) === contactId && !one.isOver);
  const replaced = before.length > 0 && chance.below(4) === 0 ? chance.pick(before) : null;
  const draft = await world.ok('releases.prepare', {
    ...asked({ clientId, contactId, formId, direction }),
    replaces: replaced?.id ?? null,
  });
  const ends = chance.below(2) === 0 ? daysAfter(hereNow(place).day, 1 + chance.below(340)) : null;
  const given = {
    ...chosen,
    kinds: some(chance, informationKinds, 'score_totals' as const),
    measures: some(chance, measures, chance.pick(measures)),
    purposes: some(chance, sharingPurposes, 'coordinate_care' as const).filter((one) => one !== 'other'),
    direction: direction === 'both' ? chance.pick(sharingDirections) : direction,
    ends: ends ?? chosen.ends,
  };
  const back = await returnedFor(world, draft, given);
  const signed = world.now();
  if (chance.below(6) === 0) return changesMeanwhile(place, draft, back.fillingId);
  // Finished later than it was signed, and only while it counts at all.
  if (chance.below(2) === 0) world.later(ends === null ? 30 * 24 * hour : 1_000);
  const release = await world.ok('releases.grant', finishing(back));
  const isPart2 = formId === 'part2-consent';
  const way = isPart2 ? direction : given.direction;
  kept.push({
    id: release.id,
    clientId,
    contact: contactId,
    ways: way === 'both' ? ['to', 'from'] : [way],
    kinds: isPart2 ? [] : given.kinds,
    measures: isPart2 ? [] : given.measures,
    purposes: isPart2 ? [] : given.purposes,
    isPart2,
    signed,
    ends: ends === null ? null : daysAfter(ends, 1),
    isOver: false,
  });
  if (replaced) replaced.isOver = true;
  return { what: replaced ? 'a newer one signed' : `signed: ${formId}`, wrong: [] };
};

/** A word of the client, or the event: at once, and once. One that was replaced can be taken back too. */
export const ends = async (chance: Chance, place: ReleasePlace): Promise<Done> => {
  const { world, kept } = place;
  const here = hereNow(place);
  const count = kept.filter((held) => counts({ ...held, who: held.contact }, here));
  const one: Kept = chance.pick(count.length > 0 && chance.below(4) > 0 ? count : kept);
  const why = chance.pick(['taken-back', 'taken-back', 'event'] as const);
  const reply = await world.call('releases.revoke', { id: one.id, why, by: 'client', words: 'No longer' });
  const isRefused = one.isOver && !reply.ok && reasonOf(reply) === 'already-withdrawn';
  const done = expecting(why, 'taken', isRefused ? 'taken' : reasonOf(reply));
  one.isOver = true;
  return done;
};

/** Two entries of the directory become one. */
export const merges = async (chance: Chance, place: ReleasePlace): Promise<Done> => {
  const { world, merged } = place;
  const [keep, gone] = [chance.pick(offered(place)), chance.pick(offered(place))];
  if (keep === gone) {
    const { id } = await world.ok('contacts.create', { ...okafor, anyway: true });
    place.contacts.push(id);
    return { what: 'somebody of the same name', wrong: [] };
  }
  const [one, other] = [(await world.ok('contacts.get', { id: keep })).contact, (await world.ok('contacts.get', { id: gone })).contact];
  await world.ok('contacts.merge', { keepId: keep, keepVersion: one.version, goneId: gone, goneVersion: other.version, details: okafor });
  merged.set(gone, keep);
  return { what: 'merged', wrong: [] };
};

/** The first day it is too old. */
const tooOldOn = (signed: string, months: number): number => {
  const day = new Date(signed);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, day.getUTCDate() + 1);
};

/** Hours about midnight in Greenwich: in one of the zones it is another day then. */
const aboutMidnight = [-11, -9, -1, 1, 3, 6] as const;

/** To about the day on which one that counts ends. */
const untilNearAnEnd = (chance: Chance, { world, place, kept }: ReleasePlace): number => {
  const open = kept.filter(({ isOver }) => !isOver);
  const { signed, ends: day } = open.length > 0 ? chance.pick(open) : { signed: null, ends: null };
  if (signed === null) return 0;
  const end = day !== null && chance.below(4) > 0 ? Date.parse(day) : tooOldOn(signed, place === 'CA-ON' ? 6 : 12);
  const off = chance.below(3) === 0 ? chance.pick([-24, 24]) : 0;
  return end + (chance.pick(aboutMidnight) + off) * hour - Date.parse(world.now());
};

export const timePasses = async (chance: Chance, place: ReleasePlace): Promise<Done> => {
  const near = chance.below(3) > 0 ? untilNearAnEnd(chance, place) : 0;
  const by = near > 0 ? near : chance.pick([1, 7, 24, 24 * 20, 24 * 45]) * hour;
  place.world.later(by);
  return { what: near > 0 ? 'later, near an end' : `later, ${by / hour} h`, wrong: [] };
};
