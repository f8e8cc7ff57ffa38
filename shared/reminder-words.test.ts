import { describe, expect, test } from 'vitest';
import { placeholdersUnknown, reminderDay, reminderFacts, reminderText, reminderWordsToBeginWith } from './reminder-words.ts';

const facts = reminderFacts(
  { name: 'Maya {{practice}}', day: '2026-12-01', time: '15:00', practice: 'Alder Room', practitioner: 'Hana $& Lindqvist' },
  'CA-ON',
);

describe('the words of a reminder', () => {
  test('to begin with name neither the practice nor who it is with', () => {
    expect(reminderText(reminderWordsToBeginWith, { ...facts, name: 'Maya' })).toBe(
      'Hello Maya, a reminder of your appointment on Tuesday, December 1 at 15:00. If you need another time, just answer this message.',
    );
    expect(placeholdersUnknown(reminderWordsToBeginWith)).toEqual([]);
  });

  test('are filled in one go: braces and signs in a name stay as they are', () => {
    expect(reminderText('{{name}}, {{ practitioner }} at {{practice}}', facts)).toBe('Maya {{practice}}, Hana $& Lindqvist at Alder Room');
  });

  test.each<readonly [words: string, unknown: readonly string[]]>([
    ['{{name}} {{ day }} {{time}} {{practice}} {{practitioner}}', []],
    ['{{Name}} {{name}}', ['Name']],
    ['{{service}} and {{service}} and {{}}', ['service', '']],
    ['{{constructor}}', ['constructor']],
    ['{name} }} {{ no end', []],
  ])('%s', (words, unknown) => {
    expect(placeholdersUnknown(words)).toEqual(unknown);
  });

  test.each([
    ['US-CA', 'Tuesday, December 1'],
    ['GB-ENG', 'Tuesday 1 December'],
    ['AU', 'Tuesday 1 December'],
  ])('say a day as it is said in %s', (place, words) => {
    expect(reminderDay('2026-12-01', place)).toBe(words);
  });
});
