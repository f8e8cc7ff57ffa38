import { describe, expect, test } from 'vitest';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { answered, beginSigning, lastInitials, openParts, pagesOf, remaining, signedBy, talkedAbout } from './signing.ts';

const part = (id: string, capture: FormElement['capture'], more: Partial<FormElement> = {}): FormElement => ({
  id,
  title: id,
  text: 'A sentence.',
  capture,
  asks: 'agreement',
  required: true,
  allowDeclined: false,
  options: [],
  signers: [],
  ...more,
});

const form: ConsentForm = {
  id: 'informed-consent',
  version: '1.1.0',
  language: 'en',
  title: 'Consent to bodywork',
  clientTitle: 'Saying yes',
  intro: '',
  elements: [
    part('who', 'display'),
    part('why', 'text', { allowDeclined: true }),
    part('risks', 'display'),
    part('stop', 'initial'),
    part('silence', 'initial'),
    part('questions', 'confirm'),
    part('signature', 'signature', { signers: ['client', 'practitioner'] }),
  ],
  areas: [],
  unfilled: [],
  intents: { client: '', practitioner: '' },
  shownSha256: 'a'.repeat(64),
};
const begun = beginSigning(form, {});
const complete = answered(
  answered(answered(answered(begun, 'why', { kind: 'declined' }), 'stop', { kind: 'initials', initials: 'MR' }), 'silence', {
    kind: 'initials',
    initials: 'MR',
  }),
  'questions',
  { kind: 'agreed' },
);

describe('a form as pages', () => {
  test('questions stand alone, the rest in groups of three at most, signatures apart', () => {
    expect(pagesOf(form).map((page) => page.map((element) => element.id))).toEqual([
      ['who'],
      ['why'],
      ['risks', 'stop', 'silence'],
      ['questions'],
    ]);
  });
  test('long texts are not put together', () => {
    const long = {
      ...form,
      elements: [part('one', 'display', { text: 'x'.repeat(400) }), part('two', 'display', { text: 'x'.repeat(400) })],
    };
    expect(pagesOf(long)).toHaveLength(2);
  });
});

describe('what remains', () => {
  test('nothing is answered beforehand', () => {
    expect(openParts(begun, form.elements).map((element) => element.id)).toEqual(['why', 'stop', 'silence', 'questions']);
    expect(remaining(begun)).toEqual({ is: 'answer', count: 4 });
  });
  test('talking first comes before all, and takes the answer back', () => {
    const talking = talkedAbout(complete, 'stop', true);
    expect(talking.answers.stop).toBeUndefined();
    expect(remaining(talking)).toEqual({ is: 'talk', count: 1 });
    expect(remaining(answered(talking, 'stop', { kind: 'initials', initials: 'MR' }))).toEqual({ is: 'sign', count: 2 });
  });
  test('a tap is no signature, a line is', () => {
    const strokes = (length: number) => [
      [
        { x: 0, y: 0 },
        { x: length, y: 0 },
      ],
    ];
    const tap = signedBy(complete, 'client', { signer: 'client', method: 'drawn', strokes: strokes(3), width: 400, height: 148 });
    expect(remaining(tap)).toEqual({ is: 'sign', count: 2 });
    const client = signedBy(tap, 'client', { signer: 'client', method: 'drawn', strokes: strokes(80), width: 400, height: 148 });
    expect(remaining(client)).toEqual({ is: 'sign', count: 1 });
    expect(remaining(signedBy(client, 'practitioner', { signer: 'practitioner', method: 'typed', name: 'Hana' }))).toBeNull();
  });
  test('initials put before are offered again', () => {
    expect(lastInitials(complete.answers)).toBe('MR');
    expect(lastInitials({})).toBe('');
  });
});
