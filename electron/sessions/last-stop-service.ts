import type { SafetyCard } from '../../shared/safety.ts';
import type { SessionContent } from '../../shared/session-content.ts';
import type { SessionState, StopEvent } from '../../shared/session-state.ts';
import { shows } from '../../shared/text.ts';
import type { Practice } from '../practice/practice.ts';
import { toldOfAll } from './kept-session.ts';
import { words } from './last-stop-words.ts';
import { momentAt } from './session-clock.ts';
import { type KeptSession, sessionsOfClient } from './sessions-repository.ts';

/** As many sessions as are looked back on for the newest stop, and for what helped. */
const lookedBack = 200;
const lookedBackForHelp = 5;

const highest = (all: readonly (string | null)[]): string =>
  all
    .map((one) => one ?? '')
    .sort()
    .at(-1) ?? '';

/** The grades of the episode a stop belongs to, in words; nothing of D0 and H0. */
const gradeWords = ({ dissociation, arousal }: SessionContent, state: SessionState, stop: StopEvent): string[] => {
  const seen = state.episodes.filter((one) => one.stop === stop.n).flatMap((one) => one.seen);
  const worst = highest(seen.map((one) => one.dissociation));
  const most = highest(seen.map((one) => one.arousal));
  const drift = worst > 'D0' ? dissociation.find(({ grade }) => grade === worst) : undefined;
  const stirred = most > 'H0' ? arousal.find(({ grade }) => grade === most) : undefined;
  return [
    ...(drift ? [words.dissociation(drift.label.toLowerCase())] : []),
    ...(stirred ? [words.arousal(stirred.label.toLowerCase())] : []),
  ];
};

const placesOf = ({ bodyAreas }: Practice['content'], codes: readonly string[]): string =>
  codes.map((code) => bodyAreas.items.find((area) => area.code === code)?.label ?? code).join('; ');

/** One stop in a line: which signal, where, how soon hands were off, and what was seen. */
export const stopWords = (content: Practice['content'], state: SessionState, stop: StopEvent): string => {
  const named = content.session.signals.find(({ id }) => id === stop.signal)?.label ?? stop.signal;
  const what = shows(named) ? named : words.stop[stop.cause];
  const where = stop.areas.length > 0 ? ` ${words.places(placesOf(content, stop.areas))}` : '';
  const { at, handsOffAt } = stop;
  return [
    `${what}${where}`,
    ...(handsOffAt === null ? [] : [words.handsOff(String(Math.round((handsOffAt - at) / 100) / 10))]),
    ...gradeWords(content.session, state, stop),
  ]
    .map((part) => `${part}.`)
    .join(' ');
};

const lastStopOf = async (practice: Practice, sessions: readonly KeptSession[]): Promise<SafetyCard['lastStop']> => {
  const newest = sessions.find(({ ended }) => ended !== null && ended.summary.stops.length > 0);
  if (!newest) return null;
  const [told] = await toldOfAll(practice, practice.db, [newest]);
  const stop = told?.state.stops.at(-1);
  return told && stop ? { at: momentAt(told.marks, stop.at), words: stopWords(practice.content, told.state, stop) } : null;
};

/** Sessions that are over: the card is read at the beginning of one, and must not change because of what happens in it. */
export const saidBySessions = async (
  practice: Practice,
  clientId: string,
): Promise<{ readonly lastStop: SafetyCard['lastStop']; readonly helped: readonly string[] }> => {
  const over = (await sessionsOfClient(practice.db, clientId, lookedBack)).filter(({ ended }) => ended !== null);
  const helped = over.slice(0, lookedBackForHelp).flatMap(({ ended }) => ended?.summary.helped ?? []);
  return { lastStop: await lastStopOf(practice, over), helped: [...new Set(helped)] };
};
