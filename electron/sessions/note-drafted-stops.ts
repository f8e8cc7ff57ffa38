import { lookWords, quoted } from '../../shared/noted-words.ts';
import type { Episode, StopEvent } from '../../shared/session-state.ts';
import { shows } from '../../shared/text.ts';
import { followed } from './note-drafted-blocks.ts';
import { type DraftFacts, eventsOf, joined, type Line, placesOf, secondsBetween, wallOf } from './note-drafted-facts.ts';
import { words } from './note-words.ts';

/** The signal as it was named, or what the stop was told by. */
export const signalOf = ({ content }: DraftFacts, { signal, cause }: Pick<StopEvent, 'signal' | 'cause'>): string => {
  const named = content.session.signals.find(({ id }) => id === signal)?.label ?? signal;
  return shows(named) ? named : words.stop[cause];
};

const wentOn = (facts: DraftFacts, stop: StopEvent): string => {
  if (stop.resumedAt === null) return words.notResumed;
  const asked = eventsOf(facts, 'asked-on').find(({ at, seq }) => seq > stop.seq && at === stop.resumedAt);
  return [`${wallOf(facts, stop.resumedAt)} ${words.askedOn}`, ...(asked ? [quoted(asked.words)] : [])].join(' ');
};

const stopLine = (facts: DraftFacts, stop: StopEvent): Line => {
  const next = facts.told.state.stops.find(({ n }) => n === stop.n + 1)?.seq ?? Number.POSITIVE_INFINITY;
  const { at, handsOffAt, areas } = stop;
  const parts = [
    joined([signalOf(facts, stop), ...(areas.length > 0 ? [words.at(placesOf(facts, areas))] : [])]),
    handsOffAt === null ? null : joined([words.handsOff(secondsBetween(at, handsOffAt))]),
    shows(stop.words) ? quoted(stop.words) : null,
    joined([...followed(facts, stop.seq, next), wentOn(facts, stop)]),
  ];
  return { at, text: `${joined(parts, '. ')}.` };
};

/** Each stop with its seconds and what followed. */
export const stopLines = (facts: DraftFacts): readonly Line[] => facts.told.state.stops.map((stop) => stopLine(facts, stop));

/** What was seen and heard, look by look; a look that graded alone says nothing here. */
export const seenLines = (facts: DraftFacts): readonly Line[] =>
  facts.told.state.sightings.flatMap(({ at, ...look }): Line[] => {
    const text = joined([lookWords(facts.content.session, look)]);
    return shows(text) ? [{ at, text }] : [];
  });

const highest = (all: readonly (string | null)[]): string | null =>
  all.reduce((most, one) => ((one ?? '') > (most ?? '') ? one : most), null);

const dispositionOf = (facts: DraftFacts, { seq }: Episode, to: number): readonly string[] =>
  eventsOf(facts, 'disposed')
    .filter((one) => one.seq > seq && one.seq < to)
    .map(({ choice, words: own }) =>
      [words.disposed[choice], ...(shows(own) ? [`(${own.trim().replace(/\s*\n\s*/g, ' ')})`] : [])].join(' '),
    );

const flagLine = (facts: DraftFacts, episode: Episode): Line => {
  const next = facts.told.state.episodes.find(({ n }) => n === episode.n + 1)?.seq ?? Number.POSITIVE_INFINITY;
  const grades = [highest(episode.seen.map((one) => one.dissociation)), highest(episode.seen.map((one) => one.arousal))];
  const graded = grades.filter((grade) => grade !== null).join(', ');
  return {
    at: episode.openedAt,
    text: `${joined([
      words.flag[episode.cause],
      graded === '' ? null : words.graded(graded),
      episode.action === null ? null : words.action(episode.action),
      ...dispositionOf(facts, episode, next),
      facts.incidents.has(episode.n) ? words.incident : null,
    ])}.`,
  };
};

/** Flags and what was done: each points to the incident that was kept of it. */
export const flagLines = (facts: DraftFacts): readonly Line[] => facts.told.state.episodes.map((episode) => flagLine(facts, episode));

/** The highest that was noted, on each side only where somebody looked. */
export const highestGrades = ({ told: { state } }: DraftFacts): { readonly choice: string | null; readonly also: string | null } => ({
  choice: highest(state.sightings.map((one) => one.dissociation)),
  also: highest(state.sightings.map((one) => one.arousal)),
});
