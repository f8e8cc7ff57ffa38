import type { Reply } from '../../shared/app-error.ts';
import type { SessionEvent, SessionEventKind } from '../../shared/session-events.ts';
import type { Session } from '../../shared/sessions.ts';
import type { Chance } from './chance.ts';
import { forbidden } from './session-blocks.ts';
import { lastEventOf, rowsOf, standingHolds, wrongLeft, wrongTimes } from './session-look.ts';
import { dayOf, mapNow, momentIn, type Place, type Sat, type Sent } from './session-place.ts';
import { mayGoOn } from './session-resume.ts';
import { told } from './session-told.ts';

/** One event is recorded in a session, and everything is looked at: whether it was taken, what it left, and what it must not have touched. */

export type Done = { readonly what: string; readonly wrong: readonly string[] };

/** Taken whatever came meanwhile (product.md 7: nobody who lifts their hands is told to look again first). */
const always: readonly SessionEventKind[] = ['stop', 'hands-off', 'flagged', 'seen', 'hands-lifted', 'places-taken-back', 'remark'];

const isAlways = (event: SessionEvent): boolean =>
  always.includes(event.kind) || (event.kind === 'halfway' && event.body.answer === 'none');

type Expected = { readonly answer: 'taken' | 'refused' | 'conflict' | 'either'; readonly because: string };
const taken: Expected = { answer: 'taken', because: '' };
const either: Expected = { answer: 'either', because: '' };
const refused = (because: string): Expected => ({ answer: 'refused', because });

const onlyWhen = (isSo: boolean, because: string): Expected => (isSo ? taken : refused(because));

const expectedOf = (place: Place, sat: Sat, event: SessionEvent, seq: number): Expected => {
  if (sat.closed) return refused('closed');
  if (seq !== sat.seq && !isAlways(event)) return { answer: 'conflict', because: 'stale' };
  const { hands } = sat.stand;
  switch (event.kind) {
    case 'stop':
    case 'flagged':
    case 'seen':
    case 'remark':
    case 'places-taken-back':
    case 'checked-in':
      return taken;
    case 'hands-off':
      return onlyWhen(hands === 'lifting', 'no stop');
    case 'hands-lifted':
      return onlyWhen(hands === 'on', 'hands are off');
    case 'block-started': {
      const against = forbidden(place, sat, event.body);
      return against.length > 0 ? refused(against.join(' + ')) : either;
    }
    case 'asked-on': {
      const verdict = mayGoOn(sat.stand);
      return verdict === 'may' ? either : onlyWhen(verdict === 'must', 'the rule is not met');
    }
    case 'answered': {
      const isYes = event.body.choice !== 'rest' && event.body.choice !== 'enough';
      return isYes && mayGoOn(sat.stand) === 'must-not' ? refused('the rule is not met') : either;
    }
    default:
      return either;
  }
};

const answerOf = (reply: Reply<unknown>): 'taken' | 'refused' | 'conflict' | 'failed' => {
  if (reply.ok) return 'taken';
  return reply.error.code === 'refused' || reply.error.code === 'conflict' ? reply.error.code : 'failed';
};

/** The facts that other parts keep of an event, as its words say them. */
const keepBeside = async (place: Place, event: SessionEvent): Promise<void> => {
  if (event.kind === 'health-asked') {
    const { changes } = await place.world.ok('health.findings', { clientId: place.clientId });
    // A newer "nothing" does away with nothing: what was spoken of waits until somebody went through it.
    place.change = changes.find(({ changed, settledAt }) => changed && settledAt === null)?.id ?? null;
  }
  if (event.kind === 'signal-rehearsed') place.clientVersion = (await place.world.ok('clients.get', { id: place.clientId })).version;
  if (event.kind === 'places-taken-back') {
    const gone = Object.fromEntries(event.body.areas.map((area) => [area, { state: 'no', ceiling: 0 } as const]));
    place.map = { ...place.map, id: (await mapNow(place)).id, areas: { ...place.map.areas, ...gone } };
  }
};

const wrongKept = async (place: Place, sat: Sat, sent: Sent, reply: { readonly value: Session }): Promise<readonly string[]> => {
  const row = await lastEventOf(place, sat);
  const { at } = sat.last;
  return [
    ...(row?.id === sent.id && row.seq === sat.seq && row.kind === sent.event.kind ? [] : ['it was not kept as the newest']),
    ...(row?.offset === at && reply.value.state.offset === at ? [] : [`it is kept at ${row?.offset}, and happened at ${at}`]),
    ...(reply.value.state.seq === sat.seq ? [] : [`it is told as number ${reply.value.state.seq} of ${sat.seq}`]),
    ...wrongTimes(sat, reply.value),
    ...(await wrongLeft(place, sat)),
  ];
};

/** What the model keeps of it. */
const hear = async (place: Place, sat: Sat, sent: Sent, ago: number): Promise<void> => {
  sat.last = momentIn(place, sat, ago);
  sat.seq += 1;
  const heard = { event: sent.event, seq: sat.seq, at: sat.last.at, day: dayOf(sat.last.wall) };
  sat.heard.push(heard);
  sat.stand = told(sat.stand, heard);
  place.sent.push(sent);
  await keepBeside(place, sent.event);
};

const labelOf = (event: SessionEvent): string => {
  switch (event.kind) {
    case 'answered':
      return `answered ${event.body.choice}`;
    case 'seen':
      return `seen ${[event.body.dissociation, event.body.arousal, event.body.item].filter((one) => one !== null).join(' ')}`;
    case 'checked-in':
      return `checked-in ${event.body.distress}`;
    case 'phase':
      return `phase ${event.body.to}`;
    case 'disposed':
      return `disposed ${event.body.choice}`;
    case 'yes-heard':
      return `yes-heard ${event.body.answer}`;
    default:
      return event.kind;
  }
};

let ids = 0;
export const eventId = (): string => {
  ids += 1;
  return `10000000-0000-4000-8000-${ids.toString(16).padStart(12, '0')}`;
};

export type Note = (what: string) => void;

/** Records it, and says what of it was wrong. */
export const record = async (place: Place, sat: Sat, event: SessionEvent, chance: Chance, note: Note, isPlain = false): Promise<Done> => {
  const isStale = !isPlain && sat.seq > 0 && chance.below(25) === 0;
  const ago = !isPlain && chance.below(6) === 0 ? chance.below(20_000) : 0;
  const sent: Sent = { id: eventId(), sessionId: sat.id, seq: isStale ? chance.below(sat.seq) : sat.seq, event };
  const expected = expectedOf(place, sat, event, sent.seq);
  const before = await rowsOf(place);
  const reply = await place.world.call('sessions.record', { ...sent, ago });
  const answer = answerOf(reply);
  const what = `${labelOf(event)}: ${answer}${reply.ok ? '' : ` (${JSON.stringify(reply.error).slice(0, 160)})`}`;
  note(`${answer} ${event.kind}`);
  const isAsExpected = expected.answer === 'either' ? answer === 'taken' || answer === 'refused' : expected.answer === answer;
  const unexpected = isAsExpected ? [] : [`${event.kind} is ${answer}, and must be ${expected.answer}: ${expected.because}`];
  if (event.kind === 'block-started')
    note(
      answer === 'taken' || expected.because === ''
        ? `block: ${answer} with nothing against it`
        : `block, one thing against it: ${expected.because}`,
    );
  if (!reply.ok) return { what, wrong: [...unexpected, ...((await rowsOf(place)) === before ? [] : ['refused, and something changed'])] };
  if (event.kind === 'asked-on' && sat.stand.needs.length > 0) noteResume(sat, note);
  await hear(place, sat, sent, ago);
  place.holds = await standingHolds(place);
  return { what, wrong: [...unexpected, ...(await wrongKept(place, sat, sent, reply))] };
};

const noteResume = ({ stand }: Sat, note: Note): void => {
  note('resumed under the rule');
  if (stand.needs.some(({ off }) => stand.looks.some(({ at }) => off !== null && at - off.at === 300_000)))
    note('resumed under the rule, present at 5:00.000');
};
