import { expect, test } from 'vitest';
import { noteMarks } from './beside-marks.ts';

test('where hands were lies over what was in and out, and stands alone where no map was kept', () => {
  const blocks = [{ areas: ['B-TRAP-L'] }, { areas: ['F-PALM-L', 'B-TRAP-L'] }];
  expect(noteMarks({ 'B-TRAP-L': 'yes', 'B-NECK': 'ask' }, blocks)).toEqual({
    'B-TRAP-L': { state: 'yes', today: 'done' },
    'B-NECK': { state: 'ask', today: undefined },
    'F-PALM-L': { state: undefined, today: 'done' },
  });
  expect(noteMarks(null, [])).toEqual({});
});
