import { describe, expect, test } from 'vitest';
import { type ReadinessCode, type ReadinessReason, readinessCodes } from '../../shared/readiness.ts';
import { setDatesOf } from '../dates.ts';
import { words } from '../words.ts';
import { briefWords, groupsOf, groupWords, namesIn, nextWords } from './readiness-words.ts';

const t = words.getFixedT('en', 'readiness');
const reason = (code: ReadinessCode, about: string | null, more: Partial<ReadinessReason> = {}): ReadinessReason => ({
  state: 'needs-clearance',
  code,
  about,
  findingId: null,
  from: '',
  day: null,
  ...more,
});
const told = (reasons: readonly ReadinessReason[]) =>
  groupsOf(reasons).map((group) => [groupWords(t, group), namesIn(group), nextWords(t, group)]);

describe('reasons in words', () => {
  test('that are alike stand together and name who can answer once', () => {
    const physician = { from: 'physician' };
    expect(
      told([
        reason('clearance', 'A clot', physician),
        reason('clearance', 'Chest pain', { from: 'specialist' }),
        reason('clearance', 'Kidney disease', physician),
      ]),
    ).toEqual([
      [
        'Clearance needed',
        ['A clot', 'Chest pain', 'Kidney disease'],
        'Ask for it, and note the request. Who can answer: physician; specialist.',
      ],
    ]);
  });

  test('of one and the same code in two states are two groups, in the order they came', () => {
    const groups = groupsOf([
      reason('not-answered', 'Fever', { state: 'not-now' }),
      reason('clearance', 'A clot'),
      reason('not-answered', 'Stroke'),
      reason('not-answered', 'Kidney disease'),
    ]);
    expect(groups.map((group) => [group.state, groupWords(t, group)])).toEqual([
      ['not-now', 'Not answered yet: Fever'],
      ['needs-clearance', 'Clearance needed: A clot'],
      ['needs-clearance', '2 health questions not answered yet'],
    ]);
  });

  test('of blanks say how many, and not which', () => {
    expect(told(['Stroke', 'Fever', 'Rash'].map((about) => reason('not-answered', about)))).toEqual([
      ['3 health questions not answered yet', [], 'Ask again, in person and in private.'],
    ]);
  });

  test('name a day where they have one, of a clearance the last on which it counts', () => {
    setDatesOf({ place: 'GB-ENG', zone: 'Europe/London' });
    const day = '2026-12-01';
    expect([
      ...told([reason('cleared', 'A clot', { day })]),
      ...told([reason('consent-ended', null, { day })]),
      ...told([reason('consent-ended', null)]),
    ]).toEqual([
      ['Cleared until 30 November 2026: A clot', [], 'Keep to what the clearance names.'],
      ['The consent to bodywork ended on 1 December 2026', [], 'Prepare the consent again.'],
      ['The consent to bodywork has ended', [], 'Prepare the consent again.'],
    ]);
    setDatesOf(null);
  });

  test('in brief are the first and how many more', () => {
    const [one, two, three] = [reason('clearance', 'A clot'), reason('no-intake', null), reason('local', 'A rash')] as const;
    const alike = [one, reason('clearance', 'Chest pain'), two];
    expect([[], [one], [one, two], [one, two, three], alike].map((reasons) => briefWords(t, reasons))).toEqual([
      '',
      'Clearance needed: A clot',
      'Clearance needed: A clot, and one more reason',
      'Clearance needed: A clot, and 2 more reasons',
      'Clearance needed (2), and one more reason',
    ]);
  });

  test.each(readinessCodes)('of %s leave no blank, alone or together', (code) => {
    const all = [...told([reason(code, null)]), ...told([reason(code, 'A'), reason(code, 'B')])].flatMap(([said, , next]) => [said, next]);
    for (const said of all) expect(said).not.toMatch(/\{\{|: *$|undefined|null|\.\w+\./);
  });
});
