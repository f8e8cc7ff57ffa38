import { describe, expect, test } from 'vitest';
import { words } from '../words.ts';
import { birthDateProblem, clientProblems, detailsFrom, disputedFields, emptyClient, mergedClient, typedFrom } from './client-form.ts';

const said = { clients: words.getFixedT('en', 'clients'), errors: words.getFixedT('en', 'errors') };

describe('a birth date as typed', () => {
  test.each([
    ['14 3 1991', null],
    ['1991-03-14', null],
    ['', null],
    ['31 4 1988', '31 April is not a day in the calendar'],
    ['29.2.2023', '29 February is not a day in the calendar'],
    ['14 13 1991', 'There is no month 13; write the day first, then the month'],
    ['14 3 91', 'Write the year with four figures, like 1991'],
    ['in March', 'Write day, month and year, for example 14 3 1991'],
    ['1 1 2999', 'This day has not come yet'],
  ])('%s', (typed, problem) => expect(birthDateProblem(typed, said)).toBe(problem));
});

describe('a client as typed', () => {
  test('needs a name alone', () => {
    expect(clientProblems(emptyClient, said).map((problem) => problem.field)).toEqual(['chosenName']);
    expect(clientProblems({ ...emptyClient, chosenName: 'Maya' }, said)).toEqual([]);
  });
  test('names the limit and the present length', () => {
    expect(clientProblems({ ...emptyClient, chosenName: 'a'.repeat(230) }, said)).toEqual([
      { field: 'chosenName', label: 'Chosen name', text: 'At most 200 characters fit here; it has 230 now' },
    ]);
  });
  test('comes back as it was kept', () => {
    const details = detailsFrom({ ...emptyClient, chosenName: 'Maya', birthDate: '14 3 1991' });
    expect(details.birthDate).toBe('1991-03-14');
    expect(detailsFrom(typedFrom(details))).toEqual(details);
  });
});

describe('a client saved by someone else meanwhile', () => {
  const base = { ...emptyClient, chosenName: 'Maya', birthDate: '14 3 1991', phone: '1', stopWord: 'amber' };
  const three = {
    base,
    typed: { ...base, birthDate: '1991-03-14', phone: '2', pronouns: 'she/her', email: 'm@example.org' },
    theirs: { ...base, chosenName: 'Maya Rosario', phone: '3', stopWord: 'kite', email: 'm@example.org' },
  };
  test('takes what is saved where nothing was typed', () => {
    expect(mergedClient(three)).toEqual({ ...three.theirs, phone: '2', pronouns: 'she/her' });
  });
  test('is asked about where both changed it, and not to the same', () => {
    expect(disputedFields(three)).toEqual(['phone']);
  });
});
