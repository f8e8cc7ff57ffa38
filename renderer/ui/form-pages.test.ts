import { describe, expect, test } from 'vitest';
import type { FormElement } from '../../shared/consent-form.ts';
import type { Answers } from '../../shared/form-answers.ts';
import { pagesOf } from './form-pages.ts';

const part = (id: string, capture: FormElement['capture'], more: Partial<FormElement> = {}): FormElement => ({
  id,
  title: id,
  text: 'A sentence.',
  help: '',
  section: '',
  capture,
  asks: 'agreement',
  required: true,
  allowDeclined: false,
  options: [],
  signers: [],
  by: 'client',
  askIf: null,
  exclusive: [],
  otherText: false,
  ...more,
});

const pages = (elements: FormElement[], answers: Answers = {}, { id = 'a-form', area = null as string | null } = {}) =>
  pagesOf({ form: { id, area, elements }, answers }).map((page) => page.map((element) => element.id));

const options = ['date', 'event', 'other'].map((value) => ({ value, label: value }));
const elements = [
  part('who', 'display'),
  part('why', 'text', { allowDeclined: true }),
  part('limit', 'text', { by: 'practitioner' }),
  part('stop', 'initial'),
  part('questions', 'confirm'),
  part('expire', 'choice', { options, otherText: true }),
  part('day', 'date', { askIf: { element: 'expire', values: ['date'] } }),
  part('signature', 'signature', { signers: ['client', 'witness', 'practitioner'] }),
];

describe('a form as pages', () => {
  test('a question stands alone, what is read or agreed to in small groups, signatures apart', () => {
    expect(pages(elements)).toEqual([['who'], ['why'], ['limit', 'stop', 'questions'], ['expire']]);
  });
  test('a part comes with the answer that asks for it, and goes with it', () => {
    expect(pages(elements, { expire: { kind: 'choice', value: 'date', other: '' } }).at(-1)).toEqual(['day']);
    expect(pages(elements, { expire: { kind: 'choice', value: 'event', other: '' } }).at(-1)).toEqual(['expire']);
  });
  test('long texts are not put together', () => {
    const long = ['one', 'two'].map((id) => part(id, 'display', { text: 'x'.repeat(400) }));
    expect(pages(long)).toEqual([['one'], ['two']]);
  });
});

describe('the form of one place', () => {
  const place = [part('area', 'map'), part('drape', 'choice', { options }), part('stop', 'initial')];
  const of = { id: 'area-consent', area: 'B-GLUTE-L' };
  test('ends where the place is left out', () => {
    expect(pages(place, { area: { kind: 'map', areas: { 'B-GLUTE-L': 'no' } } }, of)).toEqual([['area']]);
    expect(pages(place, { area: { kind: 'map', areas: { 'B-GLUTE-L': 'ask' } } }, of)).toEqual([['area'], ['drape'], ['stop']]);
    expect(pages(place, {}, of)).toEqual([['area'], ['drape'], ['stop']]);
  });
});

describe('the intake', () => {
  const small = (id: string, section: string, count: number, asks: FormElement['asks'] = 'touch') =>
    part(id, 'choice', { section, asks, options: options.concat(options).slice(0, count) });
  test('asks one thing at a time; small choices of one part that follow each other share a page', () => {
    const intake = [
      part('steady', 'scale', { section: 'Safety', asks: 'person' }),
      part('word', 'text', { section: 'Safety', asks: 'touch' }),
      small('sign', 'Safety', 4),
      part('home', 'text', { section: 'Safety', asks: 'person' }),
      part('areas', 'map', { section: 'Autonomy', asks: 'touch' }),
      small('companion', 'Autonomy', 3),
      small('door', 'Autonomy', 4),
      small('silence', 'Autonomy', 4, 'arrangement'),
    ];
    expect(pages(intake, {}, { id: 'safe-intake' })).toEqual([
      ['steady'],
      ['word', 'sign'],
      ['home'],
      ['areas'],
      ['companion', 'door'],
      ['silence'],
    ]);
  });
  test('puts nothing of another part on the page', () => {
    expect(pages([small('sign', 'Safety', 2), small('door', 'Autonomy', 2)], {}, { id: 'safe-intake' })).toEqual([['sign'], ['door']]);
  });
});
