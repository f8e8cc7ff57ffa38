import { foldForSearch } from '../../shared/clients.ts';
import type { Finding } from '../../shared/finding.ts';
import { findingOn } from '../../shared/finding-rules.ts';
import type { Intake } from '../../shared/intake.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { namesIn } from '../../shared/medicine-suggestions.ts';
import { isTaken, type Medicine } from '../../shared/medicines.ts';
import { type ReadinessFacts, screenState, type TakenMedicine } from '../../shared/readiness-rule.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { findingsOf } from './findings-repository.ts';
import { openChangeOf } from './health-changes-repository.ts';
import { classesOf } from './health-content.ts';
import { screenRoundsOf } from './health-screens-repository.ts';
import { newestReviewedOf, openIntakeOf } from './intake-repository.ts';
import { medicinesOf } from './medicines-repository.ts';

/** What is known of a client's health on a day: what readiness, limits, the safety card and a session go by. */
export type HealthFacts = Pick<ReadinessFacts, 'findings' | 'medicines' | 'told' | 'intakeReviewed' | 'screen' | 'change'> & {
  readonly findings: readonly Finding[];
};

const takenOn = (practice: Practice, all: readonly Medicine[], today: CalendarDay): readonly TakenMedicine[] => {
  const classes = new Map(classesOf(practice.content).map((one) => [one.id, one]));
  return all
    .filter((medicine) => isTaken(medicine, today))
    .map((medicine) => ({ medicine, of: medicine.classId === null ? null : (classes.get(medicine.classId) ?? null) }));
};

/** The newest answer of the intake about medicines, an open round before the one gone through last. */
const toldIn = (rounds: readonly (Intake | null)[], listed: readonly Medicine[]): ReadinessFacts['told'] => {
  const answer = rounds.map((round) => entryOf(round?.entries ?? {}, 's-medicines').answer).find((one) => one !== null);
  const isListed = (name: string): boolean =>
    listed.some((medicine) => {
      const [one, other] = [foldForSearch(medicine.name), foldForSearch(name)];
      return one.includes(other) || other.includes(one);
    });
  return {
    declined: answer?.kind === 'declined' && listed.length === 0,
    unlisted: answer?.kind === 'text' ? namesIn(answer.text).filter((name) => !isListed(name)) : [],
  };
};

export const healthFactsOf = async (practice: Practice, clientId: string, today: CalendarDay): Promise<HealthFacts> => {
  const { db } = practice;
  const medicines = await medicinesOf(db, clientId);
  const newest = await newestReviewedOf(db, clientId);
  return {
    findings: (await findingsOf(practice.db, practice.content, clientId)).map((kept) => findingOn(kept, today)),
    medicines: takenOn(practice, medicines, today),
    told: toldIn([await openIntakeOf(db, clientId), newest], medicines),
    intakeReviewed: newest !== null,
    screen: screenState(await screenRoundsOf(practice.db, clientId)),
    change: await openChangeOf(practice.db, clientId),
  };
};
