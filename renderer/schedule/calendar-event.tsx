import { type JSX, memo } from 'react';
import type { AppointmentLine } from '../../shared/appointment.ts';
import { statusIcons, statusTones, statusWords } from '../ui/appointment-words.ts';
import { Icon } from '../ui/icon.tsx';
import { shortName } from '../ui/short-name.ts';
import { StandingMark } from '../ui/standing-mark.tsx';
import type { Standing } from '../ui/use-standings.ts';
import type { WallSpan } from './day-clock.ts';
import { eventName, moreWords, type Says } from './event-words.ts';
import type { Piece, Share } from './layout.ts';
import type { CalendarWorld } from './use-calendar.ts';

const percent = (wall: number): string => `${wall / 14.4}%`;

/** From a minute of the wall to another, as the lane is high. */
export const tall = ([from, to]: WallSpan): { readonly top: string; readonly height: string } => ({
  top: percent(from),
  height: percent(to - from),
});

const shares: Readonly<Record<Share, readonly [left: number, width: number]>> = { whole: [0, 100], most: [0, 74], rest: [74, 26] };

const across = ({ share, slot, slots }: Piece): { readonly left: string; readonly width: string } => {
  const [left, width] = shares[share];
  return { left: `calc(${left + (width * slot) / slots}% + 3px)`, width: `calc(${width / slots}% - 6px)` };
};

const unready: ReadonlySet<string> = new Set(['waiting', 'needs-clearance', 'not-now']);
const waits = (standing: Standing | undefined): boolean => standing !== undefined && unready.has(standing.state);

const Mark = ({
  line,
  standing,
  says,
}: {
  readonly line: AppointmentLine;
  readonly standing: Standing | undefined;
  readonly says: Says;
}): JSX.Element =>
  statusTones[line.status] === 'ahead' && standing ? (
    <StandingMark standing={standing} brief />
  ) : (
    <>
      <Icon icon={statusIcons[line.status]} size={14} />
      <span>{statusWords(says.appointments, line.status)}</span>
    </>
  );

type BoxProps = {
  readonly piece: Piece;
  readonly stop: string;
  readonly isStop: boolean;
  readonly standing: Standing | undefined;
  readonly world: CalendarWorld;
  readonly says: Says;
  readonly movable: boolean;
};

const Box = ({ piece, stop, isStop, standing, world, says, movable }: BoxProps): JSX.Element => {
  const { line, span, buffers } = piece;
  const name = eventName(says, world, line, statusTones[line.status] === 'ahead' ? standing : undefined);
  const ahead = statusTones[line.status] === 'ahead';
  return (
    <>
      {buffers.map((buffer) => (
        <span key={buffer[0]} className="cal-buffer sp-hatch" style={tall(buffer)} aria-hidden />
      ))}
      <button
        type="button"
        className="cal-event"
        data-id={line.id}
        data-stop={stop}
        data-status={line.status}
        data-tone={statusTones[line.status]}
        data-waits={(ahead && waits(standing)) || undefined}
        data-movable={movable || undefined}
        tabIndex={isStop ? 0 : -1}
        aria-describedby="calendar-keys"
        // In a narrow lane the words are cut; what it is called aloud already is not said twice.
        title={name}
        style={{ ...tall(span), ...across(piece) }}
      >
        <span className="visually-hidden">{name}</span>
        <span className="cal-event-name" dir="auto" aria-hidden>
          {shortName(line.chosenName)}
        </span>
        <span className="cal-event-mark" aria-hidden>
          <Mark line={line} standing={standing} says={says} />
        </span>
        <span className="cal-event-more" aria-hidden>
          {moreWords(says, world, line)}
        </span>
        {movable ? <span className="cal-grip" data-grip /> : null}
      </button>
    </>
  );
};

const sameSpan = (one: WallSpan, other: WallSpan): boolean => one[0] === other[0] && one[1] === other[1];

/** One appointment in its lane. Drawn anew only when something of it changed: there may be hundreds. */
export const CalendarEvent = memo(
  Box,
  (one, other) =>
    one.piece.line === other.piece.line &&
    sameSpan(one.piece.span, other.piece.span) &&
    one.piece.slot === other.piece.slot &&
    one.piece.slots === other.piece.slots &&
    one.piece.share === other.piece.share &&
    one.stop === other.stop &&
    one.isStop === other.isStop &&
    one.standing === other.standing &&
    one.movable === other.movable &&
    one.says === other.says &&
    one.world.zone === other.world.zone &&
    one.world.practitioners === other.world.practitioners &&
    one.world.rooms === other.world.rooms,
);
