import type { Allowed, AllowedFacts, AllowedReason, Reason, TouchLimits } from '../../shared/allowed.ts';
import { type BodyArea, type ContactLevel, contactLevels, lowerLevel } from '../../shared/body-areas.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import type { SafetyCard } from '../../shared/safety.ts';
import { bothSides } from '../consent/both-sides.ts';
import { words } from './safety-card-words.ts';

/** What the places of a card are told from. */
export type PlacesToTell = {
  readonly areas: readonly BodyArea[];
  readonly allowed: Allowed;
  readonly limits: TouchLimits;
  /** What forms of others leave of the client's map. */
  readonly within: AllowedFacts['map'];
  /** As the client marked it. */
  readonly map: Pick<ConsentMap, 'ceiling' | 'areas'> | null;
};

/** Names of places in the order of the chart, left and right as one; a code of an older chart stands as it is. */
export const labelsOf = (areas: readonly BodyArea[], codes: readonly string[]): string[] => {
  const wanted = new Set(codes);
  const known = areas.filter(({ code }) => wanted.has(code));
  for (const { code } of known) wanted.delete(code);
  return [...bothSides(known.map((area) => ({ area, said: '' }))), ...wanted];
};

const markedOf = (map: AllowedFacts['map'], code: string): ContactLevel | null => {
  const mark = map !== null && Object.hasOwn(map.areas, code) ? map.areas[code] : undefined;
  if (!map || !mark) return null;
  return mark.state === 'no' ? 0 : lowerLevel(mark.ceiling, map.ceiling);
};

const told = (code: AllowedReason, known: Partial<Record<AllowedReason, string>>, about: string | undefined): readonly string[] => {
  const why = known[code];
  if (why === undefined) return [];
  // The one limit that comes from what nobody said.
  if (code === 'medicine-cap' && about === undefined) return [words.medicinesNotTold];
  return [about === undefined ? why : words.about(why, about)];
};

/** Places that a finding or a medicine names, whatever was marked there: someone may be asked for one of them on the day. */
const namedIn = ({ closed, caps }: TouchLimits): ReadonlySet<string> =>
  new Set([...closed.flatMap(({ codes }) => codes), ...caps.flatMap(({ codes, ceiling }) => (ceiling === 0 ? (codes ?? []) : []))]);

const whyClosed = (reasons: readonly Reason[], isLeftOut: boolean): string =>
  [
    ...new Set([...reasons.flatMap(({ code, about }) => told(code, words.closed, about)), ...(isLeftOut ? [words.leftOutByOthers] : [])]),
  ].join('; ');

const closedIn = ({ areas, allowed, limits, within, map }: PlacesToTell): SafetyCard['places']['closed'] => {
  const named = namedIn(limits);
  const byWhy = new Map<string, string[]>();
  for (const { code, holds, reasons } of allowed.areas) {
    const marked = (markedOf(map, code) ?? 0) > 0;
    if (holds !== 'no' || (!marked && !named.has(code))) continue;
    const why = whyClosed(reasons, marked && markedOf(within, code) === 0);
    // Closed with every other place alone: readiness says why.
    if (why !== '') byWhy.set(why, [...(byWhy.get(why) ?? []), code]);
  }
  return [...byWhy].map(([why, codes]) => ({ labels: labelsOf(areas, codes), why }));
};

export const placesToTell = (given: PlacesToTell): SafetyCard['places'] => {
  const { areas, allowed, map } = given;
  const held = (as: 'yes' | 'ask'): string[] =>
    labelsOf(
      areas,
      allowed.areas.filter(({ holds }) => holds === as).map(({ code }) => code),
    );
  const out = Object.keys(map?.areas ?? {}).filter((code) => markedOf(map, code) === 0);
  return {
    open: held('yes'),
    ask: held('ask'),
    out: labelsOf(areas, out),
    closed: closedIn(given),
    allClosed: allowed.areas.every(({ holds }) => holds === 'no'),
  };
};

const firmest = 4;

/** The firmest contact anywhere, and what keeps it there: what limits it less than that is not told. */
export const pressureToTell = (
  { allowed, limits, map }: PlacesToTell,
  labels: ReadonlyMap<ContactLevel, string>,
): SafetyCard['pressure'] => {
  const open = allowed.areas.filter(({ holds }) => holds !== 'no');
  const ceiling = contactLevels.findLast((level) => open.some((area) => area.ceiling === level)) ?? 0;
  const label = labels.get(ceiling) ?? '';
  if (open.length === 0 || ceiling === firmest) return { ceiling, label, because: [] };
  const there = new Set(open.filter((area) => area.ceiling === ceiling).map(({ code }) => code));
  const caps = limits.caps.filter((cap) => cap.ceiling === ceiling && (cap.codes === null || cap.codes.some((code) => there.has(code))));
  const ofClient = map?.ceiling === ceiling ? [words.byClient] : caps.length === 0 ? [words.byClientThere] : [];
  return {
    ceiling,
    label,
    because: [...new Set([...caps.flatMap(({ reason }) => told(reason.code, words.capped, reason.about)), ...ofClient])],
  };
};
