import { Refused } from '../../shared/app-error.ts';
import type { KeptEvent } from '../../shared/session-events.ts';
import { sessionFrom } from '../../shared/session-machine.ts';
import { newSession, type SessionState } from '../../shared/session-state.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { type Mark, offsetNow } from './session-clock.ts';
import { type EventRow, eventsOfSessions, type KeptSession, sessionById } from './sessions-repository.ts';

/** A session with all that happened in it, and where that leads. */
export type Told = {
  readonly kept: KeptSession;
  readonly rows: readonly EventRow[];
  readonly state: SessionState;
  /** Its beginning and each event, on both clocks. */
  readonly marks: readonly Mark[];
  /** The newest of them. */
  readonly last: Mark;
};

const startOf = ({ run, ticks, startedAt }: KeptSession): Mark => ({ offset: 0, run, ticks, at: startedAt });

export const keptEvent = ({ event, seq, offset, whileLocked }: Pick<EventRow, 'event' | 'seq' | 'offset' | 'whileLocked'>): KeptEvent => ({
  ...event,
  seq,
  offset,
  whileLocked,
});

export const toldFrom = ({ content }: Pick<Practice, 'content'>, kept: KeptSession, rows: readonly EventRow[]): Told => {
  const state = sessionFrom(content.session, rows.map(keptEvent), newSession);
  const marks = [startOf(kept), ...rows.map(({ offset, run, ticks, at }) => ({ offset, run, ticks, at }))];
  return {
    kept,
    rows,
    state: kept.ended ? { ...state, mode: 'ended' } : state,
    marks,
    last: marks.at(-1) ?? startOf(kept),
  };
};

export const sessionNotFound = (): Refused => new Refused({ code: 'not-found', what: 'session' });

export const toldOf = async (practice: Practice, reader: Reader, id: string): Promise<Told> => {
  const kept = await sessionById(reader, id);
  if (!kept) throw sessionNotFound();
  return toldFrom(practice, kept, (await eventsOfSessions(reader, [id])).get(id) ?? []);
};

export const toldOfAll = async (
  practice: Pick<Practice, 'content'>,
  reader: Reader,
  sessions: readonly KeptSession[],
): Promise<readonly Told[]> => {
  const events = await eventsOfSessions(
    reader,
    sessions.map(({ id }) => id),
  );
  return sessions.map((kept) => toldFrom(practice, kept, events.get(kept.id) ?? []));
};

/** Milliseconds since it began; of one that was closed, when that was. */
export const nowIn = (practice: Pick<Practice, 'ticks' | 'now'>, { kept, last }: Told): number =>
  kept.ended ? kept.ended.offset : offsetNow(practice, last);
