import { describe, expect, test } from 'vitest';
import { words } from '../../words.ts';
import { type Asked, nothingAsked, problemsOf, searchOf } from './note-search-asked.ts';

const maya = { id: '0195f3a0-0000-7000-8000-000000000001', name: 'Maya' };
const asked = (more: Partial<Asked>): Asked => ({ ...nothingAsked(null), ...more });
const spoken = { notelists: words.getFixedT('en', 'notelists'), errors: words.getFixedT('en', 'errors') };

describe('what is looked for', () => {
  test('goes to the vault without what was left empty', () =>
    expect(searchOf(asked({ query: '  sigh ' }))).toEqual({
      query: 'sigh',
      clientId: null,
      from: null,
      to: null,
      state: null,
      limit: 30,
    }));
  test('goes with client, days and state', () =>
    expect(searchOf({ query: 'e\u0301', client: maya, from: '1 3 2026', to: '24.11.2026', state: 'draft', limit: 100 })).toEqual({
      query: '\u00e9',
      clientId: maya.id,
      from: '2026-03-01',
      to: '2026-11-24',
      state: 'draft',
      limit: 100,
    }));
  test.each<readonly [string, Partial<Asked>, readonly string[]]>([
    ['nothing', {}, []],
    ['one day alone', { to: '1 3 2026' }, []],
    ['the same day twice', { from: '1 3 2026', to: '1 3 2026' }, []],
    ['a day that is none', { from: '31 2 2026' }, ['from']],
    ['days the wrong way round', { from: '2 3 2026', to: '1 3 2026' }, ['to']],
    ['too many characters', { query: 'x'.repeat(501) }, ['query']],
  ])('has beside its fields what is wrong with %s', (_what, more, fields) =>
    expect(Object.keys(problemsOf(asked(more), spoken))).toEqual(fields),
  );
});
