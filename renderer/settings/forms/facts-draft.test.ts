import { expect, test } from 'vitest';
import { words } from '../../words.ts';
import {
  type AskedFact,
  changedFacts,
  dayProblems,
  disputedFacts,
  factReading,
  factsToSend,
  mergedFacts,
  refusedFacts,
  typedFrom,
} from './facts-draft.ts';

const t = words.getFixedT('en', 'forms');
const translated = { forms: t, errors: words.getFixedT('en', 'errors') };
const fact = (placeholder: string, given: Partial<AskedFact> = {}): AskedFact => ({
  placeholder,
  label: `Label of ${placeholder}`,
  example: '',
  needsCheck: false,
  words: '',
  checkedOn: null,
  ...given,
});
const facts = [fact('local_age'), fact('emergency_number', { needsCheck: true, words: '911', checkedOn: '2026-11-24' }), fact('fee_table')];
const base = typedFrom(facts);

test('a day written in another way is no change, another day is one', () => {
  const typed = (checkedOn: string) => ({ ...base, emergency_number: { words: ' 911 ', checkedOn } });
  expect(changedFacts({ base, typed: typed('24.11.2026') }, t)).toEqual([]);
  expect(changedFacts({ base, typed: typed('25 11 2026') }, t)).toEqual(['emergency_number']);
});

test('only what changed is sent, and a number without words has no day', () => {
  const typed = { ...base, emergency_number: { words: '', checkedOn: '24 11 2026' }, fee_table: { words: '95.00', checkedOn: '' } };
  expect(factsToSend({ base, typed, version: 1 }, t)).toEqual([
    { placeholder: 'emergency_number', words: '', checkedOn: null },
    { placeholder: 'fee_table', words: '95.00', checkedOn: null },
  ]);
});

test('what someone saved meanwhile is joined where it can be, and a fact changed on both sides is asked about', () => {
  const typed = { ...base, fee_table: { words: '95.00', checkedOn: '' } };
  const theirs = typedFrom([{ placeholder: 'local_age', words: '16', checkedOn: null }, facts[1] ?? fact('emergency_number')]);
  expect(disputedFacts({ base, typed, theirs }, t)).toEqual([]);
  const merged = mergedFacts({ base, typed, theirs }, t);
  expect(['local_age', 'emergency_number', 'fee_table'].map((one) => factReading(merged, one, t))).toEqual([
    '16',
    factReading(base, 'emergency_number', t),
    '95.00',
  ]);
  const other = { ...theirs, fee_table: { words: '100.00', checkedOn: '' } };
  expect(disputedFacts({ base, typed, theirs: other }, t)).toEqual(['fee_table']);
});

test('a day that is none stands beside its number before anything is sent', () => {
  const typed = { ...base, emergency_number: { words: '911', checkedOn: '31 2 2026' }, fee_table: { words: '', checkedOn: '31 2 2026' } };
  expect(dayProblems(facts, typed, translated).map(({ field }) => field)).toEqual(['emergency_number-day']);
});

test('what the vault would not take stands at the field it is about', () => {
  const sent = [
    { placeholder: 'fee_table', words: '', checkedOn: null },
    { placeholder: 'local_age', words: 'eighteen', checkedOn: null },
  ];
  expect(
    refusedFacts({ code: 'invalid', issues: [{ path: ['facts', 1, 'words'], problem: 'wrong-kind' }] }, facts, sent, translated),
  ).toEqual([{ field: 'local_age', label: 'Label of local_age', text: 'Write a whole number of years, like 18' }]);
  const unchecked = { code: 'refused', reason: 'number-not-checked', details: { placeholders: ['emergency_number'] } } as const;
  expect(refusedFacts({ ...unchecked, details: { placeholders: [...unchecked.details.placeholders] } }, facts, sent, translated)).toEqual([
    {
      field: 'emergency_number-day',
      label: 'Label of emergency_number, checked on',
      text: 'Call it or look it up, then give the day',
    },
  ]);
});
