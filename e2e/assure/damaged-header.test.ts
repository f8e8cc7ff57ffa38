import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { announcedChance } from './chance.ts';
import { okOf } from './headless-process.ts';
import { inWords, lookThrough, withHouse } from './own-house.ts';
import { closedPractice, copyOf, startTrial } from './trial.ts';

const now = '2026-11-23T09:00:00Z';
const later = '2026-11-23T09:30:00Z';
const perTest = { timeout: 120_000 };
const [main, copy, door] = ['practice.header.json', 'practice.header.copy.json', 'practice.door.json'] as const;

let base: string;
let header: Record<string, unknown> & { readonly wraps: readonly { readonly kdf: object }[] };

beforeAll(async () => {
  const made = await closedPractice(now);
  base = made.folder;
  header = JSON.parse(readFileSync(join(base, main), 'utf8'));
  return () => made.remove();
});

const write = (folder: string, names: readonly string[], content: string | Buffer): void => {
  for (const name of names) writeFileSync(join(folder, name), content);
};
const remove = (folder: string, names: readonly string[]): string => {
  for (const name of names) rmSync(join(folder, name));
  return folder;
};
/** A header someone changed on purpose, its checksum made anew. */
const changed = (change: object): string => {
  const { checksum: _, ...rest } = { ...header, ...change } as typeof header & { checksum?: string };
  return JSON.stringify({ ...rest, checksum: createHash('sha256').update(JSON.stringify(rest), 'utf8').digest('hex') });
};
const withKdf = (change: object): string => changed({ wraps: header.wraps.map((wrap) => ({ ...wrap, kdf: { ...wrap.kdf, ...change } })) });

const harms: readonly (readonly [name: string, harm: (folder: string) => unknown, found: string])[] = [
  ['a missing header', (folder) => remove(folder, [main]), 'open'],
  ['a missing copy', (folder) => remove(folder, [copy]), 'open'],
  ['an empty header', (folder) => write(folder, [main], ''), 'open'],
  ['a header of zeros', (folder) => write(folder, [main], Buffer.alloc(543)), 'open'],
  ['a header older than its copy', (folder) => write(folder, [copy], changed({ generation: 2 })), 'open'],
  ['a copy of garbage', (folder) => write(folder, [copy], '{{{'), 'open'],
  ['both damaged', (folder) => write(folder, [main, copy], '{"format":"stillpoint-practice"'), 'status: header-damaged'],
  ['both missing', (folder) => remove(folder, [main, copy]), 'status: header-missing'],
  ['one damaged, one missing', (folder) => write(remove(folder, [copy]), [main], 'x'), 'status: header-damaged'],
  ['a newer version', (folder) => write(folder, [main, copy], changed({ version: 2 })), 'status: made-by-newer-version'],
  [
    'a newer version half written',
    (folder) => write(folder, [copy], changed({ version: 2, generation: 2 })),
    'status: made-by-newer-version',
  ],
  ['a version digit that was flipped in one', (folder) => write(folder, [main], changed({ version: 3 })), 'open'],
  ['the other host', (folder) => write(folder, [main, copy], changed({ madeBy: 'electron' })), 'status: made-by-other-host'],
  ['parameters below the floor', (folder) => write(folder, [main, copy], withKdf({ memoryKiB: 8 })), 'status: header-damaged'],
  [
    'absurd parameters',
    (folder) => write(folder, [main, copy], withKdf({ memoryKiB: 2 ** 31 - 1, passes: 2 ** 31 - 1 })),
    'status: header-damaged',
  ],
  ['no wrap', (folder) => write(folder, [main, copy], changed({ wraps: [] })), 'status: header-damaged'],
  ['a header of 10 MB', (folder) => write(folder, [main, copy], `{"a":"${'x'.repeat(10_000_000)}"}`), 'status: header-damaged'],
  [
    'a wrap of another practice',
    (folder) => write(folder, [main, copy], changed({ practiceId: '01a207a2-3366-7916-a111-ef2bf0207186' })),
    'unlock: wrong-passphrase',
  ],
];

describe('a header that is harmed:', () => {
  it.each(harms)('%s', perTest, async (_, harm, found) => {
    const folder = copyOf(base);
    harm(folder);
    const vault = startTrial({ data: folder, now: later });
    const look = await lookThrough(vault);
    const { state } = await okOf(vault.call('vault.status', {}));
    expect({ found: inWords(look), state }).toEqual({
      found,
      state: found === 'open' ? 'open' : found.startsWith('unlock') ? 'locked' : 'unavailable',
    });
  });
});

/** Flips one bit of a file at each of its bytes and looks each time. */
const atEachByte = async (file: string, seed: string, look: (folder: string, place: number) => Promise<string | null>, every = 1) => {
  const chance = announcedChance(seed);
  const folder = copyOf(base);
  const whole = new Map([main, copy, door].map((name) => [name, readFileSync(join(folder, name))]));
  const target = whole.get(file as typeof main)!;
  const wrong: unknown[] = [];
  let trials = 0;
  for (let place = chance.below(every); place < target.length; place += every) {
    for (const [name, bytes] of whole) writeFileSync(join(folder, name), bytes);
    const bit = 1 << chance.below(8);
    const flipped = Buffer.from(target);
    flipped[place] = flipped[place]! ^ bit;
    writeFileSync(join(folder, file), flipped);
    trials += 1;
    const problem = await look(folder, place);
    if (problem !== null)
      wrong.push({
        place,
        near: target.subarray(Math.max(0, place - 24), place + 1).toString(),
        became: String.fromCharCode(flipped[place]!),
        problem,
      });
  }
  console.log(`${seed}: ${trials} trials, ${wrong.length} escapes`);
  return { seed: chance.seed, wrong };
};

const statusOf = (folder: string, at: string) => withHouse(folder, at, ({ call }) => call('vault.status', {}));

describe('one flipped bit', () => {
  it.each([main, copy])('at every third byte of %s leaves the intact one to go on with', perTest, async (file) => {
    const { seed, wrong } = await atEachByte(
      file,
      `bit flips in ${file}`,
      async (folder) => {
        const status = await statusOf(folder, later);
        return status.ok && status.value.state === 'locked' ? null : JSON.stringify(status);
      },
      3,
    );
    expect({ seed, wrong }).toEqual({ seed, wrong: [] });
  });

  it.each([main, copy])('in %s never keeps out whoever knows the passphrase', perTest, async (file) => {
    const { seed, wrong } = await atEachByte(
      file,
      `unlocking after bit flips in ${file}`,
      async (folder) => {
        const found = inWords(await withHouse(folder, later, lookThrough));
        return found === 'open' ? null : found;
      },
      151,
    );
    expect({ seed, wrong }).toEqual({ seed, wrong: [] });
  });

  it('at each byte of practice.door.json is no more than wrong words or five minutes', perTest, async () => {
    writeFileSync(
      join(base, door),
      `${JSON.stringify({ practiceName: 'Quiet Room', lockedSince: '2026-11-23T09:00:00.000Z', wrongTries: 5, lastWrongTry: '2026-11-23T09:29:58.000Z' })}\n`,
    );
    const { seed, wrong } = await atEachByte(door, 'bit flips in the door', async (folder) => {
      const first = await statusOf(folder, later);
      const patient = await statusOf(folder, '2026-11-23T09:36:00Z');
      if (!first.ok || !patient.ok) return JSON.stringify(first.ok ? patient : first);
      return first.value.waitSeconds <= 300 && patient.value.waitSeconds === 0
        ? null
        : `waits ${patient.value.waitSeconds} s after six minutes`;
    });
    expect({ seed, wrong }).toEqual({ seed, wrong: [] });
  });
});

describe('a door with an impossible moment', () => {
  it('keeps nobody out', perTest, async () => {
    const folder = copyOf(base);
    writeFileSync(
      join(folder, door),
      JSON.stringify({ practiceName: 'Quiet Room', lockedSince: null, wrongTries: 4, lastWrongTry: '2026-99-23T09:00:00.000Z' }),
    );
    expect(inWords(await withHouse(folder, later, lookThrough))).toBe('open');
  });
});

describe('a clock that was set back', () => {
  it('lets the person try again after five minutes of the new time', perTest, async () => {
    const folder = copyOf(base);
    writeFileSync(
      join(folder, door),
      JSON.stringify({ practiceName: 'Quiet Room', lockedSince: null, wrongTries: 4, lastWrongTry: '2030-01-01T00:00:00.000Z' }),
    );
    await statusOf(folder, '2026-11-23T09:00:00Z');
    const status = await statusOf(folder, '2026-11-23T09:05:01Z');
    expect(status).toMatchObject({ ok: true, value: { waitSeconds: 0 } });
  });
});
