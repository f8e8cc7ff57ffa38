import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { eventId, minute, neck, otherShoulder, second, sitting, upperShoulder } from './session.test-world.ts';

type Sitting = Awaited<ReturnType<typeof sitting>>;

const inTouch = async (): Promise<Sitting> => {
  const made = await sitting();
  await made.start();
  await made.arrived();
  await made.did('block-started', made.block());
  return made;
};
const lifted = async ({ world }: Sitting) => (await world.ok('sessions.current', {})).session?.mustLift;
/** Hands off, the client asks to go on: what then stands against the same block, lighter. */
const tried = async ({ did, now, refused, block }: Sitting): Promise<string> => {
  if (now().state.mode === 'touch') await did('stop', {}, { seq: 0 });
  if (now().state.mode === 'stopping') await did('hands-off', {}, { seq: 0 });
  await did('asked-on', { words: 'Please go on' });
  await did('place-asked', { area: otherShoulder, answer: 'yes', words: '' });
  return refused('block-started', block({ level: 1, minutes: 3 }));
};
const clinical = async ({ world, clientId }: Sitting, itemId: string, ...areas: string[]): Promise<void> => {
  const { finding } = await world.ok('health.add', { clientId, itemId });
  if (areas.length > 0)
    await world.ok('health.resolve', { findingId: finding.id, version: finding.version, decision: { what: 'mark', areas } });
};

describe('what is taken away while hands are on: they are asked to lift, and the next block is refused', () => {
  test.each<[string, (made: Sitting) => Promise<unknown>]>([
    [
      'the place, taken back by another call',
      ({ world, clientId }) => world.ok('consentMap.withdraw', { clientId, areas: [otherShoulder], words: 'no' }),
    ],
    [
      'the consent',
      async ({ world, clientId }) => {
        const { consents } = await world.ok('consent.ofClient', { clientId });
        await world.ok('consent.withdraw', { consentId: consents[0]?.id ?? '', by: 'client', parts: [], words: 'Not any more' });
      },
    ],
    ['a finding that closes the place', (made) => clinical(made, 'varicose', otherShoulder)],
    ['an absolute finding', (made) => clinical(made, 'flashback-active')],
    ['a change in health', ({ world, clientId }) => world.ok('health.changed', { clientId, changed: true, words: 'A fall' })],
  ])('%s', async (_, takeAway) => {
    const made = await inTouch();
    expect(await lifted(made)).toEqual([]);
    await takeAway(made);
    expect(await lifted(made)).toEqual([otherShoulder]);
    // The next word about it says so as well.
    expect((await made.did('remark', { words: 'looks up' })).mustLift).toEqual([otherShoulder]);
    expect(await tried(made)).toBe('block-refused area');
    expect(made.now().mustLift).toEqual([]);
  });

  test('a ceiling that is lower than the hands are firm', async () => {
    const made = await inTouch();
    await made.takes('Warfarin', 'anticoagulant');
    const { allowed } = await made.world.ok('sessions.allowed', { sessionId: made.now().id, plan: null });
    const ceiling = allowed.areas.find(({ code }) => code === otherShoulder)?.ceiling;
    expect([ceiling, await lifted(made)]).toEqual([2, []]);
    await made.takes('Infusions', 'chemo');
    const lower = (await made.world.ok('sessions.allowed', { sessionId: made.now().id, plan: null })).allowed.areas;
    expect([lower.find(({ code }) => code === otherShoulder)?.ceiling, await lifted(made)]).toEqual([1, [otherShoulder]]);
  });

  test('a consent that ends at midnight, in the middle of a block', async () => {
    const made = await sitting();
    const { world, clientId, start, arrived, did, block } = made;
    const { forms } = await world.ok('consent.ofClient', { clientId });
    const endsOn = forms.find(({ formId }) => formId === 'informed-consent')?.endsOn ?? '';
    const midnight = Temporal.PlainDate.from(endsOn).toZonedDateTime('America/Toronto').toInstant();
    world.later(midnight.epochMilliseconds - Temporal.Instant.from(world.now()).epochMilliseconds - minute);
    await start();
    await arrived();
    await did('block-started', block());
    world.later(minute - second);
    expect(await lifted(made)).toEqual([]);
    world.later(second);
    expect(await lifted(made)).toEqual([otherShoulder]);
    expect(await tried(made)).toBe('block-refused area');
  });
});

describe('what changes between blocks', () => {
  test('another stop signal is tried before hands are on again', async () => {
    const { world, clientId, start, arrived, did, refused, block } = await sitting();
    await start();
    await arrived();
    const { version } = await world.ok('clients.get', { id: clientId });
    await world.ok('stopSignal.set', { clientId, version, word: 'lantern', gesture: 'a lifted hand' });
    expect(await refused('block-started', block())).toBe('block-refused stop-rehearsed');
    expect(await refused('signal-rehearsed', { word: 'amber', gesture: 'a lifted hand' })).toBe('stop-signal-changed');
    await did('signal-rehearsed', { word: 'lantern', gesture: 'a lifted hand' });
    expect(await refused('block-started', block())).toBe('taken');
  });

  test('a yes for an "ask" place is used up by the next block, wherever it is', async () => {
    const { start, arrived, did, refused, block } = await sitting();
    await start();
    await arrived();
    await did('place-asked', { area: neck, answer: 'yes', words: 'the neck is fine' });
    await did('block-started', block());
    await did('hands-lifted', { reason: 'planned' });
    await did('answered', { choice: 'elsewhere', words: '' });
    const onNeck = block({ areas: [neck], minutes: 3, technique: 'towel-warm', level: 1 });
    expect(await refused('block-started', onNeck)).toBe('block-refused area-ask');
    await did('place-asked', { area: neck, answer: 'yes', words: '' });
    await did('block-started', onNeck);
    await did('hands-lifted', { reason: 'planned' });
    await did('answered', { choice: 'continue', words: '' });
    expect(await refused('block-started', onNeck)).toBe('taken');
  });

  test('"partly" is a yes for the places that were named, and today’s ceiling holds', async () => {
    const { start, arrived, did, refused, block } = await sitting();
    await start();
    await arrived();
    await did('yes-heard', { answer: 'partly', areas: { [otherShoulder]: 'yes' }, ceiling: 1, words: '' });
    expect(await refused('block-started', block())).toBe('block-refused contact-level');
    expect(await refused('block-started', block({ areas: [upperShoulder], level: 1 }))).toBe('block-refused area-ask');
    expect(await refused('block-started', block({ level: 1 }))).toBe('taken');
  });

  test('a session begun without touch ends without it, whatever was signed meanwhile', async () => {
    const { world, clientId, start, arrived, refused, block, now } = await sitting();
    await start({ talkOnly: true });
    await arrived();
    expect(await refused('block-started', block())).toBe('block-refused talk-only');
    await world.ok('sessions.close', { sessionId: now().id, id: eventId(), end: { left: '', tasks: [] } });
    expect((await world.ok('sessions.ofClient', { clientId })).sessions).toMatchObject([{ talkOnly: true, blocks: 0, touchSeconds: 0 }]);
  });
});
