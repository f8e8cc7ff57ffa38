import type { Allowed, AllowedArea } from '../../shared/allowed.ts';
import { type ContactLevel, lowerLevel } from '../../shared/body-areas.ts';
import type { SessionContent, Technique } from '../../shared/session-content.ts';
import type { BlockPlan } from '../../shared/session-events.ts';
import type { Block, SessionState } from '../../shared/session-state.ts';

/** What was chosen for the next block; null where nothing was, and what is proposed holds. */
export type Draft = {
  readonly areas: readonly string[];
  readonly technique: string | null;
  readonly level: ContactLevel | null;
  readonly minutes: number | null;
  readonly position: string | null;
  readonly cover: BlockPlan['cover'] | null;
  readonly chosenBy: BlockPlan['chosenBy'] | null;
};

export const noDraft: Draft = { areas: [], technique: null, level: null, minutes: null, position: null, cover: null, chosenBy: null };

/** What a plan is made of besides the draft. */
export type PlanFacts = {
  readonly content: SessionContent;
  readonly allowed: Allowed;
  readonly state: SessionState;
  /** The client had no session with touch before this one. */
  readonly isFirst: boolean;
};

const standingOf = (allowed: Allowed, code: string): AllowedArea | undefined => allowed.areas.find((area) => area.code === code);

/** The firmest that every one of these places takes. */
export const ceilingOf = (allowed: Allowed, areas: readonly string[]): ContactLevel =>
  areas.reduce<ContactLevel>((low, code) => lowerLevel(low, standingOf(allowed, code)?.ceiling ?? 0), 4);

export const isOpen = (allowed: Allowed, code: string): boolean => (standingOf(allowed, code)?.holds ?? 'no') !== 'no';

/** Meant for one of these places. */
export const suits = ({ areas: meant }: Pick<Technique, 'areas'>, areas: readonly string[]): boolean =>
  areas.some((code) => meant.includes(code));

/** What may be offered at this firmness, first choices first; what is not used here is never offered. */
export const techniquesFor = ({ techniques }: SessionContent, ceiling: ContactLevel): readonly Technique[] =>
  techniques
    .filter(({ usesTouch, suitability, contactMin }) => usesTouch && suitability !== 'D' && contactMin <= ceiling)
    .sort((one, other) => one.suitability.localeCompare(other.suitability));

const fold = (words: string): string => words.toLowerCase();

/** The gentler choice, where the content names one that may be offered. */
export const alternativeTo = ({ id, alternative }: Technique, offered: readonly Technique[]): Technique | null => {
  const parts = fold(alternative).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return null;
  return offered.find((one) => one.id !== id && parts.every((part) => fold(one.name).includes(part))) ?? null;
};

/** Two for a client's first block, as the content has it; then the shortest of the later ones. */
const minutesProposed = ({ content: { plannedMinutes }, state, isFirst }: PlanFacts): number =>
  isFirst && state.blocks.length === 0 ? plannedMinutes.firstBlock : (plannedMinutes.laterBlocks[0] ?? plannedMinutes.firstBlock);

const levelProposed = (technique: Technique | undefined): ContactLevel =>
  ([0, 1, 2, 3, 4] as const).find((level) => level === technique?.contactMin) ?? 1;

/** The plan as it stands: who chose is for a person to say, everything else has a proposal. Never firmer than the places take. */
export type Planned = Omit<BlockPlan, 'technique' | 'chosenBy' | 'areas'> & {
  readonly areas: readonly string[];
  readonly technique: Technique | null;
  readonly chosenBy: BlockPlan['chosenBy'] | null;
  readonly ceiling: ContactLevel;
};

export const plannedFrom = (draft: Draft, facts: PlanFacts): Planned => {
  const { content, allowed, state } = facts;
  const last: Block | undefined = state.blocks.at(-1);
  const areas = draft.areas.filter((code) => isOpen(allowed, code));
  const ceiling = ceilingOf(allowed, areas);
  const offered = techniquesFor(content, ceiling);
  const technique =
    offered.find(({ id }) => id === draft.technique) ?? offered.find((one) => one.suitability === 'A' && suits(one, areas)) ?? null;
  return {
    areas,
    technique: areas.length === 0 && draft.technique === null ? null : technique,
    level: lowerLevel(draft.level ?? levelProposed(technique ?? undefined), ceiling),
    minutes: draft.minutes ?? minutesProposed(facts),
    position: draft.position ?? state.position,
    cover: draft.cover ?? last?.cover ?? 'clothed',
    chosenBy: draft.chosenBy,
    announced: true,
    ceiling,
  };
};

/** As the vault is asked about it; null while a place or a manner is open. Who chose counts as the practitioner until somebody says. */
export const asPlan = ({ areas, technique, chosenBy, ceiling: _, ...rest }: Planned): BlockPlan | null =>
  technique === null || areas.length === 0
    ? null
    : { ...rest, areas: [...areas], technique: technique.id, chosenBy: chosenBy ?? 'practitioner' };

/** The same once more, where it is still open. */
export const likeLast = ({ state, allowed }: PlanFacts): Draft | null => {
  const last = state.blocks.at(-1);
  if (!last) return null;
  const areas = last.areas.filter((code) => isOpen(allowed, code));
  if (areas.length === 0) return null;
  const { technique, level, minutes, position, cover } = last;
  return { areas, technique, level, minutes, position, cover, chosenBy: null };
};

const lower = (level: ContactLevel): ContactLevel => ([0, 1, 2, 3] as const).find((one) => one === level - 1) ?? level;

/** Lighter by one level; where it cannot be lighter, shorter. */
const lessThan = ({ content }: PlanFacts, draft: Draft): Draft => {
  const least = content.techniques.find(({ id }) => id === draft.technique)?.contactMin ?? 0;
  if (draft.level !== null && draft.level > Math.max(least, 1)) return { ...draft, level: lower(draft.level) };
  return { ...draft, minutes: Math.max(1, (draft.minutes ?? 2) - 1) };
};

/** What the client said after the last block, as a beginning; after a stop nothing is taken for granted. */
export const draftAfter = (facts: PlanFacts): Draft => {
  const { pauses, stops } = facts.state;
  const [pause, stop] = [pauses.at(-1), stops.at(-1)];
  const again = likeLast(facts);
  if (!pause || !again || (stop && stop.at >= pause.at)) return noDraft;
  if (pause.choice === 'continue') return { ...again, chosenBy: 'client' };
  return pause.choice === 'less' ? { ...lessThan(facts, again), chosenBy: 'client' } : noDraft;
};
