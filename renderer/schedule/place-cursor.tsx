import { type FocusEvent, type JSX, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { AppointmentLine } from '../../shared/appointment.ts';
import { wallFrom } from '../../shared/schedule-time.ts';
import { weekdayWords } from '../dates.ts';
import { eventName, type Says } from './event-words.ts';
import type { NewPlace } from './follow-pointer.ts';
import { actionOf, type Step } from './keys.ts';
import { newAt, type PlaceAt, placeAfterStep, placeBelow, placeIn, takenBy } from './place.ts';
import type { CalendarWorld } from './use-calendar.ts';
import type { GridStop, useGrid } from './use-grid.ts';

/** How tall the sign of a place is: as what is drawn for a new appointment. */
const tall = 30;

type Grid = ReturnType<typeof useGrid>;

/** Where the keyboard is between the appointments, once it was asked to go there. */
export const usePlace = ({ shown, lanes }: Grid) => {
  const [asked, setAsked] = useState<PlaceAt | null>(null);
  const ground = { lanes: shown.lanes, clockOn: shown.clockOn };
  const at = asked && placeIn(ground, asked);
  return {
    at,
    begin: (from: PlaceAt): void => setAsked(placeIn(ground, from)),
    /** Below an appointment, in its lane. */
    beginBelow: ({ key, line }: GridStop): void => {
      const laneIndex = lanes.findIndex(
        ({ lane, pieces }) => key.startsWith(`${lane.day} `) && pieces.some((piece) => piece.line === line),
      );
      const piece = lanes[laneIndex]?.pieces.find((one) => one.line === line);
      if (piece) setAsked(placeIn(ground, { laneIndex, wall: placeBelow(piece) }));
    },
    step: (to: Step): void => setAsked(at && placeAfterStep(ground, at, to)),
    end: (): void => setAsked(null),
  };
};

type Props = {
  readonly world: CalendarWorld;
  readonly grid: Grid;
  readonly place: ReturnType<typeof usePlace>;
  readonly at: PlaceAt;
  readonly body: RefObject<HTMLElement | null>;
  readonly says: Says;
  readonly say: (words: string) => void;
  readonly onNew: (place: NewPlace) => void;
  readonly onOpen: (line: AppointmentLine) => void;
};

/** It takes the focus when it comes, is kept in sight, and each place it goes to is said aloud. */
const useFollowed = (name: string, say: (words: string) => void): RefObject<HTMLButtonElement | null> => {
  const box = useRef<HTMLButtonElement>(null);
  const latest = useRef(say);
  useLayoutEffect(() => {
    latest.current = say;
  });
  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    latest.current(name);
  }, [name]);
  return box;
};

/** A place that arrows go through the grid with: Enter books there, or opens what takes it; Escape leads back to the appointments. */
export const PlaceCursor = ({ world, grid, place, at, body, says, say, onNew, onOpen }: Props): JSX.Element | null => {
  const found = grid.lanes[at.laneIndex];
  const time = wallFrom(at.wall);
  const taken = found && takenBy(found.pieces, at.wall);
  const day = found ? weekdayWords(found.lane.day) : '';
  const named = says.schedule('calendar.place', { day, time, column: found?.lane.column.name ?? '' });
  const name = taken ? says.schedule('calendar.placeTaken', { time, what: eventName(says, world, taken.line) }) : named;
  const box = useFollowed(name, say);
  if (!found) return null;
  const choose = (): void => (taken ? onOpen(taken.line) : onNew(newAt(found.lane, at.wall)));
  const pressed = (event: KeyboardEvent): void => {
    const action = actionOf(event, true);
    if (event.key === 'Escape') (body.current?.querySelector<HTMLElement>('[data-stop][tabindex="0"]') ?? body.current)?.focus();
    else if (action?.kind === 'go') place.step(action.to);
    else if (action?.kind === 'new') choose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // What the window was left for comes back to the place.
  const left = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget || document.hasFocus()) place.end();
  };
  return (
    <button
      ref={box}
      type="button"
      className="cal-place num"
      aria-describedby="calendar-keys"
      data-taken={taken ? true : undefined}
      onBlur={left}
      onClick={choose}
      onKeyDown={pressed}
      style={{
        width: `${100 / grid.lanes.length}%`,
        height: `${tall / 14.4}%`,
        transform: `translate(${at.laneIndex * 100}%, calc(var(--cal-hour) * ${at.wall / 60}))`,
      }}
    >
      <span className="visually-hidden">{name}</span>
      {taken ? null : <span aria-hidden>{time}</span>}
    </button>
  );
};
