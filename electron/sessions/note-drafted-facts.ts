import { Temporal } from 'temporal-polyfill';
import type { AreaState } from '../../shared/consent-form.ts';
import type { Scale, SessionBody, SessionEventKind } from '../../shared/session-events.ts';
import type { Block } from '../../shared/session-state.ts';
import { shows } from '../../shared/text.ts';
import type { Zone } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import type { Told } from './kept-session.ts';
import { words } from './note-words.ts';
import { momentAt } from './session-clock.ts';

/** All that a note is drafted from. Nothing in it was not noted by somebody, so nothing in the note is. */
export type DraftFacts = {
  readonly told: Told;
  readonly content: Practice['content'];
  readonly zone: Zone;
  /** What the people of it are called, by their id. */
  readonly names: ReadonlyMap<string, string>;
  /** Which episodes were kept as incidents. */
  readonly incidents: ReadonlySet<number>;
  /** The map the client had when the session was over; unmarked is out. Null: it cannot be told which. */
  readonly marks: Readonly<Record<string, AreaState>> | null;
};

/** A line of a list: when it was, and what. */
export type Line = { readonly at: number; readonly text: string };

type Moment = { readonly at: number; readonly seq: number; readonly by: string };

/** What was told of one kind of event, each with its moment and who told it. */
export const eventsOf = <K extends SessionEventKind>({ told }: Pick<DraftFacts, 'told'>, kind: K): readonly (SessionBody<K> & Moment)[] =>
  told.rows.flatMap(({ event, offset: at, seq, by }) => (event.kind === kind ? [{ ...(event.body as SessionBody<K>), at, seq, by }] : []));

/** On the wall, to the minute: `10:07`. */
export const wallOf = ({ told, zone }: DraftFacts, offset: number): string =>
  Temporal.Instant.from(momentAt(told.marks, offset)).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** As it stands in the middle of a sentence. */
export const placeOf = ({ content }: DraftFacts, code: string): string => {
  const label = content.bodyAreas.items.find((area) => area.code === code)?.label;
  return label ? label.charAt(0).toLowerCase() + label.slice(1) : code;
};

/** Names of places hold commas. */
export const placesOf = (facts: DraftFacts, codes: readonly string[]): string => codes.map((code) => placeOf(facts, code)).join(' and ');

export const techniqueOf = ({ content }: DraftFacts, id: string): string =>
  content.session.techniques.find((one) => one.id === id)?.name ?? id;

export const levelOf = ({ content }: DraftFacts, level: number): string =>
  content.session.levels.find((one) => one.level === level)?.label.toLowerCase() ?? String(level);

export const positionOf = ({ content }: DraftFacts, id: string): string =>
  content.session.positions.find((one) => one.id === id)?.label.toLowerCase() ?? id;

export const scaleOf = (scale: Scale): string => (scale === 'declined' ? words.declined : String(scale));

/** The position a block was in: its own, or the one that was noted last before it, by itself or with another block. */
export const positionDuring = (facts: DraftFacts, { position, startedAt }: Block): string | null => {
  const noted = [...eventsOf(facts, 'position'), ...eventsOf(facts, 'block-started')].filter((one) => one.position !== null);
  const before = noted.toSorted((one, other) => one.seq - other.seq).findLast(({ at }) => at <= startedAt);
  return position ?? before?.position ?? null;
};

const minute = 60_000;

/** `2 min`, `4 min 30 s`, `45 s`. */
export const lengthOfTime = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1_000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [minutes > 0 ? `${minutes} min` : '', rest > 0 || minutes === 0 ? `${rest} s` : ''].filter((part) => part !== '').join(' ');
};

export const contactMinutes = (milliseconds: number): number => Math.round(milliseconds / minute);

/** To a tenth, as it is told everywhere. */
export const secondsBetween = (from: number, to: number): string => String(Math.round((to - from) / 100) / 10);

/** A list as it stands in a field; of none it says so. */
export const listed = (facts: DraftFacts, lines: readonly Line[]): string =>
  lines.length === 0 ? words.none : lines.map(({ at, text }) => `${wallOf(facts, at)} ${text}`).join('\n');

/** Parts of a line that are there, the first with a capital. */
export const joined = (parts: readonly (string | null)[], between = '; '): string => {
  const there = parts.filter((part) => part !== null && shows(part)).join(between);
  return there.charAt(0).toUpperCase() + there.slice(1);
};
