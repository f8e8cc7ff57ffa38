import { type Ghost, type Grab, ghostAt, grabbed, isSameGhost, type Shown, type Spot } from './follow-pointer.ts';

/** Further than this many pixels a press is a drag. */
const apart = 4;
/** Nearer to an edge than this the calendar goes on under the pointer. */
const edge = 36;
const pace = 10;

type Told = {
  readonly onGhost: (ghost: Ghost | null) => void;
  /** Let go: over a place, or pressed and let go without a move. */
  readonly onDrop: (ghost: Ghost) => void;
};

type At = { x: number; y: number; fine: boolean };

const lanesOn = (body: HTMLElement): readonly number[] =>
  [...body.querySelectorAll<HTMLElement>('[data-lane]')].map(
    (lane) => lane.getBoundingClientRect().right - body.getBoundingClientRect().left,
  );

const spotIn = (body: HTMLElement, rights: readonly number[], at: At): Spot => {
  const { left, top, height } = body.getBoundingClientRect();
  const over = rights.findIndex((right) => at.x - left < right);
  return { laneIndex: over === -1 ? rights.length - 1 : over, wall: ((at.y - top) / height) * 1440, fine: at.fine };
};

const scrollNear = (scroller: HTMLElement, { x, y }: At): void => {
  const { left, right, top, bottom } = scroller.getBoundingClientRect();
  const by = (near: number, far: number): number => (near < edge ? -pace : far < edge ? pace : 0);
  scroller.scrollBy(by(x - left, right - x), by(y - top - 60, bottom - y));
};

/** The click that a browser makes of the end of a drag opens nothing. */
const swallowClick = (): void => {
  const ends = new AbortController();
  window.addEventListener('click', (event) => [event.preventDefault(), event.stopPropagation()], { capture: true, signal: ends.signal });
  setTimeout(() => ends.abort());
};

type Held = { readonly grab: Grab; readonly body: HTMLElement; readonly scroller: HTMLElement; readonly shown: () => Shown };

/** One press until it is let go, or given up with Escape. The place is told once a frame at most, and only when it is another one. */
const follow = ({ grab, body, scroller, shown }: Held, start: At, { onGhost, onDrop }: Told): (() => void) => {
  const ends = new AbortController();
  const rights = lanesOn(body);
  const at = { ...start };
  let ghost: Ghost | null = null;
  let moved = false;
  let frame = 0;
  const look = (): void => {
    const next = ghostAt(grab, spotIn(body, rights, at), shown());
    if (!isSameGhost(ghost, next)) onGhost(next);
    ghost = next;
  };
  const tick = (): void => {
    scrollNear(scroller, at);
    look();
    frame = requestAnimationFrame(tick);
  };
  const end = (): void => {
    cancelAnimationFrame(frame);
    ends.abort();
    onGhost(null);
    if (moved) swallowClick();
  };
  const listen = <K extends keyof WindowEventMap>(kind: K, heard: (event: WindowEventMap[K]) => void): void =>
    window.addEventListener(kind, heard, { signal: ends.signal });
  listen('pointermove', (event) => {
    Object.assign(at, { x: event.clientX, y: event.clientY, fine: event.altKey });
    if (moved || Math.hypot(at.x - start.x, at.y - start.y) < apart) return;
    moved = true;
    tick();
  });
  listen('pointerup', () => {
    if (moved || grab.kind === 'new') look();
    const dropped = ghost;
    end();
    if (dropped) onDrop(dropped);
  });
  listen('pointercancel', end);
  listen('keydown', (event) => {
    if (event.key === 'Escape') end();
  });
  return end;
};

/** An empty place that a finger taps. */
const tapped = (event: MouseEvent, body: HTMLElement, shown: Shown): Ghost | null => {
  if (!(event instanceof PointerEvent) || event.pointerType !== 'touch' || !(event.target instanceof Element)) return null;
  const spot = spotIn(body, lanesOn(body), { x: event.clientX, y: event.clientY, fine: false });
  const grab = grabbed(event.target, spot, shown);
  return grab?.kind === 'new' ? ghostAt(grab, spot, shown) : null;
};

/** Follows mouse and pen over the calendar. A finger scrolls and taps; it moves appointments by Move. */
export const watchPointer = (body: HTMLElement, scroller: HTMLElement, shown: () => Shown, told: Told): (() => void) => {
  const ends = new AbortController();
  let end: () => void = () => undefined;
  body.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || event.pointerType === 'touch' || !(event.target instanceof Element)) return;
      const at = { x: event.clientX, y: event.clientY, fine: event.altKey };
      const grab = grabbed(event.target, spotIn(body, lanesOn(body), at), shown());
      if (!grab) return;
      if (grab.kind === 'new') event.preventDefault();
      end = follow({ grab, body, scroller, shown }, at, told);
    },
    { signal: ends.signal },
  );
  body.addEventListener(
    'click',
    (event) => {
      const ghost = tapped(event, body, shown());
      if (ghost) told.onDrop(ghost);
    },
    { signal: ends.signal },
  );
  return () => {
    ends.abort();
    end();
  };
};
