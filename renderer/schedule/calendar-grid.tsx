import {
  type CSSProperties,
  type JSX,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { type AppointmentLine, isAhead } from '../../shared/appointment.ts';
import { wallFrom } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { weekdayWords } from '../dates.ts';
import { MoveDialog } from '../ui/move-dialog.tsx';
import { ScopeDialog } from '../ui/scope-choice.tsx';
import { useStandings } from '../ui/use-standings.ts';
import { ClockChange, DayHead } from './calendar-heads.tsx';
import { CalendarLane } from './calendar-lane.tsx';
import { DragLayer } from './drag-layer.tsx';
import type { Target } from './drop.ts';
import { type NewPlace, placeAfter } from './follow-pointer.ts';
import { actionOf } from './keys.ts';
import type { Piece } from './layout.ts';
import { NowLine } from './now-line.tsx';
import { PlaceCursor } from './place-cursor.tsx';
import { RefusalNote } from './refusal-note.tsx';
import type { CalendarWorld } from './use-calendar.ts';
import { firstHour, type LanePieces } from './use-grid.ts';
import { useGridWork, useSays } from './use-grid-work.ts';

type GridProps = {
  readonly world: CalendarWorld;
  /** The day that was asked for, to be seen in a week wider than the window. */
  readonly day: CalendarDay;
  readonly say: (words: string) => void;
  readonly onOpen: (line: AppointmentLine) => void;
  readonly onNew: (place: Partial<NewPlace> & { readonly day: CalendarDay }) => void;
  /** What was moved went to a day that is not shown. */
  readonly onDay: (day: CalendarDay) => void;
};

const hours = Array.from({ length: 23 }, (_, index) => index + 1);
const isMovable = ({ line, isWhole }: Piece): boolean => isWhole && isAhead(line.status);

/** Where the note of a refusal stands: beside the appointment, as it is drawn now. */
const placeOf = (lanes: readonly LanePieces[], lineId: string | undefined) => {
  const laneIndex = lanes.findIndex(({ pieces }) => pieces.some(({ line }) => line.id === lineId));
  const piece = lanes[laneIndex]?.pieces.find(({ line }) => line.id === lineId);
  return piece ? { laneIndex, lanes: lanes.length, span: piece.span } : null;
};

const Hours = (): JSX.Element => (
  <div className="cal-hours" aria-hidden>
    {hours.map((hour) => (
      <span key={hour} className="xs ink-3 num" style={{ top: `${(100 * hour) / 24}%` }}>
        {wallFrom(hour * 60)}
      </span>
    ))}
  </div>
);

type DaysProps = {
  readonly world: CalendarWorld;
  readonly work: ReturnType<typeof useGridWork>;
  readonly says: ReturnType<typeof useSays>;
};

const Days = ({ world, work: { grid, keys }, says }: DaysProps): readonly JSX.Element[] => {
  const ahead = useMemo(() => world.lines.filter(({ status }) => isAhead(status)).map(({ clientId }) => clientId), [world.lines]);
  const standings = useStandings(ahead);
  return world.days.map((day) => (
    <fieldset key={day} className="cal-day" aria-label={weekdayWords(day)} data-day={day} data-today={day === world.today || undefined}>
      {grid.lanes
        .filter(({ lane }) => lane.day === day)
        .map(({ lane, pieces }) => (
          <CalendarLane
            key={lane.key}
            world={world}
            lane={lane}
            pieces={pieces}
            current={keys.current}
            standings={standings}
            says={says}
            isMovable={isMovable}
          />
        ))}
      <ClockChange clock={grid.clockOn(day)} />
      {day === world.today ? <NowLine clock={grid.clockOn(day)} /> : null}
    </fieldset>
  ));
};

/** The hour at the top when the calendar comes; after that it stays where somebody scrolled to. */
const useOpensAt = (scroller: RefObject<HTMLElement | null>, body: RefObject<HTMLElement | null>, hour: number): void => {
  const first = useRef(hour);
  useLayoutEffect(() => {
    const tall = (body.current?.offsetHeight ?? 0) / 24;
    // With room for the words of the hour itself.
    scroller.current?.scrollTo({ top: tall * first.current - 10 });
  }, [scroller, body]);
};

/** With many lanes, or in a small window, a week is wider than there is room: the day that was asked for is seen all the same. */
const useShowsDay = (scroller: RefObject<HTMLElement | null>, day: CalendarDay, { days, columns }: CalendarWorld): void => {
  const shown = `${day} ${days[0]} ${columns.length}`;
  useLayoutEffect(() => {
    const [asked] = shown.split(' ');
    const over = scroller.current;
    const column = over?.querySelector(`[data-day="${asked}"]`)?.getBoundingClientRect();
    const hours = over?.querySelector('.cal-hours')?.getBoundingClientRect();
    if (!over || !column || !hours) return;
    const before = column.left - hours.right;
    if (before < 0 || column.right > over.getBoundingClientRect().right) over.scrollBy({ left: before });
  }, [scroller, shown]);
};

/** Day or week: what is booked in the lanes of its days, to be looked at, moved and made longer by hand and by keys. */
export const CalendarGrid = ({ world, day, say, onOpen, onNew, onDay }: GridProps): JSX.Element => {
  const { t } = useTranslation('schedule');
  const says = useSays();
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLFieldSetElement>(null);
  const [asked, setAsked] = useState<{ readonly line: AppointmentLine; readonly to: Target | null } | null>(null);
  const work = useGridWork(body, world, says, {
    say,
    onDay,
    onDialog: (line) => setAsked({ line, to: null }),
    onNew: (line) => onNew(placeAfter(line, world.zone)),
  });
  const { moving, grid, keys, place } = work;
  const refusedAt = placeOf(grid.lanes, moving.refused?.line.id);
  useOpensAt(scroller, body, firstHour(world, grid.stops));
  useShowsDay(scroller, day, world);
  const open = (event: MouseEvent): void => {
    const id = event.target instanceof Element ? event.target.closest('[data-id]')?.getAttribute('data-id') : null;
    const line = moving.lines.find((one) => one.id === id);
    if (line) onOpen(line);
  };
  const put = (line: AppointmentLine, target: Target): void => {
    keys.followNext(line.id);
    moving.put(line, target);
  };
  // Where nothing is booked the arrows go through the places at once.
  const pressed = (event: KeyboardEvent): void => {
    const action = event.target === body.current ? actionOf(event, true) : null;
    if (action?.kind === 'go' || action?.kind === 'places') {
      event.preventDefault();
      event.stopPropagation();
      place.begin({ laneIndex: world.days.indexOf(day) * world.columns.length, wall: (firstHour(world, grid.stops) + 1) * 60 });
    } else keys.onKeyDown(event);
  };
  const closeDialog = (): void => {
    setAsked(null);
    if (asked) keys.comeBackTo(asked.line.id);
  };
  const style = { '--cal-days': world.days.length, '--cal-lanes': world.columns.length } as CSSProperties;
  return (
    <div className="cal" ref={scroller} style={style}>
      <div className="cal-heads">
        <div className="cal-corner" />
        {world.days.map((one) => (
          <DayHead key={one} world={world} day={one} clock={grid.clockOn(one)} />
        ))}
      </div>
      <Hours />
      <fieldset
        className="cal-body"
        ref={body}
        aria-label={t('calendar.label')}
        // With nothing booked it is the place itself that Tab comes to.
        tabIndex={grid.stops.length === 0 ? 0 : -1}
        onBlur={keys.onBlur}
        onClick={open}
        onFocus={keys.onFocus}
        onKeyDown={pressed}
      >
        <Days world={world} work={work} says={says} />
        <DragLayer world={world} shown={grid.shown} body={body} scroller={scroller} onPut={put} onNew={onNew} />
        {place.at ? (
          <PlaceCursor
            world={world}
            grid={grid}
            place={place}
            at={place.at}
            body={body}
            says={says}
            say={say}
            onNew={onNew}
            onOpen={onOpen}
          />
        ) : null}
        {moving.refused && refusedAt ? (
          <RefusalNote world={world} refused={moving.refused} at={refusedAt} onMove={setAsked} onClose={moving.forget} />
        ) : null}
      </fieldset>
      <ScopeDialog opened={moving.asks !== null} yes={t('calendar.move')} onScope={moving.answer} onCancel={() => moving.answer(null)} />
      {asked ? <MoveDialog line={asked.line} to={asked.to ?? {}} onClose={closeDialog} onMoved={moving.forget} /> : null}
    </div>
  );
};
