import type { SessionBody } from '../../shared/session-events.ts';
import { alarmed, goesOn, type Heard, halted, handsOff, lifted, minus, plus, type Stand, underRule } from './session-reference.ts';
import { isWatchWord, judgedBy, rule } from './session-signs.ts';

/** One accepted event after another: where each leads. */

const seen = (stand: Stand, heard: Heard, body: SessionBody<'seen'>): Stand => {
  const { seq, at, day } = heard;
  const judged = judgedBy(body);
  const looked = { ...stand, looks: [...stand.looks, { ...judged, seq, at, item: body.item }] };
  const isGraded = body.dissociation !== null || body.arousal !== null || body.item !== null;
  const noted = { ...looked, flag: stand.flag && !isGraded, incident: stand.incident || judged.incident };
  if (judged.resume === 'carry_on') return noted;
  if (judged.resume === 'client_asks') {
    // A stop signal that is written down as seen is one.
    const isStop = judged.isStop && (stand.hands === 'on' || stand.hands === 'off');
    return isStop ? halted(noted, heard) : { ...lifted(noted, at), word: true };
  }
  if (judged.resume === 'resume_rule') return underRule(noted, heard);
  const there = isUnderRule(judged) ? underRule(noted, heard) : alarmed(noted, heard);
  return { ...there, over: plus(stand.over, [day]), held: stand.held || judged.holds };
};

/** D2 or H2 beside what closes the day: the rule was called for as well. */
const isUnderRule = ({ dissociation, arousal }: { readonly dissociation: number | null; readonly arousal: number | null }): boolean =>
  dissociation === 2 || arousal === 2;

const checkedIn = (stand: Stand, heard: Heard, { distress, words, sensations }: SessionBody<'checked-in'>): Stand => {
  const { seq, at } = heard;
  const isWatched = sensations.filter(isWatchWord).length > 1;
  const noted = distress === null ? stand : { ...stand, numbers: [...stand.numbers, { seq, at, distress, words }] };
  if (typeof distress === 'number' && distress >= rule.distressAtLeast) return underRule(noted, heard);
  const isUp = stand.numbers.some(
    (one) => typeof distress === 'number' && typeof one.distress === 'number' && distress - one.distress >= 2,
  );
  return isUp || isWatched ? { ...lifted(noted, at), word: true } : noted;
};

const yesHeard = (stand: Stand, { answer, areas, ceiling }: SessionBody<'yes-heard'>): Stand => {
  const said = (what: 'yes' | 'no') => Object.keys(areas).filter((area) => areas[area] === what);
  const places = answer === 'no' ? [] : said('yes');
  return {
    ...stand,
    yes: { answer, places, ceiling },
    spoken: answer === 'no' ? [] : plus(minus(stand.spoken, said('no')), places),
    leftOut: plus(minus(stand.leftOut, places), said('no')),
  };
};

const placeAsked = (stand: Stand, { area, answer }: SessionBody<'place-asked'>): Stand =>
  answer === 'yes'
    ? { ...stand, spoken: plus(stand.spoken, [area]), leftOut: minus(stand.leftOut, [area]) }
    : { ...stand, spoken: minus(stand.spoken, [area]), leftOut: plus(stand.leftOut, [area]) };

const answered = (stand: Stand, { choice }: SessionBody<'answered'>): Stand => {
  if (choice === 'rest' || choice === 'enough') return { ...stand, word: true };
  const gone = [...stand.leftOut, ...stand.takenBack.map(({ area }) => area), ...stand.stopped.map(({ area }) => area)];
  const again = choice === 'elsewhere' || !stand.calm ? [] : minus(stand.block?.areas ?? [], gone);
  return { ...goesOn(stand), spoken: plus(stand.spoken, again) };
};

const disposed = (stand: Stand, { day }: Heard, { choice }: SessionBody<'disposed'>): Stand => {
  if (choice === 'go-on-gently') return stand;
  const ended: Stand = { ...stand, hands: 'off', word: true, ended: true };
  return choice === 'end' ? ended : { ...ended, incident: true, held: true, over: plus(stand.over, [day]) };
};

const takenBack = (stand: Stand, heard: Heard, { areas }: SessionBody<'places-taken-back'>): Stand => {
  const gone: Stand = {
    ...stand,
    spoken: minus(stand.spoken, areas),
    takenBack: [...stand.takenBack, ...areas.map((area) => ({ area, day: heard.day }))],
  };
  return stand.hands === 'on' && stand.block?.areas.some((area) => areas.includes(area)) ? halted(gone, heard) : gone;
};

const flagged = (stand: Stand, heard: Heard): Stand => {
  const { seq, at } = heard;
  return { ...alarmed(stand, heard), flag: true, flags: [...stand.flags, { seq, at }] };
};

const halfway = (stand: Stand, heard: Heard, { answer }: SessionBody<'halfway'>): Stand =>
  answer === 'none' ? halted(stand, heard) : answer === 'changing' ? lifted(stand, heard.at, true) : stand;

export const told = (stand: Stand, heard: Heard): Stand => {
  const { event, at } = heard;
  switch (event.kind) {
    case 'card-read':
      return { ...stand, card: true };
    case 'health-asked':
      return { ...stand, health: true };
    case 'signal-rehearsed':
      return { ...stand, tried: event.body };
    case 'yes-heard':
      return yesHeard(stand, event.body);
    case 'place-asked':
      return placeAsked(stand, event.body);
    case 'checked-in':
      return checkedIn(stand, heard, event.body);
    case 'block-started': {
      const { despite: _, ...block } = event.body;
      return { ...stand, hands: 'on', block, spans: [...stand.spans, [at, null]] };
    }
    case 'halfway':
      return halfway(stand, heard, event.body);
    case 'hands-lifted':
      return lifted(stand, at, event.body.reason !== 'watch-word');
    case 'answered':
      return answered(stand, event.body);
    case 'stop':
      return halted(stand, heard);
    case 'hands-off':
      return handsOff(stand, heard);
    case 'asked-on':
      return goesOn(stand);
    case 'flagged':
      return flagged(stand, heard);
    case 'seen':
      return seen(stand, heard, event.body);
    case 'disposed':
      return disposed(stand, heard, event.body);
    case 'places-taken-back':
      return takenBack(stand, heard, event.body);
    case 'phase':
      return stand.hands === 'lifted' ? { ...stand, hands: 'off' } : stand;
    default:
      return stand;
  }
};
