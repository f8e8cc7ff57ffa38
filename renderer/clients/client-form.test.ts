import { describe, expect, test } from 'vitest';
import type { CustomField } from '../../shared/custom-fields.ts';
import { words } from '../words.ts';
import { birthDateProblem, clientProblems } from './client-form.ts';
import { disputedFields, mergedClient } from './client-merge.ts';
import { detailsFrom, emptyClient, emptyContact, TypedClient, typedFrom } from './client-typed.ts';

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

const field = (id: string, kind: CustomField['kind'], more: Partial<CustomField> = {}): CustomField => ({
  ...{ id, kind, version: 1, label: `Field ${id}`, options: kind === 'choice' ? ['A friend'] : [], inUse: true },
  ...more,
});
const problemsOf = (more: Partial<TypedClient>, fields: readonly CustomField[] = [], was = emptyClient) =>
  clientProblems({ typed: { ...emptyClient, chosenName: 'Maya', ...more }, was, fields }, said).map(({ field, text }) => [field, text]);
const zofia = { name: 'Zofia', relation: 'sister', phone: '1' };

describe('a client as typed', () => {
  test('needs a name alone', () => {
    expect(problemsOf({ chosenName: ' ' }).map(([one]) => one)).toEqual(['chosenName']);
    expect(problemsOf({})).toEqual([]);
  });
  test('names the limit and the present length', () => {
    expect(problemsOf({ chosenName: 'a'.repeat(230), tags: ['evening', 'x'.repeat(61)] })).toEqual([
      ['chosenName', 'At most 200 characters fit here; it has 230 now'],
      ['tags', 'At most 60 characters fit here; it has 61 now'],
    ]);
  });
  test('has nobody to call where nothing was written, and asks for the name where something was', () => {
    const emergencyContacts = [emptyContact, { ...zofia, name: '' }];
    expect(problemsOf({ emergencyContacts, guardian: { ...emptyContact, email: 'zofia@' } })).toEqual([
      ['emergency-1-name', 'Write their name, or remove this person'],
      ['guardian-name', 'Write their name, or remove this person'],
      ['guardian-email', 'An e-mail has a name, an @ and a place, like maya@example.org'],
    ]);
    const typed = { ...emptyClient, emergencyContacts: [emptyContact, zofia], guardian: { ...emptyContact, email: ' ' } };
    expect(detailsFrom(typed, [])).toMatchObject({ emergencyContacts: [zofia], guardian: null });
  });
  test('answers what the practice asks in its kind, and what stood before stays good', () => {
    const fields = [field('n', 'number'), field('d', 'date'), field('c', 'choice'), field('o', 'number', { inUse: false })];
    const custom = { n: 'many', d: '31 4 1988', c: 'The web', o: 'old' };
    expect(problemsOf({ custom }, fields)).toEqual([
      ['custom-n', 'Write a number, for example 12 or 0.5'],
      ['custom-d', '31 April is not a day in the calendar'],
      ['custom-c', 'This is not one of the choices'],
    ]);
    expect(problemsOf({ custom }, fields, { ...emptyClient, custom })).toEqual([]);
    expect(problemsOf({ custom: { n: '1 200,5', d: '14 3 1991', c: 'A friend' } }, fields)).toEqual([]);
  });
  test('comes back as it was kept', () => {
    const fields = [field('n', 'number'), field('d', 'date')];
    const custom = { n: '1 200,5', d: '14 3 1991' };
    const details = detailsFrom(
      { ...emptyClient, chosenName: 'Maya', birthDate: '14 3 1991', emergencyContacts: [zofia], tags: ['a'], custom },
      fields,
    );
    expect(details).toMatchObject({ birthDate: '1991-03-14', custom: { n: '1200.5', d: '1991-03-14' } });
    expect(detailsFrom(typedFrom(details, fields), fields)).toEqual(details);
  });
  test('of a draft of an earlier version is read with what it did not have left empty', () => {
    const {
      language: _l,
      voicemail: _v,
      discreetWords: _w,
      emergencyContacts: _e,
      guardian: _g,
      tags: _t,
      custom: _c,
      ...old
    } = emptyClient;
    expect(TypedClient.parse(old)).toEqual(emptyClient);
  });
});

describe('a client saved by someone else meanwhile', () => {
  const base = { ...emptyClient, chosenName: 'Maya', birthDate: '14 3 1991', phone: '1', stopWord: 'amber', custom: { a: '1', b: '1' } };
  const three = {
    base,
    typed: {
      ...base,
      birthDate: '1991-03-14',
      phone: '2',
      pronouns: 'she/her',
      email: 'm@example.org',
      tags: ['a'],
      custom: { a: '2', b: '1' },
    },
    theirs: {
      ...base,
      chosenName: 'Maya Rosario',
      phone: '3',
      stopWord: 'kite',
      email: 'm@example.org',
      guardian: { ...zofia, email: '' },
      custom: { a: '1', b: '3' },
    },
  };
  test('takes what is saved where nothing was typed', () => {
    expect(mergedClient(three)).toEqual({ ...three.theirs, phone: '2', pronouns: 'she/her', tags: ['a'], custom: { a: '2', b: '3' } });
  });
  test('is asked about where both changed it, and not to the same', () => {
    expect(disputedFields(three)).toEqual(['phone']);
    expect(disputedFields({ ...three, theirs: { ...three.theirs, custom: { a: '7', b: '1' }, tags: ['b'] } })).toEqual([
      'phone',
      'tags',
      'custom',
    ]);
  });
});
