import type { AppointmentLine } from '../../shared/appointment.ts';
import { holdsTime } from '../../shared/appointment.ts';
import { type DayClock, onWall, type WallSpan } from './day-clock.ts';

/** Where a box stands in its lane: minutes of the wall from the top, and which of how many side by side. */
export type Place = { readonly span: WallSpan; readonly slot: number; readonly slots: number };

export type Piece = Place & {
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

/** Those that overlap share the width: each the first place that is free, and as wide as the most that overlap with it allow. */
export const sideBySide = <B extends Box>(boxes: readonly B[]): readonly (B & Place)[] => {
  const done: (B & Place)[] = [];
  let group: (B & { slot: number })[] = [];
  let ends: number[] = [];
  const close = (): void => {
    done.push(...group.map((one) => ({ ...one, slots: ends.length })));
    group = [];
    ends = [];
  };
  for (const box of [...boxes].sort((one, other) => one.span[0] - other.span[0] || other.span[1] - one.span[1])) {
    if (ends.every((end) => end <= box.span[0])) close();
    const free = ends.findIndex((end) => end <= box.span[0]);
    const slot = free === -1 ? ends.length : free;
    ends[slot] = box.span[1];
    group.push({ ...box, slot });
  }
  close();
  return done;
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
  return sideBySide(boxes);
};
