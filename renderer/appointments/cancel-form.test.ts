import { expect, test } from 'vitest';
import { cancelReasons } from '../../shared/appointment.ts';
import { words } from '../words.ts';
import { asksFee, cancelInput, cancelProblems, endings, endingsOf, mayPutRight, newCancel, type TypedCancel } from './cancel-form.ts';

const t = words.getFixedT('en', 'appointments');
const errors = words.getFixedT('en', 'errors');
const now = '2026-11-24T15:58:00.000Z';
const [before, after] = ['2026-11-24T15:00:00.000Z', '2026-11-24T16:00:00.000Z'];
const at = { id: 'a', version: 3 };
const typed: TypedCancel = { as: 'late-cancelled', reason: 'not-said', words: '', fee: '45', scope: 'following' };

test('nobody stays away from what did not begin, nor once they are there', () => {
  expect(endingsOf({ status: 'booked', startsAt: after }, now)).toEqual(['cancelled', 'late-cancelled']);
  expect(endingsOf({ status: 'arrived', startsAt: before }, now)).toEqual(['cancelled', 'late-cancelled']);
  expect(endingsOf({ status: 'confirmed', startsAt: before }, now)).toEqual(endings);
  expect(newCancel({ status: 'booked', startsAt: before, ended: null }, now).as).toBe('no-show');
  expect(newCancel({ status: 'booked', startsAt: after, ended: null }, now).as).toBe('cancelled');
});

test('what was ended is put right from how it was said, by those who are told why', () => {
  const ended = { reason: 'not-said', words: 'No answer', fee: { amount: 4_500, currency: 'CAD' } } as const;
  const late = { status: 'late-cancelled', startsAt: before, ended } as const;
  expect(newCancel(late, now)).toEqual({ as: 'late-cancelled', reason: 'not-said', words: 'No answer', fee: '45.00', scope: 'this' });
  expect([late, { ...late, ended: null }, { ...late, status: 'arrived' } as const].map(mayPutRight)).toEqual([true, false, false]);
});

test('a fee is asked for only where nobody is ill, in a crisis, unwell or safer that way, and it was not us', () => {
  const charged = endings.map((as) => cancelReasons.filter((reason) => asksFee({ ...typed, as, reason })));
  const mayBe = ['client-asked', 'not-said', 'other'];
  expect(charged).toEqual([[], mayBe, mayBe]);
  expect(asksFee({ ...typed, reason: '' })).toBe(false);
});

test('what was typed of a fee does not go with a reason that has none', () => {
  expect(cancelInput(typed, at)).toEqual({ ...at, as: 'late-cancelled', reason: 'not-said', words: '', fee: 4_500, scope: 'this' });
  expect(cancelInput({ ...typed, reason: 'crisis' }, at)?.fee).toBeNull();
  expect(cancelInput({ ...typed, fee: ' ' }, at)?.fee).toBeNull();
  expect(cancelInput({ ...typed, as: 'cancelled' }, at)).toMatchObject({ fee: null, scope: 'following' });
  expect(cancelInput({ ...typed, reason: '' }, at)).toBeNull();
});

test('what is still to say', () => {
  const said = (more: Partial<TypedCancel>) => cancelProblems({ ...typed, ...more }, { t, errors }).map(({ field }) => field);
  expect(said({})).toEqual([]);
  expect(said({ reason: '' })).toEqual(['cancel-reason']);
  expect(said({ fee: 'half' })).toEqual(['cancel-fee']);
  expect(said({ fee: 'half', reason: 'ill' })).toEqual([]);
  expect(said({ words: 'x'.repeat(20_001) })).toEqual(['cancel-words']);
});
