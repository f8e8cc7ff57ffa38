import type { Need, Stand } from './session-reference.ts';
import { rule } from './session-signs.ts';

/** `must`: the client's asking starts touch again; `must-not`: nothing does; `may`: the rule as it is written leaves it open. */
export type Verdict = 'must' | 'may' | 'must-not';

type Reading = {
  readonly until: number;
  /** A number of 7, a flag raised again and another thing seen each ask for both grades anew. */
  readonly isStrict: boolean;
};

type Look = {
  readonly seq: number;
  readonly at: number;
  readonly dissociation: number | null;
  readonly arousal: number | null;
  readonly anew: boolean;
};

const looksOf = ({ looks, numbers, flags }: Stand): readonly Look[] =>
  [
    ...looks.map((one) => ({ ...one, anew: one.item !== null })),
    ...numbers
      .filter(({ distress }) => distress !== 'declined' && distress >= rule.distressAtLeast)
      .map(({ seq, at }) => ({ seq, at, dissociation: null, arousal: null, anew: true })),
    ...flags.map(({ seq, at }) => ({ seq, at, dissociation: null, arousal: null, anew: true })),
  ].sort((one, other) => one.seq - other.seq);

/** Since when D0 and H0 both hold, of what was recorded after hands were off; anything above breaks it. */
const presentSince = (stand: Stand, after: number, { until, isStrict }: Reading): number | null => {
  let [dissociation, arousal]: [number | null, number | null] = [null, null];
  let since: number | null = null;
  for (const one of looksOf(stand).filter(({ seq }) => seq > after && seq < until)) {
    if (one.anew && isStrict) [dissociation, arousal] = [null, null];
    dissociation = one.dissociation ?? dissociation;
    arousal = one.arousal ?? arousal;
    since = dissociation === 0 && arousal === 0 ? (since ?? one.at) : null;
  }
  return since;
};

const isSettled = ({ numbers }: Stand, after: number): boolean => {
  const newest = numbers.filter(({ seq }) => seq > after).at(-1);
  if (!newest) return false;
  return newest.distress === 'declined' ? rule.settled.test(newest.words) : newest.distress <= rule.distressAtMost;
};

const meets = (stand: Stand, { off }: Need, reading: Reading): boolean => {
  if (!off) return false;
  const since = presentSince(stand, off.seq, reading);
  return since !== null && since - off.at <= rule.within && isSettled(stand, off.seq);
};

/** Where several are open, what is seen may be told of each of them, or of the newest alone; and what asks for the grades anew is read both ways. */
const readings = ({ openings }: Stand, need: Need): readonly Reading[] => {
  const next = openings.find((seq) => seq > need.seq) ?? Number.POSITIVE_INFINITY;
  return [Number.POSITIVE_INFINITY, next].flatMap((until) => [true, false].map((isStrict) => ({ until, isStrict })));
};

/** Whether touch may start again at the client's asking (redflags.json, resume_rule; domain.md 3.5). */
export const mayGoOn = (stand: Stand): Verdict => {
  if (!stand.card || stand.hands === 'on' || stand.hands === 'lifting' || stand.over.length > 0) return 'must-not';
  if (stand.flag) return 'must-not';
  const met = stand.needs.map((need) => readings(stand, need).map((reading) => meets(stand, need, reading)));
  if (met.some((all) => !all.includes(true))) return 'must-not';
  return stand.ended || met.some((all) => all.includes(false)) ? 'may' : 'must';
};
