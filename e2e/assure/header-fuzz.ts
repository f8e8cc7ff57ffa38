import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Header, readHeader } from '../../electron/vault/header.ts';
import { wayIn } from '../../electron/vault/ways-in.ts';
import { Refused } from '../../shared/app-error.ts';
import type { Chance } from './chance.ts';
import { asTrial } from './clearing.ts';
import type { Goal, Result } from './goal.ts';
import { type HeaderJson, type Mutation, mutated, type Original } from './header-mutations.ts';
import { inWords, lookThrough, withHouse } from './own-house.ts';
import { copyOf, trialFolder } from './trial.ts';
import { profile } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';
const [main, copy] = ['practice.header.json', 'practice.header.copy.json'] as const;

/** Letters that can be written in two ways, quotes of SQL, signs outside the first plane, and the longest there may be. */
const passphrases = [
  'Ångström’s "café" — ﬁve \'rivers\'; --',
  `river 🌊 lantern ${'é'.repeat(1_000 - 17)}`,
  'сім тихих річок під каменем',
] as const;

/** The same words as another keyboard, or another system, gives them. */
const sameWords = (secret: string): string[] => [secret.normalize('NFC'), secret.normalize('NFD'), secret.normalize('NFKC')];

const otherWords = (secret: string, chance: Chance): string => {
  const at = chance.below(secret.length);
  return chance.pick([
    '',
    `${secret} `,
    ` ${secret}`,
    `${secret}\u0000`,
    secret.slice(0, -1),
    secret.slice(0, at) + secret.slice(at + 1),
    secret.toUpperCase(),
    secret
      .replace(/\p{M}|é/gu, 'e')
      .replace(/[Åå]/g, 'a')
      .replace('’', "'")
      .replace('і', 'i'),
    "' or 1=1; --",
    `${secret.slice(0, at)}\u200b${secret.slice(at)}`,
    'река фонарь семь клён',
  ]);
};

type Practice = Original & { readonly folder: string; readonly secret: string };

const practiceWith = async (secret: string): Promise<Practice> => {
  const folder = trialFolder();
  await withHouse(folder, now, async ({ call }) => {
    const made = await call('vault.create', { passphrase: secret, profile });
    if (!made.ok) throw new Error(`not made: ${JSON.stringify(made.error)}`);
  });
  const bytes = readFileSync(join(folder, main));
  return { folder, secret, bytes, json: JSON.parse(bytes.toString('utf8')) as HeaderJson };
};

/** What security.md promises of the derivation, in its own numbers. */
const isWithinLimits = ({ wraps }: Header): boolean =>
  wraps.length <= 9 &&
  wraps.every(
    ({ kdf }) =>
      kdf.name === 'argon2id' &&
      kdf.memoryKiB >= 131_072 &&
      kdf.memoryKiB <= 1_048_576 &&
      kdf.passes >= 3 &&
      kdf.passes <= 16 &&
      kdf.lanes >= 4 &&
      kdf.lanes <= 16,
  );

/** A gigabyte sixteen times over is within the limits, and no trial's business. */
const isCheap = ({ wraps }: Header): boolean => wraps.length < 3 && wraps.every(({ kdf }) => kdf.memoryKiB * kdf.passes <= 450_000);

type Where = 'main' | 'copy' | 'both';
type Case = { readonly practice: Practice; readonly mutation: Mutation; readonly where: Where; readonly folder: string };

const opens = async (header: Header, secret: string): Promise<boolean> => {
  const way = (await wayIn(header, 'passphrase', secret)) ?? (await wayIn(header, 'recovery', secret));
  return way !== null;
};

const reasons: readonly string[] = ['header-damaged', 'header-missing', 'made-by-newer-version'];

/** The header as the vault reads it; in words when it is refused, or when reading it failed in any other way. */
const readIn = (folder: string): Header | string => {
  try {
    return readHeader(folder) ?? 'no practice';
  } catch (failure) {
    return failure instanceof Refused && failure.error.code === 'unavailable' && reasons.includes(failure.error.reason)
      ? 'refused'
      : `crashed: ${failure}`;
  }
};

const wrongWithReading = async ({ practice, mutation, where, folder }: Case, chance: Chance, derive: boolean): Promise<string | null> => {
  const header = readIn(folder);
  const mustOpen = where !== 'both' && !mutation.isMeant;
  if (typeof header === 'string') return header === 'refused' && !mustOpen ? null : header;
  if (!isWithinLimits(header)) return 'parameters outside the limits were taken';
  if (!derive || !isCheap(header)) return null;
  if (await opens(header, otherWords(practice.secret, chance))) return 'a wrong secret opened it';
  return mustOpen && !(await opens(header, chance.pick(sameWords(practice.secret))))
    ? 'the right secret did not open the intact copy'
    : null;
};

/** Through the whole vault: what is refused is refused before any derivation, what is intact opens with every record in it. */
const wrongThroughTheVault = ({ practice, mutation, where, folder }: Case, chance: Chance): Promise<string | null> =>
  withHouse(folder, now, async (house) => {
    const { call } = house;
    const status = await call('vault.status', {});
    if (!status.ok) return JSON.stringify(status.error);
    if (status.value.state === 'locked' && !isCheap(readHeader(folder)!)) return null;
    const wrong = await call('vault.unlock', { passphrase: otherWords(practice.secret, chance) || 'x' });
    if (wrong.ok) return 'a wrong passphrase opened the practice';
    if (status.value.state === 'unavailable' && wrong.error.code !== 'unavailable')
      return `tried although unavailable: ${JSON.stringify(wrong.error)}`;
    if (status.value.state === 'locked' && (wrong.error.code !== 'refused' || wrong.error.reason !== 'wrong-passphrase'))
      return JSON.stringify(wrong.error);
    const found = inWords(await lookThrough(house, chance.pick(sameWords(practice.secret))));
    return found === 'open' || where === 'both' || mutation.isMeant ? null : found;
  });

const run: Goal['run'] = async ({ chance, trials }): Promise<Result> => {
  const practices: Practice[] = [];
  for (const secret of passphrases) practices.push(await practiceWith(secret));
  const escapes: unknown[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const practice = practices[trial % practices.length]!;
    const mutation = mutated(practice, practices[(trial + 1) % practices.length]!, chance);
    const where = chance.pick<Where>(['main', 'copy', 'both', 'both']);
    const problem = await asTrial(async () => {
      const folder = copyOf(practice.folder);
      if (where !== 'copy') writeFileSync(join(folder, main), mutation.bytes);
      if (where !== 'main') writeFileSync(join(folder, copy), mutation.bytes);
      const one = { practice, mutation, where, folder };
      return trial % 40 === 0 ? wrongThroughTheVault(one, chance) : wrongWithReading(one, chance, trial % 8 === 0);
    });
    if (problem !== null) escapes.push({ seed: chance.seed, trial, where, mutation: mutation.name, problem });
  }
  return { trials, escapes };
};

/** Whatever a header became, it opens with no wrong secret, costs no work beyond the limits, and does not take the intact copy with it. */
export const headerFuzz: Goal = {
  name: 'header fuzz',
  trials: { full: 10_000, quick: 1_000, test: 80 },
  run,
  defects: [
    {
      name: 'no floor',
      trials: 300,
      edits: [
        { file: 'electron/vault/envelope.ts', find: '.min(floor.memoryKiB)', put: '.min(8)' },
        { file: 'electron/vault/envelope.ts', find: '.min(floor.passes)', put: '.min(1)' },
        { file: 'electron/vault/envelope.ts', find: '.min(floor.lanes)', put: '.min(1)' },
      ],
    },
    {
      name: 'the second copy never asked',
      trials: 300,
      edits: [
        {
          file: 'electron/vault/header.ts',
          find: 'const copies = names.map((name) => readOne(join(folder, name)));',
          put: 'const copies = names.slice(0, 1).map((name) => readOne(join(folder, name)));',
        },
      ],
    },
  ],
};
