import { Refusal, Refused } from '../../shared/app-error.ts';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { type Answer, judge } from '../../shared/form-answers.ts';
import type { Intake, IntakeChange, IntakeItem } from '../../shared/intake.ts';
import { entryOf, partOf } from '../../shared/intake-rules.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import { formWorldOf } from '../consent/form-world.ts';
import { nextSaid } from '../consent/keep-marks.ts';
import { marksToday } from '../consent/marks-today.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice } from '../practice/practice.ts';
import { changedEntry } from './changed-entry.ts';
import { saidByIntake } from './intake-findings.ts';
import { keepWrittenNarrower, levelItem, placesItem, placesOverToday, saidNow } from './intake-marks.ts';
import { intakeById, keepSaidInRound, replaceIntake, saidInRound } from './intake-repository.ts';
import { keepSaid } from './keep-said.ts';
import { itemsOf } from './safe-content.ts';

/** The round as it stands, while it may still be changed. @throws Refused not-found intake; Refusal intake-over, client-archived; conflict */
export const intakeToChange = async (
  practice: Practice,
  input: { readonly intakeId: string; readonly revision: number },
): Promise<Intake> => {
  const intake = await intakeById(practice.db, input.intakeId);
  if (!intake) throw new Refused({ code: 'not-found', what: 'intake' });
  if (intake.reviewedAt !== null) throw new Refusal('intake-over');
  if ((await getClient(practice, { id: intake.clientId })).archivedAt !== null) throw new Refusal('client-archived');
  if (intake.revision !== input.revision) throw await conflictWith(practice, intake);
  return intake;
};

/** A conflict shows the round as it stands, so it is an opening like any other. */
const conflictWith = async (practice: Practice, current: Intake): Promise<Refused> => {
  await practice.write((tx) => recordAudit(tx, practice, { clientId: current.clientId, recordId: current.id }, 'intake-opened'));
  return new Refused({ code: 'conflict', current });
};

/** Somebody was quicker between reading and writing. */
export const overtaken = async (practice: Practice, intakeId: string): Promise<Refused> => {
  const now = await intakeById(practice.db, intakeId);
  if (!now) return new Refused({ code: 'not-found', what: 'intake' });
  return now.reviewedAt === null ? conflictWith(practice, now) : new Refusal('intake-over');
};

/** Places that may stand in an answer: those that are offered, and what was marked before and stays as it was, though it is not offered any more. */
const placesFor = (areas: readonly BodyArea[], before: Answer | null, answer: Answer): ReadonlySet<string> => {
  const offered = areas.filter((area) => area.offered).map(({ code }) => code);
  if (before?.kind !== 'map' || answer.kind !== 'map') return new Set(offered);
  return new Set([...offered, ...Object.keys(before.areas).filter((code) => before.areas[code] === answer.areas[code])]);
};

type Changes = readonly (readonly [IntakeItem, IntakeChange])[];

const refuseUnfit = (intake: Intake, changes: Changes, areas: readonly BodyArea[]): void => {
  const unfit = changes.filter(([item, { answer }]) => {
    if (!answer) return false;
    const part = partOf(item);
    return !part || judge(part, answer, placesFor(areas, entryOf(intake.entries, item.id).answer, answer)) === 'not-allowed';
  });
  if (unfit.length > 0) throw new Refusal('answers-not-allowed', { elements: unfit.map(([{ id }]) => id) });
  const kept = changes.filter(([item, { left }]) => left === true && !item.maySkip);
  if (kept.length > 0) throw new Refusal('item-not-skippable', { items: kept.map(([{ id }]) => id) });
};

/** The changes beside the items they are about. @throws Refusal items-unknown */
const known = (practice: Practice, input: ParsedInputOf<'intake.save'>): Changes => {
  const items = new Map(itemsOf(practice.content.safe).map((item) => [item.id, item]));
  const unknown = Object.keys(input.changes).filter((id) => !items.has(id));
  if (unknown.length > 0) throw new Refusal('items-unknown', { items: unknown });
  return Object.entries(input.changes).flatMap(([id, change]) => {
    const item = items.get(id);
    return item ? [[item, change] as const] : [];
  });
};

export const saveIntake = async (practice: Practice, input: ParsedInputOf<'intake.save'>): Promise<OutputOf<'intake.save'>> => {
  const changes = known(practice, input);
  const intake = await intakeToChange(practice, input);
  // Only a map needs to know the places; every other change is kept without asking for them.
  const needsPlaces = changes.some(([, { answer }]) => answer?.kind === 'map');
  refuseUnfit(intake, changes, needsPlaces ? (await formWorldOf(practice, intake.clientId)).areas : []);

  const now = practice.now();
  const said = await saidInRound(practice.db, intake.id);
  const today = needsPlaces ? await marksToday(practice.db, intake.clientId, said.places) : null;
  const changed = changes.map(([item, change]) => {
    const before = entryOf(intake.entries, item.id);
    const { answer } = change;
    const isOfToday = today && answer?.kind === 'map' ? { ...change, answer: placesOverToday(before, answer, today, said) } : change;
    return [item.id, changedEntry(item, before, isOfToday, now)] as const;
  });
  const next: Intake = {
    ...intake,
    entries: { ...intake.entries, ...Object.fromEntries(changed) },
    contentVersion: practice.content.safe.content_version,
    revision: intake.revision + 1,
    savedAt: now,
  };

  const answered = changes.filter(([, { answer }]) => answer !== undefined).map(([{ id }]) => id);
  const found = saidByIntake(intake.id, next.entries, answered);
  const isKept = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    if (!(await replaceIntake(tx, next))) return false;
    await keepSaid(tx, practice, intake.clientId, found);
    const isOfTouch = changes.some(([{ id }]) => id === placesItem || id === levelItem);
    if (!isOfTouch) return true;
    const at = await nextSaid(tx);
    await keepSaidInRound(tx, intake.id, saidNow(intake.entries, next.entries, at));
    if (await keepWrittenNarrower(tx, practice, intake, next, at))
      await recordAudit(tx, practice, { clientId: intake.clientId, recordId: intake.id }, 'consent-map-withdrawn');
    return true;
  });
  if (!isKept) throw await overtaken(practice, intake.id);
  // The window that saved has what it saved; only places and level are shown elsewhere too.
  const isOfTouch = changes.some(([{ id }]) => id === placesItem || id === levelItem);
  practice.changed('intake', ...(isOfTouch ? (['maps'] as const) : []), ...(found.length > 0 ? (['health', 'safety'] as const) : []));
  return next;
};
