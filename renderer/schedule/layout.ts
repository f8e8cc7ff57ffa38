import type { AppointmentLine } from '../../shared/appointment.ts';
import { holdsTime } from '../../shared/appointment.ts';
import { type DayClock, onWall, type WallSpan } from './day-clock.ts';

/** Where a box stands in its lane: minutes of the wall from the top, and which of how many side by side. */
export type Place = { readonly span: WallSpan; readonly slot: number; readonly slots: number };

/** Which part of the width of its lane. */
export type Share = 'whole' | 'most' | 'rest';

export type Piece = Place & {
  readonly share: Share;
  readonly line: AppointmentLine;
  /** Begins and ends on this day; a piece of one over midnight is cut there. */
  readonly isWhole: boolean;
  /** Time kept around it, as it stands on this day; empty where it holds none. */
  readonly buffers: readonly WallSpan[];
};

/** Less than this many minutes high a box could not be read or pressed. */
const lowest = 20;

const minute = 60_000;

type Box = { readonly span: WallSpan };

const inTime = (one: Box, other: Box): number => one.span[0] - other.span[0] || other.span[1] - one.span[1];

/** In the order of time, cut where nothing overlaps. */
const groupsOf = <B extends Box>(boxes: readonly B[]): readonly (readonly B[])[] => {
  const groups: B[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const box of [...boxes].sort(inTime)) {
    if (end <= box.span[0]) groups.push([]);
    groups.at(-1)?.push(box);
    end = Math.max(end, box.span[1]);
  }
  return groups;
};

const placed = <B extends Box>(group: readonly B[]): readonly (B & Place)[] => {
  const ends: number[] = [];
  const slots = group.map(({ span }) => {
    const free = ends.findIndex((end) => end <= span[0]);
    const slot = free === -1 ? ends.length : free;
    ends[slot] = span[1];
    return slot;
  });
  return group.map((box, index) => ({ ...box, slot: slots[index] ?? 0, slots: ends.length }));
};

/** Those that overlap share the width: each the first place that is free, and as wide as the most that overlap with it allow. */
export const sideBySide = <B extends Box>(boxes: readonly B[]): readonly (B & Place)[] => groupsOf(boxes).flatMap(placed);

type Booked = Box & { readonly line: AppointmentLine };

/** What does not take place leaves most of the width to what was booked in its stead. */
const shared = <B extends Booked>(group: readonly B[]): readonly (B & Place & { readonly share: Share })[] => {
  const held = group.filter(({ line }) => holdsTime(line.status));
  if (held.length === 0 || held.length === group.length) return placed(group).map((one) => ({ ...one, share: 'whole' }));
  const gone = group.filter(({ line }) => !holdsTime(line.status));
  const both = [
    ...sideBySide(held).map((one) => ({ ...one, share: 'most' as const })),
    ...sideBySide(gone).map((one) => ({ ...one, share: 'rest' as const })),
  ];
  return both.sort(inTime);
};

const buffersOf = (line: AppointmentLine, clock: DayClock, startMs: number, endMs: number): readonly WallSpan[] => {
  if (!holdsTime(line.status)) return [];
  return [onWall(clock, startMs - line.before * minute, startMs), onWall(clock, endMs, endMs + line.after * minute)].flatMap((span) =>
    span ? [span] : [],
  );
};

/** The boxes of a lane on a day, in the order of time: by the moments they take, where the wall shows them. */
export const piecesOf = (lines: readonly AppointmentLine[], clock: DayClock): readonly Piece[] => {
  const boxes = lines.flatMap((line) => {
    const [startMs, endMs] = [Date.parse(line.startsAt), Date.parse(line.endsAt)];
    const span = onWall(clock, startMs, endMs);
    if (!span) return [];
    const top = Math.min(span[0], 1440 - lowest);
    const tall: WallSpan = [top, Math.max(span[1], top + lowest)];
    const isWhole = startMs >= clock.startMs && endMs <= clock.endMs;
    return [{ line, span: tall, isWhole, buffers: buffersOf(line, clock, startMs, endMs) }];
  });
  return groupsOf(boxes).flatMap(shared);
};
