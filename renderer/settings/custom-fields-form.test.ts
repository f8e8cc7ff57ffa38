import { expect, test } from 'vitest';
import { words } from '../words.ts';
import { customFieldFrom, customFieldProblems, newCustomField, typedCustomField } from './custom-fields-form.ts';

const said = { clients: words.getFixedT('en', 'clients'), errors: words.getFixedT('en', 'errors') };
const choice = (options: string) => ({ label: 'Referred by', kind: 'choice', options });

test('options are written a line each, and only a choice has any', () => {
  expect(customFieldFrom(choice(' A friend \n\nThe web\n'), true)).toEqual({
    ...{ label: 'Referred by', kind: 'choice', options: ['A friend', 'The web'], inUse: true },
  });
  expect(customFieldFrom({ ...choice('A friend'), kind: 'date' }, false)).toMatchObject({ kind: 'date', options: [], inUse: false });
  expect(typedCustomField(customFieldFrom(choice('A friend\nThe web'), true))).toEqual(choice('A friend\nThe web'));
});

test.each([
  [newCustomField, [['label', 'Not filled in yet']]],
  [choice(' \n'), [['options', 'Write at least one choice']]],
  [choice('Élan\nelan'), [['options', 'Two of these read alike']]],
  [choice(Array.from({ length: 51 }, (_, number) => `${number}`).join('\n')), [['options', 'At most 50 choices fit here; there are 51']]],
  [choice('A friend'), []],
])('what keeps %j from being saved is said', (typed, problems) => {
  expect(customFieldProblems(typed, said).map(({ field, text }) => [field, text])).toEqual(problems);
});
