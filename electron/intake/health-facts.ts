import type { Finding } from '../../shared/finding.ts';
import { findingOn } from '../../shared/finding-rules.ts';
import { type ReadinessFacts, screenState, type TakenMedicine } from '../../shared/readiness-rule.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { findingsOf } from './findings-repository.ts';
import { openChangeOf } from './health-changes-repository.ts';
import { classesOf } from './health-content.ts';
import { screenRoundsOf } from './health-screens-repository.ts';
import { hasReviewedIntake } from './intake-repository.ts';
import { medicinesOf } from './medicines-repository.ts';

/** What is known of a client's health on a day: what readiness, limits, the safety card and a session go by. */
export type HealthFacts = Pick<ReadinessFacts, 'findings' | 'medicines' | 'intakeReviewed' | 'screen' | 'change'> & {
  readonly findings: readonly Finding[];
};

const takenOn = async (practice: Practice, clientId: string, today: CalendarDay): Promise<readonly TakenMedicine[]> => {
  const classes = new Map(classesOf(practice.content).map((one) => [one.id, one]));
  const all = await medicinesOf(practice.db, clientId);
  return all
    .filter(({ takenUntil }) => takenUntil === null || takenUntil > today)
    .map((medicine) => ({ medicine, of: medicine.classId === null ? null : (classes.get(medicine.classId) ?? null) }));
};

export const healthFactsOf = async (practice: Practice, clientId: string, today: CalendarDay): Promise<HealthFacts> => ({
  findings: (await findingsOf(practice.db, practice.content, clientId)).map((kept) => findingOn(kept, today)),
  medicines: await takenOn(practice, clientId, today),
  intakeReviewed: await hasReviewedIntake(practice.db, clientId),
  screen: screenState(await screenRoundsOf(practice.db, clientId)),
  change: await openChangeOf(practice.db, clientId),
});
