import ICAL from 'ical.js';
import type { Temporal } from 'temporal-polyfill';
import { Zone } from '../../shared/time.ts';
import { windowsZones } from './ics-windows-zones.ts';

/** How times on the wall of a zone become moments, in milliseconds of the epoch. */
export type WallZone = { readonly isFloating: boolean; readonly momentOf: (wall: Temporal.PlainDateTime) => number };

/** A time the clocks leave out counts from the change on, one that comes twice is the first, as everywhere here. */
export const zoneAt = (zone: Zone, isFloating = false): WallZone => ({
  isFloating,
  momentOf: (wall) => wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds,
});

/** Programs put a path before the name (`/example.org/2024/Europe/Paris`), quotes or marks around it. */
const ianaIn = (name: string): Zone | null => {
  const plain = name.replace(/^["'\s]+|["'\s]+$/g, '').slice(0, 200);
  const [, tail = ''] = /((?:[A-Za-z_]+\/)?[A-Za-z_]+\/[A-Za-z0-9_+-]+)$/.exec(plain) ?? [];
  const candidates = [plain, windowsZones[plain] ?? '', tail, tail.slice(tail.indexOf('/') + 1)];
  return candidates.find((candidate) => Zone.safeParse(candidate).success) ?? null;
};

/** A change of clocks each year on a weekday of a month, as every zone in use has it; other rules could be counted for ever. */
const yearlyRule =
  /^FREQ=YEARLY(;(INTERVAL=1|BYMONTH=([1-9]|1[0-2])|BYDAY=[-+]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)|WKST=..|UNTIL=\d{8}(T\d{6}Z?)?))*$/i;
const valuesOf = (lines: readonly string[], name: string): readonly string[] =>
  lines.filter((line) => new RegExp(`^${name}[:;]`, 'i').test(line)).map((line) => line.slice(line.indexOf(':') + 1).trim());

/** The zone as the file itself describes it; null where that says nothing we can count with. */
const describedZone = (text: string): WallZone | null => {
  const lines = text.split('\r\n');
  const [place] = valuesOf(lines, 'X-LIC-LOCATION');
  const named = place === undefined ? null : ianaIn(place);
  if (named) return zoneAt(named);
  if (!valuesOf(lines, 'RRULE').every((rule) => yearlyRule.test(rule))) return null;
  if (valuesOf(lines, 'TZOFFSETTO').length === 0 || !valuesOf(lines, 'DTSTART').every((start) => /^\d{8}T\d{6}$/.test(start))) return null;
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(`${text}\r\n`)));
    return {
      isFloating: false,
      momentOf: ({ year, month, day, hour, minute, second }) =>
        ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate: false }, zone).toUnixTime() * 1_000,
    };
  } catch {
    return null;
  }
};

/** Zones of one file by the names it has for them, each looked at once. Null: nobody knows it. */
export const zonesOfFile = (described: ReadonlyMap<string, string>): ((name: string) => WallZone | null) => {
  const known = new Map<string, WallZone | null>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const iana = ianaIn(name);
    const text = described.get(name);
    const zone = iana ? zoneAt(iana) : text === undefined ? null : describedZone(text);
    known.set(name, zone);
    return zone;
  };
};

/** Moments in UTC, as `20261210T150000Z` gives them. */
export const utc: WallZone = zoneAt('UTC');
