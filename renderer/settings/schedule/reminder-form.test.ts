import { describe, expect, test } from 'vitest';
import { words } from '../../words.ts';
import { reminderProblems, reminderStanding } from './reminder-form.ts';

const say = { t: words.getFixedT('en', 'reminders'), errors: words.getFixedT('en', 'errors') };

describe('the words of reminders', () => {
  test.each<readonly [typed: string, problem: string | null]>([
    ['Hello {{name}}', null],
    [' \u200b', 'Write what is to be sent'],
    ['{{service}}', '{{service}} is not known. Choose from those below.'],
    ['{{service}} {{room}} {{service}}', 'These are not known: {{service}}, {{room}}. Choose from those below.'],
  ])('%s', (typed, problem) => {
    expect(reminderProblems({ daysBefore: '2', words: typed }, say).map(({ text }) => text)).toEqual(problem === null ? [] : [problem]);
  });

  test('are not too long', () => {
    expect(reminderProblems({ daysBefore: '2', words: 'x'.repeat(20_000) }, say)).toEqual([]);
    expect(reminderProblems({ daysBefore: '2', words: 'x'.repeat(20_001) }, say)[0]?.text).toContain('20001');
  });

  test('changed meanwhile are read from what came back', () => {
    const kept = { version: 3, isOwn: true, daysBefore: 4, words: 'Theirs' };
    expect(reminderStanding(kept)).toEqual({ version: 3, typed: { daysBefore: '4', words: 'Theirs' } });
    expect(reminderStanding({ version: 3 })).toBeNull();
  });
});
