import { describe, expect, test } from 'vitest';
import type { FormArea } from '../../shared/consent-form.ts';
import { words } from '../words.ts';
import { compared, legendOf, marksOf, sameMark } from './chart-marks.ts';
import { nameOf } from './chart-words.ts';

const area = (code: string, label: string, more: Partial<FormArea> = {}): FormArea => ({
  code,
  label,
  view: 'front',
  region: 'arm',
  offered: true,
  ...more,
});

const jaw = area('F-JAW-L', 'Jaw, left');
const upperArm = area('F-UARM-L', 'Upper arm, front, left');
const throat = area('F-THROAT', 'Front of the neck / throat', { offered: false });

describe('a place is said with name, side, view and what it is marked with', () => {
  const t = words.getFixedT('en', 'chart');
  test.each([
    [jaw, { state: 'yes' }, 'Jaw, left. Front. In.'],
    [upperArm, { state: 'ask' }, 'Upper arm, front, left. Ask each time.'],
    [upperArm, {}, 'Upper arm, front, left. Not marked.'],
    [upperArm, { state: 'no', limited: true, changed: true }, 'Upper arm, front, left. Out, limited by health, changed.'],
    [jaw, { state: 'yes', today: 'now', order: 2 }, 'Jaw, left. Front. In, working here now, number 2.'],
    [throat, {}, 'Front of the neck / throat. Not offered.'],
  ] as const)('%#', (place, mark, said) => {
    expect(nameOf(t, { area: place, mark, forClient: false })).toBe(said);
  });
});

test('a client is asked, a practitioner asks', () => {
  const t = words.getFixedT('en', 'chart');
  expect(nameOf(t, { area: jaw, mark: { state: 'ask' }, forClient: true })).toBe('Jaw, left. Front. Ask me each time.');
});

test('two dates side by side show what changed; what was never marked was out', () => {
  expect(compared({ A: 'yes', B: 'no', C: 'ask' }, { A: 'yes', C: 'no', D: 'yes' })).toEqual({
    before: {
      A: { state: 'yes', changed: false },
      B: { state: 'no', changed: false },
      C: { state: 'ask', changed: true },
      D: { state: undefined, changed: true },
    },
    after: {
      A: { state: 'yes', changed: false },
      B: { state: undefined, changed: false },
      C: { state: 'no', changed: true },
      D: { state: 'yes', changed: true },
    },
  });
});

test('the legend explains what is on the chart and nothing else', () => {
  expect(legendOf([jaw], marksOf({ 'F-JAW-L': 'yes' }))).toEqual(['yes', 'ask', 'no']);
  expect(legendOf([jaw, upperArm, throat], { 'F-JAW-L': { state: 'no', limited: true, today: 'done' } })).toEqual([
    'yes',
    'ask',
    'no',
    'unmarked',
    'notOffered',
    'limited',
    'done',
  ]);
});

test('a mark is the same when it is drawn the same', () => {
  expect(sameMark({ state: 'yes' }, { state: 'yes', limited: false, changed: false, today: undefined })).toBe(true);
  const changes = [{ state: 'no' }, { state: 'yes', limited: true }, { state: 'yes', today: 'now' }, { state: 'yes', order: 1 }] as const;
  expect([...changes, { state: 'yes', changed: true } as const].some((mark) => sameMark({ state: 'yes' }, mark))).toBe(false);
});
