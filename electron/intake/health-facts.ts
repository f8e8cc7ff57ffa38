import { foldForSearch } from '../../shared/clients.ts';
import type { Finding, FindingKind } from '../../shared/finding.ts';
import { findingOn } from '../../shared/finding-rules.ts';
import type { Intake } from '../../shared/intake.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { namesIn } from '../../shared/medicine-suggestions.ts';
import { isTaken, type Medicine } from '../../shared/medicines.ts';
import { type ReadinessFacts, screenState, type TakenMedicine } from '../../shared/readiness-rule.ts';
import { shows } from '../../shared/text.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { findingsOf } from './findings-repository.ts';
import { openChangeOf } from './health-changes-repository.ts';
import { classesOf, findingItems, sectionsOf } from './health-content.ts';
import { newestScreenOf, screenRoundsOf } from './health-screens-repository.ts';
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

/** Its words with a space around each: of two names one holds the other in whole words. */
const inWords = (name: string): string => {
  const words = foldForSearch(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(' ')} `;
};

const isSameMedicine = (one: string, other: string): boolean =>
  shows(one.trim()) && shows(other.trim()) && (one.includes(other) || other.includes(one));

/** The newest answer of the intake about medicines, an open round before the one gone through last. */
const toldIn = (rounds: readonly (Intake | null)[], all: readonly Medicine[], today: CalendarDay): ReadinessFacts['told'] => {
  const told = rounds.map((round) => entryOf(round?.entries ?? {}, 's-medicines')).find(({ answer }) => answer !== null);
  // What had ended before it was named now says nothing about it.
  const listed = all.filter((one) => isTaken(one, today) || (told?.answeredAt != null && one.at >= told.answeredAt));
  const isListed = (name: string): boolean => listed.some((medicine) => isSameMedicine(inWords(medicine.name), inWords(name)));
  return {
    declined: told?.answer?.kind === 'declined',
    unlisted: told?.answer?.kind === 'text' ? namesIn(told.answer.text).filter((name) => !isListed(name)) : [],
  };
};

/** What must be known before anyone is touched. */
const mustBeAsked: ReadonlySet<FindingKind> = new Set(['emergency', 'absolute', 'clearance']);

/** A round that ended before all of that was asked here is not all of it yet. */
const screenOf = async (practice: Practice, clientId: string, found: readonly Finding[]): Promise<ReadinessFacts['screen']> => {
  const state = screenState(await screenRoundsOf(practice.db, clientId));
  if (state !== 'done') return state;
  const answers = (await newestScreenOf(practice.db, clientId))?.answers ?? {};
  const isKnown = (id: string): boolean => Object.hasOwn(answers, id) || found.some(({ item }) => item.id === id);
  const asked = new Set(sectionsOf(practice.content).flatMap(({ questions }) => questions.map(({ id }) => id)));
  const must = findingItems(practice.content).filter(({ id, kind }) => asked.has(id) && mustBeAsked.has(kind));
  return must.every(({ id }) => isKnown(id)) ? 'done' : 'open';
};

export const healthFactsOf = async (practice: Practice, clientId: string, today: CalendarDay): Promise<HealthFacts> => {
  const { db } = practice;
  const medicines = await medicinesOf(db, clientId);
  const newest = await newestReviewedOf(db, clientId);
  const findings = (await findingsOf(practice.db, practice.content, clientId)).map((kept) => findingOn(kept, today));
  return {
    findings,
    medicines: takenOn(practice, medicines, today),
    told: toldIn([await openIntakeOf(db, clientId), newest], medicines, today),
    intakeReviewed: newest !== null,
    screen: await screenOf(practice, clientId, findings),
    change: await openChangeOf(practice.db, clientId),
  };
};
