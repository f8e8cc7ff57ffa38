import { expect, test } from 'vitest';
import { type TimelineEntry, timelineGroups } from '../../shared/timeline.ts';
import { wholeRecord } from '../letters/record-paper.test-world.ts';
import { clientDetails } from '../practice/practice.test-world.ts';

const told = ({ kind, id: _, at: __, ...rest }: TimelineEntry): unknown => ({ kind, ...rest });

test('everything that happened with a client is told once, newest first, each by what it leads to', async () => {
  const { world, clientId, now } = await wholeRecord();
  const { entries, total } = await world.ok('clients.timeline', { clientId, limit: 200 });
  expect(entries).toHaveLength(total);
  const moments = entries.map(({ at }) => at);
  expect(moments).toEqual(moments.toSorted().reverse());
  expect(new Set(entries.map(({ kind, id, at }) => `${kind} ${id} ${at}`)).size).toBe(total);

  const { id: sessionId } = now();
  const session = entries.find(({ kind, id }) => kind === 'session' && id === sessionId);
  expect(session).toMatchObject({
    number: 1,
    ended: true,
    talkOnly: false,
    blocks: 1,
    touchSeconds: 60,
    stops: 1,
    incident: true,
    note: null,
  });
  const all = entries.map(told);
  for (const expected of [
    { kind: 'note', authorName: 'Hana Lindqvist', inError: false, signedAt: expect.any(String), on: '2026-11-24' },
    { kind: 'note', authorName: 'Hana Lindqvist', inError: true, signedAt: null, on: '2026-11-24' },
    { kind: 'consent', title: 'Consent to bodywork', documentId: expect.any(String), onPaper: false },
    { kind: 'withdrawn', title: 'Consent to bodywork', isPart: true },
    { kind: 'map', source: 'withdrawal' },
    { kind: 'intake', number: 1 },
    { kind: 'health', number: expect.any(Number) },
    { kind: 'letter', title: expect.any(String), recipientName: 'Dr. S. Okafor', handedOverOn: '2026-11-24' },
    { kind: 'answer', title: expect.any(String), on: '2026-11-24' },
    { kind: 'told', toName: 'Paramedic Reyes', way: 'In person', on: '2026-11-24' },
    { kind: 'task', title: 'Send the leaflet' },
    { kind: 'added' },
    { kind: 'merged', name: 'Maja Rosario', reason: 'Written down twice' },
    { kind: 'in-error', reason: 'Thought to be twice', taken: false },
    { kind: 'in-error', reason: 'It was the other', taken: true },
  ])
    expect(all).toContainEqual(expected);
  expect(all).not.toContainEqual({ kind: 'task', title: 'Ask how the knee is' });
  expect(JSON.stringify(all)).not.toContain('Humming low');

  expect(all.filter((entry) => (entry as { kind: string }).kind === 'appointment')).toEqual([]);
  world.later(14 * 24 * 60 * 60_000);
  const later = (await world.ok('clients.timeline', { clientId, groups: ['appointments'] })).entries;
  expect(later.map(told)).toEqual([
    { kind: 'appointment', serviceName: expect.any(String), status: 'late-cancelled' },
    { kind: 'appointment', serviceName: expect.any(String), status: 'booked' },
  ]);
});

test('each group is a part of the whole, page after page without a gap, and nobody else is in it', async () => {
  const { world, clientId } = await wholeRecord();
  const { id: other } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor Abadi' });
  expect((await world.ok('clients.timeline', { clientId: other })).entries.map(told)).toEqual([{ kind: 'added' }]);
  const whole = (await world.ok('clients.timeline', { clientId, limit: 200 })).entries;
  const parts = await Promise.all(
    timelineGroups.map(async (group) => (await world.ok('clients.timeline', { clientId, groups: [group], limit: 200 })).entries),
  );
  const key = ({ kind, id, at }: TimelineEntry): string => `${at} ${kind} ${id}`;
  expect(parts.flat().map(key).toSorted()).toEqual(whole.map(key).toSorted());
  const pages: TimelineEntry[] = [];
  for (let offset = 0; offset < whole.length; offset += 3)
    pages.push(...(await world.ok('clients.timeline', { clientId, limit: 3, offset })).entries);
  expect(pages).toEqual(whole);
});

test('a client nobody knows has none, and one that is archived says so', async () => {
  const { world, clientId } = await wholeRecord();
  expect(await world.call('clients.timeline', { clientId: world.open.newId() })).toMatchObject({
    error: { code: 'not-found', what: 'client' },
  });
  const { version } = await world.ok('clients.get', { id: clientId });
  await world.ok('clients.archive', { id: clientId, version, archived: true });
  const { entries } = await world.ok('clients.timeline', { clientId, groups: ['record'] });
  expect(entries.map(told)).toEqual(expect.arrayContaining([{ kind: 'archived' }, { kind: 'added' }]));
});
