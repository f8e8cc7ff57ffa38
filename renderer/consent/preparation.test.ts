import { describe, expect, test } from 'vitest';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import type { FormState } from '../../shared/consent-state.ts';
import { limits } from '../../shared/limits.ts';
import { blanksOf, inReadingOrder, nothingPrepared, ownPartsOpen, Preparation, suggested, toHandOver, whoSigns } from './preparation.ts';

const now = '2026-11-24T15:58:00.000Z';

const element = (id: string, change: Partial<FormElement> = {}): FormElement => ({
  id,
  title: id,
  text: '',
  help: '',
  section: '',
  capture: 'confirm',
  asks: 'agreement',
  required: true,
  allowDeclined: false,
  options: [],
  signers: [],
  by: 'client',
  askIf: null,
  exclusive: [],
  otherText: false,
  ...change,
});

const intent = 'I agree.';
const form = (id: string, elements: readonly FormElement[] = [], unfilled: ConsentForm['unfilled'] = []): ConsentForm => ({
  id,
  version: '1.0.0',
  language: 'en',
  title: id,
  clientTitle: id,
  intro: '',
  elements: [...elements],
  area: null,
  areas: [],
  unfilled,
  intents: {
    client: intent,
    practitioner: intent,
    witness: intent,
    guardian: intent,
    young_person: intent,
    decision_maker: intent,
    observer: intent,
    personal_representative: intent,
  },
  validity: { kind: 'until-changed' },
  eachBirthday: false,
  shownSha256: 'a'.repeat(64),
});

const state = (formId: string, stands: FormState['state'] = 'not-signed'): FormState => ({
  formId,
  area: null,
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

describe('what is suggested', () => {
  const adult = { underAge: false, asked: undefined };

  test('is what a first visit needs and does not count, signing on a screen first', () => {
    const states = [state('informed-consent'), state('photo-consent'), state('fees-cancellation', 'in-force'), state('electronic-records')];
    expect(suggested(states, adult)).toEqual(['electronic-records', 'informed-consent']);
  });

  test.each(['ended', 'ends-soon', 'sign-again'] as const)('takes in what is %s', (stands) => {
    expect(suggested([state('informed-consent', stands)], adult)).toEqual(['informed-consent']);
  });

  test.each(['in-force', 'withdrawn', 'to-review'] as const)('leaves out what is %s', (stands) => {
    expect(suggested([state('informed-consent', stands)], adult)).toEqual([]);
  });

  test('asks a young person and a guardian too, and nobody else', () => {
    const states = [state('electronic-records'), state('minor-consent'), state('informed-consent')];
    expect(suggested(states, { ...adult, underAge: true })).toEqual(['electronic-records', 'minor-consent', 'informed-consent']);
    expect(suggested(states, adult)).toEqual(['electronic-records', 'informed-consent']);
  });

  test('is the one form asked for, after signing on a screen where that was never agreed', () => {
    const asked = { ...adult, asked: 'photo-consent' };
    expect(suggested([state('electronic-records'), state('photo-consent')], asked)).toEqual(['electronic-records', 'photo-consent']);
    expect(suggested([state('electronic-records', 'in-force')], asked)).toEqual(['photo-consent']);
    expect(suggested([state('electronic-records')], { ...adult, asked: 'electronic-records' })).toEqual(['electronic-records']);
  });
});

test('forms are read in one order, whatever order they were chosen in', () => {
  const forms = ['photo-consent', 'informed-consent', 'electronic-records'].map((id) => form(id));
  expect(inReadingOrder(forms, ['informed-consent', 'photo-consent', 'electronic-records', 'gone']).map(({ id }) => id)).toEqual([
    'electronic-records',
    'informed-consent',
    'photo-consent',
  ]);
});

const blank = (placeholder: string, source: 'profile' | 'computed') => ({ placeholder, label: placeholder, example: '', source });

test('a blank of two forms is filled once, and each form takes only its own', () => {
  const forms = [form('one', [], [blank('a', 'computed')]), form('two', [], [blank('a', 'computed'), blank('b', 'profile')])];
  expect(blanksOf(forms, 'computed').map(({ placeholder }) => placeholder)).toEqual(['a']);
  expect(toHandOver(forms, { ...nothingPrepared, blanks: { a: 'words', other: 'left over' } }, now)).toEqual([
    { formId: 'one', blanks: { a: 'words' }, answers: {} },
    { formId: 'two', blanks: { a: 'words' }, answers: {} },
  ]);
});

test('what the practitioner writes, files or heard goes along, and what must be there is named', () => {
  const parts = [
    element('reason', { by: 'practitioner', capture: 'text' }),
    element('said', { by: 'practitioner', capture: 'spoken_recorded' }),
    element('proof', { by: 'practitioner', capture: 'upload' }),
    element('note', { by: 'practitioner', capture: 'text', required: false }),
    element('theirs'),
  ];
  const own = form('own', parts);
  expect(ownPartsOpen(own, { ...nothingPrepared, written: { 'own/reason': ' \u200b ' } }, now).map(({ id }) => id)).toEqual([
    'reason',
    'said',
    'proof',
  ]);
  const paper = { documentId: 'd', title: 'Power of attorney' };
  const full = { ...nothingPrepared, written: { 'own/reason': 'Asked for', 'own/said': 'Yes please' }, papers: { 'own/proof': paper } };
  expect(ownPartsOpen(own, full, now)).toEqual([]);
  expect(toHandOver([own], full, now)[0]?.answers).toEqual({
    reason: { kind: 'text', text: 'Asked for' },
    said: { kind: 'spoken', words: 'Yes please', at: now },
    proof: { kind: 'upload', ...paper },
  });
});

test('who signs is said once, and a guardian only for someone under age', () => {
  const signed = (id: string, signers: FormElement['signers']) => form(id, [element('signature', { capture: 'signature', signers })]);
  const forms = [signed('one', ['client', 'guardian', 'practitioner']), signed('two', ['client'])];
  expect(whoSigns(forms, { underAge: false })).toEqual(['client', 'practitioner']);
  expect(whoSigns(forms, { underAge: true })).toEqual(['client', 'guardian', 'practitioner']);
});

test('what is kept comes back as it was typed, also what is too long to be handed over', () => {
  const typed: Preparation = {
    ...nothingPrepared,
    forms: ['one'],
    blanks: { a: ` ${'x'.repeat(limits.paragraph)} ` },
    written: { 'one/b': ' w' },
  };
  expect(Preparation.parse(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
  expect(Preparation.safeParse({ ...typed, forms: 'one' }).success).toBe(false);
});
