import type { Finding } from '../../shared/finding.ts';
import type { ReadinessFacts } from '../../shared/readiness-rule.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';

/** What is known of a client's health on a day: what readiness, limits, the safety card and a session go by. */
export type HealthFacts = Pick<ReadinessFacts, 'findings' | 'medicines' | 'intakeReviewed' | 'screen' | 'change'> & {
  readonly findings: readonly Finding[];
};

export const healthFactsOf = async (_practice: Practice, _clientId: string, _today: CalendarDay): Promise<HealthFacts> => ({
  findings: [],
  medicines: [],
  intakeReviewed: true,
  screen: 'done',
  change: null,
});
