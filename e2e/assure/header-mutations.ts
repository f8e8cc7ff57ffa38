import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Chance } from './chance.ts';

/** The header of a practice as it lies on disk, and as what it says. */
export type Original = { readonly bytes: Buffer; readonly json: HeaderJson };
type WrapJson = Readonly<Record<string, unknown>> & { readonly kdf: Readonly<Record<string, unknown>> };
export type HeaderJson = Readonly<Record<string, unknown>> & { readonly wraps: readonly WrapJson[] };

export type Mutation = {
  readonly name: string;
  readonly bytes: Buffer;
  /** Made with its checksum right again, as only someone who means it would: it may shut the door, and must never open it. */
  readonly isMeant: boolean;
};

/** The checksum made right again. */
export const sealedText = (json: object): Buffer => {
  const { checksum: _, ...rest } = json as { readonly checksum?: string };
  const checksum = createHash('sha256').update(JSON.stringify(rest), 'utf8').digest('hex');
  return Buffer.from(`${JSON.stringify({ ...rest, checksum }, null, 2)}\n`, 'utf8');
};

const flipped = (bytes: Buffer, chance: Chance): Buffer => {
  const harmed = Buffer.from(bytes);
  for (let flips = 1 + chance.below(8); flips > 0; flips -= 1) {
    const place = chance.below(harmed.length);
    harmed[place] = harmed[place]! ^ (1 << chance.below(8));
  }
  return harmed;
};

const numbers = [
  -1,
  0,
  1,
  2,
  3,
  4,
  7,
  8,
  15,
  16,
  17,
  1024,
  65_536,
  131_071,
  131_072,
  131_073,
  1_048_576,
  1_048_577,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  1e308,
  1.5,
];
const anyJson = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>('', null, [], {}, '__proto__', 'argon2id', 'argon2i', 'x'.repeat(70)),
);
const someJson = (chance: Chance): unknown => fc.sample(anyJson, { seed: chance.below(2 ** 31), numRuns: 1 })[0];
const base64 = (bytes: number, chance: Chance): string =>
  Buffer.from(Array.from({ length: bytes }, () => chance.below(256))).toString('base64');

const withWrap = (json: HeaderJson, change: (wrap: WrapJson) => object): HeaderJson => ({
  ...json,
  wraps: json.wraps.map((wrap) => ({ ...wrap, ...change(wrap) })),
});

type Edit = (json: HeaderJson, other: HeaderJson, chance: Chance) => object;

const edits: Readonly<Record<string, Edit>> = {
  'another cost': (json, _, chance) =>
    withWrap(json, ({ kdf }) => ({ kdf: { ...kdf, [chance.pick(['memoryKiB', 'passes', 'lanes'])]: chance.pick(numbers) } })),
  'all costs low': (json, _, chance) =>
    withWrap(json, ({ kdf }) => ({
      kdf: { ...kdf, memoryKiB: 8 + chance.below(131_064), passes: 1 + chance.below(3), lanes: 1 + chance.below(4) },
    })),
  'all costs absurd': (json, _, chance) =>
    withWrap(json, ({ kdf }) => ({
      kdf: { ...kdf, memoryKiB: 1_048_577 + chance.below(2 ** 30), passes: 17 + chance.below(2 ** 20), lanes: 17 + chance.below(2 ** 20) },
    })),
  'another kind of derivation': (json, _, chance) =>
    withWrap(json, ({ kdf }) => ({ kdf: { ...kdf, name: chance.pick(['argon2i', 'argon2d', 'scrypt', '', null]) } })),
  'another salt': (json, _, chance) =>
    withWrap(json, ({ kdf }) => ({ kdf: { ...kdf, salt: base64(chance.pick([0, 8, 15, 16, 16, 17, 4096]), chance) } })),
  'another nonce': (json, _, chance) => withWrap(json, () => ({ nonce: base64(chance.pick([0, 11, 12, 12, 13, 16]), chance) })),
  'another sealed key': (json, _, chance) =>
    withWrap(json, () => ({ sealed: base64(chance.pick([0, 16, 32, 47, 48, 48, 49, 4096]), chance) })),
  'another id': (json, _, chance) => withWrap(json, () => ({ id: chance.pick(['', 'x', 'x'.repeat(64), 'x'.repeat(65), '__proto__']) })),
  'a kind turned round': (json) => withWrap(json, ({ kind }) => ({ kind: kind === 'passphrase' ? 'recovery' : 'passphrase' })),
  'wraps of another practice': (json, other) => ({ ...json, wraps: other.wraps }),
  'its own and the other’s wraps': (json, other) => ({ ...json, wraps: [...other.wraps, ...json.wraps] }),
  'the other’s practice id': (json, other) => ({ ...json, practiceId: other.practiceId }),
  'the header of another practice': (_, other) => other,
  'no or many wraps': (json, _, chance) => ({ ...json, wraps: Array.from({ length: chance.pick([0, 9, 10, 200]) }, () => json.wraps[0]) }),
  'another version': (json, _, chance) => ({
    ...json,
    version: chance.pick([0, 2, 1.5, '1', null, 2 ** 53]),
    generation: chance.pick([1, 2, 9]),
  }),
  'another generation': (json, _, chance) => ({ ...json, generation: chance.pick([0, -1, 2, 2 ** 53, '1', null]) }),
  'another host': (json) => ({ ...json, madeBy: 'electron', generation: 2 }),
  'a key too many': (json, _, chance) => ({ ...json, [chance.pick(['extra', '__proto__', 'constructor', 'keyNumber'])]: someJson(chance) }),
  'a key too few': (json, _, chance) => {
    const gone = chance.pick(Object.keys(json));
    return Object.fromEntries(Object.entries(json).filter(([name]) => name !== gone));
  },
  'anything in a place': (json, _, chance) => ({ ...json, [chance.pick(Object.keys(json))]: someJson(chance) }),
  'anything in a wrap': (json, _, chance) => withWrap(json, (wrap) => ({ [chance.pick(Object.keys(wrap))]: someJson(chance) })),
};

const harms: Readonly<Record<string, (original: Original, other: Original, chance: Chance) => Buffer>> = {
  'flipped bits': ({ bytes }, _, chance) => flipped(bytes, chance),
  'cut short': ({ bytes }, _, chance) => bytes.subarray(0, chance.below(bytes.length)),
  'said twice': ({ bytes }) => Buffer.concat([bytes, bytes]),
  'a part overwritten': ({ bytes }, other, chance) => {
    const harmed = Buffer.from(bytes);
    const at = chance.below(harmed.length);
    other.bytes.copy(harmed, at, chance.below(other.bytes.length), other.bytes.length);
    return harmed.equals(bytes) ? Buffer.alloc(0) : harmed;
  },
  garbage: (_, __, chance) => Buffer.from(Array.from({ length: chance.below(2_000) }, () => chance.below(256))),
  zeros: ({ bytes }) => Buffer.alloc(bytes.length),
  huge: (_, __, chance) => Buffer.from(`{"format":"stillpoint-practice","a":"${'x'.repeat(60_000 + chance.below(2_000_000))}"}`),
  deep: (_, __, chance) => {
    const depth = 1 + chance.below(30_000);
    return Buffer.from(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  },
  'some JSON': (_, __, chance) => Buffer.from(JSON.stringify(someJson(chance)) ?? ''),
};

const editNames = Object.keys(edits);
const harmNames = Object.keys(harms);

/** One header that is not the one we wrote: a disk's damage in one of three, someone's intent in the others. */
export const mutated = (original: Original, other: Original, chance: Chance): Mutation => {
  if (chance.below(3) === 0) {
    const name = chance.pick(harmNames);
    return { name, bytes: harms[name]!(original, other, chance), isMeant: false };
  }
  const name = chance.pick(editNames);
  return { name, bytes: sealedText(edits[name]!(original.json, other.json, chance)), isMeant: true };
};
