import { expect, test } from 'vitest';
import { wallEndFromTyped, wallTimeFromTyped } from './time-typed.ts';

test.each([
  ['9', '09:00'],
  ['09', '09:00'],
  ['14', '14:00'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['1430', '14:30'],
  ['9:30', '09:30'],
  ['9.30', '09:30'],
  ['9,30', '09:30'],
  ['9h30', '09:30'],
  ['9 h', '09:00'],
  [' 9 : 30 ', '09:30'],
  ['9.30 pm', '21:30'],
  ['9pm', '21:00'],
  ['9 p.m.', '21:00'],
  ['12 am', '00:00'],
  ['12pm', '12:00'],
  ['1230 PM', '12:30'],
  ['12:05a', '00:05'],
  ['0', '00:00'],
  ['23:59', '23:59'],
])('%j is %s', (typed, time) => {
  expect(wallTimeFromTyped(typed)).toBe(time);
});

test.each(['', ' ', '24', '24:00', '9:60', '960', '13 pm', '0 am', '9:3', '9:300', '12345', '-9', '9:30:00', 'nine', 'noon', '9 30', 'pm'])(
  '%j is no time',
  (typed) => {
    expect(wallTimeFromTyped(typed)).toBeNull();
  },
);

test.each([
  ['24', '24:00'],
  ['24:00', '24:00'],
  ['2400', '24:00'],
  ['24 h', '24:00'],
  ['0', '24:00'],
  ['12 am', '24:00'],
  ['5 pm', '17:00'],
  ['24:01', null],
  ['25', null],
  ['', null],
])('as an end %j is %j', (typed, time) => {
  expect(wallEndFromTyped(typed)).toBe(time);
});
