import { Temporal } from 'temporal-polyfill';
import { type Instant, instantFrom } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';

/** A point in a session that is known on both clocks. */
export type Mark = { readonly offset: number; readonly run: string; readonly ticks: number; readonly at: Instant };

const wall = (at: Instant): number => Temporal.Instant.from(at).epochMilliseconds;

/**
 * Milliseconds since the session began, now. Within one process by its own clock, so that a wall clock set back changes no duration; after
 * another began (a crash, a lock) by the wall, and never back.
 */
export const offsetNow = ({ ticks, now }: Pick<Practice, 'ticks' | 'now'>, last: Mark): number => {
  const passed = ticks.run === last.run ? ticks.now() - last.ticks : wall(now()) - wall(last.at);
  return last.offset + Math.max(0, Math.floor(passed));
};

/** The same for what happened `ago` milliseconds before now; never before what was recorded last. */
export const markAgo = (practice: Pick<Practice, 'ticks' | 'now'>, last: Mark, ago: number): Mark => {
  const now = offsetNow(practice, last);
  const offset = Math.max(last.offset, now - ago);
  const since = now - offset;
  return {
    offset,
    run: practice.ticks.run,
    ticks: Math.floor(practice.ticks.now() - since),
    at: instantFrom(wall(practice.now()) - since),
  };
};

/** The moment on the wall at an offset, by what was recorded nearest before it. */
export const momentAt = (marks: readonly Mark[], offset: number): Instant => {
  const [first] = marks;
  if (!first) return instantFrom(0);
  const mark = marks.findLast((one) => one.offset <= offset) ?? first;
  return instantFrom(wall(mark.at) + Math.round(offset - mark.offset));
};
