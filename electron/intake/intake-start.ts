import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Intake, IntakeEntries } from '../../shared/intake.ts';
import { emptyEntry } from '../../shared/intake-rules.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import { marksToday } from '../consent/marks-today.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { entriesToday } from './intake-marks.ts';
import { insertIntake, newestReviewedOf, openIntakeOf } from './intake-repository.ts';
import { itemsOf } from './safe-content.ts';

/** A review begins with what was answered, not with what was said about it: nothing is gone through yet. */
const answersOf = (entries: IntakeEntries): IntakeEntries =>
  Object.fromEntries(
    Object.entries(entries)
      .filter(([, { answer, clientSaid }]) => answer !== null || clientSaid !== null)
      .map(([id, { answer, from, answeredAt, asked, clientSaid }]) => [id, { ...emptyEntry, answer, from, answeredAt, asked, clientSaid }]),
  );

/** The round a client is in, begun if there is none. */
export const roundOf = async (tx: Tx, practice: Practice, clientId: string): Promise<Intake> => {
  const open = await openIntakeOf(tx, clientId);
  if (open) return open;
  const newest = await newestReviewedOf(tx, clientId);
  const now = practice.now();
  const intake: Intake = {
    id: practice.newId(),
    clientId,
    number: (newest?.number ?? 0) + 1,
    startedAt: now,
    startedBy: practice.actor.id,
    reviewedAt: null,
    reviewedBy: null,
    reviewDue: null,
    contentVersion: practice.content.safe.content_version,
    entries: newest ? entriesToday(itemsOf(practice.content.safe), answersOf(newest.entries), await marksToday(tx, clientId, null)) : {},
    revision: 0,
    savedAt: now,
  };
  await insertIntake(tx, intake);
  return intake;
};

export const startIntake = async (practice: Practice, input: ParsedInputOf<'intake.start'>): Promise<OutputOf<'intake.start'>> => {
  const client = await getClient(practice, { id: input.clientId });
  if (client.archivedAt !== null) throw new Refusal('client-archived');
  const intake = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const open = await openIntakeOf(tx, client.id);
    const round = open ?? (await roundOf(tx, practice, client.id));
    await recordAudit(tx, practice, { clientId: client.id, recordId: round.id }, open ? 'intake-opened' : 'intake-started');
    return round;
  });
  practice.changed('intake');
  return intake;
};
