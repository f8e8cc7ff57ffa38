import type { Repeat } from '../../shared/recurrence.ts';

/**
 * The calendar told a second time, by Intl and by counting days one by one, and by nothing of ours: what the scheduler did is held against it.
 * Days are `YYYY-MM-DD`, times `HH:MM`, moments milliseconds of the epoch.
 */

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
};

/** `2026-11-24 09:00` as a wall in the zone shows it. */
export const wallOf = (ms: number, zone: string): string => {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
};

const quarter = 15 * 60_000;

/** Why a moment is not what was agreed on the wall; null when it is: the first time it shows, or the end of the change that leaves it out. */
export const wrongMoment = (ms: number, day: string, time: string, zone: string): string | null => {
  const asked = `${day} ${time}`;
  const around = Array.from({ length: 33 }, (_, index) => ms + (index - 16) * quarter);
  const showing = around.filter((one) => wallOf(one, zone) === asked);
  if (showing.length > 0) return showing[0] === ms ? null : `${asked} in ${zone} is not ${wallOf(ms, zone)}`;
  // The clocks leave it out: as long after the change as it would have been.
  const before = around.findLast((one) => wallOf(one, zone) < asked) ?? 0;
  const shown = (one: number): number => Date.parse(`${wallOf(one, zone).replace(' ', 'T')}:00Z`);
  const meant = before + (Date.parse(`${asked.replace(' ', 'T')}:00Z`) - shown(before));
  return meant === ms ? null : `${asked}, left out in ${zone}, is not ${wallOf(ms, zone)}`;
};

const dayMs = 86_400_000;
const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
export const dayAfter = (day: string, days: number): string => dayOf(msOf(day) + days * dayMs);
const weekday = (ms: number): number => ((new Date(ms).getUTCDay() + 6) % 7) + 1;
const monthOf = (ms: number): number => new Date(ms).getUTCFullYear() * 12 + new Date(ms).getUTCMonth();
const dateOf = (ms: number): number => new Date(ms).getUTCDate();
const isLast = (ms: number): boolean => dateOf(ms + 7 * dayMs) <= 7;

/** Whether a day is one of the rule, `start` being the first there could be. */
const isOfRule = (repeat: Repeat, start: number, ms: number): boolean => {
  switch (repeat.unit) {
    case 'day':
      return Math.round((ms - start) / dayMs) % repeat.every === 0;
    case 'week': {
      const weekdays = repeat.weekdays.length > 0 ? repeat.weekdays : [weekday(start)];
      const weeks = Math.round((ms - (weekday(ms) - 1) * dayMs - (start - (weekday(start) - 1) * dayMs)) / (7 * dayMs));
      return weeks % repeat.every === 0 && weekdays.includes(weekday(ms));
    }
    case 'month': {
      if ((monthOf(ms) - monthOf(start)) % repeat.every !== 0) return false;
      if (repeat.monthBy === 'day') return dateOf(ms) === dateOf(start);
      if (weekday(ms) !== weekday(start)) return false;
      const nth = Math.ceil(dateOf(start) / 7);
      return nth === 5 ? isLast(ms) : Math.ceil(dateOf(ms) / 7) === nth;
    }
    case 'year':
      return (monthOf(ms) - monthOf(start)) % (12 * repeat.every) === 0 && dateOf(ms) === dateOf(start);
  }
};

/** Every day of a rule up to one, counted day by day. */
export const daysByCounting = (repeat: Repeat, start: string, until: string): readonly string[] => {
  const days: string[] = [];
  const first = msOf(start);
  const last = repeat.end.kind === 'on' ? Math.min(msOf(repeat.end.day), msOf(until)) : msOf(until);
  for (let ms = first; ms <= last; ms += dayMs) {
    if (repeat.end.kind === 'count' && days.length >= repeat.end.count) break;
    if (isOfRule(repeat, first, ms)) days.push(dayOf(ms));
  }
  return days;
};

/** The days on which the clocks of a zone change, from the first to the last year. */
export const changesOf = (zone: string, from: number, to: number): readonly string[] => {
  const offset = (ms: number): number => Date.parse(`${wallOf(ms, zone).replace(' ', 'T')}:00Z`) - ms;
  const found: string[] = [];
  for (let ms = Date.UTC(from, 0, 1); ms < Date.UTC(to, 11, 31); ms += dayMs)
    if (offset(ms) !== offset(ms + dayMs)) found.push(wallOf(ms + dayMs, zone).slice(0, 10));
  return found;
};
