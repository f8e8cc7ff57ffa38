import type { Chance } from './chance.ts';
import { asks, closedReasons, forbidden, lowest, startReasons, touchReasons } from './session-blocks.ts';
import { areas, lookedAt, planNear, startOf } from './session-chance.ts';
import { rowsOf, standingHolds, wrongLeft, wrongTimes } from './session-look.ts';
import { anotherRun, dayOf, later, momentIn, openSat, type Place, type Sat, satFrom, today, wallOf } from './session-place.ts';
import { rule } from './session-signs.ts';
import { type Done, eventId, type Note, record } from './session-steps.ts';

/** The other turns a walk takes: beginning and closing a session, a retry, time, and looking at what is allowed. */

export const starts = async (chance: Chance, place: Place, note: Note): Promise<Done> => {
  const talkOnly = place.holds.length > 0 ? chance.below(3) > 0 : chance.below(8) === 0;
  const isOpen = openSat(place) !== null;
  const against = [...(isOpen ? ['one is open'] : []), ...startReasons(place), ...(talkOnly ? [] : touchReasons(place))];
  const asked = { clientId: place.clientId, appointmentId: null, plannedMinutes: 60, talkOnly };
  const before = await rowsOf(place);
  const reply = await place.world.call('sessions.start', asked);
  note(reply.ok ? `started${talkOnly ? ' for talk' : ''}` : 'refused start');
  if (reply.ok) {
    if (place.sessions.some(({ closed }) => closed?.day === today(place))) note('a second session on a day');
    if (place.sessions.some(({ stand }) => stand.over.includes(today(place)))) note('a second session on a day that is over');
    place.sessions.push(satFrom(place, reply.value.id, talkOnly));
    return { what: `start ${talkOnly}`, wrong: against.length > 0 ? [`a session began: ${against.join(' + ')}`] : [] };
  }
  const wrong = reply.error.code === 'refused' ? [] : [`an answer nobody expects: ${JSON.stringify(reply.error)}`];
  return {
    what: `start ${talkOnly} refused`,
    wrong: [...wrong, ...((await rowsOf(place)) === before ? [] : ['refused, and something changed'])],
  };
};

const touchSeconds = ({ stand }: Sat): number => Math.round(stand.spans.reduce((sum, [from, to]) => sum + ((to ?? from) - from), 0) / 1000);

export const closes = async (place: Place, sat: Sat, note: Note): Promise<Done> => {
  const { hands, needs } = sat.stand;
  const id = eventId();
  const asked = { sessionId: sat.id, id, end: { left: 'With a friend', tasks: [] } };
  const mayClose = hands !== 'on' && hands !== 'lifting';
  const reply = await place.world.call('sessions.close', asked);
  note(reply.ok ? 'closed' : 'refused close');
  if (reply.ok !== mayClose) return { what: 'close', wrong: [`close is ${reply.ok ? 'taken' : 'refused'} while hands are ${hands}`] };
  if (!reply.ok) return { what: 'close refused', wrong: [] };
  if (needs.length > 0) note('closed under the rule');
  sat.closed = { id, day: today(place), underRule: needs.length > 0 };
  const { sessions } = await place.world.ok('sessions.ofClient', { clientId: place.clientId });
  const line = sessions.find((one) => one.id === sat.id);
  const seconds = sat.stand.stops.map(({ at, off }) => (off === null ? null : Math.round((off - at) / 100) / 10));
  const told = line?.stops.map((one) => one.secondsToHandsOff);
  const before = await rowsOf(place);
  const again = await place.world.call('sessions.close', asked);
  place.holds = await standingHolds(place);
  return {
    what: 'close',
    wrong: [
      ...(await wrongLeft(place, sat)),
      ...wrongTimes(sat, reply.value),
      ...(line?.touchSeconds === touchSeconds(sat) ? [] : [`${line?.touchSeconds} s of touch are told of ${touchSeconds(sat)}`]),
      ...(JSON.stringify(told) === JSON.stringify(seconds) ? [] : [`seconds to hands off ${told} are told of ${seconds}`]),
      ...(again.ok && (await rowsOf(place)) === before ? [] : ['the same close once more did something']),
    ],
  };
};

/** An answer that was lost: the same event, word for word, is stored once; the same id with other words is refused. */
export const retries = async (chance: Chance, place: Place, note: Note): Promise<Done> => {
  const sent = place.sent[place.sent.length - 1 - chance.below(Math.min(4, place.sent.length))];
  if (!sent) return { what: 'nothing to send again', wrong: [] };
  const isOther = chance.below(5) === 0;
  const event = isOther ? ({ kind: 'remark', body: { words: 'Something else' } } as const) : sent.event;
  const before = await rowsOf(place);
  const reply = await place.world.call('sessions.record', { ...sent, event, ago: 0 });
  note(isOther ? 'retried with other words' : 'retried');
  const wrong = [
    ...(reply.ok === !isOther
      ? []
      : [`a retry${isOther ? ' with other words' : ''} is ${reply.ok ? 'taken' : JSON.stringify(reply.error)}`]),
    ...((await rowsOf(place)) === before ? [] : ['a retry left something']),
  ];
  return { what: `retry of ${sent.event.kind}`, wrong };
};

const passing = [0, 1, 500, 1_000, 2_400, 10_000, 45_000, 60_000, 130_000, 290_000, 3_600_000];

export const timePasses = (chance: Chance, place: Place): string => {
  const milliseconds = chance.below(6) ? chance.pick(passing) : chance.below(400_000);
  later(place, milliseconds);
  return `later, ${milliseconds} ms`;
};

/** D0 and H0 at the very millisecond at which the five minutes are over, or past it; or any other time. */
export const waits = async (chance: Chance, place: Place, sat: Sat, note: Note): Promise<Done> => {
  const off = sat.stand.needs.find((need) => need.off !== null)?.off;
  const left = off ? off.at + rule.within - momentIn(place, sat).at : -1;
  if (left < 0 || sat.stand.hands === 'lifting' || chance.below(2)) return { what: timePasses(chance, place), wrong: [] };
  const past = chance.pick([0, 0, 1, 1_000]);
  later(place, left + past);
  note(past === 0 ? 'present at 5:00.000' : 'present past 5:00.000');
  const { what, wrong } = await record(place, sat, lookedAt({ dissociation: 'D0', arousal: 'H0' }), chance, note, true);
  return { what: `later, ${left + past} ms, then ${what}`, wrong };
};

const hour = 3_600_000;

/** Half a minute before the consent ends at midnight. */
const beforeItEnds = (endsOn: string): number => {
  const midnight = [...Array(24).keys()]
    .map((hours) => Date.parse(`${endsOn}T00:00:00Z`) + hours * hour)
    .find((at) => dayOf(at) === endsOn && dayOf(at - 1) < endsOn);
  return (midnight ?? 0) - 30_000;
};

export const clockGoes = (chance: Chance, place: Place, note: Note): string => {
  const ends = place.consent?.endsOn;
  if (ends && chance.below(15) === 0) {
    const left = beforeItEnds(ends) - wallOf(place);
    place.world.clockSet(left);
    note('half a minute before the consent ends');
    return `wall clock ${left} ms, before the consent ends`;
  }
  if (chance.below(3) === 0) {
    anotherRun(place);
    note('another process');
    return 'another run';
  }
  const by = chance.pick([-26 * hour, -hour, -90_000, 60_000, 2 * hour, 26 * hour]);
  place.world.clockSet(by);
  note(by < 0 ? 'wall clock set back' : 'wall clock set forward');
  return `wall clock ${by} ms`;
};

/** What the window is told is allowed opens nothing that is closed; and a block starts exactly when it was told that it may. */
export const looks = async (chance: Chance, place: Place, sat: Sat, note: Note): Promise<Done> => {
  const plan = planNear(chance, place, sat);
  const { allowed, verdict } = await place.world.ok('sessions.allowed', { sessionId: sat.id, plan });
  const wrong = areas.flatMap((code) => {
    const one = allowed.areas.find((area) => area.code === code);
    if (!one || one.holds === 'no') return [];
    const against = [...closedReasons(place, sat, code), ...touchReasons(place)];
    const { level, by } = lowest(place, sat, code);
    return [
      ...(against.length > 0 ? [`${code} is told as ${one.holds}: ${against.join(' + ')}`] : []),
      ...(one.holds === 'yes' && asks(place, sat, code) ? [`${code} is told as yes: ${asks(place, sat, code)}`] : []),
      ...(one.ceiling > level ? [`${code} is told up to ${one.ceiling}: ${by}`] : []),
    ];
  });
  const against = forbidden(place, sat, plan);
  const opened = verdict?.refused.length === 0 && against.length > 0 ? [`a block is told as possible: ${against.join(' + ')}`] : [];
  const { what, wrong: more } = await record(place, sat, startOf(plan), chance, note, true);
  const isStarted = what.includes(': taken');
  const differs = isStarted === (verdict?.refused.length === 0) ? [] : [`told ${JSON.stringify(verdict?.refused)}, and then ${what}`];
  return { what: `allowed, then ${what}`, wrong: [...wrong, ...opened, ...more, ...differs] };
};

/** A place that was taken back while hands are on it is told at once. */
export const wrongUnder = async (place: Place, sat: Sat): Promise<readonly string[]> => {
  if (sat.stand.hands !== 'on' || !sat.stand.block) return [];
  const { mustLift } = await place.world.ok('sessions.get', { sessionId: sat.id });
  const { level } = sat.stand.block;
  return sat.stand.block.areas
    .filter(
      (area) => closedReasons(place, sat, area).length > 0 || touchReasons(place).length > 0 || lowest(place, sat, area).level < level,
    )
    .filter((area) => !mustLift.includes(area))
    .map((area) => `hands are on ${area}, and nobody is told to lift them`);
};
