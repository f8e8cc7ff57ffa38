import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Readiness, ReadinessCode } from '../../shared/readiness.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import { touchFactsOf } from '../consent/touch-facts.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { statusWithSession } from '../schedule/ending-service.ts';
import { appointmentOfClient, refuseArchivedClient } from '../schedule/here.ts';
import { toldOf } from './kept-session.ts';
import { seenSession } from './seen-session.ts';
import { insertSession, openSessionsOf } from './sessions-repository.ts';

/** With these a session may begin for talk, education and grounding alone (domain.md 2.6: a hold; no reviewed intake or consent). */
const talkPossible: readonly ReadinessCode[] = ['hold', 'medicine-none'];

const isTalkPossible = ({ state, code }: Readiness['reasons'][number]): boolean =>
  talkPossible.includes(code) || (state !== 'not-now' && state !== 'needs-clearance');

const named = (reasons: Readiness['reasons']) => ({ reasons: reasons.map((reason) => ({ ...reason })) });

/** An emergency, a referral, an absolute or clearance finding, or a missing guardian: it does not even begin. */
const refuseNotReady = ({ state, reasons }: Readiness, talkOnly: boolean): void => {
  const closing = reasons.filter((reason) => !isTalkPossible(reason));
  if (closing.length > 0) throw new Refusal('not-ready', named(closing));
  if (!talkOnly && state !== 'ready' && state !== 'ready-with-limits')
    throw new Refusal('talk-only', named(reasons.filter((reason) => reason.state !== 'ready-with-limits')));
};

const refuseOpen = async (tx: Tx, practitionerId: string, clientId: string): Promise<void> => {
  const [open] = [...(await openSessionsOf(tx, { practitionerId })), ...(await openSessionsOf(tx, { clientId }))];
  if (open) throw new Refusal('session-open', { sessionId: open.id, own: open.practitionerId === practitionerId });
};

export const startSession = async (practice: Practice, input: ParsedInputOf<'sessions.start'>): Promise<OutputOf<'sessions.start'>> => {
  const { clientId, appointmentId, plannedMinutes, talkOnly } = input;
  await refuseArchivedClient(practice, clientId);
  const outside = { ...practice };
  const [id, startedAt, ticks] = [practice.newId(), practice.now(), practice.ticks];
  await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    await refuseOpen(tx, practice.actor.id, clientId);
    refuseNotReady((await touchFactsOf({ ...outside, db: tx }, clientId)).readiness, talkOnly);
    if (appointmentId !== null) await beginAppointment(tx, practice, appointmentId, clientId);
    await insertSession(tx, {
      id,
      clientId,
      practitionerId: practice.actor.id,
      appointmentId,
      startedAt,
      plannedMinutes,
      talkOnly,
      edition: practice.content.session.edition,
      run: ticks.run,
      ticks: Math.floor(ticks.now()),
    });
    await recordAudit(tx, practice, { clientId, recordId: id });
  });
  await practice.sitting.begin(plannedMinutes * 60_000);
  practice.changed('sessions', 'schedule');
  return seenSession(practice, await toldOf(practice, practice.db, id));
};

/** One that stands at "in session" already begins again only without another session of its own. */
const beginAppointment = async (tx: Tx, practice: Practice, appointmentId: string, clientId: string): Promise<void> => {
  const { status } = await appointmentOfClient(tx, appointmentId, clientId);
  if (status === 'in-session') return;
  if (!(await statusWithSession(tx, practice, appointmentId, 'in-session'))) throw new Refusal('status-not-possible');
};
