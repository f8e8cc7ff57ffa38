import { expect, test } from 'vitest';
import { Snippet } from '../../../shared/note-templates.ts';
import { words } from '../../words.ts';
import { snippetFrom, snippetProblems } from './snippet-form.ts';

const spoken = { templates: words.getFixedT('en', 'templates'), errors: words.getFixedT('en', 'errors') };

test.each([
  ['cold', 'Cold hands.', []],
  [' ;cold ', 'Cold hands.', []],
  ['kühl-2', 'Cold hands.', []],
  ['寒い', 'Cold hands.', []],
  ['', 'Cold hands.', ['trigger']],
  ['two words', 'Cold hands.', ['trigger']],
  [';;cold', 'Cold hands.', ['trigger']],
  ['-cold', 'Cold hands.', ['trigger']],
  ['x'.repeat(31), 'Cold hands.', ['trigger']],
  ['cold', '', ['text']],
  ['cold', 'x'.repeat(20_001), ['text']],
] as const)('the short word %j', (trigger, text, fields) => {
  const typed = { trigger, text, shared: false };
  expect(snippetProblems(typed, spoken).map((problem) => problem.field)).toEqual(fields);
  expect(Snippet.safeParse(snippetFrom(typed)).success).toBe(fields.length === 0);
});
