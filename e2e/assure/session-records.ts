import type { InputOf } from '../../shared/calls.ts';
import type { SessionEvent } from '../../shared/session-events.ts';
import type { Session } from '../../shared/sessions.ts';
import { type Headless, okOf } from './headless-process.ts';
import type { Ids } from './hostile-health.ts';
import { details } from './trial-records.ts';

type Caller = Pick<Headless, 'call'>;
type SessionIds = Pick<Ids, 'guestId' | 'sessionId' | 'incidentId' | 'holdId'>;

/** Events and closes are given one id each, as a window would. */
let given = 0;
export const windowId = (): string => {
  given += 1;
  return `20000000-0000-4000-8000-${given.toString(16).padStart(12, '0')}`;
};

/** What a session is told by the window, in its order. */
export const beginSession = async (vault: Caller, clientId: string): Promise<Session> =>
  okOf(vault.call('sessions.start', { clientId, appointmentId: null, plannedMinutes: 60, talkOnly: true }));

/** The next event of a session that stands as it is told. */
export const nextEvent = ({ id: sessionId, state: { seq } }: Session, event: SessionEvent): InputOf<'sessions.record'> => ({
  sessionId,
  id: windowId(),
  seq,
  ago: 0,
  event,
});

export const record = async (vault: Caller, before: Session, ...events: readonly SessionEvent[]): Promise<Session> => {
  let session = before;
  for (const event of events) session = await okOf(vault.call('sessions.record', nextEvent(session, event)));
  return session;
};

export const closing = ({ id: sessionId }: Session, end: InputOf<'sessions.close'>['end']): InputOf<'sessions.close'> => ({
  sessionId,
  id: windowId(),
  end,
});

/** Hands are off because of what was seen: it is an incident, and the next session waits on somebody else's word. */
export const severe = (words: string): readonly SessionEvent[] => [
  { kind: 'seen', body: { dissociation: 'D3', arousal: 'H2', item: null, signs: [words], words } },
  { kind: 'hands-off', body: {} },
];

/** Before anybody is touched, and a stop after which the client asks to go on. */
const upToStop = (sha256: string, word: () => string, signal: { readonly word: string; readonly gesture: string }): SessionEvent[] => [
  { kind: 'card-read', body: { sha256 } },
  { kind: 'health-asked', body: { changed: false, words: word() } },
  { kind: 'signal-rehearsed', body: signal },
  { kind: 'checked-in', body: { distress: 2, pain: 1, words: word(), sensations: [] } },
  { kind: 'position', body: { position: 'seated' } },
  { kind: 'settled', body: { technique: null, words: word() } },
  { kind: 'yes-heard', body: { answer: 'partly', areas: { 'B-TRAP-L': 'no' }, ceiling: 1, words: word() } },
  { kind: 'place-asked', body: { area: 'B-NECK', answer: 'no', words: word() } },
  { kind: 'remark', body: { words: word() } },
  { kind: 'stop', body: {} },
  { kind: 'hands-off', body: {} },
  { kind: 'signal-named', body: { signal: word(), words: word() } },
  { kind: 'asked-on', body: { words: word() } },
];

/** More than they can carry, what was seen and done, and how they leave. */
const fromFlag = (word: () => string): SessionEvent[] => [
  { kind: 'checked-in', body: { distress: 5, pain: null, words: word(), sensations: [] } },
  { kind: 'flagged', body: {} },
  ...severe(word()),
  { kind: 'grounded', body: { step: 1, what: 'helped' } },
  { kind: 'told', body: { who: word(), means: 'phone', under: word(), words: word() } },
  { kind: 'disposed', body: { choice: 'end', words: word() } },
  { kind: 'places-taken-back', body: { areas: ['B-TRAP-R'], words: word() } },
  { kind: 'aftercare', body: { items: [], words: word() } },
  { kind: 'way-home', body: { how: word(), withWhom: word(), advisedAgainstDriving: true } },
];

/**
 * Everything sessions can hold once, each text of it from `word`: three of talk alone with somebody nothing else is known of. What was seen in
 * the first was followed up, the hold of the second overridden, and the third leaves both open. None is open afterwards.
 */
export const keepSessions = async (vault: Caller, word: () => string): Promise<SessionIds> => {
  const signal = { word: word(), gesture: word() };
  const guest = { ...details, chosenName: word(), stopWord: signal.word, stopGesture: signal.gesture };
  const { id: guestId } = await okOf(vault.call('clients.create', guest));
  const { sha256 } = await okOf(vault.call('safety.card', { clientId: guestId }));
  const left = () => okOf(vault.call('incidents.ofClient', { clientId: guestId }));
  const end = () => ({ left: word(), tasks: [{ what: 'message' as const, dueOn: '2026-12-01', note: word() }] });
  const begun = await record(vault, await beginSession(vault, guestId), ...upToStop(sha256, word, signal));
  const led = await record(vault, begun, ...fromFlag(word));
  await okOf(vault.call('sessions.close', closing(led, end())));
  const [first] = (await left()).incidents;
  const resolved = { incidentId: first!.id, way: 'clinician-called', who: word(), words: word() } as const;
  await okOf(vault.call('incidents.resolve', resolved));
  const second = await record(vault, await beginSession(vault, guestId), ...severe(word()));
  await okOf(vault.call('sessions.close', closing(second, end())));
  const holdId = (await left()).holds.find(({ ended }) => ended === null)?.id ?? '';
  await okOf(vault.call('holds.override', { holdId, reason: word() }));
  const third = await record(vault, await beginSession(vault, guestId), ...severe(word()));
  await okOf(vault.call('sessions.close', closing(third, end())));
  const open = (await left()).holds.find(({ ended }) => ended === null);
  if (!open) throw new Error('what was seen left no hold');
  return { guestId, sessionId: third.id, incidentId: open.incidentId, holdId: open.id };
};
