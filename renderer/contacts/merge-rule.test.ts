import { expect, test } from 'vitest';
import { emptyContact } from '../ui/contact-form.ts';
import { allOf, madeOne, suggestedSides, undecided } from './merge-rule.ts';

const kept = { ...emptyContact, name: 'Dr. Okafor', phone: '1', email: '', note: 'Fridays' };
const other = { ...emptyContact, name: 'Amara Okafor', phone: '', email: 'a@example.org', note: 'Speaks Igbo' };
const two = { kept, other };

test('what only one of them has is suggested, and the rest is to be decided', () => {
  expect(suggestedSides(two)).toEqual({ phone: 'kept', email: 'other' });
  expect(undecided(two, suggestedSides(two))).toEqual(['name', 'note']);
});

test('one is taken whole', () => {
  expect(undecided(two, allOf(two, 'other'))).toEqual([]);
  expect(madeOne(two, allOf(two, 'other'))).toEqual(other);
  expect(madeOne(two, allOf(two, 'kept'))).toEqual(kept);
});

test('field by field, and both notes', () => {
  const sides = { ...suggestedSides(two), name: 'other', note: 'both' } as const;
  expect(madeOne(two, sides)).toEqual({ ...kept, name: 'Amara Okafor', email: 'a@example.org', note: 'Fridays\nSpeaks Igbo' });
});

test('two that read the same leave nothing to decide', () => {
  expect(undecided({ kept, other: kept }, {})).toEqual([]);
  expect(madeOne({ kept, other: kept }, {})).toEqual(kept);
});
