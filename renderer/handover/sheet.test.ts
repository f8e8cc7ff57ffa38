import { describe, expect, test } from 'vitest';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { answered, beginSigning, lastInitials, openParts, pagesOf, remaining, signedBy, talkedAbout, withForm } from './filled-form.ts';

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

describe('what is signed', () => {
  const signed = signedBy(signedBy(complete, 'client', { signer: 'client', method: 'typed', name: 'Maya' }), 'practitioner', {
    signer: 'practitioner',
    method: 'typed',
    name: 'Hana',
  });

  test('is signed with the answers as they stood', () => {
    expect(remaining(signed)).toBeNull();
    const other = answered(signed, 'why', { kind: 'text', text: 'Sleep' });
    expect(other).toMatchObject({ signatures: [], changed: 'answers' });
    expect(remaining(other)).toEqual({ is: 'sign', count: 2 });
    expect(answered(signed, 'why', null)).toMatchObject({ signatures: [], changed: 'answers' });
    expect(talkedAbout(signed, 'stop', true)).toMatchObject({ signatures: [], changed: 'answers' });
  });
  test('stays signed when the same answer is given again', () => {
    expect(answered(signed, 'stop', { kind: 'initials', initials: 'MR' }).signatures).toEqual(signed.signatures);
    const marked = answered(complete, 'map', { kind: 'map', areas: { neck: 'yes', hand: 'ask' } });
    const again = signedBy(marked, 'client', { signer: 'client', method: 'typed', name: 'Maya' });
    expect(answered(again, 'map', { kind: 'map', areas: { hand: 'ask', neck: 'yes' } }).signatures).toHaveLength(1);
    expect(answered(again, 'map', { kind: 'map', areas: { hand: 'yes', neck: 'yes' } }).signatures).toHaveLength(0);
  });
  test('by the practitioner goes with the signature of the client above it, not the other way round', () => {
    expect(signedBy(signed, 'client', undefined).signatures).toEqual([]);
    expect(signedBy(signed, 'client', { signer: 'client', method: 'typed', name: 'Maya R' }).signatures).toHaveLength(1);
    expect(signedBy(signed, 'practitioner', undefined).signatures).toHaveLength(1);
  });
  test('asks for new signatures until one is there', () => {
    const other = answered(signed, 'why', { kind: 'text', text: 'Sleep' });
    expect(signedBy(other, 'client', undefined).changed).toBe('answers');
    expect(signedBy(other, 'client', { signer: 'client', method: 'typed', name: 'Maya' }).changed).toBeUndefined();
  });
  test('is read again from the start when the text is another one, with the answers that still fit', () => {
    const elements = form.elements.filter((element) => element.id !== 'silence');
    const read = { ...talkedAbout(signed, 'silence', true), signatures: signed.signatures, page: 4 };
    expect(withForm(read, form, {})).toBe(read);
    const now = withForm(read, { ...form, elements, shownSha256: 'b'.repeat(64) }, { techniques: 'hand hold' });
    expect(now).toMatchObject({ signatures: [], talk: [], page: 0, changed: 'form', blanks: { techniques: 'hand hold' } });
    expect(Object.keys(now.answers)).toEqual(['why', 'stop', 'questions']);
  });
});

describe('what is too long', () => {
  test('keeps its part open, and a name too long is no signature', () => {
    const long = answered(complete, 'stop', { kind: 'initials', initials: 'M'.repeat(21) });
    expect(openParts(long, form.elements).map((element) => element.id)).toEqual(['stop']);
    expect(openParts(answered(long, 'stop', { kind: 'initials', initials: ` ${'M'.repeat(20)} ` }), form.elements)).toEqual([]);
    const words = (length: number) => answered(complete, 'why', { kind: 'text', text: 'e\u0301'.repeat(length) });
    expect(openParts(words(20_001), form.elements).map((element) => element.id)).toEqual(['why']);
    expect(openParts(words(20_000), form.elements)).toEqual([]);
    const name = (length: number) => signedBy(complete, 'client', { signer: 'client', method: 'typed', name: 'a'.repeat(length) });
    expect(remaining(name(201))).toEqual({ is: 'sign', count: 2 });
    expect(remaining(name(200))).toEqual({ is: 'sign', count: 1 });
  });
});
