import { describe, expect, test } from 'vitest';
import { day } from '../consent/map.test-world.ts';
import { actions, closed, left, type Sitting, said, saw, touched } from './closed.test-world.ts';
import { eventId, minute, otherShoulder, second } from './session.test-world.ts';

describe('what a session leaves behind', () => {
  const stop = async ({ did }: Sitting) => [await did('stop', {}), await did('hands-off', {})];
  const d2 = async ({ did }: Sitting) => [await did('seen', saw({ dissociation: 'D2' })), await did('hands-off', {})];
  const settled = async ({ did }: Sitting) => {
    await did('seen', saw({ dissociation: 'D0', arousal: 'H0' }));
    await did('checked-in', { distress: 3, pain: null, words: '', sensations: [] });
    await did('asked-on', { words: 'Please go on' });
  };
  const flag = async ({ did }: Sitting) => [await did('flagged', {}), await did('hands-off', {})];
  test.each<[string, (made: Sitting) => Promise<unknown>, string]>([
    ['nothing happened', async () => undefined, '0 incidents'],
    ['a plain stop', stop, '0 incidents'],
    ['D1', ({ did }) => did('seen', saw({ dissociation: 'D1' })), '0 incidents'],
    ['D2, and touch went on', async (made) => [await d2(made), await settled(made)], '1 incidents'],
    ['D2, closed under the rule', d2, '1 incidents, held closed-under-rule, touch-over'],
    [
      'distress 7, closed under the rule',
      ({ did }) => did('checked-in', { distress: 7, pain: null, words: '', sensations: [] }),
      '1 incidents, held closed-under-rule, touch-over',
    ],
    [
      'D2 twice, the second closed under the rule',
      async (made) => {
        await d2(made);
        await settled(made);
        await d2(made);
      },
      '2 incidents, held closed-under-rule, touch-over',
    ],
    ['D3', ({ did }) => did('seen', saw({ dissociation: 'D3' })), '1 incidents, held grade D3, touch-over'],
    ['H4 with D3', ({ did }) => did('seen', saw({ dissociation: 'D3', arousal: 'H4' })), '1 incidents, held grade H4, touch-over'],
    ['a wish to be dead', ({ did }) => did('seen', saw({ item: 'suicidal-passive' })), '1 incidents, held action P4, touch-over'],
    ['one leg hot', ({ did }) => did('seen', saw({ item: 'leg-swelling' })), '1 incidents, held action P5, touch-over'],
    ['intoxicated', ({ did }) => did('seen', saw({ item: 'intoxicated' })), '1 incidents, touch-over'],
    [
      'D2, then intoxicated',
      async (made) => [await d2(made), await made.did('seen', saw({ item: 'intoxicated' }))],
      '1 incidents, held closed-under-rule, touch-over',
    ],
    ['anger', ({ did }) => did('seen', saw({ item: 'anger' })), '0 incidents, touch-over'],
    ['a flag nobody graded', flag, '1 incidents, held closed-under-rule, touch-over'],
    [
      'a flag that was nothing',
      async (made) => [await flag(made), await made.did('seen', saw({ dissociation: 'D0', arousal: 'H0' }))],
      '0 incidents',
    ],
    [
      'a referral after D1',
      async (made) => {
        await flag(made);
        await made.did('seen', saw({ dissociation: 'D1' }));
        await made.did('disposed', { choice: 'refer-now', words: '' });
      },
      '1 incidents, held action P4, touch-over',
    ],
    [
      '"enough"',
      async ({ did }) => [await did('hands-lifted', { reason: 'client' }), await did('answered', { choice: 'enough', words: '' })],
      '0 incidents',
    ],
  ])('%s', async (_, happened, leaves) => {
    const made = await touched();
    await happened(made);
    await closed(made);
    expect(await said(made)).toBe(leaves);
    const tasks = (await made.world.ok('tasks.list', {})).tasks.filter(({ title }) => title.startsWith('Follow up'));
    expect(tasks).toHaveLength((await left(made)).incidents.length);
  });

  test('an incident and its hold are there with the event, before anything is closed', async () => {
    const made = await touched();
    await made.did('seen', saw({ arousal: 'H3' }));
    expect(await said(made)).toBe('1 incidents, held grade H3, touch-over');
    expect(made.now().incidents).toMatchObject([{ episode: 1 }]);
    await made.did('seen', saw({ dissociation: 'D4' }));
    expect(await actions(made)).toEqual(['incident-opened', 'hold-placed', 'incidents-opened']);
  });

  test('all that must be written after a flag is told from what happened', async () => {
    const made = await touched();
    const { world, did } = made;
    await did('seen', saw({ dissociation: 'D2', signs: ['voice flat'], words: 'not my arm' }));
    world.later(2 * second);
    await did('hands-off', {});
    await did('grounded', { step: 3, what: 'helped' });
    world.later(minute);
    await did('seen', saw({ dissociation: 'D0', arousal: 'H0' }));
    await did('checked-in', { distress: 5, pain: null, words: '', sensations: [] });
    await did('told', { who: 'Dr. Okafor', means: 'phone', under: 'release', words: '' });
    await did('way-home', { how: 'Bus', withWhom: 'Her sister', advisedAgainstDriving: true });
    await closed(made, { left: 'With her sister' });
    const [incident] = (await left(made)).incidents;
    expect(incident).toMatchObject({
      cause: 'grade',
      action: 'P3',
      dissociation: 'D2',
      arousal: 'H0',
      secondsToHandsOff: 2,
      resumedAt: null,
      distress: { before: 3, at: 5, after: null },
      grounding: [{ title: 'Eyes open', what: 'helped' }],
      told: [{ who: 'Dr. Okafor' }],
      wayHome: 'Bus, Her sister',
      left: 'With her sister',
      hold: { cause: 'closed-under-rule' },
      resolved: null,
    });
    expect(incident?.presentAt).toBe(world.now());
    expect(incident?.tell).toEqual(['MH clinician, if the session closes']);
  });
});

describe('closing', () => {
  test('not while hands are on, and not before they are off after a stop', async () => {
    const { world, now, did } = await touched();
    const close = { sessionId: now().id, id: eventId(), end: { left: '', tasks: [] } };
    expect(await world.call('sessions.close', close)).toMatchObject({ error: { reason: 'hands-on' } });
    await did('stop', {});
    expect(await world.call('sessions.close', close)).toMatchObject({ error: { reason: 'hands-on' } });
    await did('hands-off', {});
    expect(await world.call('sessions.close', close)).toMatchObject({ ok: true });
  });

  test('tasks are made once, though the answer was lost', async () => {
    const { world, clientId, now, did } = await touched();
    await did('hands-lifted', { reason: 'planned' });
    const tasks = [{ what: 'message' as const, dueOn: '2026-11-27', note: '' }];
    const close = { sessionId: now().id, id: eventId(), end: { left: '', tasks } };
    await world.ok('sessions.close', close);
    await world.ok('sessions.close', close);
    expect((await world.ok('tasks.list', {})).tasks).toMatchObject([{ clientId, title: 'Ask how it was afterwards', dueOn: '2026-11-27' }]);
  });
});

test('places stopped today ask, places taken back are out, also for a second session and on the map', async () => {
  const made = await touched();
  const { world, clientId, did, start } = made;
  await did('stop', {});
  await closed(made);
  const holds = async () => (await world.ok('consentMap.allowed', { clientId })).areas.find(({ code }) => code === otherShoulder)?.holds;
  expect(await holds()).toBe('ask');
  await start();
  await did('places-taken-back', { areas: [otherShoulder], words: '' });
  expect(await holds()).toBe('no');
  await closed(made);
  world.later(day);
  expect(await holds()).toBe('no');
});
