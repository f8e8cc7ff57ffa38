import { expect, test } from 'vitest';
import { newSession, type SessionState } from '../../shared/session-state.ts';
import { type ClosingTyped, endOf, tasksWithoutDay, untold } from './closing-form.ts';

const typed: ClosingTyped = {
  aftercare: ['water', 'food'],
  how: '',
  withWhom: '',
  advised: false,
  remember: '',
  tasks: [
    { what: 'home-safe', isTicked: true, due: '24 11 2026' },
    { what: 'message', isTicked: false, due: 'soon' },
    { what: 'review', isTicked: true, due: 'next week' },
  ],
  left: 'Steady',
};

test('ticked tasks with a day are kept, one without is asked about', () => {
  expect(endOf(typed)).toEqual({ left: 'Steady', tasks: [{ what: 'home-safe', dueOn: '2026-11-24', note: '' }] });
  expect(tasksWithoutDay(typed)).toEqual(['review']);
});

const told: SessionState = {
  ...newSession,
  aftercare: { items: ['food', 'water'], words: '' },
  wayHome: { how: 'Taxi', withWhom: '', advisedAgainstDriving: false },
  remarks: [{ seq: 9, at: 0, words: 'No lavender' }],
};
test.each<readonly [string, SessionState, ClosingTyped, readonly boolean[]]>([
  ['the first time', newSession, typed, [true, false, false]],
  ['with a way home', newSession, { ...typed, how: 'Taxi' }, [true, true, false]],
  ['advised, and nothing said of the way', newSession, { ...typed, advised: true }, [true, true, false]],
  ['with a remark', newSession, { ...typed, remember: 'No lavender' }, [true, false, true]],
  ['once more', told, { ...typed, how: 'Taxi', remember: 'No lavender' }, [false, false, false]],
  ['once more, otherwise', told, { ...typed, aftercare: ['water'], how: 'Bus', remember: 'No music' }, [true, true, true]],
])('what is told before closing, %s', (_, state, form, expected) => {
  const { aftercare, wayHome, remark } = untold(state, form);
  expect([aftercare, wayHome, remark]).toEqual(expected);
});
