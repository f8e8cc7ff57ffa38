import { expect, test } from 'vitest';
import type { FormElement } from '../../shared/consent-form.ts';
import { howLong } from './how-long.ts';

const part = (capture: FormElement['capture'], text: string): FormElement => ({
  id: `${capture}-${text.length}`,
  title: '',
  text,
  help: '',
  section: '',
  capture,
  asks: 'agreement',
  required: true,
  allowDeclined: false,
  options: [],
  signers: capture === 'signature' ? ['client'] : [],
  by: 'client',
  askIf: null,
  exclusive: [],
  otherText: false,
});
const form = (elements: FormElement[]) => ({ id: 'a-form', area: null, elements });

test('reading, thinking about a question and signing take their time; an opening and a last page come to every form', () => {
  const read = form([part('display', 'x'.repeat(900)), part('text', ''), part('choice', ''), part('signature', '')]);
  // One page to read, two questions, opening and last page; 1 + 2/3 + 1 minutes.
  expect(howLong([read])).toEqual({ pages: 5, minutes: 3 });
  expect(howLong([read, read])).toEqual({ pages: 10, minutes: 6 });
});

test('past ten minutes it is said in fives, and of nothing it is nothing', () => {
  expect(howLong([form([part('display', 'x'.repeat(9_900))])]).minutes).toBe(15);
  expect(howLong([])).toEqual({ pages: 0, minutes: 0 });
});
