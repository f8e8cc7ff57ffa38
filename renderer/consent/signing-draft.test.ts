import { describe, expect, test } from 'vitest';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { limits } from '../../shared/limits.ts';
import type { Signing } from './signing.ts';
import { BlanksDraft, SigningDraft, StopDraft } from './signing-draft.ts';

const form: ConsentForm = {
  id: 'general',
  version: '1',
  language: 'en',
  title: 'Consent to bodywork',
  clientTitle: 'Saying yes to bodywork',
  intro: 'Please read it.',
  elements: [],
  areas: [],
  unfilled: [],
  intents: { client: 'I agree.', practitioner: 'I explained it.' },
  shownSha256: 'a'.repeat(64),
};

/** One answer of each kind, some not yet as they could be signed. */
const signing: Signing = {
  form,
  blanks: { techniques: ' sustained holds ' },
  answers: {
    agreed: { kind: 'agreed' },
    initials: { kind: 'initials', initials: 'M '.repeat(20) },
    choice: { kind: 'choice', value: 'light' },
    multi: { kind: 'multi', values: ['a', 'b'] },
    text: { kind: 'text', text: ` ${'x'.repeat(limits.paragraph)}e\u0301 ` },
    map: { kind: 'map', areas: { 'neck-back': 'ask' } },
    declined: { kind: 'declined' },
  },
  talk: ['part-3'],
  signatures: [
    { signer: 'client', method: 'drawn', strokes: [[{ x: -12.5, y: 3 }], []], width: 400, height: 120 },
    { signer: 'practitioner', method: 'typed', name: 'Hana '.repeat(100) },
  ],
  page: 4,
  changed: 'answers',
};

const again = <T>(value: T): unknown => JSON.parse(JSON.stringify(value));

describe('a signing', () => {
  test('comes back as it stood, also with what is too long to be signed', () => {
    expect(SigningDraft.parse(again(signing))).toEqual(signing);
    expect(SigningDraft.parse(again({ ...signing, changed: undefined }))).toEqual({ ...signing, changed: undefined });
  });

  test.each([
    ['nothing', undefined],
    ['an empty object', {}],
    ['a list', []],
    ['a page before the first', { ...signing, page: -1 }],
    ['a form of another shape', { ...signing, form: { ...form, elements: 'none' } }],
    ['an answer of no kind', { ...signing, answers: { one: { kind: 'sung' } } }],
    ['a signature without size', { ...signing, signatures: [{ ...signing.signatures[0], width: 0 }] }],
  ])('is none when it is %s', (_what, value) => {
    expect(SigningDraft.safeParse(value).success).toBe(false);
  });
});

test('blanks and the stop signal come back as they were typed', () => {
  const blank = { placeholder: 'techniques', label: 'Techniques', example: 'holds', source: 'computed' } as const;
  const blanks: BlanksDraft = { filled: [{ ...blank, text: ' held ', open: true }], typed: { goals: ' to sleep' } };
  expect(BlanksDraft.parse(again(blanks))).toEqual(blanks);
  expect(StopDraft.parse({ word: ' amber', gesture: '' })).toEqual({ word: ' amber', gesture: '' });
});
