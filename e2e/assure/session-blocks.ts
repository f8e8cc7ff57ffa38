import type { ContactLevel } from '../../shared/body-areas.ts';
import type { BlockPlan } from '../../shared/session-events.ts';
import { type Place, type Sat, today } from './session-place.ts';
import { capOf, kindOf, techniqueOf, tierOf } from './session-signs.ts';

/** Why no block may start, by domain.md 2.6, 7.2 and 11.2, the map, the tiers and the caps as the files have them. */

const consentReasons = (place: Place): readonly string[] => {
  if (!place.consent) return ['no consent'];
  return place.consent.endsOn !== null && today(place) >= place.consent.endsOn ? ['consent over'] : [];
};

const findingReasons = ({ findings, medicines, change }: Place): readonly string[] => [
  ...findings.flatMap(({ itemId, areas }) => {
    const kind = kindOf(itemId);
    if (kind === 'absolute' || kind === 'clearance') return [kind];
    return kind === 'local' && areas.length === 0 ? ['places to mark'] : [];
  }),
  ...(medicines.some(({ classId, areas }) => capOf(classId)?.cap_scope === 'site' && !areas?.length) ? ['site to mark'] : []),
  ...(change ? ['health changed'] : []),
];

/** What keeps a session from beginning at all, even for talk. */
export const startReasons = (place: Place): readonly string[] => findingReasons(place).filter((one) => one !== 'health changed');

/** Those that have to do with today. Where the wall clock was set back behind one, its day is the one it began or was closed on. */
const ofToday = (place: Place): readonly Sat[] =>
  place.sessions.filter(({ began, closed }) => closed === null || closed.day >= today(place) || began >= today(place));

/** No more touch on this day, whichever session it was seen in. */
const dayReasons = (place: Place, sat: Sat): readonly string[] => {
  const day = today(place);
  return [
    ...(sat.stand.over.length > 0 ? ['never today'] : []),
    ...(ofToday(place).some((one) => one.stand.over.includes(day)) ? ['never today'] : []),
    ...(place.sessions.some(({ closed }) => closed?.underRule && closed.day === day) ? ['closed under the rule today'] : []),
  ];
};

const holdReasons = ({ holds }: Place): readonly string[] => (holds.length > 0 ? ['hold'] : []);

/** With these touch may not be what a session is for. */
export const touchReasons = (place: Place): readonly string[] => [
  ...consentReasons(place),
  ...findingReasons(place),
  ...holdReasons(place),
];

const isClosedHere = ({ findings }: Place, area: string): boolean => findings.some(({ areas }) => areas.includes(area));

const goneToday = (place: Place, area: string): boolean =>
  ofToday(place).some(({ stand }) => stand.takenBack.some((one) => one.area === area && one.day === today(place)));

/** A place that is out, whatever was said today. */
export const closedReasons = (place: Place, sat: Sat | null, area: string): readonly string[] => {
  const tier = tierOf(area);
  const mark = place.map.areas[area];
  return [
    ...(tier === 'not_offered' || tier === 'written_specific' ? ['not offered'] : []),
    ...(mark ? (mark.state === 'no' ? ['place out'] : []) : ['place not marked']),
    ...(isClosedHere(place, area) ? ['closed by a finding'] : []),
    ...(sat?.stand.leftOut.includes(area) ? ['left out today'] : []),
    ...(goneToday(place, area) || sat?.stand.takenBack.some((one) => one.area === area) ? ['taken back today'] : []),
  ];
};

const stoppedToday = (place: Place, sat: Sat | null, area: string): boolean =>
  [...(sat?.stand.stopped ?? []), ...ofToday(place).flatMap(({ stand }) => stand.stopped.filter(({ day }) => day === today(place)))].some(
    (one) => one.area === area,
  );

/** A yes for this very place comes first. */
export const asks = (place: Place, sat: Sat | null, area: string): string | null => {
  if (stoppedToday(place, sat, area)) return 'stopped here today';
  return tierOf(area) === 'ask_each' || place.map.areas[area]?.state === 'ask' ? 'ask each time' : null;
};

/** The lowest of all that was said of how firm. */
export const lowest = (place: Place, sat: Sat | null, area: string): { readonly level: ContactLevel; readonly by: string } => {
  const caps = place.medicines.flatMap(({ classId, areas }) => {
    const cap = capOf(classId);
    return cap && (cap.cap_scope === 'whole_body' || areas?.includes(area)) ? [cap.max_contact] : [];
  });
  const said: readonly (readonly [number, string])[] = [
    [place.map.ceiling, "above the client's ceiling"],
    [place.map.areas[area]?.ceiling ?? 0, "above the place's ceiling"],
    [sat?.stand.yes?.ceiling ?? 4, "above today's ceiling"],
    [Math.min(4, ...caps), 'above a medicine cap'],
  ];
  const [level, by] = said.reduce((low, one) => (one[0] < low[0] ? one : low));
  return { level: level as ContactLevel, by };
};

const areaReasons = (place: Place, sat: Sat, plan: BlockPlan, area: string): readonly string[] => {
  const closed = closedReasons(place, sat, area);
  if (closed.length > 0) return closed;
  const { spoken, yes } = sat.stand;
  const asked = asks(place, sat, area);
  const { level, by } = lowest(place, sat, area);
  return [
    ...(asked && !spoken.includes(area) ? [asked] : []),
    ...(yes?.answer === 'partly' && !yes.places.includes(area) && !spoken.includes(area) ? ['not named in a yes to parts'] : []),
    ...(plan.level > level ? [by] : []),
  ];
};

const techniqueReasons = ({ technique }: BlockPlan): readonly string[] => {
  const known = techniqueOf(technique);
  if (!known) return ['technique unknown'];
  return known.grade === 'D' ? ['technique D'] : known.touches ? [] : ['no touch in it'];
};

/** Everything that forbids this block now; none: it may start. */
export const forbidden = (place: Place, sat: Sat, plan: BlockPlan): readonly string[] => {
  const { hands, word, needs, flag, card, health, yes, tried } = sat.stand;
  const isTried = tried !== null && tried.word === place.signal.word && tried.gesture === place.signal.gesture;
  return [
    ...new Set([
      ...(hands === 'off' ? [] : [`hands ${hands}`]),
      ...(needs.length > 0 ? ['resume rule'] : []),
      ...(flag ? ['flag not graded'] : []),
      ...(sat.talkOnly ? ['begun for talk'] : []),
      ...(word ? ["the client's word"] : []),
      ...(card ? [] : ['card not read']),
      ...(health ? [] : ['health not asked']),
      ...(yes && yes.answer !== 'no' ? [] : ['no spoken yes']),
      ...(isTried ? [] : ['signal not rehearsed']),
      ...dayReasons(place, sat),
      ...touchReasons(place),
      ...plan.areas.flatMap((area) => areaReasons(place, sat, plan, area)),
      ...techniqueReasons(plan),
    ]),
  ];
};
