import { millisecondsOf } from '../../shared/schedule-time.ts';
import { type Instant, instantFrom } from '../../shared/time.ts';

/** When something happened, by the wall, that was so many milliseconds after the session began. */
export const atWall = (startedAt: Instant, offset: number): Instant => instantFrom(millisecondsOf(startedAt) + Math.round(offset));

export const millisecondsSince = (startedAt: Instant, at: Instant): number => millisecondsOf(at) - millisecondsOf(startedAt);
