import { setImmediate as nextTurn } from 'node:timers/promises';
import ICAL from 'ical.js';
import { Refusal } from '../../shared/app-error.ts';
import { linesIn } from './ics-lines.ts';

/** A property as jCal has it (RFC 7265): name, parameters, kind of value, values. */
export type Property = readonly [name: string, parameters: Readonly<Record<string, unknown>>, kind: string, ...values: unknown[]];

/** An event as far as we read it. `isBroken`: a line that matters makes no sense, or its end never came. */
export type RawEvent = { readonly properties: readonly Property[]; readonly isBroken: boolean };

/** The most events that are looked at, those long past among them; so many fit in memory at once. */
const mostLookedAt = 50_000;
/** Descriptions of zones, and lines of each, that are kept. */
const mostZones = 100;
const mostZoneLines = 2_000;
const deepest = 50;
const linesAtATime = 5_000;

const wanted: ReadonlySet<string> = new Set([
  'UID',
  'SUMMARY',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'STATUS',
]);

/** Null for a line that cannot be read: the rest of the file may. A rule stays as it is written, for whoever counts its days. */
const propertyFrom = (text: string): Property | null => {
  if (/^RRULE[:;]/i.test(text)) return ['rrule', {}, 'recur', text.slice(text.indexOf(':') + 1)];
  try {
    const property: unknown = ICAL.parse.property(text, undefined);
    return Array.isArray(property) && property.length > 3 ? (property as unknown as Property) : null;
  } catch {
    return null;
  }
};

/** What a component is, and what is inside what: the names from the outermost in. Ends that have no beginning are passed over. */
const step = (open: string[], name: string, text: () => string): 'begins' | 'ends' | 'inside' => {
  if (name !== 'BEGIN' && name !== 'END') return 'inside';
  const component = text()
    .slice(text().indexOf(':') + 1)
    .trim()
    .toUpperCase();
  if (name === 'BEGIN') {
    if (open.length < deepest) open.push(component);
    return 'begins';
  }
  const at = open.lastIndexOf(component);
  if (at >= 0) open.splice(at);
  return 'ends';
};

/** The descriptions of zones a file brings, by their name there, each as the text it is. They may stand after the events that need them. */
export const zonesIn = async (bytes: Uint8Array): Promise<ReadonlyMap<string, string>> => {
  const zones = new Map<string, string>();
  const open: string[] = [];
  let lines: string[] | null = null;
  let count = 0;
  for (const { name, text, isWhole } of linesIn(bytes)) {
    if (++count % linesAtATime === 0) await nextTurn();
    const place = step(open, name, text);
    if (place === 'begins' && open.at(-1) === 'VTIMEZONE') lines = [];
    if (lines && isWhole && name !== '' && lines.length < mostZoneLines) lines.push(text());
    if (place !== 'ends' || open.includes('VTIMEZONE') || !lines) continue;
    const id = lines.find((line) => /^TZID[:;]/i.test(line));
    if (id && zones.size < mostZones) zones.set(id.slice(id.indexOf(':') + 1).trim(), lines.join('\r\n'));
    lines = null;
  }
  return zones;
};

/** Each event of a file in its order. @throws Refusal ics-too-many */
export async function* eventsIn(bytes: Uint8Array): AsyncGenerator<RawEvent> {
  const open: string[] = [];
  let event: { properties: Property[]; isBroken: boolean } | null = null;
  let [count, found] = [0, 0];
  for (const { name, text, isWhole } of linesIn(bytes)) {
    if (++count % linesAtATime === 0) await nextTurn();
    const place = step(open, name, text);
    const isNew = place === 'begins' && open.at(-1) === 'VEVENT';
    if (event && (isNew || !open.includes('VEVENT'))) {
      yield isNew ? { ...event, isBroken: true } : event;
      event = null;
    }
    if (isNew) {
      if (++found > mostLookedAt) throw new Refusal('ics-too-many');
      event = { properties: [], isBroken: false };
      open.splice(open.indexOf('VEVENT'), open.length, 'VEVENT');
    }
    if (!event || place !== 'inside' || open.at(-1) !== 'VEVENT' || !wanted.has(name)) continue;
    const property = isWhole ? propertyFrom(text()) : null;
    if (property) event.properties.push(property);
    // A title that cannot be read is no reason not to know when it is.
    else if (name !== 'SUMMARY' && name !== 'STATUS') event.isBroken = true;
  }
  if (event) yield { ...event, isBroken: true };
}
