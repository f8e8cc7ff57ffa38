import type { Chance } from './chance.ts';
import type { Goal, Result } from './goal.ts';
import { noteDefects } from './note-defects.ts';
import { triedByHand, wrongNow, wrongPaper } from './note-look.ts';
import { type NotePlace, notePlaceFrom, type Person, type Written } from './note-place.ts';
import { lists, opens, papers, searches, shut, thoughtsRead } from './note-reads.ts';
import { adds, coversFor, type Done, drafts, saves, setsInError, signs, thinks } from './note-steps.ts';

const hour = 3_600_000;

/** Seconds, hours, past midnight; and the wall clock alone, back or forward. */
const timePasses = (chance: Chance, { world }: NotePlace): Done => {
  if (chance.below(5) === 0) {
    const by = chance.pick([-26 * hour, -hour, hour, 26 * hour]);
    world.clockSet(by);
    return { what: `wall clock ${by / hour} h`, wrong: [] };
  }
  const by = chance.pick([1, 1_000, 60_000, hour, 5 * hour, 24 * hour]);
  world.later(by);
  return { what: `later, ${by / 1_000} s`, wrong: [] };
};

/** By how often it is tried. Most of what is asked of a note is asked by who wrote it. */
const withNote: readonly (readonly [times: number, (chance: Chance, place: NotePlace, person: Person, note: Written) => Promise<Done>])[] =
  [
    [22, saves],
    [12, signs],
    [9, adds],
    [3, setsInError],
    [9, (_, place, person, note) => opens(place, person, note)],
    [5, papers],
    [5, thinks],
    [6, (_, place, person, note) => thoughtsRead(place, person, note)],
    [8, (chance, place, person) => searches(chance, place, person)],
    [4, (chance, place, person) => lists(chance, place, person)],
    [4, (chance, place, person) => coversFor(chance, place, person)],
    [3, (chance, place, _, note) => shut(chance, place, note)],
    [6, (chance, place) => triedByHand(place, chance)],
    [4, async (chance, place) => timePasses(chance, place)],
    [6, (chance, place, person) => drafts(chance, place, person)],
  ];
const bag = withNote.flatMap(([times, step]) => Array.from({ length: times }, () => step));

/** Rather one of the newest that still count, so that what was begun is also finished. */
const someNote = (chance: Chance, { notes }: NotePlace): Written => {
  const open = notes.filter(({ inError }) => !inError).slice(-4);
  return chance.below(4) && open.length > 0 ? chance.pick(open) : chance.pick(notes);
};

const turn = async (chance: Chance, place: NotePlace): Promise<Done> => {
  if (place.notes.length === 0) return drafts(chance, place, chance.pick(place.people));
  const note = someNote(chance, place);
  const author = place.people.find(({ id }) => id === note.author);
  const person = author && chance.below(3) ? author : chance.pick(place.people);
  try {
    return await chance.pick(bag)(chance, place, person, note);
  } catch (failure) {
    return { what: 'failed', wrong: [String(failure), ...place.world.incidents.map(String)] };
  }
};

const longest = 80;

const wrongAtTheEnd = async (place: NotePlace): Promise<readonly string[]> =>
  (await Promise.all(place.notes.map((note) => wrongPaper(place, note)))).flat();

/**
 * Each trial is one step in a practice where three people write notes: a note begun, saved, signed, added to, moved; read, found, covered for;
 * time, a lock, and the file changed by hand. After each it is looked at whether it had to be taken, who saw what, and that nothing signed changed.
 */
const walk = async (chance: Chance, trials: number): Promise<Result> => {
  const escapes: unknown[] = [];
  const counts = new Map<string, number>();
  let made = 0;
  while (made < trials && escapes.length < 20) {
    const place = await notePlaceFrom(chance);
    const way: string[] = [];
    let wrong: readonly string[] = [];
    for (let turns = 0; turns < longest && made < trials && wrong.length === 0; turns += 1) {
      made += 1;
      const done = await turn(chance, place);
      way.push(done.what);
      const label = done.what.replace(/^\d /, '');
      counts.set(label, (counts.get(label) ?? 0) + 1);
      wrong = done.wrong.length > 0 ? done.wrong : await wrongNow(place, chance);
    }
    if (wrong.length === 0) wrong = await wrongAtTheEnd(place);
    if (wrong.length > 0) escapes.push({ seed: chance.seed, made, wrong: wrong.slice(0, 3), way: way.slice(-14) });
    await place.world.open.database.destroy();
  }
  console.log(
    [...counts]
      .sort()
      .map(([what, times]) => `  ${String(times).padStart(6)} ${what}`)
      .join('\n'),
  );
  return { trials: made, escapes };
};

export const notes: Goal = {
  name: 'notes',
  trials: { full: 100_000, quick: 4_000, test: 500 },
  run: ({ chance, trials }) => walk(chance, trials),
  defects: noteDefects,
};
