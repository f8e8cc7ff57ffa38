import { type Answer, type Answers, answerAsText } from '../../shared/form-answers.ts';
import type { Filling } from '../../shared/handover.ts';
import { goneThrough } from '../intake/gone-through.test-world.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { factsFilled } from './consent.test-world.ts';
import { type Level, type Place, places, type State, seat, shownTooMuch, type Told, type Word } from './last-word-oracle.test-world.ts';

/** One client's walk through the real dispatch, with what the judge is told of it. */

/** What is done to one place: left as it shows, no mark any more, or a mark, with a limit of its own. */
export type Mark = { readonly state: 'keep' | 'unmark' | State; readonly limit: Level | null };
export type Touch = {
  readonly marks: readonly [Mark, Mark, Mark];
  readonly level: 'keep' | 'clear' | Level;
  /** The client would rather talk about the places. */
  readonly talk: boolean;
};

/** A form that waits, as the judge knows it. */
export type Waiting = { fillingId: string; signed: number | null; said: number | null; stops: string | null; reviewed: readonly string[] };

export type Walk = {
  readonly world: TestWorld;
  readonly clientId: string;
  readonly told: Told;
  readonly waiting: Map<string, Waiting>;
  round: string | null;
  archived: boolean;
  readonly log: string[];
  /** What does not hold, found on the way. */
  readonly found: string[];
};

export const practiceToWalk = async (): Promise<TestWorld> => {
  const world = await testWorld();
  await factsFilled(world);
  return world;
};

/** Of this age, and for most of a year to come. */
const bornFor = (world: TestWorld, age: number): string => {
  const birthday = new Date(world.open.clock() + 360 * 86_400_000);
  return `${birthday.getUTCFullYear() - age - 1}${birthday.toISOString().slice(4, 10).replace('02-29', '02-28')}`;
};

export const begunWalk = async (world: TestWorld, underAge: boolean): Promise<Walk> => {
  const { id: clientId } = await world.ok('clients.create', { ...clientDetails, birthDate: bornFor(world, underAge ? 14 : 34) });
  await goneThrough(world, clientId);
  await offerSeat(world, false);
  const told: Told = {
    now: 0,
    words: [],
    completed: [],
    takenBack: {},
    underAge,
    guardian: null,
    seatSince: null,
    elapsed: 0,
    furthest: 0,
  };
  return { world, clientId, told, waiting: new Map(), round: null, archived: false, log: [], found: [] };
};

export const offerSeat = async (world: TestWorld, on: boolean): Promise<boolean> => {
  const { version } = await world.ok('consentMap.sensitiveAreas', {});
  return (await world.call('consentMap.setSensitiveAreas', { version, turnedOn: on ? [seat] : [], confirmed: true })).ok;
};

export const tick = (walk: Walk): number => {
  walk.told.now += 1;
  return walk.told.now;
};

const word = (at: number, about: Word['about'], state: State, limit: Level, rest: Partial<Word> = {}): Word => ({
  at,
  about,
  state,
  limit,
  from: 'aloud',
  read: false,
  over: false,
  stood: false,
  waiting: 'closes',
  ...rest,
});

/** A place that was said to be out, there and then. */
export const closing = (at: number, about: Word['about'], rest: Partial<Word> = {}): Word => word(at, about, 'no', 0, rest);
export const opening = (at: number, about: Word['about'], state: State, limit: Level, rest: Partial<Word> = {}): Word =>
  state === 'no' ? closing(at, about, rest) : word(at, about, state, limit, rest);
export const levelWord = (at: number, limit: Level, rest: Partial<Word> = {}): Word => word(at, 'level', 'yes', limit, rest);

export const closeAll = (walk: Walk, at: number, rest: Partial<Word> = {}): void => {
  walk.told.words.push(...places.map((place) => closing(at, place, rest)));
};

/** Later words in the same form stand in the place of those before. */
export const overIn = (walk: Walk, from: string, about: Word['about']): void => {
  for (const one of walk.told.words) if (one.from === from && one.about === about && !one.read) one.over = true;
};

export const readIn = (walk: Walk, from: string): void => {
  for (const one of walk.told.words) if (one.from === from && !one.over && one.waiting !== 'perhaps') one.read = true;
};

type MapAnswer = Extract<Answer, { kind: 'map' }>;

export const markIn = (
  map: MapAnswer | null,
  place: Place,
): { readonly state: State; readonly limit: Level; readonly isMarked: boolean } => {
  const state = map?.areas[place];
  return state === undefined
    ? { state: 'no', limit: 0, isMarked: false }
    : { state, limit: state === 'no' ? 0 : (map?.ceilings?.[place] ?? 4), isMarked: true };
};

/** The places as they are marked after this; null where nothing is answered. */
export const touched = (before: MapAnswer | null, touch: Touch, shown: readonly Place[]): MapAnswer | null => {
  if (touch.talk) return null;
  const isTouched = shown.some((place) => touch.marks[places.indexOf(place)]?.state !== 'keep');
  if (!isTouched) return before;
  const areas: Record<string, State> = { ...before?.areas };
  const ceilings: Record<string, Level> = { ...before?.ceilings };
  for (const place of shown) {
    const mark = touch.marks[places.indexOf(place)];
    if (!mark || mark.state === 'keep') continue;
    delete areas[place];
    delete ceilings[place];
    if (mark.state === 'unmark') continue;
    areas[place] = mark.state;
    if (mark.state !== 'no' && mark.limit !== null) ceilings[place] = mark.limit;
  }
  return { kind: 'map', areas, ...(Object.keys(ceilings).length > 0 ? { ceilings } : {}) };
};

export const mapAt = (answers: Answers, id: string): MapAnswer | null => {
  const answer = answers[id];
  return answer?.kind === 'map' ? answer : null;
};

export const levelAt = (answers: Answers, id: string): Level | null => {
  const answer = answers[id];
  return answer?.kind === 'choice' && /^C[0-4]$/.test(answer.value) ? (Number(answer.value[1]) as Level) : null;
};

export const isSame = (one: Answer | null | undefined, other: Answer | null | undefined): boolean =>
  answerAsText(one ?? undefined) === answerAsText(other ?? undefined);

export const shownPlaces = (filling: Pick<Filling, 'form'>): readonly Place[] =>
  places.filter((place) => filling.form.areas.some((area) => area.offered && area.code === place));

/** What the screen shows filled in is held against what was said. */
export const judgeShown = (
  walk: Walk,
  from: string,
  filling: Filling,
  ids: { readonly places: string; readonly level: string | null },
): void => {
  const map = mapAt(filling.answers, ids.places);
  const level = ids.level === null ? null : levelAt(filling.answers, ids.level);
  const found = [
    ...shownPlaces(filling).map((place) => shownTooMuch(walk.told, from, { about: place, ...markIn(map, place) })),
    level === null ? null : shownTooMuch(walk.told, from, { about: 'level', state: 'yes', limit: level }),
  ];
  walk.found.push(...found.filter((one) => one !== null));
};
