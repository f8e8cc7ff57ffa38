import { describe, expect, test } from 'vitest';
import type { FormText } from '../../../shared/form-texts.ts';
import { changedParts, disputedParts, draftOver, mergedWords, TextDraft, textFrom, wordsOf } from './text-draft.ts';

const text: FormText = {
  clientTitle: 'Saying yes',
  intro: 'Ask us anything.',
  elements: [
    { id: 'stop', title: 'Stop', text: 'Say {{stop_signal}}.', options: [] },
    { id: 'cover', title: 'Cover', text: 'Choose.', options: [{ value: 'on', label: 'I keep my clothes on' }] },
  ],
};
const words = wordsOf(text);

test('a text comes back from its words as it was, and takes what is typed in any part', () => {
  expect(textFrom(text, words)).toEqual(text);
  const typed = { ...words, clientTitle: 'Yes', 'stop/text': 'Say stop.', 'cover/on': 'Clothed' };
  expect(textFrom(text, typed)).toEqual({
    clientTitle: 'Yes',
    intro: 'Ask us anything.',
    elements: [
      { id: 'stop', title: 'Stop', text: 'Say stop.', options: [] },
      { id: 'cover', title: 'Cover', text: 'Choose.', options: [{ value: 'on', label: 'Clothed' }] },
    ],
  });
});

test('a part the application asks newly has its own words in a text that was typed before', () => {
  const { 'cover/on': _gone, ...older } = words;
  expect(textFrom(text, older)).toEqual(text);
});

test('a change of meaning is what a text begins as, and a draft of it comes back whole', () => {
  const draft = { ...draftOver(text, '1.1.0'), typed: { ...words, intro: `  ${'long '.repeat(10_000)}` } };
  expect(draft.kind).toBe('meaning');
  expect(TextDraft.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});

describe('what changed', () => {
  test.each([
    ['nothing', words, []],
    ['a blank at the end is no change', { ...words, intro: 'Ask us anything. ' }, []],
    ['two parts', { ...words, intro: '', 'cover/on': 'Clothed' }, ['intro', 'cover/on']],
  ] as const)('%s', (_name, now, changed) => expect(changedParts(words, now)).toEqual(changed));
});

describe('a text someone saved meanwhile', () => {
  const theirs = { ...words, intro: 'Theirs.', 'stop/title': 'Stopping' };

  test('is joined with what was typed in other parts', () => {
    const typed = { ...words, 'stop/text': 'Mine.' };
    expect(disputedParts({ base: words, typed, theirs })).toEqual([]);
    expect(mergedWords({ base: words, typed, theirs })).toEqual({ ...theirs, 'stop/text': 'Mine.' });
  });

  test('is asked about only where both changed the same part to something else', () => {
    const typed = { ...words, intro: 'Mine.', 'stop/title': 'Stopping' };
    expect(disputedParts({ base: words, typed, theirs })).toEqual(['intro']);
  });
});
