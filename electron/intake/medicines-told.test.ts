import { expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { goneThrough } from './gone-through.test-world.ts';

/** What a client names of medicines in the intake, beside the list the practitioner keeps. */

type Told = { readonly kind: 'declined' } | { readonly kind: 'text'; readonly text: string };

const withIntake = async () => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  await goneThrough(world, clientId);
  return {
    tell: async (answer: Told): Promise<void> => {
      const { open } = await world.ok('intake.ofClient', { clientId });
      const { id: intakeId, revision } = open ?? (await world.ok('intake.start', { clientId }));
      await world.ok('intake.save', { intakeId, revision, changes: { 's-medicines': { answer } } });
      world.later(60_000);
    },
    list: async (name: string, more: Partial<InputOf<'medicines.match'>> = {}) => {
      const medicine = { clientId, id: null, version: 0, name, match: 'none', classId: null, areas: null, ...more } as const;
      const listed = await world.ok('medicines.match', medicine);
      world.later(60_000);
      return listed;
    },
    reasons: async () =>
      (await world.ok('readiness.of', { clientId })).reasons
        .filter(({ code }) => code.startsWith('medicine'))
        .map(({ code, about }) => `${code} ${about ?? ''}`.trim()),
  };
};

test('rather not said stays so, whatever else is on the list', async () => {
  const { tell, list, reasons } = await withIntake();
  await list('Aspirin', { takenUntil: '2025-01-01' });
  await tell({ kind: 'declined' });
  const before = await reasons();
  expect(before).not.toEqual([]);
  await list('Vitamin D');
  expect(await reasons()).toEqual(before);
  await tell({ kind: 'text', text: 'Vitamin D' });
  expect(await reasons()).toEqual([]);
});

test('what is named now is not settled by what ended before it was named; by what was looked at since it is', async () => {
  const { tell, list, reasons } = await withIntake();
  const ended = await list('Apixaban', { match: 'class', classId: 'anticoagulant', takenUntil: '2025-01-01' });
  await tell({ kind: 'text', text: 'Apixaban' });
  expect(await reasons()).toEqual(['medicine-to-list Apixaban']);
  const { id, version, name } = ended;
  await list(name, { id, version, match: 'class', classId: 'anticoagulant', takenUntil: '2025-02-01', note: 'Ended, asked again' });
  expect(await reasons()).toEqual([]);
});

test.each<readonly [string, string, boolean]>([
  ['Apixaban', 'apixaban 5 mg', true],
  ['Apixaban 5 mg', 'APIXABAN', true],
  ['Warfarín', 'warfarin', true],
  ['Beta-blocker', 'beta blocker at night', true],
  ['in', 'Warfarin', false],
  ['Warfarin', 'war', false],
  ['?', 'Warfarin', false],
])('“%s” on the list and “%s” in the intake', async (listed, text, same) => {
  const { tell, list, reasons } = await withIntake();
  await tell({ kind: 'text', text });
  await list(listed);
  expect(await reasons()).toEqual(same ? [] : [`medicine-to-list ${text}`]);
});
