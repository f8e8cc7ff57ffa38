import type { Intake, IntakeEntries, IntakeEntry, IntakeItem } from '../../shared/intake.ts';
import { changesSince, entryOf, isGoneThrough } from '../../shared/intake-rules.ts';
import type { Instant } from '../../shared/time.ts';

const isOpen = (item: IntakeItem, entries: IntakeEntries): boolean => !isGoneThrough(item, entryOf(entries, item.id));

/** The first open item after this one, and round to the beginning; null when none but this one is open. */
export const nextOpen = (items: readonly IntakeItem[], entries: IntakeEntries, after: string | null): string | null => {
  const start = items.findIndex((item) => item.id === after) + 1;
  const ordered = [...items.slice(start), ...items.slice(0, start)];
  return ordered.find((item) => item.id !== after && isOpen(item, entries))?.id ?? null;
};

/** Where to begin with what came back: what the client would rather talk about, else the first open item. */
export const firstToTalk = (items: readonly IntakeItem[], entries: IntakeEntries): string | null => {
  const open = items.filter((item) => isOpen(item, entries));
  return (open.find((item) => entryOf(entries, item.id).talk) ?? open[0])?.id ?? null;
};

export const filters = ['all', 'open', 'changed'] as const;
export type Filter = (typeof filters)[number];

/** Ids a filter shows now. `before`: the round before, with none there is nothing that could have changed. */
export const shownBy = (
  filter: Filter,
  items: readonly IntakeItem[],
  entries: IntakeEntries,
  before: IntakeEntries | null,
): ReadonlySet<string> => {
  if (filter === 'open') return new Set(items.filter((item) => isOpen(item, entries)).map(({ id }) => id));
  if (filter === 'changed' && before) return new Set(changesSince(items, before, entries).map(({ itemId }) => itemId));
  return new Set(items.map(({ id }) => id));
};

export type Answered = { readonly count: number; readonly at: Instant };

/** How many questions the client answered on the screen in this round, and when the last of them was; null for none. */
export const answeredOnScreen = ({ entries, startedAt }: Pick<Intake, 'entries' | 'startedAt'>): Answered | null => {
  const times = Object.values(entries)
    .filter(({ from, answeredAt }) => from === 'client' && answeredAt !== null && answeredAt >= startedAt)
    .flatMap(({ answeredAt }) => (answeredAt ? [answeredAt] : []))
    .toSorted();
  const at = times.at(-1);
  return at ? { count: times.length, at } : null;
};

/** Gone through by nobody yet: what came back is to be begun with. */
export const isUntouched = ({ entries }: Pick<Intake, 'entries'>): boolean =>
  Object.values(entries).every(({ discussedAt, leftAt }) => discussedAt === null && leftAt === null);

/** Items a round holds and the content does not know any more: shown as they read, and not changed. */
export const itemsGone = (items: readonly IntakeItem[], entries: IntakeEntries): readonly (readonly [string, IntakeEntry])[] => {
  const known = new Set(items.map((item) => item.id));
  return Object.entries(entries).filter(([id, entry]) => !known.has(id) && (entry.answer !== null || entry.note !== ''));
};
