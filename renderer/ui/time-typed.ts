import type { TFunction } from 'i18next';
import { type WallEnd, type WallTime, wallFrom } from '../../shared/schedule-time.ts';

const hourIn = (hour: number, half: string): number | null => {
  if (half === '') return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
};

/** `9`, `930`, `9:30`, `9.30 pm`, `9h30`, typed by a person, to a time on the wall; null when it is none. */
export const wallTimeFromTyped = (typed: string): WallTime | null => {
  const read = typed
    .trim()
    .toLowerCase()
    .match(/^(\d{1,2})(?:\s*[:.,h]\s*(\d{2})|(\d{2})|\s*h)?\s*(?:([ap])\.?\s*m?\.?)?$/);
  if (!read) return null;
  const minute = Number(read[2] ?? read[3] ?? 0);
  const hour = hourIn(Number(read[1]), read[4] ?? '');
  return hour === null || minute > 59 ? null : wallFrom(hour * 60 + minute);
};

/** The same for where something ends: midnight, typed as `24`, `0` or `12 am`, is the end of the day. */
export const wallEndFromTyped = (typed: string): WallEnd | null => {
  if (/^\s*24(\s*[:.,h]?\s*00)?\s*h?\s*$/i.test(typed)) return '24:00';
  const time = wallTimeFromTyped(typed);
  return time === '00:00' ? '24:00' : time;
};

/** Why what was typed is no time, in words; null when it is one or nothing was typed. */
export const timeProblem = (typed: string, t: TFunction<'appointments'>, read = wallTimeFromTyped): string | null =>
  typed.trim() === '' || read(typed) ? null : t('time.unclear');
