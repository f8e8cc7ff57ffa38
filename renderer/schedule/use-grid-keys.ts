import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type AppointmentLine, isAhead } from '../../shared/appointment.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { DayClock } from './day-clock.ts';
import { movedBy, movedByDays, resizedBy, type Target, targetOf } from './drop.ts';
import { actionOf, type KeyAction, stopAfter } from './keys.ts';
import type { CalendarWorld } from './use-calendar.ts';
import type { GridStop } from './use-grid.ts';
import type { Moving } from './use-moving.ts';

type Told = {
  readonly onDialog: (line: AppointmentLine) => void;
  readonly onNew: (after: AppointmentLine) => void;
  /** To the places below it. */
  readonly onPlaces: (stop: GridStop) => void;
  /** Somebody moved it there by keys and has not let go yet. */
  readonly onHeld: (line: AppointmentLine, target: Target) => void;
  /** It is where it was: Escape, before the key was let go. */
  readonly onGivenUp: () => void;
};

type Keys = {
  readonly body: RefObject<HTMLElement | null>;
  readonly world: CalendarWorld;
  readonly stops: readonly GridStop[];
  readonly clockOn: (day: CalendarDay) => DayClock;
  readonly moving: Moving;
};

const movedTo = (action: KeyAction, target: Target, clockOn: Keys['clockOn']): Target | null => {
  switch (action.kind) {
    case 'move':
      return movedBy(target, action.minutes, clockOn);
    case 'move-days':
      return movedByDays(target, action.days);
    case 'resize':
      return resizedBy(target, action.minutes);
    default:
      return null;
  }
};

/** Moves by keys: shown with each press, kept when Alt is let go, so that ten presses are one move; Escape gives it up. */
const useHeld = ({ world, clockOn, moving }: Keys, { onHeld, onGivenUp }: Pick<Told, 'onHeld' | 'onGivenUp'>) => {
  const held = useRef<{ readonly line: AppointmentLine; readonly target: Target } | null>(null);
  const latest = useRef(moving);
  useEffect(() => {
    latest.current = moving;
  });
  useEffect(() => {
    const ends = new AbortController();
    const letGo = (): void => {
      const { line, target } = held.current ?? {};
      held.current = null;
      if (line && target) latest.current.put(line, target);
    };
    window.addEventListener('keyup', (event) => (event.key === 'Alt' ? letGo() : undefined), { signal: ends.signal });
    window.addEventListener('blur', letGo, { signal: ends.signal });
    return () => {
      ends.abort();
      letGo();
    };
  }, []);
  const giveUp = (): void => {
    const { line } = held.current ?? {};
    held.current = null;
    if (!line) return;
    moving.back(line);
    onGivenUp();
  };
  const moveByKey = (line: AppointmentLine, action: KeyAction): boolean => {
    const before = held.current?.line.id === line.id ? held.current : null;
    const target = movedTo(action, before?.target ?? targetOf(line, world.zone), clockOn);
    if (!target) return false;
    if (isAhead(line.status)) {
      held.current = { line: before?.line ?? line, target };
      moving.show(held.current.line, target);
      onHeld(held.current.line, target);
    } else moving.put(line, target);
    return true;
  };
  return { moveByKey, giveUp };
};

/** Where the focus goes when what had it is drawn elsewhere, is gone, or a window over the page closes. */
const useFocus = ({ body, stops }: Keys, current: string) => {
  const follow = useRef<string | null>(null);
  const inside = useRef(false);
  const [back, comeBackTo] = useState<string | null>(null);
  useLayoutEffect(() => {
    const moved = stops.find(({ line }) => line.id === follow.current);
    const box = moved && body.current?.querySelector<HTMLElement>(`[data-stop="${moved.key}"]`);
    if (!box) return;
    follow.current = null;
    const { activeElement } = document;
    if (activeElement === document.body || body.current?.contains(activeElement)) box.focus();
  }, [stops, body]);
  // Other days came under the focus: it goes to what is there now.
  useLayoutEffect(() => {
    if (!inside.current || document.activeElement !== document.body) return;
    const box = body.current?.querySelector<HTMLElement>(`[data-stop="${current}"]`) ?? body.current;
    box?.focus({ preventScroll: true });
  }, [current, body]);
  useEffect(() => {
    if (back === null) return;
    follow.current = back;
    comeBackTo(null);
    body.current?.querySelector<HTMLElement>(`[data-id="${back}"]`)?.focus();
  }, [back, body]);
  return {
    follow,
    comeBackTo,
    onFocus: () => {
      inside.current = true;
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) inside.current = body.current?.contains(relatedTarget) ?? false;
    },
  };
};

/** One stop of Tab for the whole grid; arrows go on from there, and the focus follows what is moved. */
export const useGridKeys = (keys: Keys, { onDialog, onNew, onPlaces, onHeld, onGivenUp }: Told) => {
  const { body, stops, moving } = keys;
  const [asked, setAsked] = useState('');
  const current = stops.some(({ key }) => key === asked) ? asked : (stops[0]?.key ?? '');
  const { moveByKey, giveUp } = useHeld(keys, { onHeld, onGivenUp });
  const { follow, comeBackTo, onBlur, onFocus } = useFocus(keys, current);

  const goTo = (key: string): void => {
    setAsked(key);
    body.current?.querySelector<HTMLElement>(`[data-stop="${key}"]`)?.focus();
  };
  const done = (action: KeyAction, stop: GridStop | undefined): boolean => {
    if (action.kind === 'new' && stop) onNew(stop.line);
    else if (!stop) return false;
    else if (action.kind === 'go') goTo(stopAfter(stops, stop.key, action.to));
    else if (action.kind === 'dialog') onDialog(stop.line);
    else if (action.kind === 'places') onPlaces(stop);
    else if (moveByKey(stop.line, action)) follow.current = stop.line.id;
    else return false;
    return true;
  };
  return {
    current,
    comeBackTo,
    followNext: (lineId: string) => {
      follow.current = lineId;
    },
    onFocus: (event: FocusEvent) => {
      onFocus();
      setAsked(event.target.getAttribute('data-stop') ?? asked);
    },
    onBlur,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        giveUp();
        moving.forget();
      }
      const key = event.target instanceof Element ? event.target.getAttribute('data-stop') : null;
      const stop = stops.find((one) => one.key === key);
      const action = actionOf(event, stop !== undefined);
      if (!action || !done(action, stop)) return;
      event.preventDefault();
      event.stopPropagation();
      moving.forget();
    },
  };
};
