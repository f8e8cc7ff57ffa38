import type { TFunction } from 'i18next';
import { dayWords, lastDayWords } from '../dates.ts';
import type { AskingHealth } from './asking.ts';

/** What waits of a client's health, and since when. A clearance counts up to the day before it ends. */
export const healthWords = (t: TFunction<'today'>, { kind, count, day }: AskingHealth): string => {
  const of = { count, day: kind === 'clearance-ends' ? lastDayWords(day) : dayWords(day) };
  return t(`attention.of.${kind}`, of);
};
