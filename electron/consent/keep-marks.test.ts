import { expect, test } from 'vitest';
import type { ContactLevel } from '../../shared/body-areas.ts';
import { practiceFor } from '../practice/practice.ts';
import { keepMarks, keepNarrower, nextSaid } from './keep-marks.ts';
import { mark, minute, out, withClient } from './map.test-world.ts';
import type { Marks } from './map-marks.ts';

/** A map made together, and what the client says in forms, each at its own minute. */
const said = async () => {
  const made = await withClient();
  const { world, clientId, newest, set } = made;
  const practice = practiceFor(world.open, 'consent-map-set');
  const sourceId = world.open.newId();
  return {
    ...made,
    now: () => practice.write((tx) => nextSaid(tx)),
    together: async (map: Parameters<typeof set>[0]) => {
      world.later(minute);
      await set({ basedOn: (await newest())?.id ?? null, ...map });
    },
    inForm: (said: number, marks: Marks, ceiling: ContactLevel = 3) => {
      const given = { clientId, marks, ceiling, said, source: 'intake', sourceId } as const;
      return practice.write((tx) => keepMarks(tx, practice, given));
    },
    atHandover: (marks: Marks, shown: readonly string[], ceiling: ContactLevel | null = null) => {
      world.later(minute);
      return practice.write(async (tx) =>
        keepNarrower(tx, practice, { clientId, marks, shown, ceiling, said: await nextSaid(tx), sourceId }),
      );
    },
  };
};

test('marks of a form are in force from when they are kept, each with its own ceiling or everywhere’s', async () => {
  const { world, newest, now, inForm, together } = await said();
  await together({ ceiling: 1, areas: { 'B-KNEE-L': mark('yes', 1) } });
  world.later(minute);
  const markedAt = await now();
  world.later(minute);
  await inForm(markedAt, { areas: { 'B-NECK': 'ask', 'B-TRAP-L': 'yes', 'B-KNEE-L': 'no' }, ceilings: { 'B-NECK': 1 } });
  expect(await newest()).toMatchObject({
    source: 'intake',
    ceiling: 3,
    areas: { 'B-NECK': mark('ask', 1), 'B-TRAP-L': mark('yes', 3), 'B-KNEE-L': out },
  });
});

test('they are history where a whole map was made since', async () => {
  const { world, clientId, newest, now, inForm, together } = await said();
  const markedAt = await now();
  await together({ areas: { 'B-KNEE-L': mark('yes') } });
  const inForce = await newest();
  world.later(minute);
  await inForm(markedAt, { areas: { 'B-NECK': 'yes' } });
  expect(await newest()).toMatchObject({ areas: inForce?.areas, ceiling: inForce?.ceiling });
  const { maps } = await world.ok('consentMap.history', { clientId });
  expect(maps.map(({ id }) => id)).toEqual([inForce?.id]);
});

test('what was taken back since stays out, whether it was marked in the form or not; what was taken back before does not count', async () => {
  const { world, newest, now, inForm, together, withdraw } = await said();
  await together({ areas: { 'B-NECK': mark('yes'), 'B-TRAP-L': mark('yes'), 'B-KNEE-L': mark('yes') } });
  await withdraw(['B-KNEE-L']);
  world.later(minute);
  const markedAt = await now();
  world.later(minute);
  await withdraw(['B-NECK']);
  await withdraw(['B-TRAP-L']);
  world.later(minute);
  await inForm(markedAt, { areas: { 'B-NECK': 'yes', 'B-KNEE-L': 'ask' } });
  expect((await newest())?.areas).toEqual({ 'B-NECK': out, 'B-KNEE-L': mark('ask'), 'B-TRAP-L': out });
});

test('what another form closed, narrowed or made gentler since stays so', async () => {
  const { newest, now, inForm, together, atHandover } = await said();
  await together({
    ceiling: 4,
    areas: { 'B-NECK': mark('yes'), 'B-TRAP-L': mark('yes'), 'B-TRAP-R': mark('yes'), 'B-KNEE-L': mark('yes') },
  });
  const markedAt = await now();
  await atHandover(
    { areas: { 'B-NECK': 'no', 'B-TRAP-L': 'ask', 'B-TRAP-R': 'yes' }, ceilings: { 'B-TRAP-R': 1 } },
    ['B-NECK', 'B-TRAP-L', 'B-TRAP-R'],
    2,
  );
  await inForm(markedAt, { areas: { 'B-NECK': 'yes', 'B-TRAP-L': 'yes', 'B-TRAP-R': 'yes', 'B-KNEE-L': 'yes' } }, 4);
  expect(await newest()).toMatchObject({
    source: 'intake',
    ceiling: 2,
    areas: { 'B-NECK': out, 'B-TRAP-L': mark('ask', 2), 'B-TRAP-R': mark('yes', 1), 'B-KNEE-L': mark('yes', 2) },
  });
});

test('a level that is only carried on by a place taken back does not hold a firmer one down', async () => {
  const { world, newest, now, inForm, together, withdraw } = await said();
  await together({ ceiling: 1, areas: { 'B-NECK': mark('yes'), 'B-KNEE-L': mark('yes') } });
  world.later(minute);
  const markedAt = await now();
  world.later(minute);
  await withdraw(['B-KNEE-L']);
  await inForm(markedAt, { areas: { 'B-NECK': 'yes' } }, 3);
  expect((await newest())?.ceiling).toBe(3);
});

test('a form tightens only places it showed, and nothing it would loosen', async () => {
  const { newest, together, atHandover } = await said();
  await together({ ceiling: 2, areas: { 'B-NECK': mark('ask', 1), 'B-TRAP-L': mark('yes'), 'B-KNEE-L': mark('no') } });
  const before = await newest();
  expect(
    await atHandover(
      { areas: { 'B-NECK': 'yes', 'B-KNEE-L': 'yes', 'B-TRAP-R': 'yes' }, ceilings: { 'B-NECK': 4 } },
      ['B-NECK', 'B-KNEE-L', 'B-TRAP-R'],
      4,
    ),
  ).toBe(false);
  expect(await newest()).toEqual(before);
  await atHandover({ areas: {} }, ['B-TRAP-L']);
  expect(await newest()).toMatchObject({ ceiling: 2, areas: { ...before?.areas, 'B-TRAP-L': out } });
});
