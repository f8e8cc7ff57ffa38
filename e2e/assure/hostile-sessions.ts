import type { CallName, InputOf } from '../../shared/calls.ts';
import type { Ids } from './hostile-health.ts';

type SessionCall = Extract<CallName, `sessions.${string}` | `incidents.${string}` | `holds.${string}`>;

const plan: InputOf<'sessions.allowed'>['plan'] = {
  areas: ['B-TRAP-L'],
  technique: 'hold-shoulder',
  level: 2,
  minutes: 2,
  position: 'seated',
  cover: 'clothed',
  chosenBy: 'client',
  announced: true,
};

/** An input of each call about sessions that would be taken. What is seen is always taken, whatever came before it. */
export const nearlyGoodSessions = (ids: Ids): { readonly [N in SessionCall]: InputOf<N> } => ({
  'sessions.content': {},
  'sessions.start': { clientId: ids.guestId, appointmentId: null, plannedMinutes: 60, talkOnly: true },
  'sessions.current': {},
  'sessions.get': { sessionId: ids.sessionId },
  'sessions.allowed': { sessionId: ids.sessionId, plan },
  'sessions.record': {
    sessionId: ids.sessionId,
    id: '30000000-0000-4000-8000-000000000001',
    seq: 0,
    ago: 1_000,
    event: { kind: 'seen', body: { dissociation: 'D1', arousal: 'H1', item: null, signs: ['x'], words: 'x' } },
  },
  'sessions.close': {
    sessionId: ids.sessionId,
    id: '30000000-0000-4000-8000-000000000002',
    end: { left: 'x', tasks: [{ what: 'message', dueOn: '2026-12-01', note: 'x' }] },
  },
  'sessions.ofClient': { clientId: ids.guestId, limit: 20 },
  'incidents.ofClient': { clientId: ids.guestId },
  'incidents.attention': {},
  'incidents.resolve': { incidentId: ids.incidentId, way: 'clinician-called', who: 'x', words: 'x' },
  'holds.override': { holdId: ids.holdId, reason: 'x' },
});
