import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Backup, BackupState } from '../../shared/backup.ts';
import type { House } from '../practice/house.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { passphrase, vaultWorld } from '../vault/vault.test-world.ts';

/** A real practice and a real folder for its backups, anew for each test. */
export const backupWorld = (name: string) => {
  const vault = vaultWorld(name);
  let away = '';
  let grants = 0;
  beforeEach(() => {
    away = mkdtempSync(join(tmpdir(), `stillpoint-${name}-away-`));
  });
  afterEach(() => rmSync(away, { recursive: true, force: true }));

  const grant = (house: House, call: 'backup.changeSettings' | 'backup.list', path: string): string => {
    grants += 1;
    house.files.grantPath(`grant ${grants}`, call, path);
    return `grant ${grants}`;
  };
  const choose = (house: House, path = away): Promise<BackupState> =>
    vault.ok(house, 'backup.changeSettings', { fileGrant: grant(house, 'backup.changeSettings', path) });
  const listed = (house: House, path: string | null = null) =>
    vault.ok(house, 'backup.list', { fileGrant: path === null ? null : grant(house, 'backup.list', path) });
  const withFolder = async (ends?: Parameters<typeof vault.made>[0]): Promise<House> => {
    const house = await vault.made(ends);
    await choose(house);
    return house;
  };
  return {
    ...vault,
    away: () => away,
    awayFile: (...parts: readonly string[]) => join(away, ...parts),
    names: () => readdirSync(away).sort(),
    grant,
    choose,
    listed,
    /** A practice whose backups go away from it, open. */
    withFolder,
    /** A backup with one client in it, and the practice, locked, with a second one that came after. */
    oneAndTwo: async (): Promise<{ readonly id: string; readonly house: House }> => {
      const house = await withFolder();
      await vault.ok(house, 'clients.create', clientDetails);
      const id = (await vault.ok(house, 'backup.run', {})).last?.id ?? '';
      await vault.ok(house, 'clients.create', { ...clientDetails, chosenName: 'Ana Ruiz' });
      await house.vault.close();
      return { id, house: vault.open('2026-11-24T12:00:00Z') };
    },
    /** The vault process after a lock, which has made the copy that waited. */
    lockAndCopy: async (house: House, now = '2026-11-24T11:00:00Z'): Promise<House> => {
      await house.vault.close();
      const next = vault.open(now);
      await next.vault.copyDue();
      return next;
    },
    newest: async (house: House, path: string | null = null): Promise<Backup> => {
      const [backup] = (await listed(house, path)).backups;
      if (!backup) throw new Error('no backup there');
      return backup;
    },
    restore: (house: House, id: string, text = passphrase, kind: 'passphrase' | 'recovery' = 'passphrase') =>
      vault.call(house, 'backup.restore', { id, secret: { kind, text } }),
    unlock: (house: House, text = passphrase) => vault.ok(house, 'vault.unlock', { passphrase: text }),
    clients: async (house: House): Promise<readonly string[]> =>
      (await vault.ok(house, 'clients.search', { query: '' })).clients.map((client) => client.chosenName).sort(),
    actions: async (house: House): Promise<readonly string[]> => {
      const rows = await vault.practiceOf(house).database.selectFrom('audit').select('action').orderBy('seq').execute();
      return rows.map((row) => row.action);
    },
  };
};

/** A refusal as it is answered. */
export const refused = (reason: string, details?: object) => ({
  ok: false,
  error: { code: 'refused', reason, ...(details && { details }) },
});
