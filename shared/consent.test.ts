import { describe, expect, test } from 'vitest';
import type { ConsentForm, FormElement } from './consent-form.ts';
import { type Answer, type Answers, answersNotAllowed, unansweredStatements } from './form-answers.ts';
import { isSigned, lineLength, type Signature, signersWaiting } from './signatures.ts';

const element = (id: string, capture: FormElement['capture'], rest: Partial<FormElement> = {}): FormElement => ({
  id,
  title: id,
  text: id,
  capture,
  asks: 'agreement',
  required: true,
  allowDeclined: false,
  options: [],
  signers: [],
  ...rest,
});

const form: ConsentForm = {
  id: 'f',
  version: '1.0.0',
  language: 'en',
  title: 'F',
  clientTitle: 'F',
  intro: '',
  elements: [
    element('read', 'display'),
    element('why', 'text', { asks: 'person', allowDeclined: true }),
    element('areas', 'map', { asks: 'touch' }),
    element('level', 'choice', { asks: 'touch', options: [{ value: 'C0', label: 'No contact' }] }),
    element('help', 'multi', { options: [{ value: 'a', label: 'A' }], required: false }),
    element('feelings', 'initial'),
    element('free', 'confirm'),
    element('kept', 'system'),
    element('signature', 'signature', { signers: ['client', 'practitioner'] }),
  ],
  areas: [
    { code: 'B-TRAP-L', label: 'Top of the shoulder, left', view: 'back', region: 'shoulder', offered: true },
    { code: 'F-GROIN', label: 'Groin', view: 'front', region: 'pelvis', offered: false },
  ],
  unfilled: [],
  intents: { client: 'I sign', practitioner: 'I sign' },
  shownSha256: '0'.repeat(64),
};

const complete: Answers = {
  why: { kind: 'text', text: 'sleep' },
  areas: { kind: 'map', areas: { 'B-TRAP-L': 'ask' } },
  level: { kind: 'choice', value: 'C0' },
  feelings: { kind: 'initials', initials: 'MR' },
  free: { kind: 'agreed' },
};

const required = ['why', 'areas', 'level', 'feelings', 'free'];

describe('a form is complete', () => {
  test('only with every required answer', () => {
    expect(unansweredStatements(form, {})).toEqual(required);
    expect(unansweredStatements(form, complete)).toEqual([]);
    for (const id of required) {
      const { [id]: _, ...rest } = complete;
      expect(unansweredStatements(form, rest)).toEqual([id]);
    }
  });

  test.each([
    ['why', { kind: 'text', text: '  ' }],
    ['feelings', { kind: 'initials', initials: ' ' }],
    ['why', { kind: 'text', text: '\u200b' }],
    ['feelings', { kind: 'initials', initials: '\u2060' }],
  ] as const)('not with %s left blank', (id, answer) => expect(unansweredStatements(form, { ...complete, [id]: answer })).toEqual([id]));

  test('with a refusal to say, where the question is about the person and nowhere else', () => {
    expect(unansweredStatements(form, { ...complete, why: { kind: 'declined' } })).toEqual([]);
    for (const id of required.slice(1)) {
      const given: Answers = { ...complete, [id]: { kind: 'declined' } };
      expect([unansweredStatements(form, given), answersNotAllowed(form, given)]).toEqual([[id], [id]]);
    }
  });

  test('with everything left out, said on purpose', () =>
    expect(unansweredStatements(form, { ...complete, areas: { kind: 'map', areas: {} } })).toEqual([]));
});

describe('an answer is refused', () => {
  const foreign: readonly (readonly [string, Answer])[] = [
    ['level', { kind: 'choice', value: 'C9' }],
    ['level', { kind: 'agreed' }],
    ['help', { kind: 'multi', values: ['a', 'b'] }],
    ['areas', { kind: 'map', areas: { 'F-GROIN': 'yes' } }],
    ['areas', { kind: 'map', areas: { 'B-GLUTE-L': 'yes' } }],
    ['read', { kind: 'agreed' }],
    ['kept', { kind: 'text', text: 'x' }],
    ['signature', { kind: 'initials', initials: 'x' }],
    ['nowhere', { kind: 'agreed' }],
  ];
  test.each(foreign)('%s: %o', (id, answer) => expect(answersNotAllowed(form, { ...complete, [id]: answer })).toEqual([id]));
});

const drawn = (...points: readonly (readonly [number, number])[]): Signature => ({
  signer: 'client',
  method: 'drawn',
  width: 400,
  height: 150,
  strokes: [points.map(([x, y]) => ({ x, y }))],
});

describe('a signature', () => {
  test('is at least 40 px of line', () => {
    expect(
      lineLength([
        [
          { x: 0, y: 0 },
          { x: 30, y: 40 },
        ],
        [
          { x: 0, y: 0 },
          { x: 0, y: 5 },
        ],
      ]),
    ).toBe(55);
    expect(isSigned(drawn([10, 10]))).toBe(false);
    expect(isSigned(drawn([10, 10], [49, 10]))).toBe(false);
    expect(isSigned(drawn([10, 10], [50, 10]))).toBe(true);
    expect(isSigned(undefined)).toBe(false);
  });

  test('typed has a name in it', () => {
    for (const name of [' ', '\u200b', '\u3164', '\u2800']) expect(isSigned({ signer: 'client', method: 'typed', name })).toBe(false);
    expect(isSigned({ signer: 'client', method: 'typed', name: 'ø' })).toBe(true);
  });

  test('is asked of each who must sign', () => {
    const client = drawn([0, 0], [90, 0]);
    expect(signersWaiting(form, [])).toEqual(['client', 'practitioner']);
    expect(signersWaiting(form, [client])).toEqual(['practitioner']);
    expect(signersWaiting(form, [client, { signer: 'practitioner', method: 'typed', name: 'Hana' }])).toEqual([]);
  });
});
