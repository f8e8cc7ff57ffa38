import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sealDataKey } from './envelope.ts';
import { type Header, headerText, readHeader, writeHeader } from './header.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-header-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const wrap = await sealDataKey(Buffer.alloc(32), 'quiet river under stones', 'w', {
  format: 'stillpoint-practice',
  version: 1,
  practiceId: 'p',
});
const header = (generation = 1): Header => ({
  format: 'stillpoint-practice',
  version: 1,
  practiceId: 'p',
  madeBy: 'trial',
  generation,
  wraps: [wrap],
});
const main = (): string => join(folder, 'practice.header.json');
const copy = (): string => join(folder, 'practice.header.copy.json');
const bytes = (): string[] => [readFileSync(main(), 'utf8'), readFileSync(copy(), 'utf8')];

describe('the header', () => {
  test('is kept twice and read back', () => {
    expect(readHeader(folder)).toBeNull();
    writeHeader(folder, header());
    expect(readHeader(folder)).toEqual(header());
    expect(bytes()[0]).toBe(bytes()[1]);
  });

  test.each([
    ['damaged', () => writeFileSync(main(), '{')],
    ['cut short', () => writeFileSync(main(), bytes()[0]?.slice(0, 200) ?? '')],
    ['missing', () => rmSync(main())],
    ['weakened', () => writeFileSync(main(), JSON.stringify({ ...header(3), wraps: [{ ...wrap, kdf: { ...wrap.kdf, memoryKiB: 8 } }] }))],
    ['altered in one letter', () => writeFileSync(main(), bytes()[0]?.replace('"practiceId": "p"', '"practiceId": "q"') ?? '')],
    ['of a version with a flipped digit', () => writeFileSync(main(), bytes()[0]?.replace('"version": 1', '"version": 5') ?? '')],
    ['older than its copy', () => writeFileSync(main(), headerText(header(1)))],
  ])('that is %s is mended from the other copy', (_, harm) => {
    writeHeader(folder, header(2));
    harm();
    expect(readHeader(folder)).toEqual(header(2));
    expect(bytes()).toEqual([headerText(header(2)), headerText(header(2))]);
  });

  test('with both copies damaged, or gone beside a database, is named and nothing is written', () => {
    writeFileSync(join(folder, 'practice.db'), 'x');
    expect(() => readHeader(folder)).toThrow('header-missing');
    writeFileSync(main(), 'x');
    writeFileSync(copy(), '');
    expect(() => readHeader(folder)).toThrow('header-damaged');
    expect(bytes()).toEqual(['x', '']);
  });

  test('of a newer version is left alone, also when one copy is still ours', () => {
    writeHeader(folder, header());
    writeFileSync(copy(), JSON.stringify({ format: 'stillpoint-practice', version: 2, generation: 2, shape: 'unknown' }));
    const before = bytes();
    expect(() => readHeader(folder)).toThrow('made-by-newer-version');
    expect(bytes()).toEqual(before);
  });
});
