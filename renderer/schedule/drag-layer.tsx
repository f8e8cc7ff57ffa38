import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { type JSX, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentLine } from '../../shared/appointment.ts';
import { wallFrom } from '../../shared/schedule-time.ts';
import { conflictsWords } from '../ui/conflict-words.ts';
import { Icon } from '../ui/icon.tsx';
import { shortName } from '../ui/short-name.ts';
import type { Target } from './drop.ts';
import { namesAt } from './event-words.ts';
import type { Ghost, NewPlace, Shown } from './follow-pointer.ts';
import type { CalendarWorld } from './use-calendar.ts';
import { conflictsAt } from './verdict.ts';
import { watchPointer } from './watch-pointer.ts';

type GhostProps = { readonly world: CalendarWorld; readonly lines: readonly AppointmentLine[]; readonly ghost: Ghost };

/** Whether it could be there, in words, while it is held over a place. */
const useVerdict = (world: CalendarWorld, lines: readonly AppointmentLine[], ghost: Ghost): readonly string[] => {
  const { t } = useTranslation('appointments');
  return useMemo(() => {
    if (ghost.kind === 'new') return [];
    const { line, target } = ghost;
    return conflictsWords(t, conflictsAt(world, lines, line, target), namesAt(world, line, target));
  }, [world, lines, ghost, t]);
};

/** What is held, where it would come to be. Moved by `transform`, so that nothing else of the page is laid out anew. */
const HeldBox = ({ world, lines, ghost }: GhostProps): JSX.Element => {
  const { t } = useTranslation('schedule');
  const why = useVerdict(world, lines, ghost);
  const lanes = world.days.length * world.columns.length;
  const [from, to] = ghost.span;
  return (
    <div
      className="cal-ghost"
      data-against={why.length > 0 || undefined}
      data-right={ghost.laneIndex >= lanes / 2 || undefined}
      style={{
        width: `${100 / lanes}%`,
        height: `${(to - from) / 14.4}%`,
        transform: `translate(${ghost.laneIndex * 100}%, calc(var(--cal-hour) * ${from / 60}))`,
      }}
    >
      <span className="cal-ghost-name">{ghost.kind === 'new' ? t('calendar.ghost.new') : shortName(ghost.line.chosenName)}</span>
      <span className="num">{t('calendar.ghost.span', { from: wallFrom(from), to: wallFrom(to) })}</span>
      {ghost.kind === 'new' ? null : (
        <span className="cal-ghost-verdict">
          <Icon icon={why.length > 0 ? IconAlertCircle : IconCheck} size={14} />
          <span>{why[0] ?? t('calendar.ghost.free')}</span>
        </span>
      )}
    </div>
  );
};

type LayerProps = {
  readonly world: CalendarWorld;
  readonly shown: Shown;
  readonly body: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onPut: (line: AppointmentLine, target: Target) => void;
  readonly onNew: (place: NewPlace) => void;
};

/** Marks the box that is lifted; not by React, for the grid is not drawn while something is dragged over it. */
const lift = (body: HTMLElement | null, ghost: Ghost | null): void => {
  for (const lifted of body?.querySelectorAll('[data-lifted]') ?? []) lifted.removeAttribute('data-lifted');
  if (ghost && ghost.kind !== 'new')
    for (const box of body?.querySelectorAll(`[data-id="${ghost.line.id}"]`) ?? []) box.setAttribute('data-lifted', '');
};

/** What follows the pointer over the grid. */
export const DragLayer = ({ world, shown, body, scroller, onPut, onNew }: LayerProps): JSX.Element | null => {
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const latest = useRef({ shown, onPut, onNew });
  useEffect(() => {
    latest.current = { shown, onPut, onNew };
  });
  useEffect(() => {
    if (!body.current || !scroller.current) return undefined;
    return watchPointer(body.current, scroller.current, () => latest.current.shown, {
      onGhost: (next) => {
        lift(body.current, next);
        setGhost(next);
      },
      onDrop: (dropped) =>
        dropped.kind === 'new' ? latest.current.onNew(dropped.place) : latest.current.onPut(dropped.line, dropped.target),
    });
  }, [body, scroller]);
  return (
    <div className="cal-layer" aria-hidden>
      {ghost ? <HeldBox world={world} lines={shown.lines} ghost={ghost} /> : null}
    </div>
  );
};
