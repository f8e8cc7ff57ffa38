import { expect, test } from 'vitest';
import { holdsDays, namesSomebody, sumOf, withField } from './import-choice.ts';

test('a column becomes something, and what was that before is left out', () => {
  expect(withField(['chosenName', null, 'email'], 1, 'email')).toEqual(['chosenName', 'email', null]);
  expect(withField(['chosenName', null, 'email'], 2, null)).toEqual(['chosenName', null, null]);
  expect(withField([null, null], 0, null)).toEqual([null, null]);
});

test('a list has to name somebody, and asks for an order of days where it has days', () => {
  expect([namesSomebody(['email', null]), namesSomebody([null, 'lastName'])]).toEqual([false, true]);
  const custom = 'custom:0193a5c2-7b1e-7c3d-8a4f-000000000000';
  expect([holdsDays(['phone', custom], []), holdsDays([custom], [custom]), holdsDays(['birthDate'], [])]).toEqual([false, true, true]);
});

test('those who may be here are left out unless ticked', () => {
  expect(sumOf({ new: 3, alike: 2, refused: 4 }, new Set([7]))).toEqual({ taken: 4, left: 1 });
});
