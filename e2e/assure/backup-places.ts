import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupsKept } from '../../shared/backup.ts';
import { type Headless, okOf } from './headless-process.ts';
import { keysOf, type PracticeKeys } from './kept-records.ts';
import { openNewPractice, trialFolder } from './trial.ts';
import { details, passphrase } from './trial-records.ts';

/** A practice and the folder its backups go to, under one folder that a shim can watch. */
export type Places = { readonly root: string; readonly practice: string; readonly away: string };

const placesIn = (root: string): Places => ({ root, practice: join(root, 'practice'), away: join(root, 'away') });

/** A path in the place of a grant, as `headless` takes it. */
export const typed = (path: string): string => ({ path }) as unknown as string;

export const choose = (vault: Headless, away: string) => okOf(vault.call('backup.changeSettings', { fileGrant: typed(away) }));

export type BackupBase = Places & {
  /** Holds the first client alone; in the practice the second came after it. */
  readonly earlier: string;
  readonly code: string;
  /** Of all its backups. */
  readonly names: readonly string[];
  /** Of each of its data keys, by number. */
  readonly keys: ReadonlyMap<number, PracticeKeys>;
};

export const [first, second] = ['Ana', 'Ben'] as const;
export const renewed = 'another river, lantern & "maple"';

/** A closed practice with two clients, a backup with the first of them and `count` in all; `underNewKey`: what came after the backup goes by another passphrase. */
export const backupBase = async (
  now: string,
  { underNewKey = false, root = trialFolder(), count = backupsKept } = {},
): Promise<BackupBase> => {
  const places = placesIn(root);
  mkdirSync(places.away);
  const vault = await openNewPractice({ data: places.practice, now });
  await choose(vault, places.away);
  const { groups } = await okOf(vault.call('vault.makeRecoveryKit', { passphrase }));
  await okOf(vault.call('clients.create', { ...details, chosenName: first }));
  const earlier = (await okOf(vault.call('backup.run', {}))).last!.id;
  const keys = new Map([[1, await keysOf(places.practice, passphrase)]]);
  if (underNewKey) {
    await okOf(vault.call('vault.newKey', { passphrase, next: renewed }));
    keys.set(2, await keysOf(places.practice, renewed));
  }
  await okOf(vault.call('clients.create', { ...details, chosenName: second }));
  for (let number = 2; number < count; number += 1) await okOf(vault.call('backup.run', {}));
  await vault.end();
  return { ...places, earlier, code: groups.join(''), keys, names: readdirSync(places.away) };
};

/** The same once more, to do harm to. */
export const copyOfPlaces = (base: BackupBase): BackupBase => {
  const places = placesIn(trialFolder());
  for (const name of ['practice', 'away'] as const) cpSync(base[name], places[name], { recursive: true });
  const settings = join(places.practice, 'practice.backup.json');
  writeFileSync(settings, JSON.stringify({ ...JSON.parse(readFileSync(settings, 'utf8')), folder: places.away }));
  return { ...base, ...places };
};

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

type Listed = { readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[] };

/** What stands under the name of a backup and is none, read without the application's own code. */
export const brokenBackups = (away: string): string[] =>
  readdirSync(away)
    .filter((name) => !name.endsWith('.partial'))
    .filter((name) => {
      const manifest = join(away, name, 'backup.json');
      if (!existsSync(manifest)) return true;
      const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as Listed;
      return files.some((file) => {
        const path = join(away, name, file.name);
        return !existsSync(path) || sha256(path) !== file.sha256;
      });
    });

export const wholeBackups = (away: string): number =>
  readdirSync(away).filter((name) => !name.endsWith('.partial')).length - brokenBackups(away).length;
