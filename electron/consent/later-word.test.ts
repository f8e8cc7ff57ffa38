import { describe, expect, test } from 'vitest';
import { mapOn } from '../../shared/map-changes.ts';
import { finish, inConsent, inIntake, minute, place, someone } from './later-word.test-world.ts';

/** Whatever is finished first, and whatever a clock says: what the client said last of a place holds. */

const closed = 'no 0';

test.each(['the intake', 'the consent'] as const)(
  'of two forms of one hand-over the later one holds, when %s is finished first',
  async (first) => {
    const { world, clientId, handOver, fill, giveBack, review, allowedAt, newest } = await someone();
    await world.ok('intake.start', { clientId });
    await handOver('safe-intake', 'informed-consent');
    await fill('safe-intake', inIntake('yes', 'C4'), { signatures: [] });
    world.later(minute);
    const consent = await fill('informed-consent', inConsent('no', 'C1'));
    await giveBack();
    world.later(minute);
    if (first === 'the intake') await review();
    expect((await finish(world, consent)).ok).toBe(true);
    world.later(minute);
    if (first === 'the consent') await review();
    expect(await allowedAt()).toBe(closed);
    expect(await newest()).toMatchObject({ ceiling: 1 });
  },
);

describe('a no that came after a consent that waits', () => {
  test('on the screen, in a second hand-over', async () => {
    const { world, clientId, handOver, fill, giveBack, review, allowedAt, newest } = await someone();
    await handOver('informed-consent');
    const consent = await fill('informed-consent', inConsent('yes', 'C4'));
    await giveBack();
    world.later(minute);
    await world.ok('intake.start', { clientId });
    await handOver('safe-intake');
    await fill('safe-intake', inIntake('no', 'C1'), { signatures: [] });
    await giveBack();
    world.later(minute);
    expect((await finish(world, consent)).ok).toBe(true);
    expect(await allowedAt()).toBe(closed);
    expect(await newest()).toMatchObject({ ceiling: 1 });
    world.later(minute);
    await review();
    expect(await allowedAt()).toBe(closed);
    expect(await newest()).toMatchObject({ ceiling: 1 });
  });

  test('typed in from paper', async () => {
    const { world, clientId, handOver, fill, giveBack, save, review, allowedAt } = await someone();
    await handOver('informed-consent');
    const consent = await fill('informed-consent', inConsent('yes', 'C4'));
    await giveBack();
    world.later(minute);
    await world.ok('intake.start', { clientId });
    await save(inIntake('no', 'C1')(), 'paper');
    world.later(minute);
    expect((await finish(world, consent)).ok).toBe(true);
    world.later(minute);
    await review();
    expect(await allowedAt()).toBe(closed);
  });

  test('said aloud, after the clock that was ahead was put right', async () => {
    const { world, clientId, handOver, fill, giveBack, allowedAt } = await someone();
    await handOver('informed-consent');
    const consent = await fill('informed-consent', inConsent('yes', 'C4'));
    await giveBack();
    world.later(-60 * minute);
    await world.ok('consentMap.withdraw', { clientId, areas: [place], words: 'Not there' });
    world.later(minute);
    expect((await finish(world, consent)).ok).toBe(true);
    expect(await allowedAt()).toBe(closed);
  });

  test('in a map made together: the form shows it when it is handed over again, and signed so it stays', async () => {
    const { world, clientId, handOver, fill, giveBack, allowedAt } = await someone();
    await handOver('informed-consent');
    await fill('informed-consent', inConsent('yes', 'C4'));
    await giveBack();
    world.later(minute);
    await world.ok('consentMap.set', { clientId, basedOn: null, ceiling: 1, areas: { [place]: { state: 'no', ceiling: 0 } } });
    world.later(minute);
    await handOver('informed-consent');
    const [filling] = (await world.ok('handover.current', {})).fillings;
    expect(filling?.answers).toMatchObject({ areas: { areas: { [place]: 'no' } }, 'contact-level': { value: 'C1' } });
    expect(filling?.signatures).toEqual([]);
    const shown = filling?.answers ?? {};
    const consent = await fill('informed-consent', () => ({ ...shown, clothing: { kind: 'choice', value: 'partly', other: '' } }));
    await giveBack();
    world.later(minute);
    expect((await finish(world, consent)).ok).toBe(true);
    expect(await allowedAt()).toBe(closed);
  });
});

test('a no on the screen holds when it is given back, though the clock was set back meanwhile', async () => {
  const { world, clientId, handOver, fill, giveBack, allowedAt, newest } = await someone();
  await handOver('informed-consent');
  const consent = await fill('informed-consent', inConsent('yes', 'C4'));
  await giveBack();
  expect((await finish(world, consent)).ok).toBe(true);
  expect(await allowedAt()).toBe('yes 4');
  await world.ok('intake.start', { clientId });
  await handOver('safe-intake');
  world.later(-10 * minute);
  await fill('safe-intake', inIntake('no', 'C1'), { signatures: [] });
  await giveBack();
  expect(await allowedAt()).toBe(closed);
  expect(await newest()).toMatchObject({ ceiling: 1 });
});

test('a map made together in the very moment that places were typed in holds over them', async () => {
  const { world, clientId, save, review, newest } = await someone();
  await world.ok('intake.start', { clientId });
  await save(inIntake('yes', 'C2')());
  await world.ok('consentMap.set', { clientId, basedOn: null, ceiling: 1, areas: { [place]: { state: 'no', ceiling: 0 } } });
  await review();
  expect(await newest()).toMatchObject({ source: 'together', ceiling: 1, areas: { [place]: { state: 'no' } } });
});

test('the history shows no place as open that never was', async () => {
  const { world, clientId, handOver, fill, giveBack } = await someone();
  await handOver('informed-consent');
  const consent = await fill('informed-consent', inConsent('yes', 'C4'));
  await giveBack();
  world.later(minute);
  await world.ok('consentMap.set', { clientId, basedOn: null, ceiling: 1, areas: { [place]: { state: 'no', ceiling: 0 } } });
  world.later(minute);
  expect((await finish(world, consent)).ok).toBe(true);
  const { maps } = await world.ok('consentMap.history', { clientId });
  expect(maps.filter(({ areas }) => areas[place]?.state !== 'no')).toEqual([]);
  expect(mapOn(maps, '2026-11-24T15:58:30.000Z')).toBeNull();
});
