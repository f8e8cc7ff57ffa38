import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Reply } from '../../shared/app-error.ts';
import { choose } from './backup-places.ts';
import type { Chance } from './chance.ts';
import { type Headless, okOf } from './headless-process.ts';
import { openNewPractice, trialFolder } from './trial.ts';
import { details, passphrase } from './trial-records.ts';

const pageBytes = 4096;
const now = '2026-11-23T09:00:00Z';
const list = 'backup.json';

type Files = ReadonlyMap<string, Buffer>;
type Copy = { readonly id: string; readonly reason: string; readonly files: Files };
/** An open practice and its backups, each made another way; `older` is one with less in it, `settings` what is known of them. */
export type Backups = {
  readonly vault: Headless;
  readonly away: string;
  readonly settings: { readonly path: string; readonly bytes: Buffer };
  readonly older: Copy;
  readonly copies: readonly Copy[];
};

const tended = async (vault: Headless): Promise<readonly { readonly id: string; readonly reason: string }[]> => {
  const { backups } = await okOf(vault.call('backup.list', {}));
  if (backups.every(({ state }) => state === 'verified')) return backups;
  await after(50);
  return tended(vault);
};

/** One copied without a key after a lock, and one by the second process, of the same practice; and an older one of the second process. */
export const makeBackups = async (): Promise<Backups> => {
  const root = trialFolder();
  const [practice, away] = [join(root, 'practice'), join(root, 'away')];
  mkdirSync(away);
  const vault = await openNewPractice({ data: practice, now });
  await choose(vault, away);
  for (let number = 1; number <= 5; number += 1) await okOf(vault.call('clients.create', { ...details, chosenName: `Client ${number}` }));
  const older = (await okOf(vault.call('backup.run', {}))).last!.id;
  for (let number = 6; number <= 10; number += 1) await okOf(vault.call('clients.create', { ...details, chosenName: `Client ${number}` }));
  await okOf(vault.call('backup.run', {}));
  await okOf(vault.call('vault.lock', {}));
  await okOf(vault.call('vault.unlock', { passphrase }));
  const made = await tended(vault);
  const copies = made.map(({ id, reason }) => ({
    id,
    reason,
    files: new Map(readdirSync(join(away, id)).map((name) => [name, readFileSync(join(away, id, name))])),
  }));
  const path = join(practice, 'practice.backup.json');
  const [old] = copies.filter(({ id }) => id === older);
  return { vault, away, settings: { path, bytes: readFileSync(path) }, older: old!, copies: copies.filter(({ id }) => id !== older) };
};

const flip = (bytes: Buffer, chance: Chance): Buffer => {
  const changed = Buffer.from(bytes);
  changed[chance.below(bytes.length)]! ^= 1 << chance.below(8);
  return changed;
};

/** One page as it was; null where it is the same. */
const olderPage = (bytes: Buffer, then: Buffer, chance: Chance): Buffer => {
  const changed = Buffer.from(bytes);
  const at = chance.below(Math.min(bytes.length, then.length) / pageBytes) * pageBytes;
  then.copy(changed, at, at, at + pageBytes);
  return changed;
};

type Harm = (copy: Copy, older: Copy, chance: Chance) => readonly [string, Buffer | null];
const anyFile = (copy: Copy, chance: Chance): [string, Buffer] => chance.pick([...copy.files]);

const harms: Readonly<Record<string, Harm>> = {
  'a bit of a file': (copy, _, chance) => {
    const [name, bytes] = anyFile(copy, chance);
    return [name, flip(bytes, chance)];
  },
  'a bit of the database': ({ files }, _, chance) => ['practice.db', flip(files.get('practice.db')!, chance)],
  'a shorter file': (copy, _, chance) => {
    const [name, bytes] = anyFile(copy, chance);
    return [name, bytes.subarray(0, chance.below(bytes.length))];
  },
  'a file gone': (copy, _, chance) => [anyFile(copy, chance)[0], null],
  'an older page': ({ files }, { files: then }, chance) => [
    'practice.db',
    olderPage(files.get('practice.db')!, then.get('practice.db')!, chance),
  ],
  'an older file': ({ files }, { files: then }, chance) => {
    const name = chance.pick(['practice.db', 'practice.anchor'].filter((one) => files.has(one)));
    return [name, then.get(name)!];
  },
};

/** The list says of the changed file what it is now, as someone would write it who has no key. */
const fitting = (files: Files, name: string, bytes: Buffer): Buffer => {
  const said = JSON.parse(String(files.get(list))) as { files: { name: string; bytes: number; sha256: string }[] };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return Buffer.from(
    JSON.stringify({ ...said, files: said.files.map((one) => (one.name === name ? { ...one, bytes: bytes.length, sha256 } : one)) }),
  );
};

const names: readonly string[] = [
  'backup-damaged',
  'backup-not-found',
  'backup-made-by-newer-version',
  'backup-other-key',
  'backup-of-another-practice',
];
const isNamed = (reply: Reply<unknown>): boolean => !reply.ok && reply.error.code === 'refused' && names.includes(reply.error.reason);

/** One harm to one backup, looked for by everything that looks at backups, and taken out again; null when it was named. */
export const harmedBackup = async ({ vault, away, settings, older, copies }: Backups, chance: Chance, fits: boolean): Promise<unknown> => {
  const copy = chance.pick(copies);
  const what = fits ? chance.pick(['an older page', 'an older file']) : chance.pick(Object.keys(harms));
  const [name, bytes] = harms[what]!(copy, older, chance);
  const was = copy.files.get(name)!;
  if (bytes?.equals(was)) return null;
  const folder = join(away, copy.id);
  if (bytes === null) rmSync(join(folder, name));
  else writeFileSync(join(folder, name), bytes);
  if (fits && bytes) writeFileSync(join(folder, list), fitting(copy.files, name, bytes));
  // Nobody touches it, and a run is longer than it stays open for.
  const { state } = await okOf(vault.call('vault.status', {}));
  if (state === 'locked') await okOf(vault.call('vault.unlock', { passphrase }));
  const verified = await vault.call('backup.verify', { id: copy.id });
  const { backups } = await okOf(vault.call('backup.list', {}));
  const entry = backups.find(({ id }) => id === copy.id);
  // A bit may make it another practice's, which the list says.
  const listed = entry === undefined ? 'not listed' : entry.ours ? entry.state : 'of another practice';
  const rehearsed = fits ? null : await vault.call('backup.rehearse', { id: copy.id, secret: null });
  for (const [one, before] of copy.files) writeFileSync(join(folder, one), before);
  writeFileSync(settings.path, settings.bytes);
  // Of the list a bit may change the time, the reason or the version it gives: what it is a list of is what it was.
  if (name === list && listed !== 'damaged' && verified.ok) return null;
  const isCaught = fits
    ? listed !== 'verified'
    : isNamed(verified) && rehearsed !== null && isNamed(rehearsed) && listed !== 'verified' && listed !== 'copied';
  if (isCaught || (name === list && isNamed(verified) && listed !== 'verified')) return null;
  return { backup: copy.reason, harm: what, name, fits, listed, verified, rehearsed };
};
