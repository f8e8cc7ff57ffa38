import type { NoteLine } from '../../../shared/notes.ts';
import type { SessionLine } from '../../../shared/sessions.ts';
import type { CalendarDay, Instant } from '../../../shared/time.ts';

/** One line of what happened, newest first: a session with the note of it, or a note without a session. */
export type Listed =
  | { readonly kind: 'session'; readonly day: CalendarDay; readonly session: SessionLine; readonly note: NoteLine | null }
  | { readonly kind: 'note'; readonly day: CalendarDay; readonly note: NoteLine };

type Told = {
  readonly sessions: readonly SessionLine[];
  /** The list of sessions is cut, and notes older than it would stand in a gap. */
  readonly isCut: boolean;
  readonly notes: readonly NoteLine[];
};

const stands = ({ state }: NoteLine): boolean => state !== 'in-error';

/** Within a day what was written without a session stands first: it mostly came after. */
const newestFirst = (one: Listed, other: Listed): number => {
  if (one.day !== other.day) return one.day < other.day ? 1 : -1;
  if (one.kind !== other.kind) return one.kind === 'note' ? -1 : 1;
  const [a, b] =
    one.kind === 'session' && other.kind === 'session'
      ? [one.session.startedAt, other.session.startedAt]
      : [one.note?.id ?? '', other.note?.id ?? ''];
  return a < b ? 1 : -1;
};

/** Sessions and notes of a client as one list. */
export const listedOf = ({ sessions, isCut, notes }: Told, dayOf: (at: Instant) => CalendarDay): readonly Listed[] => {
  const standing = notes.filter(stands);
  const oldest = isCut ? sessions.at(-1) : undefined;
  const since = oldest ? dayOf(oldest.startedAt) : '';
  const quick = standing.filter(({ sessionId, on }) => sessionId === null && on >= since);
  return [
    ...sessions.map((session) => ({
      kind: 'session' as const,
      day: dayOf(session.startedAt),
      session,
      note: standing.find(({ sessionId }) => sessionId === session.id) ?? null,
    })),
    ...quick.map((note) => ({ kind: 'note' as const, day: note.on, note })),
  ].toSorted(newestFirst);
};

export const inErrorOf = (notes: readonly NoteLine[]): readonly NoteLine[] => notes.filter((note) => !stands(note));
