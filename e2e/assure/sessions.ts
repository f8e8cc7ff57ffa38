import type { Chance } from './chance.ts';
import type { Goal, Result } from './goal.ts';
import { clearTheWay, hasMarks, marksAnew, seenTo, someChange, startOther } from './session-around.ts';
import { touchReasons } from './session-blocks.ts';
import { isPresent, nextEvent, planNear, someEvent, startOf } from './session-chance.ts';
import { sessionDefects } from './session-defects.ts';
import { later, momentIn, openSat, type Place, placeFrom, type Sat, signAgain, today } from './session-place.ts';
import { mayGoOn } from './session-resume.ts';
import { rule } from './session-signs.ts';
import { type Done, type Note, record } from './session-steps.ts';
import { clockGoes, closes, looks, retries, starts, timePasses, waits, wrongUnder } from './session-turns.ts';

const quiet = (what: string): Done => ({ what, wrong: [] });

const readsCard = async (chance: Chance, place: Place, sat: Sat, note: Note): Promise<Done> => {
  const { sha256 } = await place.world.ok('safety.card', { clientId: place.clientId });
  return record(place, sat, { kind: 'card-read', body: { sha256 } }, chance, note);
};

/** In a session a block is tried right after it: what was changed must count at once. */
const changesAround = async (chance: Chance, place: Place, sat: Sat | null, note: Note): Promise<Done> => {
  const what = await someChange(chance, place);
  note(`changed: ${what.split(' ')[0]}`);
  if (!sat) return quiet(what);
  if (sat.stand.hands === 'on') return { what, wrong: await wrongUnder(place, sat) };
  const tried = await record(place, sat, startOf(planNear(chance, place, sat)), chance, note);
  return { what: `${what}, then ${tried.what}`, wrong: tried.wrong };
};

const hour = 3_600_000;

/** Nothing more may come of this day, whoever tries. */
const isOverFor = (place: Place): boolean =>
  place.sessions.some(
    ({ stand, closed }) => closed?.day === today(place) && (stand.over.length > 0 || stand.ended || stand.flag || closed.underRule),
  );

const isInTheWay = (place: Place): boolean => touchReasons(place).length > 0 || !hasMarks(place);

const withoutSession = async (chance: Chance, place: Place, note: Note): Promise<Done> => {
  const roll = chance.below(10);
  const last = place.sessions.at(-1);
  if (roll === 0 && last) return record(place, last, someEvent(chance, place, last), chance, note, true);
  if (roll === 1) return changesAround(chance, place, null, note);
  if (roll === 2) return quiet(chance.below(2) ? timePasses(chance, place) : clockGoes(chance, place, note));
  if (!place.consent || (place.consent.endsOn !== null && today(place) >= place.consent.endsOn)) {
    await signAgain(place);
    return quiet(`consent signed again, ${await marksAnew(chance, place)}`);
  }
  if (roll < 5 && last && isOverFor(place)) {
    later(place, 24 * hour);
    return quiet('the next day');
  }
  return roll < 7 && isInTheWay(place) ? quiet(await clearTheWay(chance, place)) : starts(chance, place, note);
};

/** Nothing more can come of it but its end: it is looked at for a while, and closed. */
const isSpent = (place: Place, sat: Sat): boolean =>
  sat.talkOnly || sat.stand.ended || sat.stand.over.length > 0 || !place.consent || ruleIsOver(place, sat);

const ruleIsOver = (place: Place, sat: Sat): boolean =>
  mayGoOn(sat.stand) === 'must-not' && sat.stand.needs.some(({ off }) => off !== null && momentIn(place, sat).at - off.at > rule.within);

const seesTo = async (chance: Chance, place: Place): Promise<Done> => quiet(await seenTo(chance, place));

/** Hands not off yet, or not present yet: when that comes is what the rule is about. */
const isWaiting = ({ stand }: Sat): boolean => stand.hands === 'lifting' || !isPresent(stand);

/** Most of the time what would come next, so that there is something to go wrong; else whatever may happen. */
const within = async (chance: Chance, place: Place, sat: Sat, note: Note): Promise<Done> => {
  const roll = chance.below(100);
  if (roll < 4) return retries(chance, place, note);
  if (roll < 14) return { what: timePasses(chance, place), wrong: await wrongUnder(place, sat) };
  if (roll < 35 && isWaiting(sat) && chance.below(2)) return waits(chance, place, sat, note);
  if (roll < 16) return { what: clockGoes(chance, place, note), wrong: await wrongUnder(place, sat) };
  if (roll < 21) return changesAround(chance, place, sat, note);
  if (roll < 22) return closes(place, sat, note);
  if (roll < 23) return { what: 'another session', wrong: await startOther(place) };
  if (roll < 25) return looks(chance, place, sat, note);
  if (roll < 45 && isSpent(place, sat)) return closes(place, sat, note);
  if (roll < 38 && touchReasons(place).length > 0) return seesTo(chance, place);
  if (!sat.stand.card && sat.stand.hands === 'off' && roll < 90) return readsCard(chance, place, sat, note);
  const event = roll < 78 ? nextEvent(chance, place, sat) : null;
  return record(place, sat, event ?? someEvent(chance, place, sat), chance, note);
};

const turn = async (chance: Chance, place: Place, note: Note): Promise<Done> => {
  const sat = openSat(place);
  try {
    return await (sat ? within(chance, place, sat, note) : withoutSession(chance, place, note));
  } catch (failure) {
    return { what: 'failed', wrong: [String(failure), ...place.world.incidents.map(String)] };
  }
};

const longest = 120;

/**
 * Each trial is one turn of a walk through sessions of one client: an event, a change of what is allowed, a retry, time, another clock, another
 * process. After each it is looked at whether it had to be taken or refused, by rules of the model's own.
 */
const walk = async (chance: Chance, trials: number): Promise<Result> => {
  const escapes: unknown[] = [];
  const counts = new Map<string, number>();
  const note: Note = (what) => counts.set(what, (counts.get(what) ?? 0) + 1);
  let made = 0;
  while (made < trials && escapes.length < 20) {
    const place = await placeFrom(chance);
    const way: string[] = [];
    for (let turns = 0; turns < longest && made < trials; turns += 1) {
      made += 1;
      const { what, wrong } = await turn(chance, place, note);
      way.push(what);
      if (wrong.length > 0) {
        escapes.push({ seed: chance.seed, made, wrong: wrong.slice(0, 3), way: way.slice(-14) });
        break;
      }
    }
    await place.world.open.database.destroy();
  }
  console.log(tableOf(counts));
  return { trials: made, escapes };
};

const tableOf = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .filter(([what]) => !what.startsWith('block, one thing against it: ') || !what.includes(' + '))
    .map(([what, times]) => `  ${String(times).padStart(6)} ${what}`)
    .join('\n');

export const sessions: Goal = {
  name: 'sessions',
  trials: { full: 100_000, quick: 6_000, test: 800 },
  run: ({ chance, trials }) => walk(chance, trials),
  defects: sessionDefects,
};
