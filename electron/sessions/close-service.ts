import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { summaryOf } from '../../shared/session-summary.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { statusWithSession } from '../schedule/ending-service.ts';
import { makeTask } from '../schedule/tasks-service.ts';
import { holdUnderRule } from './follow-incidents.ts';
import { nowIn, type Told, toldOf } from './kept-session.ts';
import { seenSession } from './seen-session.ts';
import { words } from './session-words.ts';
import { closeSessionRow } from './sessions-repository.ts';

type Asked = ParsedInputOf<'sessions.close'>;

/** Who leads it; the owner too, so that a session somebody left open keeps nobody out for ever. */
const refuseOthers = ({ kept }: Told, { actor }: Practice): void => {
  if (kept.practitionerId !== actor.id && actor.role !== 'owner') throw new Refusal('not-your-session');
};

const refuseHandsOn = ({ state }: Told): void => {
  if (state.mode === 'touch' || state.mode === 'stopping') throw new Refusal('hands-on');
};

const makeTasks = async (tx: Tx, practice: Practice, { kept: { clientId } }: Told, { end }: Asked): Promise<void> => {
  for (const { what, dueOn, note } of end.tasks)
    await makeTask(tx, practice, { title: words.tasks[what], note, dueOn, clientId, audience: 'clinical' });
};

export const closeSession = async (practice: Practice, input: Asked): Promise<OutputOf<'sessions.close'>> => {
  const outside = { ...practice };
  await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const told = await toldOf(practice, tx, input.sessionId);
    refuseOthers(told, practice);
    // The same close once more, after an answer that was lost.
    if (told.kept.ended?.closeId === input.id) return;
    if (told.kept.ended) throw new Refusal('session-over');
    refuseHandsOn(told);
    const offset = nowIn(practice, told);
    const summary = summaryOf(practice.content.session, told.state, offset);
    const { id: closeId, end } = input;
    await closeSessionRow(tx, told.kept.id, { at: practice.now(), offset, by: practice.actor.id, closeId, end, summary });
    await holdUnderRule(tx, { ...outside, db: tx as unknown as Practice['db'] }, told);
    await makeTasks(tx, practice, told, input);
    if (told.kept.appointmentId !== null) await statusWithSession(tx, practice, told.kept.appointmentId, 'done');
    await recordAudit(tx, practice, { clientId: told.kept.clientId, recordId: told.kept.id });
  });
  const told = await toldOf(practice, practice.db, input.sessionId);
  await practice.sitting.end(told.kept.practitionerId === practice.actor.id);
  practice.changed('sessions', 'schedule', 'tasks', 'safety');
  return seenSession(practice, told);
};
