import { useMemo } from 'react';
import type { AppointmentLine } from '../../shared/appointment.ts';
import { openOn } from '../../shared/open-hours.ts';
import { minutesOf } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { stopOf } from './calendar-lane.tsx';
import { clockOf, type DayClock } from './day-clock.ts';
import type { Shown } from './follow-pointer.ts';
import { isIn, type Lane, lanesOf } from './lanes.ts';
import { type Piece, piecesOf } from './layout.ts';
import type { CalendarWorld } from './use-calendar.ts';

export type LanePieces = { readonly lane: Lane; readonly pieces: readonly Piece[] };

/** Where the focus can be: the appointments on the screen in the order of time. */
export type GridStop = {
  readonly key: string;
  readonly day: CalendarDay;
  readonly line: AppointmentLine;
  readonly minute: number;
  /** The end of one that began the day before. */
  readonly goesOn: boolean;
};

type Grid = {
  readonly shown: Shown;
  readonly lanes: readonly LanePieces[];
  readonly stops: readonly GridStop[];
  readonly clockOn: (day: CalendarDay) => DayClock;
};

/** What is drawn where, for the appointments as they stand. */
export const useGrid = (world: CalendarWorld, lines: readonly AppointmentLine[]): Grid => {
  const { days, columns, zone } = world;
  const clockOn = useMemo(() => {
    const clocks = new Map(days.map((day) => [day, clockOf(day, zone)]));
    return (day: CalendarDay): DayClock => clocks.get(day) ?? clockOf(day, zone);
  }, [days, zone]);
  const allLanes = useMemo(() => lanesOf(days, columns), [days, columns]);
  const lanes = useMemo(
    () =>
      allLanes.map((lane) => ({
        lane,
        pieces: piecesOf(
          lines.filter((line) => isIn(lane.column, line)),
          clockOn(lane.day),
        ),
      })),
    [allLanes, lines, clockOn],
  );
  const stops = useMemo(
    () =>
      lanes
        .flatMap(({ lane, pieces }) =>
          pieces.map((piece): GridStop => {
            const [minute] = piece.span;
            return { key: stopOf(piece, lane), day: lane.day, line: piece.line, minute, goesOn: minute === 0 && !piece.isWhole };
          }),
        )
        .sort((one, other) => one.day.localeCompare(other.day) || one.minute - other.minute),
    [lanes],
  );
  const shown = useMemo(() => ({ lanes: allLanes, lines, clockOn, zone }), [allLanes, lines, clockOn, zone]);
  return { shown, lanes, stops, clockOn };
};

/**
 * The hour that stands at the top at first: one before anybody is there or anything begins; eight where nobody said their hours. What is over
 * midnight is seen where it begins: for its end the day would open at midnight.
 */
export const firstHour = (
  { hours, practitioners, days }: Pick<CalendarWorld, 'hours' | 'practitioners' | 'days'>,
  stops: readonly Pick<GridStop, 'minute' | 'goesOn'>[],
): number => {
  const said = practitioners.flatMap(({ id }) => days.flatMap((day) => openOn(hours, id, day).map(({ from }) => minutesOf(from))));
  const earliest = Math.min(
    9 * 60,
    ...said.filter((from) => from > 0),
    ...stops.filter(({ goesOn }) => !goesOn).map(({ minute }) => minute),
  );
  return Math.max(0, Math.floor(earliest / 60) - 1);
};
