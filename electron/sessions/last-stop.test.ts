import { describe, expect, test } from 'vitest';
import type { OutputOf } from '../../shared/calls.ts';
import { eventId, minute, second, sitting } from './session.test-world.ts';

type Sitting = Awaited<ReturnType<typeof sitting>>;

const endedAfter = async ({ world, now }: Sitting): Promise<void> => {
  await world.ok('sessions.close', { sessionId: now().id, id: eventId(), end: { left: 'Alone, steady', tasks: [] } });
};

/** A block, a red flag in it with what was seen, and hands off two and a half seconds later. */
const flaggedAs = async (made: Sitting, dissociation: 'D0' | 'D2' | 'D3', arousal: 'H0' | 'H3'): Promise<void> => {
  await made.start();
  await made.arrived();
  await made.did('settled', { technique: null, words: '' });
  await made.did('block-started', made.block());
  made.world.later(minute);
  await made.did('flagged', {});
  made.world.later(2.5 * second);
  await made.did('hands-off', {});
  await made.did('seen', { dissociation, arousal, item: null, signs: [], words: '' });
};

const reasonsOf = async ({ world, clientId }: Sitting): Promise<OutputOf<'readiness.of'>['reasons']> =>
  (await world.ok('readiness.of', { clientId })).reasons.filter(({ code }) => code === 'hold');

describe('what earlier sessions say on the safety card', () => {
  test('nothing without a stop, and nothing of a session that is still open', async () => {
    const made = await sitting();
    await made.start();
    await made.arrived();
    const before = await made.told();
    await made.did('stop', {});
    await made.did('hands-off', {});
    expect([before.card.lastStop, (await made.told()).sha256]).toEqual([null, before.sha256]);
  });

  test('the newest stop: which signal, where, how soon hands were off', async () => {
    const made = await sitting();
    await made.start();
    await made.arrived();
    await made.did('settled', { technique: null, words: '' });
    await made.did('block-started', made.block());
    made.world.later(90 * second);
    const at = made.world.now();
    await made.did('stop', {});
    made.world.later(2 * second);
    await made.did('hands-off', {});
    await made.did('signal-named', { signal: 'Said the word', words: '' });
    await endedAfter(made);
    const { card, sha256 } = await made.told();
    expect(card.lastStop).toEqual({ at, words: 'Said the word at: Top of the shoulder, left. Hands off after 2 s.' });
    made.world.later(minute);
    expect((await made.told()).sha256).toBe(sha256);
    await made.start();
    await endedAfter(made);
    expect((await made.card()).lastStop).toEqual(card.lastStop);
  });

  test('a red flag with what was seen, and what helped once beside what was named before', async () => {
    const made = await sitting();
    await made.answer({ 's-what-helps': { kind: 'multi', values: ['cool_water', 'other'], other: 'eyes open' } });
    await flaggedAs(made, 'D2', 'H3');
    await made.did('grounded', { step: 3, what: 'helped' });
    await made.did('grounded', { step: 4, what: 'helped' });
    await made.did('grounded', { step: 5, what: 'shown' });
    await endedAfter(made);
    const { lastStop, helps } = await made.card();
    expect(lastStop?.words).toBe(
      'Red flag at: Top of the shoulder, left. Hands off after 2.5 s. Dissociation: moderate. Arousal: panic or flashback.',
    );
    expect(helps).toEqual(['Cool water', 'eyes open', 'Feet and hands']);
  });
});

test('of a day on which touch is over the card says so, also where a hold was lifted', async () => {
  const made = await sitting();
  await flaggedAs(made, 'D2', 'H0');
  await endedAfter(made);
  const { holds } = await made.world.ok('incidents.ofClient', { clientId: made.clientId });
  await made.world.ok('holds.override', { holdId: holds[0]?.id ?? '', reason: 'Talked with the therapist' });
  const { places, readiness } = await made.card();
  expect([readiness.reasons.some(({ code }) => code === 'hold'), places.allClosed, places.closed]).toEqual([
    false,
    true,
    [{ labels: ['Back of the neck', 'Top of the shoulder, left and right'], why: 'Touch is over for today' }],
  ]);
});

describe('a hold, in words', () => {
  test.each([
    ['D3', 'H0', 'dissociation in a session, severe'],
    ['D0', 'H3', 'arousal in a session, panic or flashback'],
  ] as const)('of %s and %s', async (dissociation, arousal, about) => {
    const made = await sitting();
    await flaggedAs(made, dissociation, arousal);
    await endedAfter(made);
    expect((await reasonsOf(made)).map((one) => one.about)).toEqual([about]);
  });

  test('of a session closed under the resume rule, of a referral and of an emergency', async () => {
    const rule = await sitting();
    await flaggedAs(rule, 'D2', 'H0');
    await endedAfter(rule);
    const about = [(await reasonsOf(rule))[0]?.about];
    for (const choice of ['refer-now', 'emergency'] as const) {
      const made = await sitting();
      await flaggedAs(made, 'D0', 'H0');
      await made.did('disposed', { choice, words: '' });
      await endedAfter(made);
      about.push((await reasonsOf(made))[0]?.about);
    }
    expect(about).toEqual([
      'a session was closed under the resume rule',
      'a referral was due the same day, after a session',
      'an emergency in a session',
    ]);
  });
});

test('what was not followed up stands on Today until it is, and says whether it holds', async () => {
  const made = await sitting();
  const { world, clientId } = made;
  const waiting = async () => (await world.ok('incidents.attention', {})).attention;
  await flaggedAs(made, 'D3', 'H0');
  expect(await waiting()).toEqual([]);
  await endedAfter(made);
  const one = { clientId, chosenName: (await made.card()).chosenName, count: 1, day: world.now().slice(0, 10) };
  expect(await waiting()).toEqual([{ ...one, isHeld: true }]);
  const { incidents, holds } = await world.ok('incidents.ofClient', { clientId });
  await world.ok('holds.override', { holdId: holds[0]?.id ?? '', reason: 'Talked with the therapist' });
  expect(await waiting()).toEqual([{ ...one, isHeld: false }]);
  await world.ok('incidents.resolve', { incidentId: incidents[0]?.id ?? '', way: 'followed-up', who: '', words: 'Called, well' });
  expect(await waiting()).toEqual([]);
});
