import { expect, test } from 'vitest';
import type { AppError } from '../../shared/app-error.ts';
import type { DayConflicts } from '../../shared/appointments.ts';
import { words } from '../words.ts';
import { type Despite, despiteInput, despiteProblems, refusedDays, undecided } from './despite.ts';

const t = words.getFixedT('en', 'appointments');
const errors = words.getFixedT('en', 'errors');
const day: DayConflicts = { day: '2026-12-01', startsAt: '2026-12-01T15:00:00.000Z', conflicts: [] };
const anyway: Despite = { way: 'anyway', reason: 'Agreed with both' };

test('a reason goes with days that conflict, and with none where nothing is in the way', () => {
  expect(despiteInput(anyway, [day])).toEqual({ override: 'Agreed with both', skip: false });
  expect(despiteInput({ ...anyway, way: 'skip' }, [day])).toEqual({ override: null, skip: true });
  expect(despiteInput(undecided, [day])).toEqual({ override: null, skip: false });
  expect(despiteInput(anyway, [])).toEqual({ override: null, skip: false });
  expect(despiteInput({ ...anyway, way: 'skip' }, [])).toEqual({ override: null, skip: false });
});

test.each([
  [undecided, ['despite']],
  [{ way: 'skip', reason: '' }, []],
  [{ way: 'anyway', reason: '  ' }, ['reason']],
  [{ way: 'anyway', reason: '\u2800\u200d' }, ['reason']],
  [{ way: 'anyway', reason: 'x'.repeat(20_001) }, ['reason']],
  [anyway, []],
] as const)('what is still to say before it is done over a conflict: %#', (despite, fields) => {
  expect(despiteProblems(despite, { days: [day], t, errors }).map(({ field }) => field)).toEqual(fields);
  expect(despiteProblems(despite, { days: [], t, errors })).toEqual([]);
});

test('the days stand in the refusal, and in no other answer', () => {
  const refused = { code: 'refused', reason: 'appointment-conflicts', details: { days: [day] } } as const satisfies AppError;
  expect(refusedDays(refused)).toEqual([day]);
  expect(refusedDays({ ...refused, reason: 'service-off' })).toEqual([]);
  expect(refusedDays({ code: 'refused', reason: 'appointment-conflicts' })).toEqual([]);
  expect(refusedDays({ code: 'locked' })).toEqual([]);
  expect(refusedDays(null)).toEqual([]);
});
