import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHeader } from '../../electron/vault/header.ts';
import { backupsKept } from '../../shared/backup.ts';
import { type BackupBase, backupBase, brokenBackups, copyOfPlaces, first, renewed, second, wholeBackups } from './backup-places.ts';
import { type Cycle, cycles } from './backup-workflows.ts';
import { type Chance, ofToday, stepsUpTo } from './chance.ts';
import { asTrial } from './clearing.ts';
import { type Faults, faultsIn, kill } from './faults.ts';
import type { Goal } from './goal.ts';
import { okOf } from './headless-process.ts';
import { keptIn } from './kept-records.ts';
import { inWords, lookThrough, withHouse } from './own-house.ts';
import { markerAwayFirst } from './planted-edits.ts';
import { startTrial } from './trial.ts';
import { passphrase } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';
const later = '2026-11-23T10:00:00Z';

type Killed = { readonly places: BackupBase; readonly told: boolean; readonly seen: number };

/** One cycle, killed where the shim says. Some are killed once more while the next start puts things right. */
const attempt = async (cycle: Cycle, base: BackupBase, arm: (shim: Faults) => void, again: number | null): Promise<Killed> => {
  const places = copyOfPlaces(base);
  cycle.before?.(places);
  const shim = faultsIn(places.root);
  const vault = startTrial({ data: places.practice, now, env: shim.env });
  await okOf(vault.call('vault.status', {}));
  const act = await cycle.ready(vault, places);
  arm(shim);
  const reply = await act().catch(() => null);
  const seen = shim.seen();
  await vault.kill();
  // A second process that was killed is a copy that was not made: the vault lives on and says so.
  const told = reply?.ok === true;
  if (reply && !reply.ok && !cycle.besideVault) throw new Error(`${cycle.name} was refused: ${JSON.stringify(reply)}`);
  if (again !== null) {
    const once = faultsIn(places.root);
    once.arm(kill, again);
    const starting = startTrial({ data: places.practice, now, env: once.env });
    await starting.call('vault.status', {}).catch(() => null);
    await starting.kill();
  }
  return { places, told, seen };
};

type Found = { readonly clients: string; readonly verdict: string | undefined };

/** Opens what is left with the passphrase of its data key, reads all of it, and makes the next backup. */
const found = async ({ practice, keys }: BackupBase): Promise<Found | string> => {
  const seen = await withHouse(practice, later, async (house): Promise<Found | string> => {
    const { state } = await okOf(house.call('vault.status', {}));
    if (state === 'no-practice') return { clients: '', verdict: 'whole' };
    const number = readHeader(practice)?.keyNumber ?? 1;
    const look = await lookThrough(house, number === 1 ? passphrase : renewed);
    if (look.at !== 'open') return inWords(look);
    const { evidence } = await okOf(house.call('vault.status', {}));
    if ((await okOf(house.call('backup.settings', {}))).folder) await okOf(house.call('backup.run', {}));
    const names = look.clients.map((client) => client.chosenName);
    return { clients: names.sort().join(), verdict: evidence?.verdict };
  });
  if (typeof seen === 'string' || seen.clients === '') return seen;
  const { broken } = await keptIn(practice, keys.get(readHeader(practice)?.keyNumber ?? 1)!);
  return broken.length > 0 ? broken.join('; ') : seen;
};

const wrongPractice = ({ restores, fromNothing }: Cycle, told: boolean, { clients, verdict }: Found): string | null => {
  const [old, restored] = [fromNothing ? '' : [first, second].join(), String(first)];
  if (clients !== old && !(restores && clients === restored)) return `neither the old practice nor the restored one: ${clients}`;
  if (told && restores && clients !== restored) return 'told that it was restored, and it was not';
  return verdict === 'whole' || verdict === 'one-ahead' ? null : `the trail's end: ${verdict}`;
};

/** What lies in the two folders: no half copy as a whole one at any time, nothing unfinished after the next copy, and what was replaced. */
const wrongFolders = (cycle: Cycle, { practice, away }: BackupBase, { clients }: Found): string | null => {
  const left = [
    ...readdirSync(practice).filter((name) => /^practice[.](restor|looking|copying)/.test(name)),
    ...(cycle.fromNothing ? [] : readdirSync(away).filter((name) => name.endsWith('.partial'))),
  ];
  if (left.length > 0) return `left behind: ${left.join(', ')}`;
  if (wholeBackups(away) !== backupsKept) return `${wholeBackups(away)} backups are kept`;
  const isReplaced = cycle.restores && !cycle.fromNothing && clients === first;
  return isReplaced && !existsSync(join(practice, 'kept')) ? 'what was replaced is gone' : null;
};

const hasNew = ({ away, names }: BackupBase): boolean =>
  readdirSync(away).some((name) => !name.endsWith('.partial') && !names.includes(name));

const wrongAfter = async (cycle: Cycle, { places, told }: Killed): Promise<string | null> => {
  const half = brokenBackups(places.away);
  if (half.length > 0) return `half a copy stands as a whole one: ${half.join(', ')}`;
  const whole = wholeBackups(places.away);
  if (whole < backupsKept) return `only ${whole} backups are left`;
  if (told && !cycle.restores && !cycle.makesNone && !hasNew(places)) return 'told that it was copied, and it was not';
  const seen = await found(places);
  if (typeof seen === 'string') return seen;
  return wrongPractice(cycle, told, seen) ?? wrongFolders(cycle, places, seen);
};

/** A backup with one flipped bit is refused by name and changes nothing. */
const flipped = async (base: BackupBase, chance: Chance): Promise<unknown> => {
  const places = copyOfPlaces(base);
  const name = chance.pick(['practice.db', 'practice.anchor', 'practice.header.json', 'backup.json']);
  const path = join(places.away, places.earlier, name);
  const bytes = readFileSync(path);
  const at = chance.below(bytes.length);
  bytes[at]! ^= 1 << chance.below(8);
  writeFileSync(path, bytes);
  const answer = await withHouse(places.practice, later, async ({ call }) =>
    call('backup.restore', { id: places.earlier, secret: { kind: 'passphrase', text: passphrase } }),
  );
  // A flipped bit in the list may leave it a list that still fits: its time, its reason, the version that wrote it.
  if (answer.ok) return name === 'backup.json' ? null : { name, at, problem: 'restored from damaged files' };
  const reasons: readonly string[] = ['backup-damaged', 'backup-of-another-practice', 'backup-made-by-newer-version'];
  if (answer.error.code !== 'refused' || !reasons.includes(answer.error.reason)) return { name, at, error: answer.error };
  const seen = await found(places);
  return typeof seen !== 'string' && seen.clients === [first, second].join() ? null : { name, at, seen };
};

const flippedBit = 'a flipped bit';
const isAsked = (name: string): boolean => (process.env.ASSURE_CYCLE ?? name) === name;

/** One cycle as it is, and killed at some of its steps; where it restores, now and then once more at the next start. */
const killed = async (cycle: Cycle, base: BackupBase, share: number, chance: Chance): Promise<unknown[]> => {
  const escapes: unknown[] = [];
  const judged = (arm: (shim: Faults) => void, again: number | null) =>
    asTrial(async () => {
      const one = await attempt(cycle, base, arm, again);
      return { seen: one.seen, problem: await wrongAfter(cycle, one).catch((failure: Error) => failure.message) };
    });
  const whole = await judged((shim) => shim.count(), null);
  if (whole.problem) escapes.push({ cycle: cycle.name, step: 'after the last', problem: whole.problem });
  for (const step of stepsUpTo(whole.seen, share, chance)) {
    const again = cycle.restores && chance.below(2) === 0 ? 1 + chance.below(16) : null;
    const { problem } = await judged((shim) => shim.arm(kill, step), again);
    if (problem) escapes.push({ seed: chance.seed, cycle: cycle.name, step, of: whole.seen, again, problem });
  }
  console.error(`${cycle.name}: ${whole.seen} steps, ${escapes.length} escapes`);
  return escapes;
};

const run: Goal['run'] = async ({ chance, trials }) => {
  const bases = { 'same key': await backupBase(now), 'new key': await backupBase(now, { underNewKey: true }) };
  const asked = ofToday(
    cycles.filter(({ name }) => isAsked(name)),
    trials,
  );
  const share = Math.max(2, Math.ceil(trials / (asked.length + (isAsked(flippedBit) ? 1 : 0))));
  const escapes: unknown[] = [];
  for (const cycle of asked) escapes.push(...(await killed(cycle, bases[cycle.base], share, chance)));
  const flips = isAsked(flippedBit) ? share : 0;
  for (let number = 0; number < flips; number += 1) {
    const problem = await asTrial(() => flipped(bases['same key'], chance));
    if (problem) escapes.push({ seed: chance.seed, flipped: problem });
  }
  return { trials: asked.length * share + flips, escapes };
};

/** Backup, restore and the swap, killed at each call that changes a file, once or twice: the old practice or the restored one, never none; and no half copy. */
export const backupCycles: Goal = {
  name: 'backup and restore',
  trials: { full: 200, quick: 35, test: 2 },
  run,
  defects: [
    {
      name: 'a copy restored without being compared',
      trials: 24,
      env: { ASSURE_CYCLE: flippedBit },
      edits: [
        {
          file: 'electron/backup/restore-source.ts',
          find: "if (copied.bytes !== bytes || (sha256 !== null && copied.sha256 !== sha256)) throw new Refusal('backup-damaged');",
          put: 'void copied;\n    void sha256;',
        },
      ],
    },
    {
      name: 'a copy under its own name before it is whole',
      trials: 40,
      env: { ASSURE_CYCLE: 'copying after a lock' },
      edits: [
        {
          file: 'electron/backup/keyless-copy.ts',
          find: 'join(folder, halfName(name, here.computer));\n  await mkdir',
          put: 'join(folder, name);\n  await mkdir',
        },
      ],
    },
    {
      name: 'the marker taken away before the files are moved',
      trials: 48,
      env: { ASSURE_CYCLE: 'restoring' },
      edits: markerAwayFirst,
    },
  ],
};
