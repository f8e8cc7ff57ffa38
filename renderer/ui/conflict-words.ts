import type { TFunction } from 'i18next';
import type { Conflict } from '../../shared/conflicts.ts';
import { wallAt } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { clockTime, here, shortDayWords } from '../dates.ts';

/** Names of those the asked appointment would be with; `day` is its day. */
export type ConflictNames = { readonly client: string; readonly practitioner: string; readonly room: string; readonly day: CalendarDay };

/** `10:00`, with the day where it is another one. */
const at = (instant: string | null, day: CalendarDay): string => {
  if (instant === null) return '';
  const there = wallAt(instant, here().zone).day;
  return there === day ? clockTime(instant) : `${shortDayWords(there)}, ${clockTime(instant)}`;
};

/** Why a time cannot be had, in words: "Hana has another appointment, 10:00 to 11:00". */
export const conflictWords = (t: TFunction<'appointments'>, conflict: Conflict, names: ConflictNames): string => {
  const { code, startsAt, endsAt, words } = conflict;
  const span = startsAt === null ? '' : t('span', { from: at(startsAt, names.day), to: at(endsAt, names.day) });
  if (code !== 'absent') return t(`conflict.${code}`, { ...names, span });
  return words === '' ? t('conflict.away', { ...names, span }) : t('conflict.awayFor', { ...names, span, words });
};

/** All that stands against a time, each thing said once. */
export const conflictsWords = (t: TFunction<'appointments'>, conflicts: readonly Conflict[], names: ConflictNames): readonly string[] => [
  ...new Set(conflicts.map((one) => conflictWords(t, one, names))),
];
