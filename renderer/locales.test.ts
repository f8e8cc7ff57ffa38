import { describe, expect, test } from 'vitest';
import { type AppError, problems, refusals, unavailabilities } from '../shared/app-error.ts';
import { errorWords, issueWords } from './ui/error-words.ts';
import { resources, words } from './words.ts';

type Tree = { readonly [key: string]: string | Tree };

const keysOf = (tree: Tree, before = ''): readonly string[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [`${before}${key}`] : keysOf(value, `${before}${key}.`)));

const plain = (key: string): string => key.replace(/_(zero|one|other)$/, '');
const sources = Object.entries(import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })).filter(
  ([path]) => !path.includes('.test.'),
);
const code = sources.map(([, text]) => text).join('\n');

/** Beginnings of keys that are put together from a part that only the run knows: `t(`field.${field}`)`. */
const openings = [...code.matchAll(/`([\w-]+\.(?:[\w-]+\.)*)\$\{/g)].map((match) => match[1] ?? '');
/** The same with the unknown part first: `t(`${part}.title`)`. */
const endings = [...code.matchAll(/`\$\{[^}]+\}(\.[\w.-]+)`/g)].map((match) => match[1] ?? '');

const texts = Object.values(resources).flatMap((room) =>
  keysOf(room as Tree).map((key) => key.split('.').reduce<unknown>((tree, part) => (tree as Tree)[part], room) as string),
);

describe('words', () => {
  test.each(Object.keys(resources).filter((room) => room !== 'places'))('of %s are all used', (room) => {
    const keys = keysOf(resources[room as keyof typeof resources] as Tree).map(plain);
    const unused = keys.filter(
      (key) =>
        !code.includes(`'${key}'`) &&
        !openings.some((opening) => key.startsWith(opening)) &&
        !endings.some((ending) => key.endsWith(ending)),
    );
    expect(unused).toEqual([]);
  });

  test('that count exist for one and for more', () => {
    const all = Object.values(resources).flatMap((room) => keysOf(room as Tree));
    const alone = all.filter(
      (key) => /_(one|other)$/.test(key) && !all.includes(key.endsWith('_one') ? `${plain(key)}_other` : `${plain(key)}_one`),
    );
    expect(alone).toEqual([]);
  });

  test('never stand empty, and never call a client a patient', () => {
    expect(texts.filter((text) => text.trim() === '' || /\bpatients?\b|invalid|\bmissing:/i.test(text))).toEqual([]);
  });

  test('promise of no old passphrase or Kit that it opens nothing: copies made before open with it', () => {
    expect(texts.filter((text) => /\bopens? nothing\b/i.test(text))).toEqual([]);
  });
});

const errors: readonly AppError[] = [
  { code: 'locked' },
  { code: 'handed-over' },
  { code: 'not-allowed' },
  { code: 'invalid', issues: [] },
  { code: 'conflict', current: null },
  { code: 'unexpected', incident: 'K7' },
  ...(['call', 'client', 'form', 'document'] as const).map((what) => ({ code: 'not-found', what }) as const),
  ...refusals.map((reason) => ({ code: 'refused', reason }) as const),
  ...unavailabilities.map((reason) => ({ code: 'unavailable', reason }) as const),
];

describe('every way to say no', () => {
  const t = words.getFixedT('en', 'errors');
  test.each(errors.map((error) => [JSON.stringify(error), error] as const))('%s has words', (_name, error) => {
    const { title, text } = errorWords(t, error);
    expect([title, text].filter((said) => said === '' || said.includes('.title') || said.includes('.text') || said.includes('{{'))).toEqual(
      [],
    );
  });

  test('and none offers to delete', () => {
    const said = errors.map((error) => errorWords(t, error)).map(({ title, text }) => `${title} ${text}`);
    expect(said.filter((text) => /\b(delete|erase|remove|start (over|again))\b/i.test(text))).toEqual([]);
  });

  test.each(problems)('%s has words beside a field', (problem) => {
    expect(issueWords(t, { path: ['phone'], problem, limit: 200, length: 230 })).not.toMatch(/problem\.|\{\{/);
  });

  test('names limit and present length', () => {
    expect(issueWords(t, { path: ['phone'], problem: 'too-long', limit: 200, length: 230 })).toBe(
      'At most 200 characters fit here; it has 230 now',
    );
  });
});
