import { Temporal } from 'temporal-polyfill';
import type { Release, SharingPurpose } from '../../shared/releases.ts';
import { startOfDay } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { gateNow, releaseToday } from './gate-service.ts';
import { releasesSignedSince } from './releases-repository.ts';

/** No permission counts longer than this, wherever it was signed (domain.md 5.3). */
const longestMonths = 13;

/** Of all clients, those that stand today and let something go out for this purpose. */
export const releasesStandingFor = async (practice: Practice, purpose: SharingPurpose): Promise<readonly Release[]> => {
  const now = await gateNow(practice);
  const since = Temporal.PlainDate.from(now.day).subtract({ months: longestMonths }).toString();
  return (await releasesSignedSince(practice.db, startOfDay(since, now.zone)))
    .map((release) => releaseToday(release, now))
    .filter(({ state, direction, purposes }) => state === 'active' && direction !== 'from' && purposes.includes(purpose));
};
