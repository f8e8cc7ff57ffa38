import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { absencesOn, openOn } from '../../shared/open-hours.ts';
import { minutesOf } from '../../shared/schedule-time.ts';
import type { Standing } from '../ui/use-standings.ts';
import { CalendarEvent, tall } from './calendar-event.tsx';
import type { WallSpan } from './day-clock.ts';
import type { Says } from './event-words.ts';
import type { Lane } from './lanes.ts';
import type { Piece } from './layout.ts';
import type { CalendarWorld } from './use-calendar.ts';

/** What is left of a day without these. */
const closedBetween = (open: readonly WallSpan[]): readonly WallSpan[] => {
  const closed: WallSpan[] = [];
  let at = 0;
  for (const [from, to] of [...open].sort((one, other) => one[0] - other[0])) {
    if (from > at) closed.push([at, from]);
    at = Math.max(at, to);
  }
  return at < 1440 ? [...closed, [at, 1440]] : closed;
};

/** A room is open while anybody is there. */
const openIn = ({ hours, practitioners }: CalendarWorld, { day, column }: Lane): readonly WallSpan[] => {
  const who = column.kind === 'practitioner' ? [column.id ?? ''] : practitioners.filter(({ active }) => active).map(({ id }) => id);
  return who.flatMap((id) => openOn(hours, id, day).map(({ from, to }): WallSpan => [minutesOf(from), minutesOf(to)]));
};

/** Hours outside opening are tinted; absences are named, each where it begins. */
const Ground = ({ world, lane }: { readonly world: CalendarWorld; readonly lane: Lane }): JSX.Element => {
  const { t } = useTranslation('schedule');
  const away = lane.column.kind === 'practitioner' ? absencesOn(world.hours, lane.column.id ?? '', lane.day) : [];
  return (
    <>
      {closedBetween(openIn(world, lane)).map((span) => (
        <div key={span[0]} className="cal-closed" style={tall(span)} />
      ))}
      {away.map(({ id, from, to, note }) => (
        <div key={id} className="cal-away" style={tall([from ? minutesOf(from) : 0, to ? minutesOf(to) : 1440])}>
          <span className="cal-away-words">{note ? t('calendar.awayFor', { words: note }) : t('calendar.away')}</span>
        </div>
      ))}
    </>
  );
};

type LaneProps = {
  readonly world: CalendarWorld;
  readonly lane: Lane;
  readonly pieces: readonly Piece[];
  readonly current: string;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly says: Says;
  readonly isMovable: (piece: Piece) => boolean;
};

/** The stop of the keyboard on a piece: one over midnight has two. */
export const stopOf = (piece: Piece, { day }: Pick<Lane, 'day'>): string => `${day} ${piece.line.id}`;

export const CalendarLane = ({ world, lane, pieces, current, standings, says, isMovable }: LaneProps): JSX.Element => (
  <div className="cal-lane" data-lane={lane.key}>
    <Ground world={world} lane={lane} />
    {pieces.map((piece) => (
      <CalendarEvent
        key={stopOf(piece, lane)}
        piece={piece}
        stop={stopOf(piece, lane)}
        isStop={current === stopOf(piece, lane)}
        standing={standings.get(piece.line.clientId)}
        world={world}
        says={says}
        movable={isMovable(piece)}
      />
    ))}
  </div>
);
