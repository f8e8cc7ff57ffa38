import { describe, expect, test } from 'vitest';
import type { Answer } from '../../shared/form-answers.ts';
import { emptyContact } from '../ui/contact-form.ts';
import { isInTeam, namedIn, roleFrom, searchedName } from './care-team-rule.ts';

describe('a role from the client’s words', () => {
  test.each([
    ['Psychologist', 'therapist'],
    ['my trauma therapist', 'therapist'],
    ['massage therapist', 'bodywork'],
    ['Physiotherapist', 'bodywork'],
    ['psychiatrist, sees me monthly', 'psychiatrist'],
    ['family doctor', 'physician'],
    ['GP', 'physician'],
    ['G.P.', 'physician'],
    ['cardiologist', 'specialist'],
    ['surgeon', 'specialist'],
    ['midwife', 'midwife'],
    ['case worker', 'social-worker'],
    ['my sister', 'family'],
    ['', null],
    ['Okafor', null],
  ])('%s', (words, role) => expect(roleFrom(words)).toBe(role));
});

test('a name is looked for without its title', () => {
  expect(['Dr. Amara Okafor', 'dr Okafor', 'Prof. Dr. Żak', 'Drew Miss'].map(searchedName)).toEqual([
    'Amara Okafor',
    'Okafor',
    'Żak',
    'Drew',
  ]);
});

const blank = {
  from: null,
  answeredAt: null,
  talk: false,
  discussedAt: null,
  leftAt: null,
  inWritingAt: null,
  note: '',
  asked: null,
  clientSaid: null,
};
const entry = (answer: Answer | null) => ({ entries: { 's-care-team': { ...blank, answer } } });

test('names come from the answer of the intake, and from nowhere else', () => {
  const people = [{ name: 'Dr. Okafor', role: 'psychologist', phone: '' }];
  expect(namedIn(entry({ kind: 'contacts', people }))).toEqual(people);
  expect([namedIn(null), namedIn(entry(null)), namedIn(entry({ kind: 'declined' }))]).toEqual([[], [], []]);
});

test('who is in the team already is known by name or phone', () => {
  const contact = {
    ...emptyContact,
    id: '',
    version: 1,
    createdAt: '',
    updatedAt: '',
    mergedInto: null,
    name: 'Amara Okafor',
    phone: '416 555 0100',
  };
  const member = { contact, role: 'therapist', note: '', since: '2026-11-26', endedOn: null } as const;
  const named = (name: string, phone: string) => isInTeam({ name, role: '', phone }, [member]);
  expect([named('Okafor, Amara', ''), named('Dr OKAFOR', ''), named('Dr. O.', '4165550100')]).toEqual([true, true, true]);
  expect([named('Dr. O.', ''), named('Dr.', ''), named('Chidi Okafor', '')]).toEqual([false, false, false]);
});
