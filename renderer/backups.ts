import { Temporal } from 'temporal-polyfill';
import {
  type Backup,
  backupDaysKept,
  backupMonthsKept,
  backupsAtMost,
  backupsKept,
  backupWeeksKept,
  oldestCopyDays,
} from '../shared/backup.ts';
import type { Instant } from '../shared/time.ts';
import { here, nowInstant } from './dates.ts';
import { words } from './words.ts';

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `820 kB`, `4.2 MB`, `12 GB`: counted in thousands, as the system's own windows show it. */
export const sizeWords = (bytes: number): string => {
  const power = units.findLastIndex((_, index) => bytes >= 1_000 ** (index + 1));
  const unit = Math.max(power, 0);
  const amount = Math.max(bytes / 1_000 ** (unit + 1), bytes > 0 ? 1 : 0);
  return amount.toLocaleString(here().locale, {
    style: 'unit',
    unit: units[unit] ?? 'kilobyte',
    maximumFractionDigits: unit > 0 && amount < 10 ? 1 : 0,
  });
};

const minutesSince = (moment: Instant): number => Math.floor(Temporal.Instant.from(moment).until(nowInstant()).total('minutes'));

/** `12 minutes ago`, `3 hours ago`, `9 days ago`. A moment still to come by this computer's clock is just now. */
export const agoWords = (moment: Instant): string => {
  const minutes = minutesSince(moment);
  if (minutes < 1) return words.t('justNow', { ns: 'backup' });
  const ago = new Intl.RelativeTimeFormat(here().locale);
  if (minutes < 60) return ago.format(-minutes, 'minute');
  if (minutes < 48 * 60) return ago.format(-Math.floor(minutes / 60), 'hour');
  return ago.format(-Math.floor(minutes / (24 * 60)), 'day');
};

export const isOld = ({ madeAt }: Pick<Backup, 'madeAt'>): boolean => minutesSince(madeAt) > oldestCopyDays * 24 * 60;

/** What backups take in the course of a year, for the words that say it before a folder is chosen. */
export const roomWords = (needs: number) => ({
  size: sizeWords(needs),
  count: backupsAtMost,
  all: sizeWords(needs * backupsAtMost),
  last: backupsKept,
  days: backupDaysKept,
  weeks: backupWeeksKept,
  months: backupMonthsKept,
});
