import { expect, test } from 'vitest';
import type { FormElement } from '../../shared/consent-form.ts';
import { counted, noneOfThese, noneTakenBack, openOn, screenAnswer } from './screen.ts';

const page = (id: string, ...questions: string[]): FormElement =>
  ({ id, questions: questions.map((one) => ({ id: one, question: one })) }) as unknown as FormElement;
const heart = page('heart', 'pain', 'breath', 'pacemaker');

test('“None of these” says no to what is open, and takes back only its own', () => {
  const given = { pain: 'not_sure' } as const;
  const put = openOn(heart, given);
  const none = noneOfThese(heart, given);
  expect([put, none]).toEqual([['breath', 'pacemaker'], { pain: 'not_sure', breath: 'no', pacemaker: 'no' }]);
  expect(noneTakenBack({ ...none, breath: 'yes' }, put)).toEqual({ pain: 'not_sure', breath: 'yes' });
});

test('a no that was chosen by hand stays when the others are taken back', () => {
  const given = { pain: 'no' } as const;
  expect(noneTakenBack(noneOfThese(heart, given), openOn(heart, given))).toEqual(given);
});

test('a page on which nothing is answered has no answer', () => {
  expect([screenAnswer({}), screenAnswer({ pain: 'declined' })]).toEqual([null, { kind: 'screen', answers: { pain: 'declined' } }]);
});

test('what was answered and left open is counted over all pages', () => {
  const answers = { heart: { kind: 'screen', answers: { pain: 'yes', breath: 'declined' } } } as const;
  expect(counted([heart, page('skin', 'rash')], answers)).toEqual({ answered: 2, open: 2 });
});
