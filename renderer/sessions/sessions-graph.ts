import type { Scale } from '../../shared/session-events.ts';
import type { SessionLine } from '../../shared/sessions.ts';
import type { Instant } from '../../shared/time.ts';

/** So many stand on the graph; the table has them all. */
export const mostOnGraph = 24;

/** The drawing, in its own units; a number from 0 to 10 is drawn from the foot to the head. */
export const field = { width: 760, height: 260, left: 36, right: 748, head: 20, foot: 196, axis: 232 } as const;

export type Column = {
  readonly id: string;
  readonly at: Instant;
  readonly x: number;
  readonly before: { readonly value: number; readonly y: number } | null;
  readonly after: { readonly value: number; readonly y: number } | null;
  readonly stops: number;
  readonly incidents: number;
  /** Where there is room for its day. */
  readonly isDated: boolean;
};

const placed = (scale: Scale | null): Column['before'] =>
  typeof scale === 'number' ? { value: scale, y: field.foot - (scale / 10) * (field.foot - field.head) } : null;

/** As many days as can be read beside each other. */
const mostDays = 8;

/** One column for each session, the oldest at the left, as many as can be read; a number nobody gave is no mark. */
export const graphOf = (sessions: readonly SessionLine[], incidents: readonly { readonly sessionId: string }[]): readonly Column[] => {
  const shown = sessions.slice(0, mostOnGraph).toReversed();
  const [from, to] = [field.left + 24, field.right - 24];
  const step = shown.length > 1 ? (to - from) / (shown.length - 1) : 0;
  const every = Math.ceil(shown.length / mostDays);
  return shown.map(({ id, startedAt, distress, stops }, index) => ({
    id,
    at: startedAt,
    x: shown.length === 1 ? (from + to) / 2 : from + index * step,
    before: placed(distress.before),
    after: placed(distress.after),
    stops: stops.length,
    incidents: incidents.filter(({ sessionId }) => sessionId === id).length,
    isDated: (shown.length - 1 - index) % every === 0,
  }));
};

/** What changed, where both were said: how many ended lower, the same, and higher. */
export const changesIn = (sessions: readonly SessionLine[]): { readonly lower: number; readonly same: number; readonly higher: number } => {
  const changes = sessions.flatMap(({ distress: { before, after } }) =>
    typeof before === 'number' && typeof after === 'number' ? [after - before] : [],
  );
  const count = (isCounted: (change: number) => boolean): number => changes.filter(isCounted).length;
  return { lower: count((one) => one < 0), same: count((one) => one === 0), higher: count((one) => one > 0) };
};
