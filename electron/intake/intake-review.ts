import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Intake } from '../../shared/intake.ts';
import { openItems } from '../../shared/intake-rules.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { formWorldOf } from '../consent/form-world.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice } from '../practice/practice.ts';
import { saidByReview } from './intake-findings.ts';
import { keepIntakeMarks } from './intake-marks.ts';
import { replaceIntake } from './intake-repository.ts';
import { intakeToChange, overtaken } from './intake-save.ts';
import { adoptAgreed } from './intake-stop-signal.ts';
import { keepSaid } from './keep-said.ts';
import { itemsOf } from './safe-content.ts';

/** Looked at again after a year; after half a year with someone who is still growing up. */
const dueOn = (today: CalendarDay, underAge: boolean): CalendarDay =>
  Temporal.PlainDate.from(today)
    .add({ months: underAge ? 6 : 12 })
    .toString();

export const reviewIntake = async (practice: Practice, input: ParsedInputOf<'intake.review'>): Promise<OutputOf<'intake.review'>> => {
  const intake = await intakeToChange(practice, input);
  const items = itemsOf(practice.content.safe);
  const open = openItems(items, intake.entries);
  if (open.length > 0) throw new Refusal('items-open', { items: [...open] });
  const world = await formWorldOf(practice, intake.clientId);

  const now = practice.now();
  const reviewed: Intake = {
    ...intake,
    reviewedAt: now,
    reviewedBy: practice.actor.id,
    reviewDue: dueOn(world.today, world.party.underAge),
    contentVersion: practice.content.safe.content_version,
    revision: intake.revision + 1,
    savedAt: now,
  };
  const isKept = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    if (!(await replaceIntake(tx, reviewed))) return false;
    await keepSaid(tx, practice, intake.clientId, saidByReview(intake));
    await keepIntakeMarks(tx, practice, intake);
    await adoptAgreed(tx, practice, intake);
    await recordAudit(tx, practice, { clientId: intake.clientId, recordId: intake.id });
    return true;
  });
  if (!isKept) throw await overtaken(practice, intake.id);
  practice.changed('intake', 'maps', 'clients', 'consents', 'health', 'safety');
  return reviewed;
};
