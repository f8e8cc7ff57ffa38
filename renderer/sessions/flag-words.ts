import type { TFunction } from 'i18next';
import { fullDayWords, today } from '../dates.ts';

const says = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

/** `Daniel` of Daniel Kowalczyk: as one speaks to somebody. */
const spokenName = (name: string): string => name.trim().split(/\s+/u)[0] ?? '';

/** Words to say at a step, beside what to do; null where the step is not for saying. */
export const wordsToSay = (
  t: TFunction<'flags'>,
  step: number,
  names: { readonly client: string; readonly own: string },
): string | null => {
  const known = says.find((n) => n === step);
  if (known === undefined) return null;
  return t(`say.${known}`, { name: spokenName(names.client), own: spokenName(names.own), day: fullDayWords(today()) });
};
