import type { BlockPlan, SessionEvent } from '../../shared/session-events.ts';
import type { Judged } from './session-signs.ts';

/** Where a session stands by domain.md 2.6, 3 and 11.2 and product.md 7, told from what was accepted and by no rule of ours. */

/** `at`: milliseconds since it began; `day`: the day of it on the wall. */
export type Heard = { readonly event: SessionEvent; readonly seq: number; readonly at: number; readonly day: string };

type Off = { readonly seq: number; readonly at: number };
/** D2, H2, a distress of 7 or more, or what the table calls P3 under the rule; `off`: the touch on "Hands are off" it counts from. */
export type Need = { readonly seq: number; readonly off: Off | null };

export type Stand = {
  /** `lifting`: a signal was given and hands are not off yet; `lifted`: off after one; `off`: nobody is asked to lift anything. */
  readonly hands: 'off' | 'on' | 'lifting' | 'lifted';
  readonly block: BlockPlan | null;
  /** The last block ended as planned or at somebody's word, and not for a sign. */
  readonly calm: boolean;
  /** Hands on: from, to. */
  readonly spans: readonly (readonly [from: number, to: number | null])[];
  readonly stops: readonly { readonly at: number; readonly off: number | null }[];
  readonly needs: readonly Need[];
  /** What is being looked at since a flag or a sign, and the touch on "Hands are off" it counts from. */
  readonly episode: { readonly off: Off | null } | null;
  readonly lastOff: Off | null;
  /** Where each of those began. */
  readonly openings: readonly number[];
  /** No more touch before the client asks. */
  readonly word: boolean;
  /** A red flag was raised and nobody graded it yet. */
  readonly flag: boolean;
  readonly flags: readonly Off[];
  /** It was said that the session ends here. */
  readonly ended: boolean;
  /** No more touch today, since this day. */
  readonly over: readonly string[];
  readonly incident: boolean;
  readonly held: boolean;
  readonly looks: readonly (Judged & Off & { readonly item: string | null })[];
  readonly numbers: readonly {
    readonly seq: number;
    readonly at: number;
    readonly distress: number | 'declined';
    readonly words: string;
  }[];
  readonly card: boolean;
  readonly health: boolean;
  readonly yes: { readonly answer: 'yes' | 'partly' | 'no'; readonly places: readonly string[]; readonly ceiling: number | null } | null;
  readonly tried: { readonly word: string; readonly gesture: string } | null;
  /** A spoken yes that was not used up. */
  readonly spoken: readonly string[];
  readonly leftOut: readonly string[];
  readonly takenBack: readonly { readonly area: string; readonly day: string }[];
  readonly stopped: readonly { readonly area: string; readonly day: string }[];
};

export const begun: Stand = {
  hands: 'off',
  block: null,
  calm: false,
  spans: [],
  stops: [],
  needs: [],
  episode: null,
  lastOff: null,
  openings: [],
  word: false,
  flag: false,
  flags: [],
  ended: false,
  over: [],
  incident: false,
  held: false,
  looks: [],
  numbers: [],
  card: false,
  health: false,
  yes: null,
  tried: null,
  spoken: [],
  leftOut: [],
  takenBack: [],
  stopped: [],
};

export const plus = (list: readonly string[], more: readonly string[]): readonly string[] => [...new Set([...list, ...more])];
export const minus = (list: readonly string[], gone: readonly string[]): readonly string[] => list.filter((one) => !gone.includes(one));

/** Hands leave the body; every yes for a place was one just before this block, and the client's word comes before more. */
export const lifted = (stand: Stand, at: number, calm = false): Stand =>
  stand.hands === 'on'
    ? {
        ...stand,
        hands: 'off',
        word: true,
        spans: stand.spans.map(([from, to]) => [from, to ?? at]),
        spoken: [],
        calm,
      }
    : stand;

/** A signal, or whatever counts as one: hands off, each yes is gone, and the place asks for the rest of the day. */
export const halted = (stand: Stand, { at, day }: Heard): Stand => {
  const areas = stand.hands === 'on' ? (stand.block?.areas ?? []) : [];
  const stops = stand.hands === 'lifting' ? stand.stops : [...stand.stops, { at, off: null }];
  const stopped = [...stand.stopped, ...areas.map((area) => ({ area, day }))];
  return { ...lifted(stand, at), hands: 'lifting', word: true, spoken: [], stops, stopped };
};

export const handsOff = (stand: Stand, { seq, at }: Heard): Stand => {
  const off = { seq, at };
  return {
    ...stand,
    hands: 'lifted',
    lastOff: off,
    stops: stand.stops.map((stop) => ({ ...stop, off: stop.off ?? at })),
    needs: stand.needs.map((need) => ({ ...need, off: need.off ?? off })),
    episode: stand.episode && { off: stand.episode.off ?? off },
  };
};

/** Hands come off for something that must be looked at; while they are off after a stop it belongs to that one. */
export const alarmed = (stand: Stand, heard: Heard): Stand => {
  const isPart = stand.hands === 'lifting' || stand.hands === 'lifted';
  const there = isPart ? { ...stand, word: true } : halted(stand, heard);
  if (isPart && stand.episode) return there;
  return {
    ...there,
    episode: { off: isPart && stand.hands === 'lifted' ? stand.lastOff : null },
    openings: [...stand.openings, heard.seq],
  };
};

/** The resume rule is called for. */
export const underRule = (stand: Stand, heard: Heard): Stand => {
  const there = alarmed(stand, heard);
  const isSame = there.openings === stand.openings && there.needs.length > 0;
  const needs = isSame ? there.needs : [...there.needs, { seq: heard.seq, off: there.episode?.off ?? null }];
  return { ...there, incident: true, needs };
};

/** The client asked to go on, and it was taken. */
export const goesOn = (stand: Stand): Stand => ({
  ...stand,
  hands: 'off',
  word: false,
  flag: false,
  needs: [],
  episode: null,
  yes: stand.yes?.answer === 'no' ? null : stand.yes,
});
