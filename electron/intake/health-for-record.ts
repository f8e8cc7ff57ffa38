import type { Clearance } from '../../shared/clearance.ts';
import type { Finding } from '../../shared/finding.ts';
import type { HealthAnswer, HealthChange, HealthScreen, HealthSection } from '../../shared/health.ts';
import type { Medicine } from '../../shared/medicines.ts';
import type { SafetyCard } from '../../shared/safety.ts';
import type { SuitabilityAnswer } from '../../shared/suitability.ts';
import type { Practice } from '../practice/practice.ts';
import { type CrisisKept, crisesOf } from './crises-repository.ts';
import { classesOf, sectionsOf, suitabilityOf } from './health-content.ts';
import { screensOf } from './health-screens-repository.ts';
import { healthOf } from './health-service.ts';
import { cardOf } from './safety-card.ts';
import { allSuitabilityAnswersOf } from './suitability-repository.ts';

/** Everything about a client's health, with the words it was asked in. */
export type HealthInRecord = {
  /** The first round first. */
  readonly screens: readonly HealthScreen[];
  readonly sections: readonly HealthSection[];
  /** What an answer is called, by its value. */
  readonly answers: ReadonlyMap<HealthAnswer, string>;
  readonly findings: readonly Finding[];
  readonly medicines: readonly Medicine[];
  /** By the id of the kind. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Every answer, oldest first; and the questions by id. */
  readonly suitability: readonly SuitabilityAnswer[];
  readonly asked: ReadonlyMap<string, string>;
  readonly clearances: readonly Clearance[];
  readonly changes: readonly HealthChange[];
  readonly crises: readonly CrisisKept[];
  /** What may be done on the day, place by place, and how firm. */
  readonly today: Pick<SafetyCard, 'places' | 'pressure'>;
};

/** For the paper of a whole record. @throws Refused not-found client */
export const healthForRecord = async (practice: Practice, clientId: string): Promise<HealthInRecord> => {
  const { db, content } = practice;
  const { findings, medicines, clearances, changes } = await healthOf(practice, { clientId });
  const { places, pressure } = await cardOf(practice, clientId);
  return {
    screens: (await screensOf(db, clientId)).toReversed(),
    sections: sectionsOf(content),
    answers: new Map(content.health.client_answers.map(({ value, label }) => [value, label])),
    findings,
    medicines,
    kinds: new Map(classesOf(content).map(({ id, label }) => [id, label])),
    suitability: await allSuitabilityAnswersOf(db, clientId),
    asked: new Map(suitabilityOf(content).map(({ id, question }) => [id, question])),
    clearances,
    changes,
    crises: await crisesOf(db, clientId),
    today: { places, pressure },
  };
};
