import { expect, test } from 'vitest';
import { words } from '../../words.ts';
import { absenceFrom, absenceProblems, newAbsence, type TypedAbsence } from './absence-form.ts';

const said = { schedule: words.getFixedT('en', 'schedule'), errors: words.getFixedT('en', 'errors') };
const practitionerId = '01a20e47-3f40-7000-8000-000000000001';
const day: TypedAbsence = { ...newAbsence(practitionerId), firstDay: '4 1 2027', note: 'Course' };
const times: TypedAbsence = { ...day, kind: 'open', part: 'times', from: '6 pm', to: '24' };

test.each<readonly [string, TypedAbsence, object | null]>([
  ['a day', day, { kind: 'absent', firstDay: '2027-01-04', lastDay: '2027-01-04', from: null, to: null }],
  ['days', { ...day, lastDay: '8.1.2027' }, { kind: 'absent', firstDay: '2027-01-04', lastDay: '2027-01-08', from: null, to: null }],
  ['an evening', times, { kind: 'open', firstDay: '2027-01-04', lastDay: '2027-01-04', from: '18:00', to: '24:00' }],
  ['times that do not count', { ...times, part: 'whole' }, { kind: 'open', from: null, to: null }],
  ['no day', { ...day, firstDay: '31 2 2027' }, null],
  ['no last day there is', { ...day, lastDay: '31 2 2027' }, null],
  ['no end', { ...times, to: '' }, null],
])('%s', (_, typed, kept) => {
  const found = absenceFrom(typed);
  if (kept === null) expect(found).toBeNull();
  else expect(found).toMatchObject({ practitionerId, note: 'Course', ...kept });
  expect(absenceProblems(typed, said).length === 0).toBe(kept !== null);
});

test.each<readonly [TypedAbsence, readonly string[]]>([
  [{ ...newAbsence(''), part: 'times' }, ['practitionerId', 'firstDay', 'from', 'to']],
  [{ ...day, lastDay: '3 1 2027' }, ['lastDay']],
  [{ ...day, lastDay: '7 2 2028' }, []],
  [{ ...day, lastDay: '8 2 2028' }, ['lastDay']],
  [{ ...times, from: '18', to: '18' }, ['to']],
  [{ ...times, from: '18', to: '9' }, ['to']],
  [{ ...day, note: 'x'.repeat(501) }, ['note']],
])('%j needs another look at %j', (typed, fields) => {
  const problems = absenceProblems(typed, said);
  expect(problems.map(({ field }) => field)).toEqual(fields);
  expect(problems.every(({ label, text }) => label !== '' && text !== '')).toBe(true);
});
