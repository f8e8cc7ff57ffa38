import { expect, test } from 'vitest';
import { today, typedDay } from '../dates.ts';
import { resources, words } from '../words.ts';
import { nothingTold, type ToldTyped, toldInput, toldProblems } from './record-disclosure-form.ts';

const contactId = '01890000-0000-7000-8000-000000000001';
const clientId = '01890000-0000-7000-8000-000000000002';
const t = { releases: words.getFixedT('en', 'releases'), errors: words.getFixedT('en', 'errors') };

const told = (more: Partial<ToldTyped> = {}): ToldTyped => ({
  ...nothingTold(),
  to: contactId,
  way: 'phone',
  kinds: ['plan'],
  what: 'That we go on.',
  purpose: 'coordinate_care',
  basis: 'release',
  ...more,
});
const asked = (typed: ToldTyped): readonly string[] => toldProblems(typed, t).map(({ field }) => field);

test('nothing is written down until it is said to whom, how, what and on what it stood', () => {
  expect(asked(nothingTold())).toEqual(['to', 'way', 'kinds', 'what', 'basis']);
  expect(asked(told())).toEqual([]);
  expect(asked(told({ what: ' \u200b ' }))).toEqual(['what']);
});

test.each<readonly [string, Partial<ToldTyped>, readonly string[]]>([
  ['a day that has not come', { on: '31 12 9999' }, ['on']],
  ['no day of the calendar', { on: '31 4 2026' }, ['on']],
  ['a permission of somebody the directory does not know', { to: 'someone', toName: 'Ada' }, ['to']],
  ['a permission without a purpose', { purpose: null }, ['purpose']],
  ['somebody without a name', { to: 'someone', basis: 'none', basisWords: 'She rang.' }, ['toName']],
  ['another way, unsaid', { way: 'other' }, ['wayWords']],
  ['no permission, and not how it came about', { basis: 'none' }, ['basisWords']],
  ['a law, and not which', { basis: 'legal_duty' }, ['basisWords']],
  ['more than can be kept', { what: 'x'.repeat(200_000) }, ['what']],
])('%s is asked for', (_, more, fields) => {
  expect(asked(told(more))).toEqual(fields);
});

test('what is sent names the contact by id, and words only where they stand for something', () => {
  const wayWords = (way: keyof typeof resources.releases.record.ways): string => resources.releases.record.ways[way];
  const send = (more: Partial<ToldTyped>) => toldInput(told(more), clientId, () => 'Dr. Okafor', wayWords);
  const on = today();
  expect(send({ basisWords: 'left from another choice' })).toEqual({
    clientId,
    on,
    contactId,
    toName: 'Dr. Okafor',
    way: 'By phone',
    kinds: ['plan'],
    what: 'That we go on.',
    purpose: 'coordinate_care',
    why: '',
    basis: 'release',
    basisWords: '',
  });
  expect(send({ to: 'someone', toName: 'Ada', way: 'other', wayWords: 'By letter', basis: 'none', basisWords: 'She rang.' })).toMatchObject(
    {
      contactId: null,
      toName: 'Ada',
      way: 'By letter',
      basisWords: 'She rang.',
    },
  );
  expect(send({ on: typedDay(null) })).toBeNull();
});
