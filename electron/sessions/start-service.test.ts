import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { carded } from '../intake/carded.test-world.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { service } from '../schedule/schedule.test-world.ts';
import { eventId, sitting } from './session.test-world.ts';

type Sitting = Awaited<ReturnType<typeof sitting>>;

/** Why it does not start: `not-ready emergency`; or `started`. */
const tried = async ({ world, clientId }: Pick<Sitting, 'world' | 'clientId'>, more: Partial<InputOf<'sessions.start'>> = {}) => {
  const reply = await world.call('sessions.start', { clientId, appointmentId: null, plannedMinutes: 60, talkOnly: false, ...more });
  if (reply.ok) return 'started';
  if (reply.error.code !== 'refused') return reply.error.code;
  const reasons = (reply.error.details?.reasons ?? []) as unknown as readonly { readonly code: string }[];
  return [reply.error.reason, ...new Set(reasons.map(({ code }) => code))].join(' ');
};
const held = async ({ world, start, did, now }: Sitting): Promise<void> => {
  await start();
  await did('seen', { dissociation: 'D3', arousal: null, item: null, signs: [], words: '' });
  await did('hands-off', {});
  await world.ok('sessions.close', { sessionId: now().id, id: eventId(), end: { left: '', tasks: [] } });
};
const reborn = async ({ world, clientId }: Sitting): Promise<void> => {
  const { version } = await world.ok('clients.get', { id: clientId });
  await world.ok('clients.update', { id: clientId, version, details: { ...clientDetails, birthDate: '2012-01-01' } });
};

/** Table 2.6: what is found, and what then starts: as it is, and for talk alone. */
const rows: readonly (readonly [string, (made: Sitting) => Promise<unknown>, string, string])[] = [
  ['nothing', async () => undefined, 'started', 'started'],
  ['an emergency finding', ({ add }) => add('chest-pain'), 'not-ready emergency', 'not-ready emergency'],
  ['a finding that is P4', ({ add }) => add('flashback-active'), 'not-ready refer-now', 'not-ready refer-now'],
  ['an absolute finding', ({ add }) => add('intoxication'), 'not-ready absolute', 'not-ready absolute'],
  ['a clearance finding', ({ add }) => add('dissociative-disorder'), 'not-ready clearance', 'not-ready clearance'],
  ['a local finding without its places', ({ add }) => add('varicose'), 'not-ready places-to-mark', 'not-ready places-to-mark'],
  ['a local finding with them', ({ add }) => add('varicose', 'B-CALF-L'), 'started', 'started'],
  ['a modify finding', ({ add }) => add('htn-controlled'), 'started', 'started'],
  ['a hold', held, 'talk-only hold', 'started'],
  [
    'a hold and a clearance finding',
    async (made) => [await held(made), await made.add('dissociative-disorder')],
    'not-ready clearance',
    'not-ready clearance',
  ],
  ['no guardian of a minor', reborn, 'not-ready guardian-missing', 'not-ready guardian-missing'],
  [
    'a change nobody went through',
    ({ world, clientId }) => world.ok('health.changed', { clientId, changed: true, words: 'A fall' }),
    'talk-only change-open',
    'started',
  ],
  [
    'a consent that was taken back',
    async ({ world, clientId }) => {
      const { consents } = await world.ok('consent.ofClient', { clientId });
      await world.ok('consent.withdraw', { consentId: consents[0]?.id ?? '', by: 'client', parts: [], words: 'no' });
    },
    'talk-only consent-withdrawn',
    'started',
  ],
  ['a medicine under which nobody is touched', ({ takes }) => takes('K', 'ketamine'), 'talk-only medicine-none', 'started'],
];

describe('what is found before a session (domain.md 2.6)', () => {
  test.each(rows)('%s', async (_, find, asItIs, talk) => {
    const made = await sitting();
    await find(made);
    expect(await tried(made)).toBe(asItIs);
    if (asItIs !== 'started') expect(await tried(made, { talkOnly: true })).toBe(talk);
  });

  test('nothing reviewed and nothing signed: talk alone', async () => {
    const made = await carded();
    expect(await tried(made)).toBe('talk-only no-consent');
    expect(await tried(made, { talkOnly: true })).toBe('started');
  });
});

describe('one at a time', () => {
  test('a second one of the practitioner, and a second one of the client', async () => {
    const made = await sitting();
    const { world, now, start } = made;
    await start();
    const other = await world.ok('clients.create', clientDetails);
    for (const clientId of [made.clientId, other.id])
      expect(await world.call('sessions.start', { clientId, appointmentId: null, plannedMinutes: 60, talkOnly: true })).toMatchObject({
        error: { reason: 'session-open', details: { sessionId: now().id, own: true } },
      });
    expect(await world.open.database.selectFrom('sessions').select('id').execute()).toHaveLength(1);
    expect((await world.audit()).filter(({ action }) => action === 'session-started')).toHaveLength(1);
  });

  test('an archived client, and nobody', async () => {
    const made = await sitting();
    const { world, clientId } = made;
    expect(await tried({ world, clientId: world.open.newId() })).toBe('not-found');
    const { version } = await world.ok('clients.get', { id: clientId });
    await world.ok('clients.archive', { id: clientId, version, archived: true });
    expect(await tried(made)).toBe('client-archived');
  });
});

describe('from the calendar', () => {
  test('the appointment is in session, then done; one of somebody else or cancelled begins nothing', async () => {
    const made = await sitting();
    const { world, clientId, start } = made;
    const { id: serviceId } = await world.ok('services.save', { id: null, version: 0, details: service });
    const practitionerId = (await world.ok('practitioners.list', {})).own ?? '';
    const booked = { day: '2026-12-01', practitionerId, roomId: null, serviceId, minutes: 60, before: 0, after: 0, price: 9_000, note: '' };
    const { id: other } = await world.ok('clients.create', clientDetails);
    const appointment = async (of: string, time: string) =>
      (await world.ok('appointments.book', { ...booked, clientId: of, time })).appointment;
    const [first, theirs, gone] = [
      await appointment(clientId, '10:00'),
      await appointment(other, '12:00'),
      await appointment(clientId, '14:00'),
    ];
    expect(await tried(made, { appointmentId: theirs.id })).toBe('not-found');
    const { id, version } = gone;
    await world.ok('appointments.cancel', { id, version, as: 'cancelled', reason: 'client-asked', scope: 'this' });
    expect(await tried(made, { appointmentId: gone.id })).toBe('status-not-possible');
    const status = async () => (await world.ok('appointments.get', { id: first.id })).appointment.status;
    const session = await start({ appointmentId: first.id });
    expect([session.appointmentId, await status()]).toEqual([first.id, 'in-session']);
    await world.ok('sessions.close', { sessionId: session.id, id: eventId(), end: { left: '', tasks: [] } });
    expect(await status()).toBe('done');
  });
});
