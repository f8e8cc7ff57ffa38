import { describe, expect, test } from 'vitest';
import { instantFrom } from '../../shared/time.ts';
import { clientDetails, profileDetails, testWorld } from '../practice/practice.test-world.ts';
import { queryLayer } from '../store/dialect.ts';
import { migrate } from '../store/migrate.ts';
import { openInMemory } from '../store/open.ts';
import { linesAhead, linesBetween, linesPast } from './appointment-lines-repository.ts';
import { appointmentsOfSeries, heldBetween } from './appointments-repository.ts';
import { openedPractice, service } from './schedule.test-world.ts';
import { seriesToExtend } from './series-repository.ts';

const refused = (reason: string, details: object) => ({ ok: false, error: { code: 'refused', reason, ...details } });

describe('the appointments of some days', () => {
  test('are all that touch them, in the order of time, as the calendar draws them', async () => {
    const { world, asked, appointments, clientId, serviceId, practitionerId, roomId } = await night();
    const { appointments: shown, ...rest } = await world.ok('appointments.range', { from: '2026-12-02', to: '2026-12-02' });
    expect(rest).toEqual({ zone: 'America/Toronto', today: '2026-11-24' });
    expect(shown.map(({ day, time }) => [day, time])).toEqual([
      ['2026-12-01', '23:30'],
      ['2026-12-02', '10:00'],
      ['2026-12-02', '23:59'],
    ]);
    expect(shown[1]).toEqual({
      id: appointments[1],
      version: 1,
      clientId,
      chosenName: clientDetails.chosenName,
      pronouns: clientDetails.pronouns,
      serviceId,
      serviceName: service.name,
      practitionerId,
      roomId,
      day: '2026-12-02',
      time: '10:00',
      zone: 'America/Toronto',
      startsAt: '2026-12-02T15:00:00.000Z',
      endsAt: '2026-12-02T16:00:00.000Z',
      minutes: 60,
      before: asked().before,
      after: 15,
      status: 'booked',
      statusAt: '2026-11-24T15:58:00.000Z',
      seriesId: null,
      overridden: false,
      note: '',
    });
  });

  test('that end as the day begins, or begin as it ends, are of other days; half a day of length is found', async () => {
    const { world, asked } = await openedPractice();
    await world.ok('appointments.book', asked({ day: '2026-12-01', time: '12:30', minutes: 720 }));
    await world.ok('appointments.book', asked({ day: '2026-12-05', time: '23:00' }));
    const found = async (day: string) => (await world.ok('appointments.range', { from: day, to: day })).appointments.length;
    expect(await Promise.all(['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-05', '2026-12-06'].map(found))).toEqual([1, 1, 0, 1, 0]);
  });

  test('keep their wall time and moment when the practice moves to another zone', async () => {
    const { world, asked } = await openedPractice();
    await world.ok('appointments.book', asked());
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, zone: 'Europe/London' } });
    await world.ok('appointments.book', asked());
    const { appointments, zone } = await world.ok('appointments.range', { from: '2026-12-01', to: '2026-12-01' });
    expect(zone).toBe('Europe/London');
    expect(appointments.map(({ time, zone: agreed, startsAt }) => [time, agreed, startsAt])).toEqual([
      ['10:00', 'Europe/London', '2026-12-01T10:00:00.000Z'],
      ['10:00', 'America/Toronto', '2026-12-01T15:00:00.000Z'],
    ]);
    // 15:00 in London is 10:00 in Toronto.
    expect(await world.call('appointments.book', asked({ time: '15:30' }))).toMatchObject({ error: { reason: 'appointment-conflicts' } });
  });

  test('are at most 62, forwards', async () => {
    const { world } = await openedPractice();
    expect(await world.call('appointments.range', { from: '2026-12-01', to: '2026-11-30' })).toEqual(refused('days-backwards', {}));
    expect(await world.call('appointments.range', { from: '2026-12-01', to: '2027-02-01' })).toEqual(
      refused('days-too-many', { details: { limit: 62 } }),
    );
    expect(await world.ok('appointments.range', { from: '2026-12-01', to: '2027-01-31' })).toMatchObject({ appointments: [] });
    for (const [from, to] of [
      ['0000-01-01', '0000-01-02'],
      ['9999-12-30', '9999-12-31'],
    ] as const)
      expect(await world.ok('appointments.range', { from, to })).toMatchObject({ appointments: [] });
  });
});

/** One over midnight, one by day, one that begins in the last minute. */
const night = async () => {
  const opened = await openedPractice();
  const book = async (day: string, time: string) =>
    (await opened.world.ok('appointments.book', opened.asked({ day, time }))).appointment.id;
  const [late, last, first] = [await book('2026-12-01', '23:30'), await book('2026-12-02', '23:59'), await book('2026-12-02', '10:00')];
  return { ...opened, appointments: [late, first, last] };
};

describe('the appointments of a client', () => {
  test('to come, soonest first, with the one that is on now; and those that were or will not be, newest first', async () => {
    const { world, asked, clientId } = await openedPractice();
    const book = async (day: string) => (await world.ok('appointments.book', asked({ day }))).appointment;
    const [past, now, later, off] = [
      await book('2026-11-26'),
      await book('2026-11-27'),
      await book('2026-12-01'),
      await book('2026-12-02'),
    ];
    await world.ok('appointments.cancel', { id: off.id, version: 1, as: 'cancelled', reason: 'weather' });
    const other = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    await world.ok('appointments.book', asked({ clientId: other.id, day: '2026-12-03' }));
    world.later(Date.parse('2026-11-27T15:30:00Z') - Date.parse('2026-11-24T15:58:00Z'));
    const { ahead, past: were, total } = await world.ok('appointments.ofClient', { clientId });
    expect([ahead.map(({ id }) => id), were.map(({ id }) => id), total]).toEqual([[now.id, later.id], [off.id, past.id], 4]);
    const few = await world.ok('appointments.ofClient', { clientId, limit: 1 });
    expect([few.ahead.map(({ id }) => id), few.past.map(({ id }) => id), few.total]).toEqual([[now.id], [off.id], 4]);
    expect(await world.call('appointments.ofClient', { clientId: past.id })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'client' },
    });
  });
});

describe('among many', () => {
  const plansOf = async (ask: (db: ReturnType<typeof queryLayer>) => Promise<unknown>): Promise<readonly string[]> => {
    const connection = openInMemory();
    const asked: string[] = [];
    const prepare = (source: string) => {
      asked.push(source);
      return connection.prepare(source);
    };
    const database = queryLayer({ prepare, close: () => undefined } as unknown as typeof connection);
    await migrate(database);
    asked.length = 0;
    await ask(database);
    return asked.flatMap((source) =>
      (connection.prepare(`explain query plan ${source}`).all(...[...source.matchAll(/\?/g)].map(() => null)) as { detail: string }[])
        .map(({ detail }) => detail)
        .filter((detail) => /appointments|series/.test(detail)),
    );
  };
  const now = '2026-11-24T15:58:00.000Z';

  test.each<[string, (db: ReturnType<typeof queryLayer>) => Promise<unknown>, string]>([
    ['conflicts', (db) => heldBetween(db, Date.parse(now), Date.parse(now)), 'appointments_by_time (starts_at>? AND starts_at<?)'],
    [
      'some days',
      (db) => linesBetween(db, { earliest: now, from: now, to: instantFrom(0) }),
      'appointments_by_time (starts_at>? AND starts_at<?)',
    ],
    ['a client ahead', (db) => linesAhead(db, 'x', now, 50), 'appointments_by_client (client_id=?)'],
    ['a client before', (db) => linesPast(db, 'x', now, 50), 'appointments_by_client (client_id=?)'],
    ['a series', (db) => appointmentsOfSeries(db, 'x'), 'sqlite_autoindex_appointments_2 (series_id=?)'],
    ['series to make further', (db) => seriesToExtend(db, '2027-01-01'), 'series_to_extend (goes_on=?)'],
  ])('%s are found by an index, in its order', async (_, ask, index) => {
    const plan = await plansOf(ask);
    expect(plan.join('\n')).toContain(`USING INDEX ${index}`);
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });
});

test('nothing is told of one that is not there', async () => {
  const { call } = await testWorld();
  expect(await call('appointments.get', { id: '01a20e47-3f40-7000-8000-00000000ffff' })).toEqual({
    ok: false,
    error: { code: 'not-found', what: 'appointment' },
  });
});
