import { describe, expect, test } from 'vitest';
import { hasProblem, isToFile, kindFrom, type PaperState, problemsOf, titleFrom } from './papers-to-file.ts';

const today = '2026-11-24';

describe('a file that was chosen', () => {
  test.each([
    ['Referral_Dr_Okafor.pdf', 'Referral Dr Okafor'],
    ['scan.of.2026-11-20.jpeg', 'scan.of.2026-11-20'],
    ['.pdf', ''],
    ['no ending', 'no ending'],
    [`${'x'.repeat(300)}.pdf`, 'x'.repeat(200)],
  ])('%s begins as %j', (name, title) => expect(titleFrom(name)).toBe(title));

  test('is a photo where a phone made it, else a scan', () => {
    expect(['image/jpeg', 'image/png', 'application/pdf', ''].map((type) => kindFrom({ type }))).toEqual(['photo', 'scan', 'scan', 'scan']);
  });

  test('needs a title, and its day may be missing but not unclear and not to come', () => {
    const fields = { title: 'Referral', kind: 'referral', paperOn: '' } as const;
    expect(hasProblem(problemsOf(fields, today))).toBe(false);
    expect(hasProblem(problemsOf({ ...fields, paperOn: '2026-11-24' }, today))).toBe(false);
    expect(problemsOf({ ...fields, title: '\u200b' }, today).title).toBe('needed');
    expect(problemsOf({ ...fields, title: 'x'.repeat(201) }, today).title).toEqual({ limit: 200, length: 201 });
    expect(problemsOf({ ...fields, paperOn: '2026-02-30' }, today).paperOn).toBe('unclear');
    expect(problemsOf({ ...fields, paperOn: '2026-11-25' }, today).paperOn).toBe('future');
  });

  test('is tried again after it was stopped or went wrong, and not where it is unfit or there already', () => {
    const states: readonly PaperState[] = [
      { step: 'ready' },
      { step: 'stopped' },
      { step: 'wrong', words: 'x' },
      { step: 'unfit', words: 'x' },
      { step: 'same', title: 'x' },
      { step: 'waiting' },
      { step: 'sending', share: 0 },
    ];
    const paper = { key: 1, file: new File([], 'a.pdf'), title: 'A', kind: 'scan', paperOn: '' } as const;
    expect(states.map((state) => isToFile({ ...paper, state }))).toEqual([true, true, true, false, false, false, false]);
  });
});
