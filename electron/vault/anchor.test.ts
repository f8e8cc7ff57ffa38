import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Committed } from '../store/dialect.ts';
import { openAnchor, readAnchor } from './anchor.ts';

const key = Buffer.alloc(32, 5);
let path = '';
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'stillpoint-anchor-')), 'practice.anchor');
});
afterEach(() => rmSync(join(path, '..'), { recursive: true, force: true }));

const after = (commits: number): Committed => ({ commits, seq: commits + 10, head: Buffer.alloc(32, commits) });
const open = (known: Committed | null) => openAnchor({ path, key, clock: () => Date.parse('2026-11-24T10:00:00Z'), known });
const state = (commits: number) => ({
  commits,
  seq: commits + 10,
  head: Buffer.alloc(32, commits).toString('hex'),
  at: '2026-11-24T10:00:00.000Z',
});
const bytes = (): Buffer => readFileSync(path);

test('says what was committed last, in two slots of 512 bytes written in turn', () => {
  const anchor = open(after(0));
  const seen: unknown[] = [];
  let before: Buffer = Buffer.alloc(0);
  for (const commits of [1, 2, 3, 4]) {
    anchor.before();
    anchor.after(after(commits));
    seen.push(anchor.read());
    const now = bytes();
    const other = commits % 2 === 0 ? [512, 1024] : [0, 512];
    if (commits > 2) expect(now.subarray(...other).equals(before.subarray(...other))).toBe(true);
    before = now;
  }
  expect(seen).toEqual([1, 2, 3, 4].map(state));
  expect(bytes()).toHaveLength(1024);
  anchor.close();
  expect(readAnchor(path, key)).toEqual(state(4));
  expect(readAnchor(path, Buffer.alloc(32, 6))).toBeNull();
});

test('a slot that was torn leaves the one before; a file of nothing but damage says nothing', () => {
  const anchor = open(after(0));
  for (const commits of [1, 2, 3]) anchor.after(after(commits));
  anchor.close();
  const whole = bytes();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 511 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const torn = Buffer.from(whole);
      torn[512 + at] = (torn[512 + at] ?? 0) ^ flip;
      writeFileSync(path, torn);
      expect(readAnchor(path, key)).toEqual(state(2));
      torn[at] = (torn[at] ?? 0) ^ flip;
      writeFileSync(path, torn);
      expect(readAnchor(path, key)).toBeNull();
    }),
    { numRuns: 300 },
  );
  for (const length of [0, 1, 511, 512, 1023]) {
    writeFileSync(path, whole.subarray(0, length));
    expect(readAnchor(path, key)).toEqual(length >= 512 ? state(2) : null);
  }
});

test('a write that failed is made up for before the next commit', () => {
  const anchor = open(after(4));
  expect(anchor.read()).toBeNull();
  anchor.before();
  expect(anchor.read()).toEqual(state(4));
  anchor.after(after(5));
  expect(anchor.read()).toEqual(state(5));
  anchor.close();
});

test('a slot that claims more than there is does not win once the trail goes on', () => {
  const later = open(after(0));
  for (const commits of [8, 9]) later.after(after(commits));
  later.close();
  // The database of an older day was put back: what the anchor knew stays until that stands in the trail.
  const older = open(null);
  older.before();
  expect(older.read()).toEqual(state(9));
  older.after(after(4));
  expect(older.read()).toEqual(state(4));
  older.close();
});

test('a renewal that fails half-way leaves nothing that is closed twice, or another file of the same number would be closed', () => {
  const anchor = open(after(0));
  const failing = (): never => {
    throw new Error('on purpose');
  };
  expect(() => anchor.renewed(Buffer.alloc(32, 6), after(1), failing)).toThrow('on purpose');
  const other = openSync(join(path, '..', 'other'), 'w');
  anchor.close();
  expect(writeSync(other, 'still open')).toBe(10);
  closeSync(other);
});
