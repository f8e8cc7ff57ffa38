import { describe, expect, test } from 'vitest';
import type { Validity } from './consent-form.ts';
import { endOf, isUnderAge, judgeSigned, type SignedForm } from './consent-state.ts';

const day = '2026-11-24';

describe('a signed form ends', () => {
  const ends = (validity: Validity, rest: { birthDate?: string; eachBirthday?: boolean; set?: string; on?: string } = {}) =>
    endOf(
      { validity, eachBirthday: rest.eachBirthday ?? false },
      {
        day: rest.on ?? day,
        birthDate: rest.birthDate ?? null,
        answers: rest.set ? { 'expire-date': { kind: 'date', day: rest.set } } : {},
      },
    );

  test.each([
    ['after its months', { kind: 'months', count: 12 }, {}, { endsOn: '2027-11-24', endsBy: 'period' }],
    ['on the last day of a shorter month', { kind: 'months', count: 6 }, { on: '2026-08-31' }, { endsOn: '2027-02-28', endsBy: 'period' }],
    ['after its days', { kind: 'days', count: 30 }, {}, { endsOn: '2026-12-24', endsBy: 'period' }],
    ['with the day of the visit', { kind: 'visit' }, {}, { endsOn: '2026-11-25', endsBy: 'visit' }],
    ['with the date the client set', { kind: 'dated' }, { set: '2027-03-01' }, { endsOn: '2027-03-02', endsBy: 'date' }],
    ['by no day that cannot be named', { kind: 'dated' }, { set: '9999-12-31' }, { endsOn: '9999-12-31', endsBy: 'date' }],
    ['never of itself, where the client named an event', { kind: 'dated' }, {}, { endsOn: null, endsBy: null }],
    ['never of itself', { kind: 'until-changed' }, {}, { endsOn: null, endsBy: null }],
    ['never of itself, though a date stands in it', { kind: 'once' }, { set: '2027-03-01' }, { endsOn: null, endsBy: null }],
    [
      'at the next birthday',
      { kind: 'months', count: 6 },
      { birthDate: '2012-02-10', eachBirthday: true },
      { endsOn: '2027-02-10', endsBy: 'birthday' },
    ],
    [
      'before the next birthday',
      { kind: 'months', count: 6 },
      { birthDate: '2012-09-10', eachBirthday: true },
      { endsOn: '2027-05-24', endsBy: 'period' },
    ],
    [
      'a year on, signed on the birthday',
      { kind: 'until-changed' },
      { birthDate: '2012-11-24', eachBirthday: true },
      { endsOn: '2027-11-24', endsBy: 'birthday' },
    ],
    [
      'on 28 February for who was born on the 29th',
      { kind: 'until-changed' },
      { birthDate: '2012-02-29', eachBirthday: true },
      { endsOn: '2027-02-28', endsBy: 'birthday' },
    ],
    [
      'a year on, signed on the 28 February that stands for the 29th',
      { kind: 'until-changed' },
      { birthDate: '2012-02-29', eachBirthday: true, on: '2026-02-28' },
      { endsOn: '2027-02-28', endsBy: 'birthday' },
    ],
    [
      'on the 29th itself in a leap year',
      { kind: 'until-changed' },
      { birthDate: '2012-02-29', eachBirthday: true, on: '2027-06-01' },
      { endsOn: '2028-02-29', endsBy: 'birthday' },
    ],
    [
      'with its period, where no birth date is known',
      { kind: 'months', count: 6 },
      { eachBirthday: true },
      { endsOn: '2027-05-24', endsBy: 'period' },
    ],
  ] as const)('%s', (_, validity, rest, expected) => expect(ends(validity, rest)).toEqual(expected));
});

describe('a signature', () => {
  const signed: SignedForm = {
    id: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
    formVersion: '1.1.0',
    signedAt: '2026-11-24T15:58:00.000Z',
    endsOn: '2027-11-24',
    endsBy: 'period',
    underAge: false,
    place: 'CA-ON',
    withdrawn: null,
  };
  const now = { today: '2026-12-01', underAge: false, place: 'CA-ON' };
  const year: Validity = { kind: 'months', count: 12 };
  const judged = (change: Partial<SignedForm> = {}, version = '1.1.0', here: Partial<typeof now> = {}, validity = year) => {
    const { state, reason } = judgeSigned({ version, validity }, { ...signed, ...change }, { ...now, ...here });
    return [state, reason];
  };

  test.each([
    ['counts', {}, '1.1.0', {}, ['in-force', null]],
    ['counts on after a patch and a minor version', {}, '1.4.2', {}, ['in-force', null]],
    ['does not count for a new major version', {}, '2.0.0', {}, ['sign-again', 'newer-version']],
    ['nor for an older one, of a content gone back', { formVersion: '2.0.0' }, '1.1.0', {}, ['sign-again', 'newer-version']],
    ['nor for version 10, which is not version 1', {}, '10.1.0', {}, ['sign-again', 'newer-version']],
    ['counts to the day before its end', {}, '1.1.0', { today: '2027-11-23' }, ['ends-soon', 'period']],
    ['has ended on the day of its end', {}, '1.1.0', { today: '2027-11-24' }, ['ended', 'period']],
    ['is not said to end soon 31 days before', {}, '1.1.0', { today: '2027-10-24' }, ['in-force', null]],
    ['is said to 30 days before', {}, '1.1.0', { today: '2027-10-25' }, ['ends-soon', 'period']],
    ['of one visit is not said to end soon', { endsBy: 'visit', endsOn: '2026-12-02' }, '1.1.0', {}, ['in-force', null]],
    ['of one visit has ended the day after', { endsBy: 'visit', endsOn: '2026-12-01' }, '1.1.0', {}, ['ended', 'visit']],
    ['of someone who came of age is asked again', { underAge: true }, '1.1.0', {}, ['sign-again', 'came-of-age']],
    ['of an adult who is under age after all is asked again', {}, '1.1.0', { underAge: true }, ['sign-again', 'under-age']],
    ['of someone still under age counts', { underAge: true }, '1.1.0', { underAge: true }, ['in-force', null]],
    ['in another place is asked again', {}, '1.1.0', { place: 'US-TX' }, ['sign-again', 'other-place']],
    ['taken back whole is withdrawn, ended or not', { withdrawn: 'whole' }, '2.0.0', { today: '2028-01-01' }, ['withdrawn', null]],
    ['taken back in part counts for the rest', { withdrawn: ['areas'] }, '1.1.0', {}, ['in-force', null]],
  ] as const)('%s', (_, change, version, here, expected) => expect(judged(change, version, here)).toEqual(expected));
});

test('a form that counts for days alone is said to end soon a week before, or it would from its first day', () => {
  const form = { version: '1.1.0', validity: { kind: 'days', count: 30 } } as const;
  const signed: SignedForm = {
    id: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
    formVersion: '1.1.0',
    signedAt: '2026-11-24T15:58:00.000Z',
    endsOn: '2026-12-24',
    endsBy: 'period',
    underAge: false,
    place: 'CA-ON',
    withdrawn: null,
  };
  const on = (today: string) => judgeSigned(form, signed, { today, underAge: false, place: 'CA-ON' }).state;
  expect(['2026-11-24', '2026-12-16', '2026-12-17', '2026-12-23', '2026-12-24'].map(on)).toEqual([
    'in-force',
    'in-force',
    'ends-soon',
    'ends-soon',
    'ended',
  ]);
});

test('a day of review that is set in the form ends it, never later than its period', () => {
  const form = { validity: { kind: 'days', count: 30 }, eachBirthday: false } as const;
  const ends = (day: string) => endOf(form, { day: '2026-11-24', birthDate: null, answers: { review: { kind: 'date', day } } });
  expect([ends('2026-12-01'), ends('2027-05-01')]).toEqual([
    { endsOn: '2026-12-01', endsBy: 'date' },
    { endsOn: '2026-12-24', endsBy: 'period' },
  ]);
});

test('who is under age is never assumed', () => {
  const cases: readonly (readonly [birthDate: string | null, localAge: string, expected: boolean])[] = [
    ['2012-01-01', '18', true],
    ['2008-12-02', '18', true],
    ['2008-12-01', '18', false],
    ['2008-11-30', '18', false],
    ['2012-01-01', '', false],
    ['2012-01-01', 'eighteen', false],
    [null, '18', false],
    ['2011-01-01', '14', false],
  ];
  for (const [birthDate, localAge, expected] of cases)
    expect([birthDate, localAge, isUnderAge(birthDate, localAge, '2026-12-01')]).toEqual([birthDate, localAge, expected]);
});
