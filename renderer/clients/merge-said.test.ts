import { expect, test } from 'vitest';
import type { Client } from '../../shared/clients.ts';
import type { MergeField } from '../../shared/clients-merge.ts';
import { allFrom, chosenFields, nameAfter, nothingSaid, undecided } from './merge-said.ts';

const differing: MergeField[] = ['chosenName', 'phone', 'tags'];
const keep = { id: 'a', chosenName: 'Zofia' } as Client;
const merge = { id: 'b', chosenName: 'Zosia' } as Client;
const two = { keep, merge, differing };

test('each field that differs is to be decided, and can be taken from one of them all at once', () => {
  expect(undecided(two, nothingSaid)).toEqual(differing);
  expect(undecided(two, { ...nothingSaid, from: { phone: 'b' } })).toEqual(['chosenName', 'tags']);
  expect(undecided(two, { ...nothingSaid, from: allFrom(two, 'keep') })).toEqual([]);
});

test('what was chosen while the records read otherwise is not sent', () => {
  expect(chosenFields(two, { reason: '', from: { phone: 'b', email: 'a' } })).toEqual([{ field: 'phone', from: 'merge' }]);
});

test('what was chosen stays chosen when the other one is to stay', () => {
  const said = { reason: '', from: { phone: 'b' } };
  expect(chosenFields({ keep: merge, merge: keep, differing }, said)).toEqual([{ field: 'phone', from: 'keep' }]);
});

test('the name is the one that was chosen', () => {
  expect(nameAfter(two, nothingSaid)).toBe('Zofia');
  expect(nameAfter(two, { ...nothingSaid, from: { chosenName: 'b' } })).toBe('Zosia');
});
