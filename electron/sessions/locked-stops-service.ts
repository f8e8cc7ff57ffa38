import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { SessionEvent } from '../../shared/session-events.ts';
import { refusedEvent } from '../../shared/session-machine.ts';
import type { Instant } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { keptEvent, type Told, toldFrom, toldOfAll } from './kept-session.ts';
import { markAgo } from './session-clock.ts';
import { type EventRow, eventById, insertEvent, openSessionsOf } from './sessions-repository.ts';

/** What was touched on the locked screen. `id`: of the line in the locked journal, or of the event that was on its way when the vault ended. */
export type LockedTouch = { readonly kind: 'stop' | 'hands-off' | 'flagged'; readonly at: Instant; readonly id: string };

const wall = (at: Instant): number => Temporal.Instant.from(at).epochMilliseconds;

/** The same line in the same session is the same event, however often it is taken in. */
const eventIdOf = (touch: LockedTouch, sessionId: string): string => {
  const hex = createHash('sha256').update(`${touch.id} ${sessionId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

type Clocks = Pick<Practice, 'ticks' | 'now'>;

/** Both clocks as they stand: read anew for each touch, what lies between two of them would be out by what passed meanwhile. */
const stillClocks = ({ ticks, now }: Clocks): Clocks => {
  const [at, passed] = [now(), ticks.now()];
  return { now: () => at, ticks: { run: ticks.run, now: () => passed } };
};

const takeIn = async (tx: Tx, practice: Practice, clocks: Clocks, told: Told, touch: LockedTouch): Promise<Told> => {
  const id = eventIdOf(touch, told.kept.id);
  if (await eventById(tx, id)) return told;
  const event: SessionEvent = { kind: touch.kind, body: {} };
  const ago = Math.max(0, wall(clocks.now()) - wall(touch.at));
  const row: EventRow = {
    ...{ id, event, seq: told.state.seq + 1, whileLocked: true, by: practice.actor.id },
    ...markAgo(clocks, told.last, ago),
  };
  // Hands off without a stop says nothing.
  if (refusedEvent(practice.content.session, told.state, keptEvent(row)) !== null) return told;
  await insertEvent(tx, told.kept.id, row);
  await recordAudit(tx, practice, { clientId: told.kept.clientId, recordId: told.kept.id }, 'session-recorded');
  return toldFrom(practice, told.kept, [...told.rows, row]);
};

/**
 * Takes what was touched on the locked screen into every open session: nobody could say there whose it was, and a stop too many harms no
 * one. Each at its own second, by the wall, never before what was recorded last and never after now. In the transaction that joins the
 * locked journal; what was kept before the vault ended, and every line that is there already, stays the one event it is.
 */
export const takeInLocked = async (tx: Tx, practice: Practice, touches: readonly LockedTouch[]): Promise<void> => {
  if (touches.length === 0) return;
  const clocks = stillClocks(practice);
  for (const begun of await toldOfAll(practice, tx, await openSessionsOf(tx))) {
    let told = begun;
    for (const touch of touches) if (!(await eventById(tx, touch.id))) told = await takeIn(tx, practice, clocks, told, touch);
  }
};
