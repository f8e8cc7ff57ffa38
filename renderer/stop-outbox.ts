import { z } from 'zod';

/**
 * What was touched and not kept yet, for the page that comes when the vault process of this one is gone: which, and when (milliseconds of
 * the wall clock). Nothing of a client. It outlives the page and not the program: the page's session partition has no `persist:` in its name
 * (electron/app/window.ts), so Electron holds its storage in memory and writes none of it to a disk.
 */
const Unsent = z.strictObject({
  /** The id of the event, so that one that was kept after all is not taken in twice. */
  id: z.string(),
  kind: z.enum(['stop', 'hands-off', 'flagged']),
  at: z.number(),
});
export type Unsent = z.infer<typeof Unsent>;

const place = 'stillpoint-unsent-stops';

/** As long as the vault takes anything that is told late. */
const longestMs = 24 * 60 * 60_000;

const kept = (): unknown => {
  try {
    return JSON.parse(window.localStorage.getItem(place) ?? '[]');
  } catch {
    return [];
  }
};

const keep = (all: readonly Unsent[]): void => {
  if (all.length === 0) window.localStorage.removeItem(place);
  else window.localStorage.setItem(place, JSON.stringify(all));
};

/** In the order they were touched. */
export const unsentStops = (): readonly Unsent[] =>
  (z.array(Unsent).safeParse(kept()).data ?? []).filter(({ at }) => Date.now() - at < longestMs);

export const keepUnsent = (one: Unsent): void => keep([...unsentStops(), one]);

export const forgetUnsent = (id: string): void => keep(unsentStops().filter((one) => one.id !== id));
