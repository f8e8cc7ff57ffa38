import { expect, test } from 'vitest';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { limits } from '../../shared/limits.ts';
import { blanksOf, nothingPrepared, ownPartsOpen, Preparation, toHandOver, whoSigns } from './preparation.ts';

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

const blank = (placeholder: string, source: 'profile' | 'computed') => ({ placeholder, label: placeholder, example: '', source });

test('a blank of two forms is filled once, and each form takes only its own', () => {
  const forms = [form('one', [], [blank('a', 'computed')]), form('two', [], [blank('a', 'computed'), blank('b', 'profile')])];
  expect(blanksOf(forms, 'computed').map(({ placeholder }) => placeholder)).toEqual(['a']);
  expect(toHandOver(forms, { ...nothingPrepared, blanks: { a: 'words', other: 'left over' } }, now)).toEqual([
    { formId: 'one', area: null, blanks: { a: 'words' }, answers: {} },
    { formId: 'two', area: null, blanks: { a: 'words' }, answers: {} },
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

test('two places are two forms, each with what was written for it', () => {
  const place = (area: string): ConsentForm => ({
    ...form('area-consent', [element('reason', { by: 'practitioner', capture: 'text' })]),
    area,
  });
  const [left, right] = [place('B-GLUTE-L'), place('B-GLUTE-R')];
  const written = { 'area-consent:B-GLUTE-L/reason': 'Sciatic pain on the left' };
  expect(toHandOver([left, right], { ...nothingPrepared, written }, now)).toEqual([
    {
      formId: 'area-consent',
      area: 'B-GLUTE-L',
      blanks: {},
      answers: { reason: { kind: 'text', text: 'Sciatic pain on the left' } },
    },
    { formId: 'area-consent', area: 'B-GLUTE-R', blanks: {}, answers: {} },
  ]);
  expect([
    ownPartsOpen(left, { ...nothingPrepared, written }, now),
    ownPartsOpen(right, { ...nothingPrepared, written }, now).length,
  ]).toEqual([[], 1]);
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
