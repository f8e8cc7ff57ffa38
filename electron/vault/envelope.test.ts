import { describe, expect, test } from 'vitest';
import { keysFrom, openDataKey, sealDataKey, Wrap } from './envelope.ts';

const binding = { format: 'stillpoint-practice', version: 1, practiceId: 'p' };
const dataKey = Buffer.alloc(32, 9);
const sealed = await sealDataKey(dataKey, 'quiet river under stones', 'w', binding);

describe('a wrap', () => {
  test('opens with its passphrase, however the keyboard composed it', async () => {
    expect(await openDataKey(sealed, 'quiet river under stones', binding)).toEqual(dataKey);
    const accented = await sealDataKey(dataKey, 'Zoë trinkt ﬁlterkaffee', 'w', binding);
    expect(await openDataKey(accented, 'Zoe\u0308 trinkt filterkaffee', binding)).toEqual(dataKey);
  });

  test('gives one answer for every cause', async () => {
    expect(await openDataKey(sealed, 'quiet river under stone', binding)).toBeNull();
    expect(await openDataKey({ ...sealed, sealed: Buffer.alloc(48).toString('base64') }, 'quiet river under stones', binding)).toBeNull();
    expect(await openDataKey({ ...sealed, id: 'x' }, 'quiet river under stones', binding)).toBeNull();
    expect(await openDataKey(sealed, 'quiet river under stones', { ...binding, practiceId: 'other' })).toBeNull();
  });

  test.each([
    ['memory below the floor', { memoryKiB: 64 * 1024 }],
    ['absurd memory', { memoryKiB: 64 * 1024 * 1024 }],
    ['too few passes', { passes: 2 }],
    ['absurd passes', { passes: 1_000_000 }],
    ['too few lanes', { lanes: 1 }],
    ['a short salt', { salt: 'AAAA' }],
    ['another function', { name: 'scrypt' }],
    ['a surplus field', { pepper: 1 }],
  ])('with %s is refused before any work', (_, change) => {
    expect(Wrap.safeParse(sealed).success).toBe(true);
    expect(Wrap.safeParse({ ...sealed, kdf: { ...sealed.kdf, ...change } }).success).toBe(false);
  });

  test('is made at the floor of the security page', () =>
    expect(sealed.kdf).toMatchObject({ name: 'argon2id', memoryKiB: 131_072, passes: 3, lanes: 4 }));
});

test('each job has a key of its own, each practice too', () => {
  const keys = [keysFrom(dataKey, 'p'), keysFrom(dataKey, 'q')].flatMap((pair) => [
    pair.database.toString('hex'),
    pair.audit.toString('hex'),
  ]);
  expect(new Set([...keys, dataKey.toString('hex')]).size).toBe(5);
});
