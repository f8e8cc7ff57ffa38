import { Temporal } from 'temporal-polyfill';
import { type Instant, instantFrom } from '../../shared/time.ts';
import { clockTime } from '../dates.ts';
import { elapsedWords } from './elapsed.ts';

/** What is left, where a second that has begun still counts: 5:00 stands from the first moment, 0:00 only when it is over. */
export const leftWords = (milliseconds: number): string => elapsedWords(Math.ceil(Math.max(0, milliseconds) / 1_000) * 1_000);

/** `13:52:41` on the wall of the practice, so many milliseconds after the session began. */
export const wallOf = (startedAt: Instant, offset: number): string => {
  const at = instantFrom(Temporal.Instant.from(startedAt).epochMilliseconds + Math.floor(offset));
  return `${clockTime(at)}:${at.slice(17, 19)}`;
};
