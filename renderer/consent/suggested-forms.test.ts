import { describe, expect, test } from 'vitest';
import type { FormState } from '../../shared/consent-state.ts';
import { mayFollow, suggested } from './suggested-forms.ts';

const state = (formId: string, stands: FormState['state'] = 'not-signed', area: string | null = null): FormState => ({
  formId,
  area,
  title: formId,
  version: '1.0.0',
  state: stands,
  reason: null,
  consentId: null,
  signedVersion: null,
  endsOn: null,
  partsWithdrawn: [],
  newerText: false,
});

const adult = { underAge: false, asked: undefined, intakeOpen: false, healthOpen: false };
const everything = [
  'informed-consent',
  'trauma-addendum',
  'minor-consent',
  'privacy-notice',
  'photo-consent',
  'fees-cancellation',
  'electronic-records',
].map((id) => state(id));

describe('what is suggested', () => {
  test('is what stands before the first touch, signing on a screen first; the rest may follow', () => {
    const first = suggested(everything, adult);
    expect(first).toEqual(['electronic-records', 'informed-consent', 'privacy-notice']);
    expect(mayFollow(everything, first)).toEqual(['trauma-addendum', 'fees-cancellation']);
  });

  test('is the rest once nothing before touch is needed any more', () => {
    const signed = ['electronic-records', 'informed-consent', 'privacy-notice'].map((id) => state(id, 'in-force'));
    const states = [...signed, state('trauma-addendum'), state('fees-cancellation', 'in-force'), state('photo-consent')];
    expect(suggested(states, adult)).toEqual(['trauma-addendum']);
    expect(mayFollow(states, ['trauma-addendum'])).toEqual([]);
  });

  test('begins with an intake that is open', () => {
    expect(suggested([state('informed-consent')], { ...adult, intakeOpen: true })).toEqual(['safe-intake', 'informed-consent']);
  });

  test('takes in the health questions where they were never gone through', () => {
    const both = { ...adult, intakeOpen: true, healthOpen: true };
    expect(suggested([state('informed-consent')], both)).toEqual(['safe-intake', 'health-screen', 'informed-consent']);
  });

  test('is the health questions alone when they are asked for, after an intake that is open', () => {
    expect(suggested(everything, { ...adult, asked: 'health-screen' })).toEqual(['health-screen']);
    expect(suggested(everything, { ...adult, asked: 'health-screen', intakeOpen: true })).toEqual(['safe-intake', 'health-screen']);
  });

  test.each(['ended', 'ends-soon', 'sign-again'] as const)('takes in what is %s', (stands) => {
    expect(suggested([state('informed-consent', stands)], adult)).toEqual(['informed-consent']);
  });

  test.each(['in-force', 'withdrawn', 'to-review'] as const)('leaves out what is %s', (stands) => {
    expect(suggested([state('informed-consent', stands)], adult)).toEqual([]);
  });

  test('asks a young person and a guardian too, and nobody else', () => {
    expect(suggested(everything, { ...adult, underAge: true })).toEqual([
      'electronic-records',
      'minor-consent',
      'informed-consent',
      'privacy-notice',
    ]);
  });

  test('is the one form asked for, after signing on a screen where that was never agreed', () => {
    const asked = { ...adult, asked: 'photo-consent' };
    expect(suggested([state('electronic-records'), state('photo-consent')], asked)).toEqual(['electronic-records', 'photo-consent']);
    expect(suggested([state('electronic-records', 'in-force')], asked)).toEqual(['photo-consent']);
    expect(suggested([state('electronic-records')], { ...adult, asked: 'electronic-records' })).toEqual(['electronic-records']);
  });

  test('is the intake alone where that is asked for: nothing in it is signed', () => {
    expect(suggested(everything, { ...adult, asked: 'safe-intake' })).toEqual(['safe-intake']);
  });

  test('is the form of the place asked for, and of none where several could be meant', () => {
    const left = state('area-consent', 'not-signed', 'B-GLUTE-L');
    const places = [left, state('area-consent', 'not-signed', 'B-GLUTE-R')];
    expect(suggested(places, { ...adult, asked: 'area-consent:B-GLUTE-R' })).toEqual(['area-consent:B-GLUTE-R']);
    expect(suggested([left], { ...adult, asked: 'area-consent' })).toEqual(['area-consent:B-GLUTE-L']);
    expect(suggested(places, { ...adult, asked: 'area-consent' })).toEqual([]);
  });
});
