import type { Gate } from '../../shared/resume-rule.ts';
import { type Decision, decisions, type SeenItem, type SessionContent } from '../../shared/session-content.ts';
import type { Scale } from '../../shared/session-events.ts';
import { itemOf } from '../../shared/session-flags.ts';
import type { Episode, SessionState, StopEvent } from '../../shared/session-state.ts';

/** What the screen of a red flag shows, told from the session and the content alone. */

type Graded<G extends string> = { readonly grade: G; readonly signs: readonly string[]; readonly clientWords: readonly string[] };

/** The grade follows the highest sign that was seen or heard; null where none was. */
export const gradeOfSigns = <G extends string>(grades: readonly Graded<G>[], seen: readonly string[]): G | null =>
  grades.findLast(({ signs, clientWords }) => [...signs, ...clientWords].some((sign) => seen.includes(sign)))?.grade ?? null;

export const stopOf = ({ stops }: SessionState, episode: Episode): StopEvent | null => stops.find(({ n }) => n === episode.stop) ?? null;

/** The step that stands on the screen: the last that was shown since; null before the first. */
export const stepShown = ({ grounding }: SessionState, episode: Episode): number | null =>
  grounding.findLast(({ seq, what }) => seq > episode.seq && (what === 'shown' || what === 'again'))?.step ?? null;

/** Which step comes first: to say it and lift, until hands are off; then what follows on it. */
export const firstStep = ({ grounding }: SessionContent, shown: number | null, areHandsOff: boolean): number => {
  const [lift, next] = grounding;
  if (shown !== null && (!areHandsOff || shown !== lift?.n)) return shown;
  return (areHandsOff ? next?.n : lift?.n) ?? 1;
};

/** Null after the last. */
export const stepAfter = ({ grounding }: SessionContent, step: number): number | null =>
  grounding[grounding.findIndex(({ n }) => n === step) + 1]?.n ?? null;

/** Steps that were said to help since. */
export const helpedSteps = ({ grounding }: SessionState, episode: Episode): ReadonlySet<number> =>
  new Set(grounding.filter(({ seq, what }) => seq > episode.seq && what === 'helped').map(({ step }) => step));

type Looked = { readonly dissociation: Episode['seen'][number]['dissociation']; readonly arousal: Episode['seen'][number]['arousal'] };

/** How it looks by the newest of each; with `since`, only what was seen after that event. */
export const lookedLast = ({ seen }: Episode, since = -1): Looked => {
  const all = seen.filter(({ seq }) => seq > since);
  return {
    dissociation: all.findLast((one) => one.dissociation !== null)?.dissociation ?? null,
    arousal: all.findLast((one) => one.arousal !== null)?.arousal ?? null,
  };
};

/** The newest number that was asked for since that event. */
export const distressSince = ({ checkIns }: SessionState, since: number): { readonly distress: Scale; readonly words: string } | null => {
  const asked = checkIns.findLast(({ seq, distress }) => seq > since && distress !== null);
  return asked?.distress == null ? null : { distress: asked.distress, words: asked.words };
};

/** Which of the two the resume rule has, and what was noted where it does not decide. Both, once it says so: something else may have been seen since. */
export const presenceOf = (
  { rule }: Gate,
  { dissociation, arousal }: Looked,
): { readonly isPresent: boolean; readonly isSettled: boolean } => {
  const [isPresent, isSettled] = [dissociation === 'D0', arousal === 'H0'];
  if (!rule) return { isPresent, isSettled };
  if (rule.presentAt !== null) return { isPresent: true, isSettled: true };
  return isPresent && isSettled ? { isPresent: false, isSettled: false } : { isPresent, isSettled };
};

/** From here on it is seen with hands off. */
export const sinceHandsOff = (state: SessionState, episode: Episode): number => {
  const stop = stopOf(state, episode);
  return stop?.handsOffSeq ?? stop?.seq ?? episode.seq;
};

/** No more touch today, whatever the client asks: not the client's own no, which they may take back. */
export const isClosedToday = ({ touch, because }: Gate): boolean =>
  touch === 'closed' && (because === 'never' || because === 'not-today' || because === 'rule-over');

/** What to do about what was seen in this episode, in the words of the content: items by name, and the grades. */
export const adviceOf = (
  content: SessionContent,
  episode: Episode,
): { readonly items: readonly SeenItem[]; readonly grades: readonly string[] } => {
  const worst = (all: readonly (string | null)[]): string =>
    all
      .flatMap((one) => one ?? [])
      .toSorted()
      .at(-1) ?? '';
  const grades = [worst(episode.seen.map((one) => one.dissociation)), worst(episode.seen.map((one) => one.arousal))];
  const named = new Set(episode.seen.flatMap(({ item }) => item ?? []));
  return {
    items: [...named].flatMap((id) => itemOf(content, id) ?? []),
    grades: [...content.dissociation, ...content.arousal]
      .filter(({ grade, action, what }) => grades.includes(grade) && action > 'P0' && what !== '')
      .map(({ what }) => what),
  };
};

/** What is seen or heard beside the grades, the gravest decision first; `typed` narrows it. */
export const seenByDecision = (
  content: SessionContent,
  typed: string,
): readonly { readonly decision: Decision; readonly items: readonly SeenItem[] }[] => {
  const wanted = typed.trim().toLowerCase().split(/\s+/u);
  const found = content.seen.filter(({ what, doNow }) => wanted.every((word) => `${what} ${doNow}`.toLowerCase().includes(word)));
  return decisions
    .toReversed()
    .map((decision) => ({ decision, items: found.filter((one) => one.decision === decision) }))
    .filter(({ items }) => items.length > 0);
};

export type Writing = 'seen' | 'grounding' | 'before' | 'at' | 'end' | 'settled' | 'told' | 'way';

/** What has to stand in the record of an episode (redflags.json, documentation) and can be said in the session, and whether it does yet. */
export const writtenOf = (state: SessionState, episode: Episode): readonly { readonly what: Writing; readonly isThere: boolean }[] => {
  const numbers = state.checkIns.filter(({ distress }) => distress !== null);
  const during = numbers.filter(({ seq }) => seq >= episode.seq);
  const { dissociation, arousal } = lookedLast(episode, sinceHandsOff(state, episode));
  const isSeen = episode.seen.some(({ signs, words, item }) => signs.length > 0 || words !== '' || item !== null);
  return [
    { what: 'seen', isThere: isSeen || episode.cause === 'distress' },
    { what: 'grounding', isThere: state.grounding.some(({ seq }) => seq > episode.seq) },
    { what: 'before', isThere: numbers.some(({ seq }) => seq < episode.seq) },
    { what: 'at', isThere: during.length > 0 },
    { what: 'end', isThere: during.length > 1 },
    { what: 'settled', isThere: dissociation !== null && arousal !== null },
    { what: 'told', isThere: state.told.length > 0 },
    { what: 'way', isThere: state.wayHome !== null },
  ];
};
