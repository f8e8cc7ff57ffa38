import { rmSync } from 'node:fs';
import { type BackupBase, typed } from './backup-places.ts';
import { type Headless, okOf } from './headless-process.ts';
import { passphrase } from './trial-records.ts';

/** What is done with a practice and its backups, and may be killed at any of its steps. */
export type Cycle = {
  readonly name: string;
  readonly base: 'same key' | 'new key';
  readonly before?: (places: BackupBase) => void;
  readonly ready: (vault: Headless, places: BackupBase) => Promise<() => Promise<{ readonly ok: boolean }>>;
  /** Whether the practice may be the one of the backup afterwards; when it was told so, it must be. */
  readonly restores: boolean;
  /** There was no practice before. */
  readonly fromNothing?: true;
  /** It makes no backup, and changes none. */
  readonly makesNone?: true;
  /** A second process has a part in it, and may be the one that is killed. */
  readonly besideVault?: true;
};

const restoring = async (vault: Headless, { away, earlier }: BackupBase) => {
  await okOf(vault.call('backup.list', { fileGrant: typed(away) }));
  return () => vault.call('backup.restore', { id: earlier, secret: { kind: 'passphrase', text: passphrase } });
};

export const cycles: readonly Cycle[] = [
  {
    name: 'copying after a lock',
    base: 'same key',
    restores: false,
    ready: async (vault) => {
      await okOf(vault.call('vault.unlock', { passphrase }));
      return async () => {
        await okOf(vault.call('vault.lock', {}));
        return vault.call('vault.unlock', { passphrase });
      };
    },
  },
  {
    name: 'copying when asked',
    base: 'same key',
    besideVault: true,
    restores: false,
    ready: async (vault) => {
      await okOf(vault.call('vault.unlock', { passphrase }));
      return () => vault.call('backup.run', {});
    },
  },
  {
    name: 'verifying',
    base: 'same key',
    besideVault: true,
    restores: false,
    makesNone: true,
    ready: async (vault, { earlier }) => {
      await okOf(vault.call('vault.unlock', { passphrase }));
      return () => vault.call('backup.verify', { id: earlier });
    },
  },
  {
    name: 'rehearsing at the door',
    base: 'new key',
    besideVault: true,
    restores: false,
    makesNone: true,
    ready: async (vault, { away, earlier }) => {
      await okOf(vault.call('backup.list', { fileGrant: typed(away) }));
      return () => vault.call('backup.rehearse', { id: earlier, secret: { kind: 'passphrase', text: passphrase } });
    },
  },
  { name: 'restoring', base: 'same key', restores: true, ready: restoring },
  { name: 'restoring what an older key seals', base: 'new key', restores: true, ready: restoring },
  {
    name: 'restoring with the Recovery Kit',
    base: 'new key',
    restores: true,
    ready: async (vault, { away, earlier, code }) => {
      await okOf(vault.call('backup.list', { fileGrant: typed(away) }));
      return () => vault.call('backup.restore', { id: earlier, secret: { kind: 'recovery', text: code } });
    },
  },
  {
    name: 'restoring where no practice is left',
    base: 'same key',
    restores: true,
    fromNothing: true,
    before: ({ practice }) => {
      rmSync(practice, { recursive: true });
    },
    ready: restoring,
  },
];
