import { blockVerdict } from '../../shared/block-rules.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { gateAt } from '../../shared/resume-rule.ts';
import { type SessionSummary, summaryOf } from '../../shared/session-summary.ts';
import type { SessionLine } from '../../shared/sessions.ts';
import { getClient } from '../clients/clients-service.ts';
import { checkedNumbers } from '../intake/crisis-settings-service.ts';
import type { Practice } from '../practice/practice.ts';
import { blockFactsOf } from './block-facts-service.ts';
import { nowIn, type Told, toldFrom, toldOf, toldOfAll } from './kept-session.ts';
import { seenSession } from './seen-session.ts';
import { momentAt } from './session-clock.ts';
import {
  countSessionsOf,
  eventsOfSessions,
  type KeptSession,
  namesOf,
  openSessionsOf,
  type SessionDay,
  sessionDaysOf,
  sessionsOfClient,
} from './sessions-repository.ts';

export const sessionContent = async (practice: Practice, _: ParsedInputOf<'sessions.content'>): Promise<OutputOf<'sessions.content'>> => ({
  content: practice.content.session,
  numbers: await checkedNumbers(practice),
});

/** The open session of who is in. */
const ownOpen = async (practice: Practice): Promise<KeptSession | null> =>
  (await openSessionsOf(practice.db, { practitionerId: practice.actor.id }))[0] ?? null;

export const currentSession = async (practice: Practice, _: ParsedInputOf<'sessions.current'>): Promise<OutputOf<'sessions.current'>> => {
  const kept = await ownOpen(practice);
  return { session: kept && (await seenSession(practice, await toldOf(practice, practice.db, kept.id))) };
};

export const getSession = async (practice: Practice, { sessionId }: ParsedInputOf<'sessions.get'>): Promise<OutputOf<'sessions.get'>> => {
  const told = await toldOf(practice, practice.db, sessionId);
  const names = await namesOf(
    practice.db,
    told.rows.map(({ by }) => by),
  );
  return {
    ...(await seenSession(practice, told)),
    events: told.rows.map(({ seq, at, offset, event, by, whileLocked }) => ({
      seq,
      at,
      offset,
      ...event,
      by: names.get(by) ?? '',
      whileLocked,
    })),
    end: told.kept.ended?.end ?? null,
  };
};

export const allowedInSession = async (
  practice: Practice,
  { sessionId, plan }: ParsedInputOf<'sessions.allowed'>,
): Promise<OutputOf<'sessions.allowed'>> => {
  const told = await toldOf(practice, practice.db, sessionId);
  const facts = await blockFactsOf(practice, told.kept);
  const now = nowIn(practice, told);
  return {
    id: told.kept.id,
    clientId: told.kept.clientId,
    allowed: facts.allowed,
    asked: told.state.asked,
    gate: gateAt(practice.content.session.resumeRule, told.state, now),
    verdict: plan && blockVerdict(facts, told.state, plan, now),
  };
};

const lineOf = (told: Told, summary: SessionSummary, practitionerName: string): SessionLine => {
  const { kept, marks } = told;
  const { touchSeconds, blocks, areas, distress, pain, stops, dissociation, arousal, action, underRule, helped } = summary;
  return {
    id: kept.id,
    startedAt: kept.startedAt,
    endedAt: kept.ended?.at ?? null,
    practitionerName,
    talkOnly: kept.talkOnly,
    ...{ touchSeconds, blocks, areas, distress, pain, dissociation, arousal, action, underRule, helped },
    stops: stops.map(({ at, secondsToHandsOff, signal, cause }) => ({ at: momentAt(marks, at), secondsToHandsOff, signal, cause })),
  };
};

/** Of one that is closed the summary that was kept says all but the moments of its stops. */
const toldForLines = async (practice: Practice, sessions: readonly KeptSession[]): Promise<readonly Told[]> => {
  const needed = sessions.filter(({ ended }) => ended === null || ended.summary.stops.length > 0);
  const told = new Map((await toldOfAll(practice, practice.db, needed)).map((one) => [one.kept.id, one]));
  return sessions.map((kept) => told.get(kept.id) ?? toldFrom(practice, kept, []));
};

export const sessionsOf = async (
  practice: Practice,
  { clientId, limit }: ParsedInputOf<'sessions.ofClient'>,
): Promise<OutputOf<'sessions.ofClient'>> => {
  await getClient(practice, { id: clientId });
  const told = await toldForLines(practice, await sessionsOfClient(practice.db, clientId, limit));
  const names = await namesOf(
    practice.db,
    told.map(({ kept }) => kept.practitionerId),
  );
  return {
    clientId,
    total: await countSessionsOf(practice.db, clientId),
    sessions: told.map((one) => {
      const summary = one.kept.ended?.summary ?? summaryOf(practice.content.session, one.state, nowIn(practice, one));
      return lineOf(one, summary, names.get(one.kept.practitionerId) ?? '');
    }),
  };
};

/** The days of a client's sessions alone, for who asks which of them to read. */
export const sessionDays = ({ db }: Pick<Practice, 'db'>, clientId: string): Promise<readonly SessionDay[]> => sessionDaysOf(db, clientId);

/** Tells the vault of a session that was open when it closed or crashed, at the step it was at. */
export const resumeSitting = async (practice: Practice): Promise<void> => {
  const kept = await ownOpen(practice);
  if (!kept) return;
  const told = toldFrom(practice, kept, (await eventsOfSessions(practice.db, [kept.id])).get(kept.id) ?? []);
  await practice.sitting.begin(kept.plannedMinutes * 60_000 - nowIn(practice, told));
};
