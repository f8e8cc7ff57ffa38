import { type CSSProperties, type JSX, type MouseEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppointmentLine, isAhead } from '../../shared/appointment.ts';
import { wallFrom } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { weekdayWords } from '../dates.ts';
import { conflictsWords } from '../ui/conflict-words.ts';
import { ScopeDialog } from '../ui/scope-choice.tsx';
import { useStandings } from '../ui/use-standings.ts';
import { ClockChange, DayHead } from './calendar-heads.tsx';
import { CalendarLane } from './calendar-lane.tsx';
import { DragLayer } from './drag-layer.tsx';
import type { Target } from './drop.ts';
import { practitionerName, roomName, type Says, targetWords } from './event-words.ts';
import type { NewPlace } from './follow-pointer.ts';
import type { Piece } from './layout.ts';
import { NowLine } from './now-line.tsx';
import { RefusalNote, useRefusedWords } from './refusal-note.tsx';
import type { CalendarWorld } from './use-calendar.ts';
import { firstHour, type LanePieces, useGrid } from './use-grid.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useMoving } from './use-moving.ts';
import { conflictsAt } from './verdict.ts';

export type GridProps = {
  readonly world: CalendarWorld;
  readonly say: (words: string) => void;
  readonly onOpen: (line: AppointmentLine) => void;
  /** By the window of all choices, beginning with the place that was tried. */
  readonly onMove: (line: AppointmentLine, target: Target | null) => void;
  readonly onNew: (place: Partial<NewPlace> & { readonly day: CalendarDay }) => void;
  /** What was moved went to a day that is not shown. */
  readonly onDay: (day: CalendarDay) => void;
};

const hours = Array.from({ length: 23 }, (_, index) => index + 1);
const isMovable = ({ line, isWhole }: Piece): boolean => isWhole && isAhead(line.status);

const useSays = (): Says => {
  const { t: schedule } = useTranslation('schedule');
  const { t: appointments } = useTranslation('appointments');
  const { t: readiness } = useTranslation('readiness');
  return useMemo(() => ({ schedule, appointments, readiness }), [schedule, appointments, readiness]);
};

/** Where the note of a refusal stands: beside the appointment, as it is drawn now. */
const placeOf = (lanes: readonly LanePieces[], lineId: string) => {
  const laneIndex = lanes.findIndex(({ pieces }) => pieces.some(({ line }) => line.id === lineId));
  const piece = lanes[laneIndex]?.pieces.find(({ line }) => line.id === lineId);
  return piece ? { laneIndex, lanes: lanes.length, span: piece.span } : null;
};

/** Day or week: what is booked in the lanes of its days, to be looked at, moved and made longer by hand and by keys. */
export const CalendarGrid = ({ world, say, onOpen, onMove, onNew, onDay }: GridProps): JSX.Element => {
  const { t } = useTranslation('schedule');
  const says = useSays();
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLFieldSetElement>(null);
  const refusedWords = useRefusedWords(world);
  const moving = useMoving(world, {
    onKept: ({ line, target }) => {
      say(t('calendar.said.moved', { name: line.chosenName, when: targetWords(t, world, line, target) }));
      if (!world.days.includes(target.day)) onDay(target.day);
    },
    onRefused: (refused) => {
      const { title, why } = refusedWords(refused);
      say([title, ...why, t('calendar.said.back')].join('. '));
    },
  });
  const { shown, lanes, stops, clockOn } = useGrid(world, moving.lines);
  const keys = useGridKeys(
    { body, world, stops, clockOn, moving },
    {
      onDialog: (line) => onMove(line, null),
      onNew: (day) => onNew({ day }),
      onHeld: (line, target) => {
        const names = {
          client: line.chosenName,
          practitioner: practitionerName(world, target.practitionerId),
          room: roomName(world, target.roomId),
          day: target.day,
        };
        const why = conflictsWords(says.appointments, conflictsAt(world, moving.lines, line, target), names);
        const words = { name: line.chosenName, when: targetWords(t, world, line, target), why: why.join('. ') };
        say(why.length > 0 ? t('calendar.said.against', words) : t('calendar.said.here', words));
      },
    },
  );
  const ahead = useMemo(() => world.lines.filter(({ status }) => isAhead(status)).map(({ clientId }) => clientId), [world.lines]);
  const standings = useStandings(ahead);
  const refusedAt = moving.refused ? placeOf(lanes, moving.refused.line.id) : null;

  const opensAt = useRef(firstHour(world, stops));
  useLayoutEffect(() => {
    const hour = (body.current?.offsetHeight ?? 0) / 24;
    scroller.current?.scrollTo({ top: hour * opensAt.current });
  }, []);
  const open = (event: MouseEvent): void => {
    const id = event.target instanceof Element ? event.target.closest('[data-id]')?.getAttribute('data-id') : null;
    const line = moving.lines.find((one) => one.id === id);
    if (line) onOpen(line);
  };
  const style = { '--cal-days': world.days.length, '--cal-lanes': world.columns.length } as CSSProperties;
  return (
    <div className="cal" ref={scroller} style={style}>
      <div className="cal-heads">
        <div className="cal-corner" />
        {world.days.map((day) => (
          <DayHead key={day} world={world} day={day} clock={clockOn(day)} />
        ))}
      </div>
      <div className="cal-hours" aria-hidden>
        {hours.map((hour) => (
          <span key={hour} className="xs ink-3 num" style={{ top: `${(100 * hour) / 24}%` }}>
            {wallFrom(hour * 60)}
          </span>
        ))}
      </div>
      <fieldset
        className="cal-body"
        ref={body}
        aria-label={t('calendar.label')}
        onClick={open}
        onFocus={keys.onFocus}
        onKeyDown={keys.onKeyDown}
      >
        {world.days.map((day) => (
          <fieldset
            key={day}
            className="cal-day"
            aria-label={weekdayWords(day)}
            data-day={day}
            data-today={day === world.today || undefined}
          >
            {lanes
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
            <ClockChange clock={clockOn(day)} />
            {day === world.today ? <NowLine clock={clockOn(day)} /> : null}
          </fieldset>
        ))}
        <DragLayer
          world={world}
          shown={shown}
          body={body}
          scroller={scroller}
          onPut={(line, target) => {
            keys.followNext(line.id);
            moving.put(line, target);
          }}
          onNew={onNew}
        />
        {moving.refused && refusedAt ? (
          <RefusalNote
            world={world}
            refused={moving.refused}
            at={refusedAt}
            onMove={() => moving.refused && onMove(moving.refused.line, moving.refused.target)}
            onClose={moving.forget}
          />
        ) : null}
      </fieldset>
      <ScopeDialog opened={moving.asks !== null} yes={t('calendar.move')} onScope={moving.answer} onCancel={() => moving.answer(null)} />
    </div>
  );
};
