import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { AppError } from '../shared/app-error.ts';
import { limits } from '../shared/limits.ts';
import { allDrafts, changeDraft, clearDrafts, draftOf, dropDraft, flushDrafts, keepDraft, openDrafts } from './drafts.ts';

/** The vault at the other end of the corridor, in the test's hand: what was asked of it, and what it answers. */
type Asked = { readonly name: string; readonly input: { readonly key?: string; readonly text?: string } };
let asked: Asked[] = [];
let answer: () => unknown;

const savedAt = '2026-11-24T15:58:00.000Z';
const diskFull: AppError = { code: 'unavailable', reason: 'disk-full' };
const ok = { ok: true, value: { savedAt } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  asked = [];
  answer = () => ok;
  const call = (name: string, input: Asked['input']): Promise<unknown> => {
    asked.push({ name, input });
    return Promise.resolve(answer());
  };
  vi.stubGlobal('window', { stillpoint: { call } });
});
afterEach(() => {
  clearDrafts();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const place = { key: 'new-client', title: 'New client', place: '/clients/new' } as const;
const texts = (): readonly (string | undefined)[] => asked.map(({ input }) => input.text);
/** Time passes and what was answered has arrived. */
const pass = async (milliseconds: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(milliseconds);
};

describe('what is typed', () => {
  test('goes to the vault once, soon after the last key', async () => {
    keepDraft(place, 'M');
    await pass(300);
    keepDraft(place, 'Ma');
    await pass(300);
    expect(asked).toEqual([]);
    expect(allDrafts()).toMatchObject([{ waiting: true, keptAt: null }]);
    await pass(200);
    expect(asked).toEqual([{ name: 'drafts.save', input: { ...place, text: '"Ma"' } }]);
    expect(allDrafts()).toMatchObject([{ waiting: false, keptAt: savedAt, problem: null }]);
    await pass(60_000);
    expect(asked).toHaveLength(1);
  });

  test('goes at least each second while typing goes on', async () => {
    for (let key = 1; key <= 30; key += 1) {
      keepDraft(place, 'a'.repeat(key));
      await pass(100);
    }
    const lengths = texts().map((text) => (text?.length ?? 0) - 2);
    expect(lengths).toEqual([10, 20, 30]);
  });

  test('goes at once when it is told to, and never a second time unchanged', async () => {
    keepDraft(place, 'Maya');
    flushDrafts();
    flushDrafts();
    await pass(5_000);
    keepDraft(place, 'Maya R');
    keepDraft(place, 'Maya');
    await pass(5_000);
    flushDrafts();
    expect(texts()).toEqual(['"Maya"']);
    expect(allDrafts()).toMatchObject([{ waiting: false, keptAt: savedAt }]);
  });

  test('is not said to be kept before the answer, nor when more was typed meanwhile', async () => {
    const slow = Promise.withResolvers<unknown>();
    answer = () => slow.promise;
    keepDraft(place, 'Ma');
    await pass(500);
    expect(allDrafts()).toMatchObject([{ waiting: true, keptAt: null }]);
    keepDraft(place, 'Maya');
    slow.resolve(ok);
    await pass(0);
    expect(allDrafts()).toMatchObject([{ value: 'Maya', waiting: true }]);
  });
});

describe('what could not be kept', () => {
  test('is said, and tried again with the next change or when told to', async () => {
    answer = () => ({ ok: false, error: diskFull });
    keepDraft(place, 'Ma');
    await pass(500);
    expect(allDrafts()).toMatchObject([{ value: 'Ma', waiting: true, keptAt: null, problem: diskFull }]);
    flushDrafts();
    await pass(0);
    expect(texts()).toEqual(['"Ma"', '"Ma"']);
    answer = () => ok;
    keepDraft(place, 'May');
    await pass(500);
    expect(texts()).toEqual(['"Ma"', '"Ma"', '"May"']);
    expect(allDrafts()).toMatchObject([{ waiting: false, keptAt: savedAt, problem: null }]);
  });

  test('because it is too large is said without asking, and stays as it is', async () => {
    const value = 'x'.repeat(limits.draft);
    keepDraft(place, value);
    await pass(500);
    expect(asked).toEqual([]);
    expect(allDrafts()).toMatchObject([{ value, waiting: true, problem: 'too-large' }]);
  });
});

describe('a draft', () => {
  const kept = { ...place, text: '"Maya"', savedAt };

  test('comes back as its screen knows it, and one of another shape is as none', async () => {
    answer = () => ({ ok: true, value: { drafts: [kept, { ...kept, key: 'odd', text: '{' }] } });
    await openDrafts();
    expect(draftOf('new-client', z.string())).toBe('Maya');
    expect(draftOf('new-client', z.number())).toBeUndefined();
    expect(draftOf('odd', z.string())).toBeUndefined();
    expect(draftOf('nothing', z.string())).toBeUndefined();
    flushDrafts();
    expect(asked.map(({ name }) => name)).toEqual(['drafts.get']);
    expect(allDrafts().map(({ key }) => key)).toEqual(['new-client', 'odd']);
  });

  test('dropped is discarded in the vault, unless the vault never had it', async () => {
    keepDraft(place, 'M');
    await dropDraft(place.key);
    await pass(5_000);
    expect(asked).toEqual([]);
    keepDraft(place, 'M');
    flushDrafts();
    await dropDraft(place.key);
    await pass(5_000);
    expect(asked.map(({ name }) => name)).toEqual(['drafts.save', 'drafts.discard']);
    expect(allDrafts()).toEqual([]);
  });

  test('the vault could not let go of is listed again', async () => {
    keepDraft(place, 'M');
    await pass(500);
    answer = () => ({ ok: false, error: diskFull });
    expect(await dropDraft(place.key)).toEqual({ ok: false, error: diskFull });
    expect(allDrafts()).toMatchObject([{ key: place.key, value: 'M', waiting: false }]);
  });

  test('dropped and begun anew is not taken for kept by an answer to the one before', async () => {
    const slow = Promise.withResolvers<unknown>();
    answer = () => slow.promise;
    keepDraft(place, 'M');
    flushDrafts();
    const gone = dropDraft(place.key);
    keepDraft(place, 'N');
    slow.resolve(ok);
    await gone;
    expect(allDrafts()).toMatchObject([{ value: 'N', waiting: true, keptAt: null }]);
    await pass(500);
    expect(texts()).toEqual(['"M"', undefined, '"N"']);
  });

  test('gone on with elsewhere keeps its title and place; without one there is nothing to go on with', () => {
    changeDraft(place.key, 'M');
    expect(allDrafts()).toEqual([]);
    keepDraft(place, 'M');
    changeDraft(place.key, 'Ma');
    expect(allDrafts()).toMatchObject([{ ...place, value: 'Ma' }]);
  });
});
