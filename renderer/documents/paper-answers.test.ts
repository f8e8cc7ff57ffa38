import { expect, test } from 'vitest';
import type { FormElement } from '../../shared/consent-form.ts';
import { answersRead, nothingRead } from './paper-answers.ts';

const part = (id: string, capture: FormElement['capture'], more: Partial<FormElement> = {}): FormElement => ({
  id,
  title: id,
  text: '',
  help: '',
  section: '',
  capture,
  asks: 'arrangement',
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

const options = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
];
const elements = [
  part('shown', 'display'),
  part('agree', 'confirm'),
  part('mark', 'initial'),
  part('way', 'choice', { options }),
  part('why', 'text', { askIf: { element: 'way', values: ['yes'] } }),
  part('helps', 'multi', { options }),
  part('until', 'date'),
  part('areas', 'map'),
  part('right', 'upload'),
  part('aloud', 'spoken_or_signature'),
];

test('what stands on the paper becomes the answers a screen would have given; what is not there is no answer', () => {
  expect(answersRead({ elements }, {})).toEqual({});
  expect(
    answersRead(
      { elements },
      {
        agree: { ...nothingRead, agreed: true },
        mark: { ...nothingRead, text: 'MR' },
        way: { ...nothingRead, values: ['yes'] },
        why: { ...nothingRead, text: 'Sleep' },
        helps: { ...nothingRead, values: ['no', 'yes'], other: '' },
        until: { ...nothingRead, text: '2026-12-31' },
        areas: { ...nothingRead, places: { kind: 'map', areas: { 'B-NECK': 'ask' } } },
        right: { ...nothingRead, paper: { documentId: 'd', title: 'Court paper' } },
        aloud: { ...nothingRead, text: 'Stop' },
      },
    ),
  ).toEqual({
    agree: { kind: 'agreed' },
    mark: { kind: 'initials', initials: 'MR' },
    way: { kind: 'choice', value: 'yes', other: '' },
    why: { kind: 'text', text: 'Sleep' },
    helps: { kind: 'multi', values: ['no', 'yes'], other: '' },
    until: { kind: 'date', day: '2026-12-31' },
    areas: { kind: 'map', areas: { 'B-NECK': 'ask' } },
    right: { kind: 'upload', documentId: 'd', title: 'Court paper' },
  });
});

test('a part that is not asked after the others has no answer, and a refusal stands before anything else', () => {
  const read = {
    way: { ...nothingRead, values: ['no'] },
    why: { ...nothingRead, text: 'Sleep' },
    mark: { ...nothingRead, text: 'MR', declined: true },
    until: { ...nothingRead, text: '2026-02-30' },
  };
  expect(answersRead({ elements }, read)).toEqual({ way: { kind: 'choice', value: 'no', other: '' }, mark: { kind: 'declined' } });
});
