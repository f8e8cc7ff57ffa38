import { expect, test } from 'vitest';
import type { Client } from '../../shared/clients.ts';
import type { MergeField } from '../../shared/clients-merge.ts';
import { allFrom, chosenFields, nameAfter, nothingSaid, undecided } from './merge-said.ts';

const differing: MergeField[] = ['chosenName', 'phone', 'tags'];
const keep = { chosenName: 'Zofia' } as Client;
const merge = { chosenName: 'Zosia' } as Client;

test('each field that differs is to be decided, and can be taken from one of them all at once', () => {
  expect(undecided({ differing }, nothingSaid)).toEqual(differing);
  expect(undecided({ differing }, { ...nothingSaid, sides: { phone: 'merge' } })).toEqual(['chosenName', 'tags']);
  expect(undecided({ differing }, { ...nothingSaid, sides: allFrom({ differing }, 'keep') })).toEqual([]);
});

test('what was chosen while the records read otherwise is not sent', () => {
  const said = { reason: '', sides: { phone: 'merge', email: 'keep' } } as const;
  expect(chosenFields({ differing }, said)).toEqual([{ field: 'phone', from: 'merge' }]);
});

test('the name is the one that was chosen', () => {
  expect(nameAfter({ keep, merge }, nothingSaid)).toBe('Zofia');
  expect(nameAfter({ keep, merge }, { ...nothingSaid, sides: { chosenName: 'merge' } })).toBe('Zosia');
});
