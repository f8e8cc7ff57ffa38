import { expect, test } from 'vitest';
import { words } from '../../words.ts';
import { newService, serviceFields, serviceFrom, serviceProblems, type TypedService, typedService } from './service-form.ts';

const said = { schedule: words.getFixedT('en', 'schedule'), errors: words.getFixedT('en', 'errors') };
const good: TypedService = { ...newService, name: 'Massage', price: '90,50', taxName: 'HST', taxRate: '13 %' };
const before = { noteTemplate: 'SOAP', active: false };

test('what is typed is kept as minutes, coins and thousandths of a percent, with what the form does not show', () => {
  expect(serviceFrom(good, before)).toEqual({
    name: 'Massage',
    minutes: 60,
    before: 0,
    after: 15,
    price: 9_050,
    taxName: 'HST',
    taxRate: 13_000,
    ...before,
  });
  const empty = { ...good, before: '', after: ' ', price: ' ', taxRate: '' };
  expect(serviceFrom(empty, before)).toMatchObject({ before: 0, after: 0, price: null, taxRate: 0 });
  expect(serviceProblems(empty, said)).toEqual([]);
});

test('what is kept is read again as it is typed', () => {
  const kept = serviceFrom(good, before);
  expect(typedService(kept)).toEqual({ ...good, price: '90.50', taxRate: '13' });
  expect(serviceFrom(typedService(kept), before)).toEqual(kept);
});

test.each<readonly [Partial<TypedService>]>([
  [{ name: ' ' }],
  [{ name: 'x'.repeat(201) }],
  [{ minutes: '' }],
  [{ minutes: '0' }],
  [{ minutes: '4' }],
  [{ minutes: '-60' }],
  [{ minutes: '60.5' }],
  [{ minutes: '1e2' }],
  [{ minutes: '1440' }],
  [{ minutes: '721' }],
  [{ before: '241' }],
  [{ before: '-5' }],
  [{ after: 'some' }],
  [{ price: 'free' }],
  [{ price: '-1' }],
  [{ taxRate: '101' }],
  [{ taxName: 'x'.repeat(201) }],
])('%j needs another look', (change) => {
  const problems = serviceProblems({ ...good, ...change }, said);
  expect(problems.map(({ field }) => field)).toEqual(Object.keys(change));
  expect(problems.every(({ label, text }) => label !== '' && text !== '')).toBe(true);
});

test('problems stand in the order of the form', () => {
  const all = { name: '', minutes: 'x', before: 'x', after: 'x', price: 'x', taxName: 'x'.repeat(201), taxRate: 'x' };
  expect(serviceProblems(all, said).map(({ field }) => field)).toEqual(serviceFields);
});
