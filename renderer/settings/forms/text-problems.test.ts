import { expect, test } from 'vitest';
import type { AppError } from '../../../shared/app-error.ts';
import type { FormText } from '../../../shared/form-texts.ts';
import { words } from '../../words.ts';
import { wordsOf } from './text-draft.ts';
import { textProblems } from './text-problems.ts';

const t = { forms: words.getFixedT('en', 'forms'), errors: words.getFixedT('en', 'errors') };
const shipped: FormText = {
  clientTitle: 'Saying yes',
  intro: 'Ask us anything.',
  elements: [
    { id: 'stop', title: 'Stop', text: 'Say {{stop_signal}}.', options: [] },
    { id: 'cover', title: 'Cover', text: 'Choose.', options: [{ value: 'on', label: 'I keep my clothes on' }] },
  ],
};
const known = ['stop_signal', 'client_name'];

const found = (error: AppError | null, typed: Readonly<Record<string, string>> = {}) =>
  textProblems({ error, shipped, typed: { ...wordsOf(shipped), ...typed }, known }, t).map(({ field, label, text }) => [
    field,
    label,
    text,
  ]);

test('nothing is wrong while nothing was refused', () => expect(found(null)).toEqual([]));

test('more than spelling is said of each part, in the order of the form and by the title it came with', () => {
  const error: AppError = { code: 'refused', reason: 'more-than-spelling', details: { parts: ['cover/on', 'clientTitle'] } };
  const said = 'This is more than a spelling fix. Save it as a change of meaning, or change less.';
  expect(found(error, { 'cover/title': 'Another' })).toEqual([
    ['clientTitle', 'Title for the client', said],
    ['cover/on', 'Cover, Choice 1', said],
  ]);
});

test('an emptied part needs words', () =>
  expect(found({ code: 'refused', reason: 'form-text-empty', details: { parts: ['stop/text'] } })).toEqual([
    ['stop/text', 'Stop, Text', 'This needs words'],
  ]));

test('a blank is found where it stands: unknown ones anywhere, known ones where none is filled', () => {
  const typed = {
    intro: 'By {{nobody}}',
    'stop/title': 'Stop, {{client_name}}',
    'stop/text': 'For {{client_name}}',
    'cover/on': '{{ half',
  };
  const placeholders = ['nobody', 'client_name', '{{ half'];
  expect(found({ code: 'refused', reason: 'placeholder-unknown', details: { placeholders } }, typed)).toEqual([
    ['intro', 'First words', '“nobody” is not one of the words that can be filled in. Look at the list of them.'],
    ['stop/title', 'Stop, Title', 'Words in double braces are not filled in here. Write it out.'],
    ['cover/on', 'Cover, Choice 1', 'Words in double braces are not filled in here. Write it out.'],
  ]);
});

test('a text that is too long is named by its part', () => {
  const issue = (path: (string | number)[]) => ({ path, problem: 'too-long' as const, limit: 500, length: 501 });
  const paths = [
    ['text', 'intro'],
    ['text', 'elements', 0, 'title'],
    ['text', 'elements', 1, 'options', 0, 'label'],
  ];
  expect(found({ code: 'invalid', issues: paths.map(issue) }).map(([field]) => field)).toEqual(['intro', 'stop/title', 'cover/on']);
});
