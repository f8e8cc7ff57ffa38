import { describe, expect, test } from 'vitest';
import type { FormArea } from '../../shared/consent-form.ts';
import type { MapAnswer } from '../ui/map-answer.ts';
import { begunWith, handsAndFeet, markedBeside, opensAny } from './marked-areas.ts';

const area = (code: string, offered = true): FormArea => ({ code, label: code, view: 'front', region: 'hand', offered });
const map = (areas: MapAnswer['areas'], ceilings?: MapAnswer['ceilings']): MapAnswer => ({
  kind: 'map',
  areas,
  ...(ceilings ? { ceilings } : {}),
});

test('everything out opens nothing, however it was said', () => {
  expect([map({}), map({ A: 'no' }), map({ A: 'ask' })].map(opensAny)).toEqual([false, false, true]);
});

describe('beginnings', () => {
  const areas = [area('A'), area('B', false), area('F-PALM-L'), area('B-SOLE-R')];
  test('take nothing that is not offered', () => {
    expect(begunWith({ areas: { A: 'yes', B: 'yes', gone: 'yes' }, ceilings: { A: 2, B: 1 } }, areas)).toEqual(map({ A: 'yes' }, { A: 2 }));
  });
  test('hands and feet are asked about each time', () => {
    expect(handsAndFeet(areas)).toEqual(map({ 'F-PALM-L': 'ask', 'B-SOLE-R': 'ask' }));
    expect(handsAndFeet([area('A')])).toBeNull();
  });
  test('what was marked in this sitting is found in the other form, never in its own or in that of one place', () => {
    const intake = { id: 'intake', form: { area: null }, answers: { 'a-areas': map({ A: 'yes' }, { A: 1 }) } };
    const place = { id: 'place', form: { area: 'B-GLUTE-L' }, answers: { area: map({ 'B-GLUTE-L': 'ask' }) } };
    const consent = { id: 'consent', form: { area: null }, answers: {} };
    expect(markedBeside(consent, [intake, consent, place])).toEqual({ ...map({ A: 'yes' }, { A: 1 }), at: null });
    expect(markedBeside(intake, [intake, consent, place])).toBeNull();
    expect(markedBeside(consent, [{ ...intake, answers: { 'a-areas': map({}) } }, consent])).toBeNull();
  });
});
