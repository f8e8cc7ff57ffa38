import { expect, test } from 'vitest';
import { form } from './consent-pdf.test-world.ts';
import { changesSince } from './filling-view.ts';
import { shownText } from './prepare-form.ts';

const [first, second, ...rest] = form.elements;
if (!first || !second) throw new Error('the form has no parts');

test('a part that came has nothing before it, and one that went nothing now', () => {
  const before = shownText({ ...form, version: '1.0.0', elements: [first, ...rest] });
  expect(changesSince(before, { ...form, elements: [second, ...rest] })).toEqual([
    { title: second.title, before: '', now: second.text },
    { title: first.title, before: first.text, now: '' },
  ]);
});

test('what a version is filled with is said when it changed, and nothing of a new one that reads the same', () => {
  const other = shownText({ ...form, intro: 'Other words' });
  expect(changesSince(other, form)).toEqual([{ title: form.clientTitle, before: 'Other words', now: form.intro }]);
  expect(changesSince(shownText({ ...form, version: '0.9.0' }), form)).toEqual([]);
});
