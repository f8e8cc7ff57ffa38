import type { CallName } from '../../shared/calls.ts';
import type { SessionBody } from '../../shared/session-events.ts';
import type { PracticeCallName } from '../practice/handlers.ts';
import { clientDetails, type TestWorld } from '../practice/practice.test-world.ts';
import { eventId } from './session.test-world.ts';

/** A good input of every call about sessions, for the tests that go through all calls. */

export const sessionState = async ({ database }: TestWorld['open']): Promise<readonly unknown[]> => [
  await database.selectFrom('sessions').selectAll().execute(),
  await database.selectFrom('session_events').selectAll().execute(),
  await database.selectFrom('incidents').selectAll().execute(),
  await database.selectFrom('holds').selectAll().execute(),
];

type SessionCall = Extract<PracticeCallName, `sessions.${string}` | `incidents.${string}` | `holds.${string}`>;

/** In this order each finds what those before it left: a session of talk alone, in which grade D3 is seen before it is closed. */
export const sessionInputs = (world: TestWorld): { readonly [N in SessionCall]: () => unknown } => {
  /** Somebody nothing was asked of yet: with them there may be talk, and no touch. */
  let guest: Promise<string> | null = null;
  const clientId = async (): Promise<string> => {
    guest ??= world.ok('clients.create', { ...clientDetails, chosenName: 'Noor Haddad', stopWord: '' }).then(({ id }) => id);
    return guest;
  };
  const open = async () => (await world.ok('sessions.current', {})).session;
  const named = async () => ({ sessionId: (await open())?.id ?? '' });
  const seq = async () => (await open())?.state.seq ?? 0;
  const left = async () => world.ok('incidents.ofClient', { clientId: await clientId() });
  const seen: SessionBody<'seen'> = { dissociation: 'D3', arousal: null, item: null, signs: [], words: 'Gone quiet, eyes fixed' };
  return {
    'sessions.content': () => ({}),
    'sessions.start': async () => ({ clientId: await clientId(), appointmentId: null, plannedMinutes: 60, talkOnly: true }),
    'sessions.current': () => ({}),
    'sessions.get': named,
    'sessions.allowed': async () => ({ ...(await named()), plan: null }),
    'sessions.record': async () => ({
      ...(await named()),
      id: eventId(),
      seq: await seq(),
      ago: 0,
      event: { kind: 'remark', body: { words: 'Came straight from work' } },
    }),
    'sessions.close': async () => {
      for (const event of [{ kind: 'seen', body: seen } as const, { kind: 'hands-off', body: {} } as const])
        await world.ok('sessions.record', { ...(await named()), id: eventId(), seq: await seq(), ago: 0, event });
      return { ...(await named()), id: eventId(), end: { left: 'With her sister, steady', tasks: [] } };
    },
    'sessions.ofClient': async () => ({ clientId: await clientId() }),
    'incidents.ofClient': async () => ({ clientId: await clientId() }),
    'incidents.attention': () => ({}),
    'holds.override': async () => ({ holdId: (await left()).holds[0]?.id, reason: 'Her therapist is in the room' }),
    'incidents.resolve': async () => ({
      incidentId: (await left()).incidents[0]?.id,
      way: 'clinician-called',
      who: 'Dr. Okafor',
      words: 'Talk is fine, touch from next week',
    }),
  } satisfies { readonly [N in SessionCall & CallName]: () => unknown };
};
