import { expect, test } from 'vitest';
import { type CustomField, type CustomFieldKind, customProblem, customValuesOf } from './custom-fields.ts';

const field = (kind: CustomFieldKind, more: Partial<CustomField> = {}): CustomField => ({
  ...{ id: '01890000-0000-7000-8000-000000000001', version: 1, label: 'A field', inUse: true },
  ...{ kind, options: kind === 'choice' ? ['A friend', 'The web'] : [] },
  ...more,
});

test.each([
  ['text', '=1+1', null],
  ['number', '12', null],
  ['number', '-0.5', null],
  ['number', '1,5', 'wrong-kind'],
  ['number', '1e9', 'wrong-kind'],
  ['number', '1'.repeat(16), 'wrong-kind'],
  ['date', '2024-02-29', null],
  ['date', '2023-02-29', 'not-a-day'],
  ['choice', 'A friend', null],
  ['choice', 'a friend', 'not-an-option'],
  ['yes-no', 'yes', null],
  ['yes-no', 'true', 'not-an-option'],
  ['date', '', null],
  ['choice', '', null],
] as const)('of a field of kind %s, %j is %s', (kind, value, problem) => {
  expect(customProblem(field(kind), value)).toBe(problem);
});

test('what a client’s record says comes in the order of the settings, of a field out of use too, and nothing of what was not answered', () => {
  const [number, choice, old] = [
    field('number', { id: '01890000-0000-7000-8000-000000000002' }),
    field('choice'),
    field('text', { id: '01890000-0000-7000-8000-000000000003', inUse: false }),
  ] as const;
  const unasked = field('date', { id: '01890000-0000-7000-8000-000000000004' });
  const custom = { [old.id]: 'Kept', [choice.id]: 'The web', [number.id]: '0' };
  expect(customValuesOf([number, choice, unasked, old], { custom })).toEqual([
    { field: number, value: '0' },
    { field: choice, value: 'The web' },
    { field: old, value: 'Kept' },
  ]);
});
