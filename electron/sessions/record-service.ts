import { Refusal, Refused } from '../../shared/app-error.ts';
import { blockVerdict } from '../../shared/block-rules.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { KeptEvent, SessionEvent, SessionEventKind } from '../../shared/session-events.ts';
import { refusedEvent } from '../../shared/session-machine.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { rehearsed } from '../clients/stop-signal-service.ts';
import { takeBackInSession } from '../consent/maps-service.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import { keepAsked } from '../intake/health-change-service.ts';
import { readCard } from '../intake/safety-card-service.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { blockFactsOf } from './block-facts-service.ts';
import { refuseUnknown } from './content-known.ts';
import { followIncidents } from './follow-incidents.ts';
import { keptEvent, type Told, toldFrom, toldOf } from './kept-session.ts';
import { seenSession } from './seen-session.ts';
import { markAgo } from './session-clock.ts';
import { type EventRow, eventById, insertEvent } from './sessions-repository.ts';

/** Taken whatever came meanwhile: nobody who lifts their hands is told to look again first. */
const alwaysTaken: readonly SessionEventKind[] = ['stop', 'hands-off', 'flagged', 'seen', 'hands-lifted', 'places-taken-back', 'remark'];

/** No answer counts as stop. */
const isAlwaysTaken = (event: SessionEvent): boolean =>
  alwaysTaken.includes(event.kind) || (event.kind === 'halfway' && event.body.answer === 'none');

/** @throws Refusal session-over, not-your-session */
const refuseOthers = ({ kept }: Told, practice: Practice): void => {
  if (kept.practitionerId !== practice.actor.id) throw new Refusal('not-your-session');
};

/** What a session is refused by, in the transaction that would keep the event. */
const refuseEvent = async (reading: Practice, told: Told, event: KeptEvent): Promise<void> => {
  const { content } = reading;
  refuseUnknown(content, event);
  const refusal = refusedEvent(content.session, told.state, event);
  if (refusal !== null) throw new Refusal(refusal);
  if (event.kind !== 'block-started') return;
  const { despite, ...plan } = event.body;
  const { refused, warned } = blockVerdict(await blockFactsOf(reading, told.kept), told.state, plan, event.offset);
  if (refused.length > 0) throw new Refusal('block-refused', { problems: refused.map((one) => ({ ...one })) });
  const unread = warned.filter(({ code }) => !despite.includes(code));
  if (unread.length > 0) throw new Refusal('block-warned', { problems: unread.map((one) => ({ ...one })) });
};

/** What else the record holds of it, in the same transaction. */
const keepBeside = async (tx: Tx, reading: Practice, { kept: { clientId } }: Told, event: SessionEvent): Promise<void> => {
  switch (event.kind) {
    case 'card-read':
      await readCard(tx, reading, { clientId, ...event.body });
      return;
    case 'health-asked':
      await keepAsked(tx, reading, { clientId, ...event.body });
      return;
    case 'signal-rehearsed':
      await rehearsed(tx, reading, { clientId, ...event.body });
      return;
    case 'places-taken-back':
      await takeBackInSession(tx, reading, { clientId, ...event.body });
      return;
  }
};

type Asked = ParsedInputOf<'sessions.record'>;

/** The same event once more is no other one; the id of another event is. */
const isKept = async (tx: Tx, { id, sessionId, event }: Asked): Promise<boolean> => {
  const kept = await eventById(tx, id);
  if (kept && (kept.sessionId !== sessionId || kept.kind !== event.kind || kept.body !== JSON.stringify(event.body)))
    throw new Refusal('event-taken');
  return kept !== null;
};

const keep = async (tx: Tx, practice: Practice, reading: Practice, told: Told, asked: Asked): Promise<EventRow> => {
  const { id, ago, event } = asked;
  const row: EventRow = {
    id,
    seq: told.state.seq + 1,
    ...markAgo(practice, told.last, ago),
    event,
    whileLocked: false,
    by: practice.actor.id,
  };
  await refuseEvent(reading, told, keptEvent(row));
  await keepBeside(tx, reading, told, event);
  await insertEvent(tx, told.kept.id, row);
  await recordAudit(tx, practice, { clientId: told.kept.clientId, recordId: told.kept.id });
  return row;
};

const topicsOf = ({ kind }: SessionEvent): readonly ('sessions' | 'safety' | 'health' | 'clients' | 'maps')[] => {
  if (kind === 'card-read') return ['sessions', 'safety'];
  if (kind === 'health-asked') return ['sessions', 'health'];
  if (kind === 'signal-rehearsed') return ['sessions', 'clients'];
  return kind === 'places-taken-back' ? ['sessions', 'maps'] : ['sessions'];
};

export const recordEvent = async (practice: Practice, input: Asked): Promise<OutputOf<'sessions.record'>> => {
  const outside = { ...practice };
  const { told, isStale } = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const reading: Practice = { ...outside, db: tx as unknown as Practice['db'] };
    const before = await toldOf(reading, tx, input.sessionId);
    refuseOthers(before, practice);
    if (await isKept(tx, input)) return { told: before, isStale: false };
    if (before.kept.ended) throw new Refusal('session-over');
    if (input.seq !== before.state.seq && !isAlwaysTaken(input.event)) return { told: before, isStale: true };
    const row = await keep(tx, practice, reading, before, input);
    const after = toldFrom(practice, before.kept, [...before.rows, row]);
    await followIncidents(tx, reading, before, after);
    return { told: after, isStale: false };
  });
  if (isStale) {
    await practice.write((tx) => recordAudit(tx, practice, { clientId: told.kept.clientId, recordId: told.kept.id }, 'session-opened'));
    throw new Refused({ code: 'conflict', current: await seenSession(practice, told) });
  }
  practice.changed(...topicsOf(input.event));
  return seenSession(practice, told);
};
