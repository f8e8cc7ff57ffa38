import type { AllowedArea } from '../../shared/allowed.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';

/** What a client said, place by place, in the order in which it was said: written apart from shared/sayings.ts, to judge it by. */

/** In for everyone; asked for each time; needs a form of its own. */
export const trap = 'B-TRAP-L';
export const neck = 'B-NECK';
export const seat = 'B-GLUTE-L';
export const places = [trap, neck, seat] as const;
export type Place = (typeof places)[number];

export type Level = 0 | 1 | 2 | 3 | 4;
export type State = 'no' | 'ask' | 'yes';

/** One word about one place, or about how firm. */
export type Word = {
  readonly at: number;
  readonly about: Place | 'level';
  readonly state: State;
  readonly limit: Level;
  /** The form or the round it was said in. */
  readonly from: string;
  /** It was read through with the client, or said to the practitioner: it may open. */
  read: boolean;
  /** Another word in the same form stands in its place: it will never be read. */
  over: boolean;
  /** It stood in the form and was left as it was, while something else in it was said: whether it was said once more is left open. */
  readonly stood: boolean;
  /** `closes`: from the moment it was said; `silent`: says nothing until it is read; `perhaps`: may close, and need not. */
  readonly waiting: 'closes' | 'silent' | 'perhaps';
};

export type Held = { readonly state: State; readonly limit: Level };

const rank = (state: State): number => ['no', 'ask', 'yes'].indexOf(state);
const lower = (one: Level, other: Level): Level => (one < other ? one : other);
const both = (one: Held, other: Held): Held => ({
  state: rank(one.state) < rank(other.state) ? one.state : other.state,
  limit: lower(one.limit, other.limit),
});

const never: Held = { state: 'no', limit: 0 };

/** The last word that may open, and nothing that was said after it but what closes. `from`: as if this form were read now. */
export const heldBy = (
  words: readonly Word[],
  about: Word['about'],
  given: { readonly perhaps?: boolean; readonly from?: string } = {},
): Held => {
  const own = words.filter((word) => word.about === about);
  const opens = own.filter(
    (word) => (word.read && !(word.stood && given.perhaps)) || (word.from === given.from && !word.over && word.waiting !== 'perhaps'),
  );
  const last = opens.reduce<Word | null>((latest, word) => (latest && latest.at > word.at ? latest : word), null);
  if (!last) return never;
  const since = own.filter(
    (word) => word.at > last.at && (word.waiting === 'closes' ? !word.stood || given.perhaps : word.waiting === 'perhaps' && given.perhaps),
  );
  return since.reduce<Held>(both, last);
};

/** One signed form: when the client signed it, and when it was completed. */
export type Completed = {
  readonly formId: string;
  readonly id: string;
  readonly signed: number;
  readonly at: number;
  readonly elapsed: number;
};

/** All the judge knows of one client. */
export type Told = {
  now: number;
  readonly words: Word[];
  readonly completed: Completed[];
  /** When a form was last taken back as a whole: as it was said, and as it was kept. */
  readonly takenBack: Record<string, { readonly said: number; readonly kept: number }>;
  readonly underAge: boolean;
  /** The places as the newest form of the guardian leaves them. */
  guardian: Readonly<Record<Place, Held>> | null;
  /** Since when the place that needs its own form is offered. */
  seatSince: number | null;
  /** Milliseconds of the clock since the first day. */
  elapsed: number;
  furthest: number;
};

const day = 86_400_000;

/** Whether a form of this kind can count at all. */
const mayCount = (told: Told, formId: string, since = 0): boolean =>
  told.completed.some(
    (one) =>
      one.formId === formId && one.signed > (told.takenBack[formId]?.said ?? 0) && one.at > since && told.elapsed - one.elapsed < 367 * day,
  );

/** Whether the newest of them counts for sure. */
const counts = (told: Told, formId: string): boolean => {
  const newest = told.completed.filter((one) => one.formId === formId).at(-1);
  if (newest === undefined || told.furthest > 300 * day) return false;
  return newest.signed > (told.takenBack[formId]?.kept ?? 0) && newest.at > (told.takenBack[formId]?.kept ?? 0);
};

export const firmest = (told: Told, about: Place, given: Parameters<typeof heldBy>[2] = {}): Held => {
  const level = heldBy(told.words, 'level', given);
  const place = heldBy(told.words, about, given);
  const guarded = told.underAge && told.guardian ? both(place, told.guardian[about]) : place;
  const limit = lower(level.limit, guarded.limit);
  return guarded.state === 'no' || limit === 0 ? never : { state: guarded.state, limit };
};

const line = (held: { readonly state: State; readonly limit: number }): string => `${held.state}/${held.limit}`;

/** What is more than the client said; null where nothing is. */
const tooMuch = (told: Told, place: Place, at: AllowedArea): string | null => {
  if (at.holds === 'no') return at.ceiling === 0 ? null : `${place} is closed and allows ${at.ceiling}`;
  const most = firmest(told, place);
  if (rank(at.holds) > rank(most.state) || at.ceiling > most.limit)
    return `${place} is ${at.holds}/${at.ceiling}, and ${line(most)} is what was said`;
  if (place !== trap && at.holds === 'yes') return `${place} is yes though it is asked for each time`;
  if (!mayCount(told, 'informed-consent')) return `${place} is ${at.holds} with no consent that counts`;
  if (told.underAge && !mayCount(told, 'minor-consent')) return `${place} is ${at.holds} without the guardian`;
  if (place === seat && (told.seatSince === null || told.underAge || !mayCount(told, 'area-consent', told.seatSince)))
    return `${place} is ${at.holds} without its own form`;
  return null;
};

/** What was opened last, was read, and is closed all the same, though the forms are in order. */
const tooLittle = (told: Told, place: Place, at: AllowedArea): string | null => {
  if (place === seat || !counts(told, 'informed-consent') || (told.underAge && !counts(told, 'minor-consent'))) return null;
  const least = firmest(told, place, { perhaps: true });
  const expected = both(least, { state: place === trap ? 'yes' : 'ask', limit: 4 });
  if (rank(at.holds) >= rank(expected.state) && at.ceiling >= expected.limit) return null;
  return `${place} is ${at.holds}/${at.ceiling} (${at.reasons.map(({ code }) => code)}), and ${line(expected)} was said and read`;
};

/** What the map says beyond the client's words, whether or not the forms allow it today. */
const mapTooMuch = (told: Told, map: ConsentMap): readonly string[] => {
  const level = heldBy(told.words, 'level');
  const found = places.flatMap((place) => {
    const mark = map.areas[place];
    if (mark === undefined || mark.state === 'no' || mark.ceiling === 0) return [];
    const own = heldBy(told.words, place);
    const most: Level = lower(level.limit, own.limit);
    return rank(mark.state) > rank(own.state) || mark.ceiling > most
      ? [`the map has ${place} ${line({ state: mark.state, limit: mark.ceiling })}, said was ${line({ state: own.state, limit: most })}`]
      : [];
  });
  return map.ceiling > level.limit ? [...found, `the map has level ${map.ceiling}, said was ${level.limit}`] : found;
};

/** What does not hold; nothing where all does. */
export const judged = (told: Told, areas: readonly AllowedArea[], map: ConsentMap | null): readonly string[] => {
  const each = places.flatMap((place) => {
    const at = areas.find(({ code }) => code === place);
    if (!at) return [`${place} is not told`];
    return [tooMuch(told, place, at), tooLittle(told, place, at)].filter((found) => found !== null);
  });
  return [...each, ...(map ? mapTooMuch(told, map) : [])];
};

/** What a form shows filled in is never more than what was said, as if the form were read now. */
export const shownTooMuch = (told: Told, from: string, shown: { readonly about: Word['about'] } & Held): string | null => {
  const said = heldBy(told.words, shown.about, { from });
  if (shown.about !== 'level' && shown.state === 'no') return null;
  const isMore = shown.limit > said.limit || (shown.about !== 'level' && rank(shown.state) > rank(said.state));
  return isMore ? `${from.replace(/:.*/, '')} shows ${shown.about} ${line(shown)}, said was ${line(said)}` : null;
};
