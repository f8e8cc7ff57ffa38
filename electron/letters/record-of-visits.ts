import type { OutputOf } from '../../shared/calls.ts';
import type { Scale } from '../../shared/session-events.ts';
import { shows } from '../../shared/text.ts';
import { dayIn, type Zone } from '../../shared/time.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import type { Practice } from '../practice/practice.ts';
import { said } from './letter-said.ts';
import { datesShort, listed, wallOf } from './letter-when.ts';

/** What the sessions of a period say, told from what was recorded in them. */

export type Visit = OutputOf<'sessions.get'>;
export type Words = Readonly<Record<string, string>>;
type Content = Practice['content'];

const small = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const labelOf = ({ bodyAreas }: Content, code: string): string => bodyAreas.items.find((area) => area.code === code)?.label ?? code;

/** Labels hold commas: "Top of the shoulder, right". */
const placeOf = (content: Content, code: string): string => {
  const [place = '', ...side] = small(labelOf(content, code)).split(', ');
  return side.length === 0 ? place : said.shortPlace(place, side.join(', '));
};

const byCount = (all: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts.entries()].toSorted(([, one], [, other]) => other - one).map(([key]) => key);
};

const blocksOf = (visits: readonly Visit[]) => visits.flatMap(({ state }) => state.blocks);

const levelsOf = (content: Content, visits: readonly Visit[]): string => {
  const levels = [...new Set(blocksOf(visits).map(({ level }) => level))].toSorted((one, other) => one - other);
  const labels = levels.map((level) => content.session.levels.find((one) => one.level === level)?.label.toLowerCase() ?? '').filter(shows);
  const [lowest = '', highest = lowest] = [labels[0], labels.at(-1)];
  return lowest === highest ? lowest : said.to(lowest, highest);
};

const mostPlaces = 3;

export const contactIn = (content: Content, visits: readonly Visit[]): Words => {
  const areas = byCount(blocksOf(visits).flatMap((block) => block.areas));
  const positions = byCount(blocksOf(visits).flatMap(({ position }) => position ?? []));
  const covers = byCount(blocksOf(visits).map(({ cover }) => cover));
  return {
    contact_words: levelsOf(content, visits),
    areas_short: listed(areas.slice(0, mostPlaces).map((code) => placeOf(content, code))),
    areas_words: listed(areas.map((code) => `${placeOf(content, code)} (${code})`)),
    position: listed(positions.map((id) => small(content.session.positions.find((one) => one.id === id)?.label ?? id))),
    clothing_words: listed(covers.map((cover) => said.covers[cover as keyof typeof said.covers])),
  };
};

/** The first number before touch, and the last after it; as `pairOf` of the summary has it. */
type Pair = { readonly before: Scale | null; readonly after: Scale | null };

const numbersIn = ({ state }: Visit): readonly Scale[] => state.checkIns.flatMap(({ distress }) => distress ?? []);

export const distressOf = (visit: Visit): Pair => {
  const { blocks, checkIns } = visit.state;
  const firstTouch = blocks[0]?.startedAt ?? Number.POSITIVE_INFINITY;
  const lastTouch = blocks.at(-1)?.endedAt ?? null;
  const told = checkIns.filter(({ distress }) => distress !== null);
  const before = told.find(({ at }) => at <= firstTouch);
  const after = told.findLast(({ at }) => lastTouch === null || at >= lastTouch);
  return { before: before?.distress ?? null, after: after && after !== before ? after.distress : null };
};

/** A direction, and no numbers (letters.json: "Directions, not numbers"). */
const pattern = (visits: readonly Visit[]): string => {
  const changes = visits
    .map(distressOf)
    .flatMap(({ before, after }) => (typeof before === 'number' && typeof after === 'number' ? [after - before] : []));
  const ways = [
    { words: said.pattern.lower, count: changes.filter((one) => one < 0).length },
    { words: said.pattern.same, count: changes.filter((one) => one === 0).length },
    { words: said.pattern.higher, count: changes.filter((one) => one > 0).length },
  ].toSorted((one, other) => other.count - one.count);
  const [most] = ways;
  if (!most || changes.length === 0) return '';
  if (most.count === changes.length) return most.words;
  return most.count * 2 > changes.length ? said.pattern.mostly(most.words) : said.pattern.mixed;
};

const scale = (value: Scale | null | undefined): string =>
  value === null || value === undefined ? '' : value === 'declined' ? said.declined : String(value);

const highestOf = (visit: Visit): Scale | null => {
  const numbers = numbersIn(visit);
  const told = numbers.filter((one) => typeof one === 'number');
  return told.length > 0 ? Math.max(...told) : (numbers[0] ?? null);
};

export const stopsIn = (visits: readonly Visit[]): Words => {
  const stops = visits.flatMap(({ state }) => state.stops);
  const seconds = stops.flatMap(({ at, handsOffAt }) => (handsOffAt === null ? [] : [Math.ceil((handsOffAt - at) / 1_000)]));
  const most = String(Math.max(1, ...seconds));
  const outcome = seconds.length < stops.length ? '' : stops.length === 1 ? said.handsOffOnce(most) : said.handsOff(most);
  return { stop_count: String(stops.length), stop_outcome: stops.length === 0 ? said.noStop : outcome };
};

const flagsIn = (visits: readonly Visit[], zone: Zone): string => {
  const flagged = visits.filter(({ state }) => state.episodes.length > 0);
  const count = flagged.reduce((sum, { state }) => sum + state.episodes.length, 0);
  return count === 0 ? said.noFlags : said.flags(count, datesShort(flagged.map(({ startedAt }) => dayIn(startedAt, zone))));
};

const timesOf = ({ startedAt, endedAt }: Visit, zone: Zone): string =>
  endedAt === null ? wallOf(startedAt, zone) : said.to(wallOf(startedAt, zone), wallOf(endedAt, zone));

/** Of several visits, oldest first. */
export const visitsWords = (content: Content, visits: readonly Visit[], zone: Zone): Words => {
  if (visits.length === 0) return {};
  const days = visits.map(({ startedAt }) => dayIn(startedAt, zone));
  return {
    sessions_count: String(visits.length),
    dates_short: datesShort(days),
    dates_times: visits.map((visit, at) => said.onDay(dayWords(days[at] ?? ''), timesOf(visit, zone))).join('; '),
    start_date: dayWords(days[0] ?? ''),
    end_date: dayWords(days.at(-1) ?? ''),
    ...contactIn(content, visits),
    suds_pattern: pattern(visits),
    ...stopsIn(visits),
    early_count: String(visits.filter(({ state }) => state.enough).length),
    flags_plain: flagsIn(visits, zone),
  };
};

const minutesOf = ({ state }: Visit): string =>
  String(Math.round(state.blocks.reduce((sum, { startedAt, endedAt }) => sum + ((endedAt ?? startedAt) - startedAt), 0) / 60_000));

const givenIn = (content: Content, { state: { aftercare } }: Visit): string =>
  listed((aftercare?.items ?? []).map((id) => small(content.session.aftercare.find((one) => one.id === id)?.title ?? id)));

/** Of the one session it is about. */
export const visitWords = (content: Content, visit: Visit, zone: Zone): Words => {
  const { before, after } = distressOf(visit);
  return {
    ...visitsWords(content, [visit], zone),
    visit_date: dayWords(dayIn(visit.startedAt, zone)),
    time: wallOf(visit.startedAt, zone),
    start_time: wallOf(visit.startedAt, zone),
    end_time: visit.endedAt === null ? '' : wallOf(visit.endedAt, zone),
    leave_time: visit.endedAt === null ? '' : wallOf(visit.endedAt, zone),
    contact_minutes: minutesOf(visit),
    suds_start: scale(before),
    suds_peak: scale(highestOf(visit)),
    suds_end: scale(after),
    suds_now: scale(after),
    pause_count: String(visit.state.pauses.length),
    events_plain: visit.state.episodes.length === 0 ? said.noEvents : '',
    leaving_state: small(visit.end?.left ?? ''),
    aftercare_given: givenIn(content, visit),
  };
};

/** "The left forearm", where hands were at that moment or last before it. */
export const placesAt = (content: Content, visit: Visit, offset: number): Words => {
  const block = visit.state.blocks.findLast(({ startedAt }) => startedAt <= offset);
  if (!block) return { area_words: '', contact_words: '' };
  return {
    area_words: listed(block.areas.map((code) => placeOf(content, code))),
    contact_words: content.session.levels.find(({ level }) => level === block.level)?.label.toLowerCase() ?? '',
  };
};

export const scaleWords = scale;
