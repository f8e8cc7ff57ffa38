import { Temporal } from 'temporal-polyfill';
import type { OutputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import { dayIn } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { intakesToAttend } from './intake-attention-repository.ts';

/** How many days before its day a review is said to come up. */
const dueSoonDays = 30;

export const intakeAttention = async (practice: Practice): Promise<OutputOf<'intake.attention'>> => {
  const zone = practice.zone ?? (await getProfile(practice)).zone;
  const until = Temporal.PlainDate.from(dayIn(practice.now(), zone)).add({ days: dueSoonDays }).toString();
  const { rows, total } = await intakesToAttend(practice.db, { until, most: limits.page });
  return {
    attention: rows.map(({ since, ...one }) => ({ ...one, day: one.kind === 'open' ? dayIn(since, zone) : since })),
    more: total - rows.length,
  };
};
